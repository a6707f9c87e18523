package io.mlconnector.engine.simulation;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.Next;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What faulty decisions would put into the journal. */
final class Misjudged {

    private Misjudged() {}

    /**
     * A person's wish that is decided in another way.
     *
     * @param word the wish
     * @param instead the state before and what was decided, to the state that is decided instead; empty if nothing changes
     */
    static CompletionStage<?> intervention(
            Call call, String word, BiFunction<FlowState, Change, Optional<? extends FlowState>> instead)
            throws Exception {
        if (!call.named("intervene")) {
            return call.goOn();
        }
        @SuppressWarnings("unchecked") // the only function that an intervention is given
        Function<DocumentRecord, Optional<Change>> rule = (Function<DocumentRecord, Optional<Change>>) call.argument(2);
        Function<DocumentRecord, Optional<Change>> wrong = document -> rule.apply(document)
                .map(decided -> decided.history().getLast().event().equals(word)
                        ? instead.apply(document.state(), decided)
                                .map(FlowState.class::cast)
                                .map(state -> in(decided, state, (Instant) call.argument(1)))
                                .orElse(decided)
                        : decided);
        return call.with(2, wrong);
    }

    private static Change in(Change change, FlowState state, Instant now) {
        return new Change(
                state,
                state.condition().settled() ? new Next.Rest() : new Next.TakeUp(now),
                change.history(),
                change.amendments());
    }

    /** A file whose notes say something else. */
    static CompletionStage<?> notes(Call call, UnaryOperator<Note> instead) throws Exception {
        if (!call.named("receive")) {
            return call.goOn();
        }
        return call.with(
                2,
                ((List<?>) call.argument(2))
                        .stream().map(Note.class::cast).map(instead).toList());
    }

    static Note saying(Note note, Optional<Acknowledgement> answer) {
        return new Note(note.document(), note.entry(), answer, note.weight(), note.source());
    }

    /** The same note about the newest revision of the order. */
    static Note newest(Call call, Note note) {
        Journal journal = (Journal) call.whole();
        DocumentRecord about =
                journal.find(note.document()).toCompletableFuture().join().orElseThrow();
        OrderKey key = new OrderKey(
                new LegalEntity(about.keys().legalEntity()),
                about.keys().orderNumber(),
                about.keys().confirmationNumber());
        DocumentId newest = journal.sequence(DedupeKeys.sequenceOfOrder(about.connection(), key))
                .toCompletableFuture()
                .join()
                .getLast()
                .id();
        return new Note(newest, note.entry(), note.answer(), note.weight(), note.source());
    }

    /** What was answered last counts, whatever was answered before. */
    static CompletionStage<?> noted(Call call) throws Exception {
        if (!call.named("receive")) {
            return call.goOn();
        }
        Journal journal = (Journal) call.whole();
        return call.goOn().thenApply(received -> {
            ((List<?>) call.argument(2))
                    .stream()
                            .map(Note.class::cast)
                            .filter(note -> note.answer().isPresent())
                            .forEach(note -> journal.note(note.document(), note.entry(), List.of(), note.answer()));
            return received;
        });
    }

    /** Each outgoing document once more, under another id. */
    static List<NewDocument> twice(List<?> documents) {
        List<NewDocument> all = new ArrayList<>();
        for (Object one : documents) {
            NewDocument document = (NewDocument) one;
            all.add(document);
            if (document.direction() == Direction.OUTBOUND) {
                all.add(new NewDocument(
                        new DocumentId(document.id().text().substring(1) + "z"),
                        document.connection(),
                        document.partner(),
                        document.direction(),
                        document.type(),
                        document.dedupeKey(),
                        document.fingerprint(),
                        document.sequenceKey(),
                        document.keys(),
                        document.validity(),
                        document.state(),
                        document.content(),
                        document.history()));
            }
        }
        return all;
    }

    static InvoiceToPost positive(InvoiceToPost invoice) {
        return copy(
                invoice,
                invoice.legalEntity(),
                invoice.lines().stream()
                        .map(line -> new InvoiceToPost.Line(
                                line.number(),
                                line.orderNumber(),
                                line.orderLine(),
                                line.item(),
                                line.category(),
                                line.description(),
                                new Quantity(
                                        line.quantity().amount().abs(),
                                        line.quantity().unit()),
                                line.price(),
                                line.netAmount().abs()))
                        .toList());
    }

    static InvoiceToPost in(InvoiceToPost invoice, LegalEntity company) {
        return copy(invoice, company, invoice.lines());
    }

    private static InvoiceToPost copy(InvoiceToPost invoice, LegalEntity company, List<InvoiceToPost.Line> lines) {
        return new InvoiceToPost(
                company,
                invoice.vendor(),
                invoice.number(),
                invoice.date(),
                invoice.currency(),
                invoice.orderNumber(),
                invoice.total(),
                invoice.tax(),
                invoice.mark(),
                lines,
                invoice.charges(),
                invoice.waived());
    }
}
