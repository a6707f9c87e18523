package io.mlconnector.engine.intervention;

import io.mlconnector.domain.agreement.InvoiceAgreement.Advice;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.answering.AdvisedDocument.Remark;
import io.mlconnector.domain.answering.advice.PartnerAdvice;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Advising.Result;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.RepeatedLook;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the partners of a connection that agreed on it, by an 824, what is wrong with invoices that only they can correct. Looks every
 * few seconds at what stands still; that nothing is told twice is the journal's doing, however often a process ends in the middle.
 */
public final class AutomaticAdvice implements Activity {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PAGE = 200;

    /** For about so many documents of which the partner was told each look asks whether he sent them again. */
    private static final int CORRECTIONS = 10;

    /** So many documents are remembered as told, to spare the journal the question. */
    private static final int REMEMBERED = 10_000;

    /** What stands still for longer is left to people: agreeing on advice writes no letters about the past. */
    static final Duration RECENT = Duration.ofDays(7);

    private final Engine engine;
    private final Connection connection;
    private final Advising advising;
    private final RepeatedLook repeated;
    private final List<String> partners;

    /**
     * What was done about a document.
     *
     * @param changedAt when it had last changed
     * @param told whether there was something to tell the partner
     */
    private record Seen(Instant changedAt, boolean told) {}

