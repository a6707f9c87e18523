package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.AcknowledgementAgreement;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.Format;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.Preparation;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.sending.FolderListingCache.Glance;
import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what there is to write of an answer: of 997s and TA1s to a received interchange, or of an 824 about a document. What
 * it says was decided before: when the interchange came, or by a person. Each file that was taken is answered once, and one that
 * is sent again is answered again.
 */
public final class AnswerPreparation implements Outgoing {

    private final Engine engine;
    private final Connection connection;
    private final FolderListingCache listings;

    public AnswerPreparation(Engine engine, Connection connection, FolderListingCache listings) {
        this.engine = engine;
        this.connection = connection;
        this.listings = listings;
    }

    @Override
    public Future<Prepared> prepare(Subject subject) {
        Optional<TradingPartner> partner = partner(subject);
        Optional<FolderReference> folder = folder(subject);
        if (partner.isEmpty() || folder.isEmpty()) {
            return settled(new Preparation.NothingNew(Problem.of(
                    ProblemCode.ANSWERS_NOT_AGREED,
                    subject.partner(),
                    "Partner " + subject.partner()
                            + " gets no answers any more: the configuration names no folder for them.")));
        }
        return stored(subject)
                .compose(content -> content.map(bytes -> writing(subject, bytes, partner.get(), folder.get()))
                        .map(this::written)
                        .orElseGet(() -> settled(new Preparation.Stopped(
                                Problem.of(
                                        ProblemCode.PAYLOAD_MISSING,
                                        subject.id().text(),
                                        "What was to be answered is not stored any more; discard this document."),
                                List.of()))));
    }

    private Writing writing(Subject subject, byte[] content, TradingPartner partner, FolderReference folder) {
        Instant now = engine.clock().instant();
        return subject.about() == OutgoingSubject.ADVICE
                ? new AdviceWriting(
                        engine.storedForm().readAdvice(content),
                        partner,
                        folder,
                        now,
                        "Discard this 824, and advise anew with another code or other words.")
                : new AcknowledgementWriting(engine.storedForm().readAnswer(content), partner, folder, now);
    }

    private Future<Prepared> written(Writing writing) {
        return listings.of(writing.partner(), writing.folder(), writing.sequence())
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<Glance> ignored -> new Prepared.ToWrite(writing, Optional.empty(), List.of());
                    case Outcome.Refused<Glance>(Problem why) ->
                        new Prepared.Settled(new Preparation.Stopped(why, List.of()));
                    case Outcome.NotNow<Glance>(Problem why, Optional<Duration> retryAfter) ->
                        new Prepared.Settled(new Preparation.Later(why, retryAfter));
                    case Outcome.Unknown<Glance>(Problem why) ->
                        new Prepared.Settled(new Preparation.Later(why, Optional.empty()));
                });
    }

    private Future<Optional<byte[]>> stored(Subject subject) {
        return subject.content()
                .map(hash ->
                        engine.onContext(engine.journal().payload(hash)).map(payload -> payload.map(Payload::bytes)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** 997s and TA1s go where was agreed; an 824 goes there too, or where orders go. */
    private Optional<FolderReference> folder(Subject subject) {
        Optional<FolderReference> agreed = agreement(subject).map(AcknowledgementAgreement::folder);
        return subject.about() == OutgoingSubject.ADVICE
                ? agreed.or(() -> partner(subject)
                        .flatMap(TradingPartner::orders)
                        .filter(orders -> orders.format() != Format.API)
                        .map(OrderAgreement::folder))
                : agreed;
    }

    private Optional<TradingPartner> partner(Subject subject) {
        return connection.partners().all().stream()
                .filter(known -> known.id().id().equals(subject.partner()))
                .findFirst();
    }

    private Optional<AcknowledgementAgreement> agreement(Subject subject) {
        return partner(subject).flatMap(TradingPartner::invoices).flatMap(InvoiceAgreement::acknowledgement);
    }

    @Override
    public Future<Optional<Problem>> superseded(Subject subject) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<String>> before(Subject subject) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public OnUnknownOutcome onUnknownOutcome(Subject subject) {
        return agreement(subject)
                .map(AcknowledgementAgreement::onUnknownOutcome)
                .orElse(OnUnknownOutcome.HOLD);
    }

    @Override
    public Optional<Duration> acknowledgeWithin(Subject subject) {
        return Optional.empty();
    }

    @Override
    public String purpose(Subject subject) {
        return "for partner " + subject.partner();
    }

    @Override
    public String job(Subject subject) {
        return "answer " + subject.id().text();
    }

    private static Future<Prepared> settled(Preparation preparation) {
        return Future.succeededFuture(new Prepared.Settled(preparation));
    }
}
