package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Progress;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where an incoming vendor invoice stands. The states that precede a write say so, because a state found without an
 * outcome after a crash means that nobody knows.
 */
public sealed interface InvoiceState extends Progress {

    @Override
    default Stage stage() {
        return Stage.CHECKED;
    }

    /**
     * Read from its file; nothing was aligned or checked yet.
     *
     * @param waived what a person decided to accept
     * @param failures failed attempts so far
     */
    record Received(Set<Cause> waived, int failures) implements InvoiceState {
        public Received {
            waived = Collections.unmodifiableSortedSet(new TreeSet<>(waived));
        }

        /** The person accepts what it was held for. */
        @Override
        public Progress released(Held held) {
            Set<Cause> all = new HashSet<>(waived);
            all.addAll(held.causes());
            return new Received(all, 0);
        }

        @Override
        public Stage stage() {
            return Stage.DECODED;
        }
    }

    /**
     * Aligned and checked; certainly not in F&O.
     *
     * @param invoice what will be posted
     * @param failures failed attempts so far
     */
    record Ready(InvoiceToPost invoice, int failures) implements InvoiceState {
        public Ready {
            Objects.requireNonNull(invoice, "invoice");
        }
    }

    /**
     * The intent to create header and lines in one change set is stored; the mark is the header reference.
     *
     * @param invoice what is posted
     * @param failures failed attempts so far
     */
    record PostingWhole(InvoiceToPost invoice, int failures) implements InvoiceState {
        public PostingWhole {
            Objects.requireNonNull(invoice, "invoice");
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }
    }

    /**
     * The intent to create the header is stored; F&O assigns its reference.
     *
     * @param invoice what is posted
     * @param failures failed attempts so far
     */
    record PostingHeader(InvoiceToPost invoice, int failures) implements InvoiceState {
        public PostingHeader {
            Objects.requireNonNull(invoice, "invoice");
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }
    }

    /**
     * The header exists; lines are missing and certainly not under way.
     *
     * @param invoice what is posted
     * @param headerReference the header's reference
     * @param missing numbers of the missing lines
     * @param failures failed attempts so far
     */
    record HeaderPosted(InvoiceToPost invoice, String headerReference, Set<Integer> missing, int failures)
            implements InvoiceState {
        public HeaderPosted {
            Objects.requireNonNull(invoice, "invoice");
            Objects.requireNonNull(headerReference, "headerReference");
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }
    }

    /**
     * The intent to create the missing lines, all in one change set, is stored.
     *
     * @param invoice what is posted
     * @param headerReference the header's reference
     * @param missing numbers of the lines that are created
     * @param failures failed attempts so far
     */
    record PostingLines(InvoiceToPost invoice, String headerReference, Set<Integer> missing, int failures)
            implements InvoiceState {
        public PostingLines {
            Objects.requireNonNull(invoice, "invoice");
            Objects.requireNonNull(headerReference, "headerReference");
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }
    }

    /**
     * A header in F&O that a person wants gone, with the document.
     *
     * @param invoice what was posted
     * @param headerReference the header's reference
     * @param missing parts that F&O did not have when it was last looked at
     * @param discarded who discards the document and why
     */
    record LeftHeader(InvoiceToPost invoice, String headerReference, Set<Integer> missing, Problem discarded) {
        public LeftHeader {
            Objects.requireNonNull(invoice, "invoice");
            Objects.requireNonNull(headerReference, "headerReference");
            Objects.requireNonNull(discarded, "discarded");
            missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        }

        /** What F&O has of it besides the header, numbered as by {@link InvoiceToPost#parts()}. */
        public Set<Integer> parts() {
            Set<Integer> parts = new TreeSet<>(invoice.parts());
            parts.removeAll(missing);
            return parts;
        }

        /** The same, of which F&O has these parts. */
        public LeftHeader having(Set<Integer> parts) {
            Set<Integer> without = new TreeSet<>(invoice.parts());
            without.removeAll(parts);
            return new LeftHeader(invoice, headerReference, without, discarded);
        }
    }

    /**
     * A header was left behind in F&O and is to be deleted; first F&O is asked what is there. No deletion is under way, or it is
     * unknown whether one happened.
     *
     * @param header which
     * @param doubted whether a deletion may have happened
     * @param asked how often F&O was asked since the doubt arose
     * @param failures failed attempts so far
     */
    record HeaderToDelete(LeftHeader header, boolean doubted, int asked, int failures) implements InvoiceState {
        public HeaderToDelete {
            Objects.requireNonNull(header, "header");
        }

        @Override
        public Condition condition() {
            return doubted ? Condition.UNKNOWN : Condition.MOVING;
        }

