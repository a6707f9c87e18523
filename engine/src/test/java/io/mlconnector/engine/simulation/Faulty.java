package io.mlconnector.engine.simulation;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.document.NewDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How a faulty engine would see or change what passes between it and its journal. */
final class Faulty {

    private Faulty() {}

    static boolean isIntent(FlowState state) {
        return state instanceof SendingState.Uploading
                || state instanceof InvoiceState.PostingWhole
                || state instanceof InvoiceState.PostingHeader
                || state instanceof InvoiceState.PostingLines
                || state instanceof InvoiceState.Attaching;
    }

    /** Claims whose intents are taken for plans. */
    static List<Claim> forgotten(List<?> claims) {
        return claims.stream()
                .map(Claim.class::cast)
                .map(claim -> claim.in(before(claim.state())))
                .toList();
    }

    private static FlowState before(FlowState state) {
        return switch (state) {
            case SendingState.Uploading uploading ->
                new SendingState.Ready(uploading.file(), uploading.failures(), uploading.doubted());
            case InvoiceState.PostingWhole(InvoiceToPost invoice, int failures) ->
                new InvoiceState.Ready(invoice, failures);
            case InvoiceState.PostingHeader(InvoiceToPost invoice, int failures) ->
                new InvoiceState.Ready(invoice, failures);
            default -> state;
        };
    }

    /** Attachments whose process ended are believed not to have left. */
    static List<Claim> unattached(List<?> claims) {
        return claims.stream()
                .map(Claim.class::cast)
                .map(claim -> claim.state() instanceof InvoiceState.Attaching(InvoiceState.Explained invoice)
                        ? claim.in(new InvoiceState.ToAttach(invoice))
                        : claim)
                .toList();
    }

    /** Remembers the newest claim of every document, whoever has it. */
    static Object remembered(Call call, List<?> claims) {
        claims.forEach(claim -> call.shared().put(((Claim) claim).id(), claim));
        return claims;
    }

    static Claim latest(Call call, Claim late) {
        return call.shared().get(late.id()) instanceof Claim newest
                ? new Claim(
                        late.id(),
                        newest.epoch(),
                        late.connection(),
                        late.partner(),
                        late.type(),
                        late.keys(),
                        late.state(),
                        late.content(),
                        late.sequenceKey())
                : late;
    }

    static List<NewDocument> each(Object documents, UnaryOperator<NewDocument> change) {
        return ((List<?>) documents)
                .stream().map(NewDocument.class::cast).map(change).toList();
    }

    /** A document without its dedupe key, its sequence or its fingerprint. */
    static NewDocument with(NewDocument document, boolean key, boolean sequence, boolean fingerprint) {
        return new NewDocument(
                document.id(),
                document.connection(),
                document.partner(),
                document.direction(),
                document.type(),
                key ? document.dedupeKey() : Optional.empty(),
                fingerprint ? document.fingerprint() : Optional.empty(),
                sequence ? document.sequenceKey() : Optional.empty(),
                document.keys(),
                document.validity(),
                document.state(),
                document.content(),
                document.history());
    }

    static Change withoutJob(Change change) {
        return new Change(
                change.state(),
                change.next(),
                change.history(),
                change.amendments().stream()
                        .filter(amendment -> !(amendment instanceof Amendment.Job))
                        .toList());
    }

    static Change withoutHistory(Change change) {
        return new Change(
                change.state(),
                change.next(),
                change.state() instanceof SendingState.Delivered ? List.of() : change.history(),
                change.amendments());
    }

    /** One asking is enough to believe that a write did not happen. */
    static Change hasty(Change change) {
        return change.state() instanceof InvoiceState.InDoubt(var invoice, var reference, var since, int asked)
                        && asked >= 1
                        && reference.isEmpty()
                ? Change.of(Decision.of(
                        new InvoiceState.Ready(invoice, 0),
                        new Step.WaitUntil(since),
                        change.history().getLast()))
                : change;
    }

    /** Only confirmations that this process was not shown before. */
    static Object onlyNew(Call call, Object answer) {
        return switch (answer) {
            case Outcome.Done<?>(Confirmations(var readable, var unreadable)) ->
                Outcome.done(new Confirmations(notSeen(call, readable), unreadable));
            case Outcome.Done<?>(List<?> confirmations) -> Outcome.done(notSeen(call, confirmations));
            default -> answer;
        };
    }

    private static List<Confirmation> notSeen(Call call, List<?> confirmations) {
        return confirmations.stream()
                .map(Confirmation.class::cast)
                .filter(confirmation -> call.seen().add(confirmation.key().toString()))
                .toList();
    }

    /** Takes numbers from a counter that begins anew with every process. */
    static Function<ControlNumbers, Optional<Change>> numbered(Call call, Function<?, ?> change) {
        @SuppressWarnings("unchecked") // the only function that a journal is given
        Function<ControlNumbers, Optional<Change>> asked = (Function<ControlNumbers, Optional<Change>>) change;
        return ignored -> {
            long next = call.memory().get("last") instanceof Long last ? last + 1 : 1;
            call.memory().put("last", next);
            return asked.apply(new ControlNumbers(next, next, 1));
        };
    }
}
