package io.mlconnector.engine.simulation;

import io.mlconnector.domain.answering.Weight;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Faults that the decisions may well have, about persons' wishes and partners' answers. The decisions are functions that nothing
 * can be put in between, so each is planted where its result enters the journal or leaves for F&O.
 */
enum DomainFaults implements PlantedFault {

    /** A released order that is in doubt is written anew, under another name and number. */
    RELEASED_DOUBT_WRITTEN_ANEW(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return Misjudged.intervention(
                    call,
                    "release",
                    (before, decided) -> before instanceof Held(var why, var causes, SendingState.InDoubt doubt)
                            ? Optional.of(new SendingState.Announced(0))
                            : Optional.empty());
        }
    },

    /** What is restored after it was in doubt begins anew. */
    RESTORED_DOUBT_BEGUN_ANEW(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return Misjudged.intervention(
                    call,
                    "restore",
                    (before, decided) -> before instanceof Discarded && before.mayHaveWritten()
                            ? Optional.of(new SendingState.Announced(0))
                            : Optional.empty());
        }
    },

    /** What a person discards goes on all the same. */
    DISCARDED_GOES_ON(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return Misjudged.intervention(call, "discard", (before, decided) -> switch (before) {
                case Held(var why, var causes, SendingState resume) -> Optional.of(resume);
                case Held(var why, var causes, InvoiceState resume) -> Optional.of(resume);
                default -> Optional.empty();
            });
        }
    },

    /** An order that was never sent counts as sent after a person has edited it. */
    EDITED_COUNTS_AS_DELIVERED(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return Misjudged.intervention(
                    call,
                    "resubmitted",
                    (before, decided) -> decided.state() instanceof SendingState.Ready ready
                            ? Optional.of(new SendingState.Delivered(
                                    ready.file(), decided.history().getLast().at()))
                            : Optional.empty());
        }
    },

    /** An 855 is taken for an answer to the newest revision. */
    ANSWER_OF_ANOTHER_REVISION(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return Misjudged.notes(
                    call, note -> note.entry().message().contains("with an 855") ? Misjudged.newest(call, note) : note);
        }
    },

    /** A 997 that rejects is written down as one that accepts. */
    REJECTION_TAKEN_FOR_ACCEPTANCE(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return Misjudged.notes(
                    call,
                    note -> note.weight() == Weight.TECHNICAL
                            ? Misjudged.saying(note, Optional.of(Acknowledgement.ACCEPTED))
                            : note);
        }
    },

    /** A rejection is taken back by whatever comes later. */
    REJECTION_TAKEN_BACK(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return Misjudged.noted(call);
        }
    },

    /** An interchange is answered by two 997s. */
    ANSWERED_TWICE(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.named("receive") ? call.with(1, Misjudged.twice((List<?>) call.argument(1))) : call.goOn();
        }
    },

    /** A credit note is posted as an invoice. */
    CREDIT_POSTED_AS_INVOICE(VendorInvoices.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.arguments()[0] instanceof InvoiceToPost invoice
                    ? call.with(0, Misjudged.positive(invoice))
                    : call.goOn();
        }
    },

    /** Every invoice goes to the first company. */
    COMPANY_MISTAKEN(VendorInvoices.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.arguments()[0] instanceof InvoiceToPost invoice
                    ? call.with(0, Misjudged.in(invoice, Trade.USMF))
                    : call.goOn();
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a class is
    private final Class<?> port;

    DomainFaults(Class<?> port) {
        this.port = port;
    }

    /** What becomes of a call. */
    abstract CompletionStage<?> call(Call call) throws Exception;

    @Override
    public <T> T in(Class<T> asked, T whole, Map<Object, Object> shared) {
        return asked == port ? Call.intercepted(asked, whole, shared, this::call) : whole;
    }
}