        @Override
        public Optional<Problem> reason() {
            return doubted
                    ? Optional.of(Problem.of(
                            ProblemCode.DELETE_IN_DOUBT,
                            header.invoice().number(),
                            "Nobody knows yet whether the header " + header.headerReference() + " of invoice "
                                    + header.invoice().number() + " was deleted in F&O; F&O is being asked."))
                    : Optional.empty();
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }
    }

    /**
     * The intent to delete the header is stored.
     *
     * @param header which
     * @param failures failed attempts so far
     */
    record DeletingHeader(LeftHeader header, int failures) implements InvoiceState {
        public DeletingHeader {
            Objects.requireNonNull(header, "header");
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }
    }

    /**
     * A write may or may not have happened.
     *
     * @param invoice what was posted
     * @param headerReference the header's reference, if it is known; then only lines may be in doubt
     * @param since when the doubt arose
     * @param asked how often F&O was asked already
     */
    record InDoubt(InvoiceToPost invoice, Optional<String> headerReference, Instant since, int asked)
            implements InvoiceState {
        public InDoubt {
            Objects.requireNonNull(invoice, "invoice");
            Objects.requireNonNull(headerReference, "headerReference");
            Objects.requireNonNull(since, "since");
        }

        @Override
        public Condition condition() {
            return Condition.UNKNOWN;
        }

        @Override
        public Optional<Problem> reason() {
            return Optional.of(Problem.of(
                    ProblemCode.POST_IN_DOUBT,
                    invoice.number(),
                    "Nobody knows yet whether invoice " + invoice.number() + " arrived in F&O; F&O is being asked."));
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }

        /** F&O is asked again, as often as the first time; what it was found to have otherwise is accepted. */
        @Override
        public Progress released(Held held) {
            List<Cause> accepted = held.causes().stream()
                    .filter(cause -> cause.code().equals(ProblemCode.INVOICE_DIFFERS.text()))
                    .toList();
            return new InDoubt(accepted.isEmpty() ? invoice : invoice.accepting(accepted), headerReference, since, 0);
        }

        /** The same doubt, with nothing asked yet. */
        InDoubt askedAnew() {
            return new InDoubt(invoice, headerReference, since, 0);
        }
    }

    /**
     * Header and all lines are in F&O.
     *
     * @param headerReference the header's reference
     * @param at when that became certain
     */
    record Posted(String headerReference, Instant at) implements InvoiceState {
        public Posted {
            Objects.requireNonNull(headerReference, "headerReference");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Stage stage() {
            return Stage.POSTED;
        }

        @Override
        public Condition condition() {
            return Condition.DONE;
        }

        @Override
        public boolean mayHaveWritten() {
            return true;
        }
    }

    /**
     * The follow-up of a posted invoice: what explains it is attached to the pending invoice in F&O. It counts as done, so that nothing
     * waits for it, and no way leads from here back to posting: whatever comes of it, the document ends as {@link Posted}.
     */
    sealed interface FollowUp extends InvoiceState {

        /** The posted invoice. */
        Explained invoice();

        @Override
        default Stage stage() {
            return Stage.POSTED;
        }

        @Override
        default Condition condition() {
            return Condition.DONE;
        }

        @Override
        default boolean mayHaveWritten() {
            return true;
        }
    }

    /**
     * The posted invoice to which something is attached.
     *
     * @param posted where it is in F&O
     * @param legalEntity the company that owes the money
     * @param number the vendor's invoice number
     * @param failures failed attempts to attach so far
     */
    record Explained(Posted posted, LegalEntity legalEntity, String number, int failures) {
        public Explained {
            Objects.requireNonNull(posted, "posted");
            Objects.requireNonNull(legalEntity, "legalEntity");
            Objects.requireNonNull(number, "number");
        }

        /** The same after so many failed attempts. */
        public Explained failed(int times) {
            return new Explained(posted, legalEntity, number, times);
        }
    }

    /** Posted; what is attached already is asked first, and what is missing is certainly not under way. */
    record ToAttach(Explained invoice) implements FollowUp {}

    /** The intent to create the missing attachments, all in one change set, is stored. */
    record Attaching(Explained invoice) implements FollowUp {}

    /**
     * The attachments may or may not have been created.
     *
     * @param invoice to which they belong
     * @param asked how often F&O was asked already
     */
    record AttachmentsInDoubt(Explained invoice, int asked) implements FollowUp {}

    /**
     * The same business document is there already.
     *
     * @param why where it is
     * @param duplicateOf the document of ours that it repeats; empty if F&O has the invoice from somebody else
     */
    record Duplicate(Problem why, Optional<DocumentId> duplicateOf) implements InvoiceState {
        public Duplicate {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(duplicateOf, "duplicateOf");
        }

        @Override
        public Stage stage() {
            return Stage.DECODED;
        }

        @Override
        public Condition condition() {
            return Condition.DUPLICATE;
        }

        @Override
        public Optional<Problem> reason() {
            return Optional.of(why);
        }
    }
}