    private final Map<DocumentId, Seen> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DocumentId, Seen> eldest) {
            return size() > REMEMBERED;
        }
    };

    private int looks;
    private int told;

    /** Over one connection. */
    public AutomaticAdvice(Engine engine, Connection connection, Health health) {
        this.engine = engine;
        this.connection = connection;
        this.advising = new Advising(engine);
        this.partners = agreed(connection);
        this.repeated = new RepeatedLook(
                engine.loop(), engine.clock(), health, "Advice of " + connection.id(), PAUSE, this::look);
    }

    /** Whether a partner of the connection agreed on it. */
    public static boolean wanted(Connection connection) {
        return !agreed(connection).isEmpty();
    }

    private static List<String> agreed(Connection connection) {
        return connection.partners().all().stream()
                .filter(partner -> partner.invoices()
                        .filter(invoices -> invoices.advice() == Advice.AUTOMATIC)
                        .isPresent())
                .map(TradingPartner::id)
                .map(Object::toString)
                .toList();
    }

    @Override
    public void start() {
        repeated.start();
    }

    @Override
    public Future<Void> stop() {
        return repeated.stop();
    }

    private Future<Optional<Problem>> look() {
        looks++;
        told = (int) seen.values().stream().filter(Seen::told).count();
        Future<Void> all = Future.succeededFuture();
        for (String partner : partners) {
            for (Condition condition : List.of(Condition.HELD, Condition.DUPLICATE)) {
                all = all.compose(ignored -> page(partner, condition, Optional.empty()));
            }
        }
        return all.map(Optional.empty());
    }

    private Future<Void> page(String partner, Condition condition, Optional<DocumentId> behind) {
        DocumentFilter standing = DocumentFilter.ALL
                .where(
                        new Criterion.OfConnection(connection.id()),
                        new Criterion.OfPartner(partner),
                        new Criterion.Going(Direction.INBOUND),
                        new Criterion.OfType("810"),
                        new Criterion.InCondition(condition),
                        new Criterion.CreatedFrom(engine.clock().instant().minus(RECENT)))
                .page(PAGE, behind);
        return engine.onContext(engine.journal().list(standing))
                .compose(found -> tell(found)
                        .compose(ignored -> found.size() < PAGE || repeated.stopping()
                                ? Future.succeededFuture()
                                : page(
                                        partner,
                                        condition,
                                        Optional.of(found.getLast().id()))));
    }

    private Future<Void> tell(List<DocumentRecord> found) {
        Future<Void> all = Future.succeededFuture();
        for (DocumentRecord document : found) {
            Seen before = seen.get(document.id());
            if (before == null || !before.changedAt().equals(document.changedAt())) {
                all = all.compose(ignored -> repeated.stopping() ? Future.succeededFuture() : tell(document));
            } else if (before.told() && itsTurn(document.id())) {
                all = all.compose(ignored -> repeated.stopping() ? Future.succeededFuture() : corrected(document));
            }
        }
        return all;
    }

    private Future<Void> tell(DocumentRecord document) {
        List<Cause> causes = document.state() instanceof Held held
                ? held.causes()
                : document.reason().map(Problem::cause).stream().toList();
        return advising.stored(document)
                .compose(set -> set.map(said -> tell(document, said, causes))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .onSuccess(result -> {
                    seen.put(document.id(), new Seen(document.changedAt(), result.isPresent()));
                    if (result.filter(Result.Announced.class::isInstance).isPresent()) {
                        engine.loop().signal(Signals.DUE, "");
                    }
                })
                .mapEmpty();
    }

    private boolean itsTurn(DocumentId document) {
        int rounds = Math.max(1, told / CORRECTIONS);
        return Math.floorMod(document.hashCode() + looks, rounds) == 0;
    }

    /** An invoice of which the partner was told, and which he then sent again in order, is waiting for nobody any more. */
    private Future<Void> corrected(DocumentRecord document) {
        String number = document.keys().invoiceNumber();
        if (number.isEmpty() || document.condition() != Condition.HELD) {
            return Future.succeededFuture();
        }
        return engine.onContext(engine.journal()
                        .list(DocumentFilter.ALL
                                .where(
                                        new Criterion.OfConnection(connection.id()),
                                        new Criterion.OfPartner(document.partner()),
                                        new Criterion.Going(Direction.INBOUND),
                                        new Criterion.OfType("810"),
                                        new Criterion.InCondition(Condition.DONE),
                                        new Criterion.CreatedFrom(document.createdAt()),
                                        new Criterion.Mentioning(number))
                                .page(PAGE, Optional.empty())))
                .compose(later -> later.stream()
                        .filter(other -> !other.id().equals(document.id())
                                && other.keys().invoiceNumber().equals(number))
                        .findFirst()
                        .map(other -> replaced(document, other.id()))
                        .orElseGet(Future::succeededFuture));
    }

    private Future<Void> replaced(DocumentRecord document, DocumentId by) {
        Instant now = engine.clock().instant();
        Problem why = Problem.of(
                ProblemCode.SENT_AGAIN,
                document.id().text(),
                "The partner, who was told what is wrong with invoice "
                        + document.keys().invoiceNumber() + ", sent it again; document " + by
                        + ", which was posted, takes the place of this one.");
        return engine.onContext(engine.journal()
                        .intervene(
                                document.id(),
                                now,
                                stored -> stored.state() instanceof Held held && !held.mayHaveWritten()
                                        ? Optional.of(Change.of(Decision.of(
                                                new Discarded(why, held, Optional.of(by)),
                                                new Step.Rest(),
                                                HistoryEntry.entry(
                                                        now, "replaced", why.with("replacedBy", by.text())))))
                                        : Optional.empty()))
                .onSuccess(ignored -> seen.remove(document.id()))
                .compose(discarded -> discarded.isEmpty()
                        ? Future.succeededFuture()
                        : engine.onContext(engine.journal()
                                .note(
                                        by,
                                        HistoryEntry.entry(
                                                now,
                                                "replaces",
                                                "Takes the place of document " + document.id()
                                                        + ", which was held; the partner had been told why."),
                                        List.of(),
                                        Optional.empty())));
    }

    private Future<Optional<Result>> tell(DocumentRecord document, ReceivedSet set, List<Cause> causes) {
        List<Remark> remarks = PartnerAdvice.of(causes, set.invoice(), set.problems());
        if (remarks.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        Set<String> reasons = causes.stream()
                .filter(cause -> !PartnerAdvice.of(List.of(cause), set.invoice(), set.problems())
                        .isEmpty())
                .map(Cause::code)
                .collect(Collectors.toSet());
        return advising.advise(document, set, reasons, remarks).map(Optional::of);
    }
}
