package io.mlconnector.ports.journal;

import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.ports.journal.file.FileFilter;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.history.FixAct;
import io.mlconnector.ports.journal.history.Happened;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.order.OpenOrders;
import io.mlconnector.ports.journal.order.OrderReference;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.journal.payload.PayloadOwner;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What is stored, to be read. Questions with an exact answer have a method of their own, each with its index; {@link #list} is
 * for people. See {@link Journal} for what every method promises.
 */
public interface DocumentViews {

    /** One document. */
    CompletionStage<Optional<DocumentRecord>> find(DocumentId id);

    /** Those of these documents that there are, in any order. */
    CompletionStage<List<DocumentRecord>> find(Collection<DocumentId> ids);

    /** Documents, newest first. */
    CompletionStage<List<DocumentRecord>> list(DocumentFilter filter);

    /**
     * Which documents meet all criteria of a filter, over all its pages, newest first: how many there are, and what something is done
     * to that is meant for all of them.
     *
     * @param filter its page size and start do not matter
     * @param most ids, at least 1
     */
    CompletionStage<List<DocumentId>> matching(DocumentFilter filter, int most);

    /**
     * How many documents meet all criteria of a filter. Nobody waits for the count of a million: it ends at a bound.
     *
     * @param filter its page size and start do not matter
     * @param most at which counting ends, at least 1
     */
    CompletionStage<Integer> count(DocumentFilter filter, int most);

    /**
     * Documents that stand still, held or failed, by their causes: the causes of most documents first, and of as many the one that
     * changed last.
     *
     * @param partner whose documents count; empty: those of all
     * @param putOff whether those count that are put off until later, instead of those that are not
     * @param most causes
     */
    CompletionStage<List<StuckCause>> causes(Optional<String> partner, boolean putOff, int most);

    /** The same of what is not put off. */
    default CompletionStage<List<StuckCause>> causes(Optional<String> partner, int most) {
        return causes(partner, false, most);
    }

    /** The same of all partners. */
    default CompletionStage<List<StuckCause>> causes(int most) {
        return causes(Optional.empty(), most);
    }

    /**
     * What people decided about the last documents of some causes: the newest {@link Precedent#MOST} entries of persons count that name
     * the cause, and of each document the last of them. A document that stands still for the cause again counts not: it did not help.
     *
     * @param causeKeys of the causes
     * @return of those causes of which a document was released
     */
    CompletionStage<List<Precedent>> precedents(Collection<String> causeKeys);

    /**
     * What each of the newest fixes of causes wrote first: the entry of a person whose details name it as {@code fix}.
     *
     * @param most fixes, at least 1
     * @return the newest first, by the name of the fix
     */
    CompletionStage<List<FixAct>> fixes(int most);

    /**
     * What one fix of a cause wrote into histories, and what was written when it was taken back.
     *
     * @param fix its name
     * @return in order
     */
    CompletionStage<List<FixAct>> acts(String fix);

    /** Every document with one sequence key, oldest first. */
    CompletionStage<List<DocumentRecord>> sequence(String sequenceKey);

    /** The history of a document or file, in order. */
    CompletionStage<List<RecordedEntry>> history(DocumentId id);

    /**
     * A part of the history of a document or file, in order.
     *
     * @param after entries with higher numbers than this; 0 for the first ones
     * @param most entries, at least 1
     */
    CompletionStage<List<RecordedEntry>> history(DocumentId id, long after, int most);

    /**
     * What was written into any history since, whichever daemon on this database wrote it.
     *
     * @param position what was written up to it is left out; {@link Long#MAX_VALUE} to learn only where the newest entry is
     * @param most documents and files, at least 1
     */
    CompletionStage<Happened> happenedAfter(long position, int most);

    /** Files, newest first. */
    CompletionStage<List<FileRecord>> files(FileFilter filter);

    /**
     * The same of all.
     *
     * @param most files, at least 1
     * @param after only older ones than this; empty for the first page
     */
    default CompletionStage<List<FileRecord>> files(int most, Optional<DocumentId> after) {
        return files(FileFilter.newest(most).before(after));
    }

    /** One file. */
    CompletionStage<Optional<FileRecord>> file(DocumentId id);

    /** Stored bytes. */
    CompletionStage<Optional<Payload>> payload(ContentHash hash);

    /**
     * Whose histories name some bytes: the documents and files that they belong to, in the order in which they first did.
     *
     * @param after the position of the last one of the page before; 0 for the first page
     * @param most owners, at least 1
     */
    CompletionStage<List<PayloadOwner>> owners(ContentHash hash, long after, int most);

    /**
     * What was sent to a partner under a control number. ISA13 and GS06 of what we send are one number.
     *
     * @param controlNumber with leading zeros or without
     * @return in order of creation; more than one where a file carried several documents
     */
    CompletionStage<List<DocumentRecord>> sentUnder(String connection, String partner, String controlNumber);

    /**
     * Every revision of the orders of one number that went, or are to go, to a partner: of all legal entities.
     *
     * @param orderNumber compared without regard to case
     * @return in order of entry
     */
    CompletionStage<List<DocumentRecord>> revisionsOf(String connection, String partner, String orderNumber);

    /**
     * Everything that names an order: its revisions, answers and invoices of all partners and legal entities, whatever became of it.
     *
     * @param most documents of each direction, the newest: many invoices of one order do not hide its revisions
     * @return the oldest first
     */
    CompletionStage<List<DocumentRecord>> aboutOrder(OrderReference order, int most);

    /** Orders of which something is open; those first of which an open document has not changed longest. */
    CompletionStage<List<OrderReference>> openOrders(OpenOrders wanted);

    /**
     * Orders by their newest revision, the newest first.
     *
     * @param partner to whom it goes; empty: to any
     * @param most orders, at least 1
     */
    CompletionStage<List<OrderReference>> newestOrders(Optional<String> partner, int most);

    /**
     * Whether an interchange was received from a partner before. Documents that cannot be used do not count: they are sent
     * again, corrected, under the same number.
     *
     * @param controlNumber ISA13 exactly as received
     * @param exceptFile whose documents do not count: a file that is entered in parts is no repetition of itself
     */
    CompletionStage<Boolean> interchangeReceived(
            String connection, String partner, String controlNumber, Optional<DocumentId> exceptFile);
}
