package io.mlconnector.runtime.flow;

import io.mlconnector.domain.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.agreement.AcknowledgementAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.ordering.Preparation;
import io.mlconnector.ports.journal.DocumentRecord;
import io.mlconnector.ports.journal.Payload;
import io.mlconnector.runtime.flow.FolderGlances.Glance;
import io.mlconnector.runtime.journal.Mapping;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what there is to write of an answer to a received interchange. What it says was decided when that interchange
 * came; each file that was taken is answered once, and one that is sent again is answered again.
 */
final class AcknowledgementPreparation implements Outgoing {

    private final Engine engine;
    private final Link link;
    private final FolderGlances glances;

    AcknowledgementPreparation(Engine engine, Link link, FolderGlances glances) {
        this.engine = engine;
        this.link = link;
        this.glances = glances;
    }

    @Override
    public Future<Prepared> prepare(Subject subject) {
        Optional<TradingPartner> partner = partner(subject);
        Optional<AcknowledgementAgreement> agreement = agreement(subject);
        if (partner.isEmpty() || agreement.isEmpty()) {
            return settled(new Preparation.NothingNew(Problem.of(
                    "acknowledgements-not-agreed",
                    subject.partner(),
                    "Partner " + subject.partner()
                            + " gets no acknowledgements any more: invoices.acknowledge was taken out of the"
                            + " configuration after the interchange came.")));
        }
        return answer(subject)
                .compose(answer -> answer.map(said -> written(new AcknowledgementWriting(
                                said,
                                partner.get(),
                                agreement.get(),
                                engine.clock().instant())))
                        .orElseGet(() -> settled(new Preparation.Stopped(
                                Problem.of(
                                        "payload-missing",
                                        subject.id().text(),
                                        "What was to be answered is not stored any more; discard this document."),
                                List.of()))));
    }

    private Future<Prepared> written(AcknowledgementWriting writing) {
        Optional<Problem> impossible = writing.impossible(engine.codec());
        if (impossible.isPresent()) {
            return settled(new Preparation.Stopped(impossible.get(), List.of()));
        }
        return glances.of(writing.partner(), writing.folder(), writing.sequence())
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

    private Future<Optional<InterchangeAnswer>> answer(Subject subject) {
        return subject.content()
                .map(hash -> engine.onContext(engine.journal().payload(hash))
                        .map(payload -> payload.map(Payload::bytes).map(Mapping::readAnswer)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private Optional<TradingPartner> partner(Subject subject) {
        return link.settings().partners().all().stream()
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
    public Future<Optional<DocumentRecord>> before(Subject subject) {
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
        return "acknowledgement " + subject.id().text();
    }

    private static Future<Prepared> settled(Preparation preparation) {
        return Future.succeededFuture(new Prepared.Settled(preparation));
    }
}
