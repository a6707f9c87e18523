package io.mlconnector.engine.confirmation;

import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Enters the confirmations of a period as if they were found now, also those before the day from which on orders are sent. Everything
 * else holds as always: what is known is not entered again, and a revision that is older than what was delivered is recorded as
 * superseded and not sent.
 */
public final class Backfill {

    /** So many documents enter in one transaction. */
    private static final int PART = 200;

    private final Engine engine;
    private final Connection connection;
    private final OrderEntries entries;

    /** For one connection. */
    public Backfill(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
        this.entries = new OrderEntries(engine, connection);
    }

    /** What becomes of a confirmation, or would become. */
    public enum Verdict {
        /** Enters, and is sent by the usual rules. */
        NEW,
        /** Was entered before. */
        KNOWN,
        /** Enters as not for EDI: its vendor is no partner, or its kind is not sent. */
        NOT_FOR_EDI,
        /** Cannot be read; enters as held. */
        UNREADABLE
    }

    /**
     * One confirmation.
     *
     * @param day on which F&O says it was confirmed; empty if it cannot be read
     * @param document under which it is known, or enters; empty in a forecast of what is new
     */
    public record Found(
            String legalEntity,
            String orderNumber,
            String confirmationNumber,
            Optional<LocalDate> day,
            Verdict verdict,
            Optional<DocumentId> document) {}

    /** What came of it. */
    public sealed interface Result {}

    /**
     * F&O was read.
     *
     * @param found every confirmation of the period, in the order of F&O
     */
    public record Done(List<Found> found) implements Result {
        public Done {
            found = List.copyOf(found);
        }
    }

    /**
     * F&O could not be read; nothing was entered.
     *
     * @param why not
     */
    public record NotRead(Problem why) implements Result {}

    /**
     * Reads the period and enters what is not known.
     *
     * @param legalEntities in which to look; not empty
     * @param from the first day
     * @param to the last day; not before the first
     * @param forecast only says what would become of each
     */
    public Future<Result> run(Set<LegalEntity> legalEntities, LocalDate from, LocalDate to, boolean forecast) {
        return engine.onContext(connection.purchaseOrders().confirmedSince(legalEntities, from))
                .compose(outcome -> switch (outcome) {
                    case Outcome.Done<Confirmations>(Confirmations confirmations) ->
                        new ContentRevisions(engine, connection)
                                .numbered(confirmations.readable())
                                .map(numbered -> new Confirmations(numbered, confirmations.unreadable()))
                                .compose(numbered -> judged(candidates(numbered, to)))
                                .compose(found -> forecast ? done(found) : entered(found));
                    case Outcome.Refused<Confirmations>(Problem why) -> notRead(why);
                    case Outcome.NotNow<Confirmations>(Problem why, Optional<Duration> ignored) -> notRead(why);
                    case Outcome.Unknown<Confirmations>(Problem why) -> notRead(why);
                });
    }

    /** A confirmation with the document that it would be, and with the one beside it. */
    private record Candidate(
            NewDocument document, Optional<NewDocument> beside, Optional<LocalDate> day, boolean readable) {}

    private record Judged(Candidate candidate, Found found) {}

    private List<Candidate> candidates(Confirmations confirmations, LocalDate to) {
        List<Candidate> candidates = new ArrayList<>();
        confirmations
                .unreadable()
                .forEach(row ->
                        candidates.add(new Candidate(entries.of(row), Optional.empty(), Optional.empty(), false)));
        confirmations.readable().stream()
                .filter(confirmation -> !confirmation.date().isAfter(to))
                .forEach(confirmation -> candidates.add(new Candidate(
                        entries.of(confirmation),
                        entries.beside(confirmation),
                        Optional.of(confirmation.date()),
                        true)));
        return candidates;
    }

    private Future<List<Judged>> judged(List<Candidate> candidates) {
        List<Judged> judged = new ArrayList<>();
        return OneAfterAnother.of(
                        candidates,
                        candidate -> known(candidate)
                                .onSuccess(known -> judged.add(new Judged(candidate, found(candidate, known))))
                                .mapEmpty())
                .map(ignored -> judged);
    }

    /** The document under which it entered before. */
    private Future<Optional<DocumentId>> known(Candidate candidate) {
        Optional<String> sequence = candidate.document().sequenceKey();
        if (sequence.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        String confirmation = candidate.document().keys().confirmationNumber();
        return engine.onContext(engine.journal().sequence(sequence.get()))
                .map(documents -> documents.stream()
                        .filter(document -> document.keys().confirmationNumber().equalsIgnoreCase(confirmation))
                        .map(DocumentRecord::id)
                        .findFirst());
    }

    private static Found found(Candidate candidate, Optional<DocumentId> known) {
        NewDocument document = candidate.document();
        Verdict verdict = known.isPresent()
                ? Verdict.KNOWN
                : !candidate.readable()
                        ? Verdict.UNREADABLE
                        : document.state() instanceof Discarded ? Verdict.NOT_FOR_EDI : Verdict.NEW;
        return new Found(
                document.keys().legalEntity(),
                document.keys().orderNumber(),
                document.keys().confirmationNumber(),
                candidate.day(),
                verdict,
                known);
    }

    private Future<Result> entered(List<Judged> judged) {
        List<NewDocument> documents =
                judged.stream().flatMap(Backfill::documents).toList();
        return entered(documents, 0, new HashSet<>()).map(fresh -> {
            if (!fresh.isEmpty()) {
                engine.loop().signal(Signals.DUE, "");
            }
            return new Done(judged.stream().map(one -> entered(one, fresh)).toList());
        });
    }

    /** What is known already gets no document beside it. */
    private static Stream<NewDocument> documents(Judged judged) {
        Candidate candidate = judged.candidate();
        return Stream.concat(
                Stream.of(candidate.document()),
                candidate.beside().filter(ignored -> judged.found().verdict() == Verdict.NEW).stream());
    }

    /** Another may have entered it meanwhile: then it is known. */
    private static Found entered(Judged judged, Set<DocumentId> fresh) {
        Found found = judged.found();
        DocumentId id = judged.candidate().document().id();
        boolean entered = fresh.contains(id);
        return new Found(
                found.legalEntity(),
                found.orderNumber(),
                found.confirmationNumber(),
                found.day(),
                entered && found.verdict() != Verdict.KNOWN ? found.verdict() : entered ? Verdict.NEW : Verdict.KNOWN,
                entered ? Optional.of(id) : found.document());
    }

    private Future<Set<DocumentId>> entered(List<NewDocument> documents, int at, Set<DocumentId> fresh) {
        if (at >= documents.size()) {
            return Future.succeededFuture(fresh);
        }
        int end = Math.min(documents.size(), at + PART);
        return engine.onContext(engine.journal().announce(documents.subList(at, end)))
                .compose(ids -> {
                    fresh.addAll(ids);
                    return entered(documents, end, fresh);
                });
    }

    private static Future<Result> done(List<Judged> judged) {
        return Future.succeededFuture(
                new Done(judged.stream().map(Judged::found).toList()));
    }

    private static Future<Result> notRead(Problem why) {
        return Future.succeededFuture(new NotRead(why));
    }
}
