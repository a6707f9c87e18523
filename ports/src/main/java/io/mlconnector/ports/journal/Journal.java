package io.mlconnector.ports.journal;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Every document, its place and its whole history. The one source of truth about what we did.
 *
 * <p>Each method is one transaction. A stage fails only if the store is away or on a defect; then nothing is known to be
 * saved, and the caller stops working on the document: its claim runs out and somebody takes it up again.
 */
public interface Journal {

    /**
     * Enters documents that are not there yet; those whose dedupe key is there already are left alone.
     *
     * @return the ids of the new ones
     */
    CompletionStage<List<DocumentId>> announce(List<NewDocument> documents);

    /**
     * Enters a file with its documents. A document whose dedupe key is there already is kept as a duplicate if its
     * fingerprint is the same, and held otherwise: the same numbers with other content are never dropped.
     *
     * @param notes what the file says of documents that are there already; whoever is not there is passed over
     */
    CompletionStage<Received> receive(NewFile file, List<NewDocument> documents, List<Note> notes);

    /** Enters a file that says nothing of documents that are there already. */
    default CompletionStage<Received> receive(NewFile file, List<NewDocument> documents) {
        return receive(file, documents, List.of());
    }

    /**
     * Which files of a folder were taken already, in the same state.
     *
     * @return name and state, joined by a line feed, of those that are known
     */
    CompletionStage<Set<String>> known(String connection, String folder);

    /**
     * Takes documents that are due: never claimed, their time has come, or their claim ran out. Of documents with one
     * sequence key only the oldest that is not settled is taken.
     *
     * @param node who works on them
     * @param most at most so many
     * @param lease how long the claim lasts unless a commit renews it
     * @param now the time
     */
    CompletionStage<List<Claim>> claim(String node, int most, Duration lease, Instant now);

    /**
     * Changes a claimed document. A change that does not rest renews the claim.
     *
     * @param now the time
     * @param lease how long the renewed claim lasts
     */
    CompletionStage<Committed> commit(Claim claim, Change change, Instant now, Duration lease);

    /**
     * The same, with control numbers that nobody else has or will have. Both happen in one transaction: no number is
     * taken without the change that uses it.
     *
     * @param sequence from which the numbers come
     * @param change computed from the numbers; pure
     */
    CompletionStage<Committed> commit(
            Claim claim, NumberSequence sequence, Function<ControlNumbers, Change> change, Instant now, Duration lease);

    /**
     * Keeps claims that are still ours: as long as their process is alive, nobody else takes their documents.
     *
     * @param now the time
     * @param lease how long they last from now on
     */
    CompletionStage<Void> renew(List<Claim> claims, Instant now, Duration lease);

    /**
     * Ends every claim of a node: at its start, because whatever it had in hand was left by its own predecessor.
     *
     * @return how many there were
     */
    CompletionStage<Integer> takeOver(String node);

    /** The document whose job this is, if one has it; see {@link Change#jobKey()}. */
    CompletionStage<Optional<DocumentId>> jobOwner(String jobKey);

    /** Control numbers up to this one are in use already: none of them is given out again. */
    CompletionStage<Void> usedUpTo(NumberSequence sequence, long number);

    /**
     * What became of control numbers, the latest first.
     *
     * @param most at most so many blocks; 1 or more
     * @param sequence empty for all sequences
     */
    CompletionStage<List<NumberBlock>> numbers(int most, Optional<NumberSequence> sequence);

    /** Gives claims back unchanged, so that somebody else can take the documents at once. */
    CompletionStage<Void> giveBack(List<Claim> claims);

    /**
     * A person intervenes. The decision is made on the state that is then stored, under the document's lock; a
     * document on which somebody works right now is left alone. The change may bring payloads and a new content; one that
     * does not rest makes the document due at once.
     *
     * @param decide empty if the state does not allow it; pure
     * @return the document afterwards; empty if there is none, somebody works on it, or {@code decide} said no
     */
    CompletionStage<Optional<DocumentRecord>> intervene(
            DocumentId id, Instant now, Function<DocumentRecord, Optional<Change>> decide);

    /**
     * Writes down something about a document without changing its place, such as what the partner answered to it.
     *
     * @param acknowledgement empty if nothing changes
     */
    CompletionStage<Void> note(
            DocumentId id,
            HistoryEntry entry,
            List<Payload> payloads,
            Optional<io.mlconnector.domain.words.Acknowledgement> acknowledgement);

    /**
     * The time in which the partner should have answered is over. An answer that came meanwhile counts.
     *
     * @return whether it is overdue now: its answer is still awaited
     */
    CompletionStage<Boolean> overdue(DocumentId id, HistoryEntry entry);

    /** One document. */
    CompletionStage<Optional<DocumentRecord>> find(DocumentId id);

    /** Documents, newest first. */
    CompletionStage<List<DocumentRecord>> list(DocumentFilter filter);

    /** Every document with one sequence key, oldest first. */
    CompletionStage<List<DocumentRecord>> sequence(String sequenceKey);

    /** The history of a document or file, in order. */
    CompletionStage<List<RecordedEntry>> history(DocumentId id);

    /** Files, newest first. */
    CompletionStage<List<FileRecord>> files(int most, Optional<DocumentId> after);

    /** One file. */
    CompletionStage<Optional<FileRecord>> file(DocumentId id);

    /** Files that are to be removed at the gateway: all their documents are settled. */
    CompletionStage<List<FileRecord>> filesToRemove(String connection, String folder);

    /** A file is about to be removed at the gateway; stored once, however often it is tried. */
    CompletionStage<Void> removing(DocumentId file, HistoryEntry entry);

    /** A file was removed at the gateway, or was gone. */
    CompletionStage<Void> removed(DocumentId file, HistoryEntry entry);

    /** Stored bytes. */
    CompletionStage<Optional<Payload>> payload(ContentHash hash);

    /**
     * A received Business Event or similar, stored before it is answered.
     *
     * @param key under which a repeated event is recognised
     * @param body as received
     * @return whether it was new
     */
    CompletionStage<Boolean> hear(String connection, String key, byte[] body, Instant now);

    /** Something that a poll remembers; empty if it was never set. */
    CompletionStage<Optional<String>> cursor(String name);

    /** Remembers something for the next poll. */
    CompletionStage<Void> moveCursor(String name, String value);
}
