package io.mlconnector.engine.answering;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.Alignment;
import io.mlconnector.domain.alignment.SenderAlignment;
import io.mlconnector.domain.answering.AdvisedDocument;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.OrderResponse;
import io.mlconnector.domain.answering.OrderResponses;
import io.mlconnector.domain.answering.ResponseReport;
import io.mlconnector.domain.answering.ShipNotice;
import io.mlconnector.domain.answering.ShippedLine;
import io.mlconnector.domain.answering.Weight;
import io.mlconnector.domain.answering.match.AnswerCodes;
import io.mlconnector.domain.answering.match.AnsweredRevision;
import io.mlconnector.domain.answering.match.SentRevision;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.answering.Answered.Said;
import io.mlconnector.engine.answering.Answered.UnknownNumber;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.Content.FunctionalAcknowledgement;
import io.mlconnector.ports.edi.Content.FunctionalAcknowledgement.Answer;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the documents that an answer of a partner is about: by the numbers of their envelopes (TA1, 997, 999, 824), or by
 * order and revision (855, 865, 856, 824). Only reads.
 */
public final class AnswerMatching {
    private final Engine engine;
    private final Connection connection;

    /** For the partners of one connection. */
    public AnswerMatching(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** What a received transaction set says of documents of ours. */
    public Future<Answered> of(DecodedDocument document) {
        if (!document.usable()) {
            return Future.succeededFuture(Answered.NOTHING);
        }
        EnvelopeReference reference = document.reference();
        boolean answering =
                !(document.content() instanceof Content.Invoice || document.content() instanceof Content.Opaque);
        if (answering
                && SenderAlignment.find(reference, connection.partners()) instanceof Alignment.Missing<?> missing) {
            return Future.succeededFuture(Answered.unmatched(misaddressed(reference, missing.why())));
        }
        return switch (document.content()) {
            case FunctionalAcknowledgement answer -> ofGroup(reference, answer);
            case Content.OrderAnswer(OrderResponse response) -> ofOrder(reference, response);
            case Content.Shipment(ShipNotice notice) -> ofShipment(reference, notice);
            case Content.Advice(ApplicationAdvice advice) -> ofAdvice(reference, advice);
            case Content.Invoice ignored -> Future.succeededFuture(Answered.NOTHING);
            case Content.Opaque ignored -> Future.succeededFuture(Answered.NOTHING);
        };
    }

    /** What a TA1 says of the interchange that we sent. */
    public Future<Answered> of(ReceivedInterchange interchange, InterchangeAcknowledgement answer) {
        InterchangeAddress sender = interchange.sender();
        String what = "interchange " + answer.interchangeNumber();
        return numbered(sender, answer.interchangeNumber()).map(found -> {
            if (found.isEmpty()) {
                // A TA1 to somebody else, or of a test, says nothing of our numbers.
                Optional<TradingPartner> answering = connection
                        .partners()
                        .sending(sender)
                        .filter(partner -> partner.interchange().us().sameEnd(interchange.receiver())
                                && partner.interchange().usage() == interchange.usage());
                return Answered.unmatched(
                        unknown("TA1", what, sender),
                        answering.map(partner -> new UnknownNumber(partner, "TA1", answer.interchangeNumber())));
            }
            Optional<Acknowledgement> verdict = AnswerCodes.ofInterchange(answer.verdict());
            return said(
                    found,
                    "The partner answered with a TA1 for " + what + ": " + AnswerCodes.spoken(answer.verdict())
                            + (answer.note().equals("000") ? "" : ", note " + answer.note()) + ".",
                    verdict,
                    Weight.TECHNICAL);
        });
    }

    /**
     * Whether an interchange of this number came from the same partner before.
     *
     * @param sender ISA05/06
     * @param number ISA13
     * @param exceptFile the file that it came in, if other parts of that were entered already
     */
    public Future<Boolean> known(InterchangeAddress sender, String number, Optional<DocumentId> exceptFile) {
        return partner(sender)
                .map(partner -> engine.onContext(
                        engine.journal().interchangeReceived(connection.id(), partner, number, exceptFile)))
                .orElseGet(() -> Future.succeededFuture(false));
    }

    private Future<Answered> ofGroup(EnvelopeReference reference, FunctionalAcknowledgement answer) {
        String number = String.format(Locale.ROOT, "%09d", answer.groupNumber());
        return numbered(reference.sender(), number).map(found -> {
            if (found.isEmpty()) {
                return Answered.unmatched(
                        unknown(
                                reference.transactionSetId(),
                                "group " + answer.groupCode() + " " + answer.groupNumber(),
                                reference.sender()),
                        connection
                                .partners()
                                .sending(reference.sender())
                                .map(partner -> new UnknownNumber(partner, reference.transactionSetId(), number)));
            }
            List<Said> said = new ArrayList<>();
            for (DocumentRecord document : found) {
                Optional<Answer> own = answer.answers().stream()
                        .filter(one -> AnswerCodes.sameNumber(
                                one.transactionSetNumber(), document.keys().transactionSetNumber()))
                        .findFirst();
                String verdict = own.map(Answer::verdict).orElse(answer.groupVerdict());
                List<String> remarks = new ArrayList<>(own.map(Answer::remarks).orElse(List.of()));
                remarks.addAll(answer.groupRemarks());
                said.add(new Said(
                        document,
                        "The partner answered with a " + reference.transactionSetId() + " in interchange "
                                + reference.interchangeNumber() + ": " + AnswerCodes.spoken(verdict)
                                + (remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")"),
                        AnswerCodes.technical(verdict),
                        Weight.TECHNICAL));
            }
            return Answered.of(said);
        });
    }

    private Future<Answered> ofOrder(EnvelopeReference reference, OrderResponse response) {
        String set = reference.transactionSetId();
        return revision(reference.sender(), response.orderNumber(), set, response.changeNumber())
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(
                                Answered.unmatched(unknown(set, "order " + response.orderNumber(), reference.sender())))
                        : content(found.get()).map(order -> {
                            ResponseReport report = OrderResponses.report(response, order);
                            return Answered.of(List.of(new Said(
                                    found.get(),
                                    "The vendor answered with an " + set + " in interchange "
                                            + reference.interchangeNumber() + ": "
                                            + words(report)
                                            + (response.vendorOrderNumber().isEmpty()
                                                    ? ""
                                                    : " The vendor's order number is " + response.vendorOrderNumber()
                                                            + ".")
                                            + sentences(report.remarks()),
                                    report.verdict().acknowledgement(),
                                    Weight.BUSINESS)));
                        }));
    }

    private static String words(ResponseReport report) {
        return switch (report.verdict()) {
            case ACCEPTED -> "accepted as ordered.";
            case CHANGED -> "accepted with changes.";
            case PARTLY_REJECTED -> "rejected in part.";
            case REJECTED -> "rejected.";
            case PENDING -> "not decided yet.";
        };
    }

    private static String sentences(List<String> remarks) {
        return remarks.isEmpty() ? "" : " " + String.join(" ", remarks);
    }

    private Future<Answered> ofShipment(EnvelopeReference reference, ShipNotice notice) {
        List<String> orders = notice.lines().stream()
                .map(ShippedLine::orderNumber)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        Future<List<Said>> all = Future.succeededFuture(new ArrayList<>());
        for (String order : orders) {
            all = all.compose(said -> revision(reference.sender(), order, "856", "")
                    .map(found -> {
                        found.ifPresent(document -> said.add(new Said(
                                document, shipped(reference, notice, order), Optional.empty(), Weight.BUSINESS)));
                        return said;
                    }));
        }
        return all.map(said -> said.isEmpty()
                ? Answered.unmatched(unknown("856", "shipment " + notice.shipmentNumber(), reference.sender()))
                : Answered.of(said));
    }

    private static String shipped(EnvelopeReference reference, ShipNotice notice, String order) {
        String lines = notice.lines().stream()
                .filter(line -> line.orderNumber().equals(order))
                .map(line -> (line.lineNumber().isEmpty() ? "a line without a number" : "line " + line.lineNumber())
                        + line.quantity()
                                .map(quantity -> ": " + quantity.toPlainString() + " " + line.unit())
                                .orElse(""))
                .collect(Collectors.joining(", "));
        return "The vendor announced shipment " + notice.shipmentNumber() + " in interchange "
                + reference.interchangeNumber()
                + notice.shipped().map(day -> ", shipped " + day).orElse("")
                + notice.expected().map(day -> ", expected " + day).orElse("")
                + (notice.carrier().isEmpty() ? "" : ", by carrier " + notice.carrier()) + ": " + lines + ".";
    }

    private Future<Answered> ofAdvice(EnvelopeReference reference, ApplicationAdvice advice) {
        Future<List<Said>> all = Future.succeededFuture(new ArrayList<>());
        for (AdvisedDocument advised : advice.documents()) {
            all = all.compose(said -> advised(reference, advised).map(found -> {
                found.forEach(document -> said.add(new Said(
                        document,
                        message(reference, advised),
                        AnswerCodes.business(advised.verdict()),
                        Weight.BUSINESS)));
                return said;
            }));
        }
        return all.map(said -> said.isEmpty()
                ? Answered.unmatched(unknown("824", "advice " + advice.reference(), reference.sender()))
                : Answered.of(said));
    }

    private Future<List<DocumentRecord>> advised(EnvelopeReference reference, AdvisedDocument advised) {
        if (!advised.groupNumber().isEmpty()) {
            return numbered(reference.sender(), advised.groupNumber())
                    .map(found -> found.stream()
                            .filter(document -> advised.transactionSetNumber().isEmpty()
                                    || AnswerCodes.sameNumber(
                                            advised.transactionSetNumber(),
                                            document.keys().transactionSetNumber()))
                            .toList());
        }
        String order = advised.qualifier().equals("PO")
                ? advised.reference()
                : advised.references().getOrDefault("PO", "");
        return order.isEmpty()
                ? Future.succeededFuture(List.of())
                : revision(reference.sender(), order, "824", "")
                        .map(found -> found.stream().toList());
    }

    private static String message(EnvelopeReference reference, AdvisedDocument advised) {
        String remarks = advised.remarks().stream()
                .map(remark -> remark.code()
                        + (remark.text().isEmpty() ? "" : " " + remark.text())
                        + (remark.segment().isEmpty() ? "" : " in " + remark.segment()))
                .collect(Collectors.joining("; "));
        return "The partner answered with an 824 in interchange " + reference.interchangeNumber() + ": "
                + AnswerCodes.spoken(advised.verdict()) + (remarks.isEmpty() ? "." : " (" + remarks + ").");
    }

    private Optional<String> partner(InterchangeAddress sender) {
        return connection.partners().sending(sender).map(TradingPartner::id).map(Objects::toString);
    }

    /** What we sent to this partner in a group or interchange of this number: both bear the same. */
    private Future<List<DocumentRecord>> numbered(InterchangeAddress sender, String number) {
        return partner(sender)
                .filter(ignored -> !number.isBlank())
                .map(partner -> engine.onContext(engine.journal().sentUnder(connection.id(), partner, number)))
                .orElseGet(() -> Future.succeededFuture(List.of()));
    }

    /** The revision of an order that an answer is about; of several companies' orders that of the youngest document. */
    private Future<Optional<DocumentRecord>> revision(
            InterchangeAddress sender, String order, String set, String changeNumber) {
        return partner(sender)
                .filter(ignored -> !order.isBlank())
                .map(partner -> engine.onContext(engine.journal().revisionsOf(connection.id(), partner, order)))
                .orElseGet(() -> Future.succeededFuture(List.of()))
                .map(revisions -> AnsweredRevision.among(
                                revisions.stream()
                                        .filter(revision -> !OrderAgreement.isBeside(revision.type()))
                                        .map(AnswerMatching::sent)
                                        .toList(),
                                set,
                                changeNumber)
                        .flatMap(answered -> revisions.stream()
                                .filter(revision -> revision.id().equals(answered))
                                .findFirst()));
    }

    private static SentRevision sent(DocumentRecord document) {
        return new SentRevision(
                document.id(),
                document.keys().legalEntity(),
                document.type(),
                document.state().mayHaveWritten());
    }

    private Future<Optional<AlignedOrder>> content(DocumentRecord document) {
        return document.content()
                .map(hash -> engine.onContext(engine.journal().payload(hash))
                        .map(payload ->
                                payload.map(stored -> engine.storedForm().readOrder(stored.bytes()))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Answered said(
            List<DocumentRecord> found, String message, Optional<Acknowledgement> verdict, Weight weight) {
        return Answered.of(found.stream()
                .map(document -> new Said(document, message, verdict, weight))
                .toList());
    }

    /** An answer from nobody, to somebody else, or of a test says nothing of our orders. */
    private static Problem misaddressed(EnvelopeReference reference, Problem why) {
        return Problem.named(
                why.code(),
                why.causeKey(),
                "This " + reference.transactionSetId() + " says nothing of our orders: " + why.message());
    }

    private static Problem unknown(String set, String what, InterchangeAddress sender) {
        return Problem.of(
                ProblemCode.ANSWER_UNMATCHED,
                what,
                "The " + set + " from " + sender + " answers " + what
                        + ", of which this journal knows nothing that was sent to that partner. It is kept; if it was"
                        + " meant for another system, nothing needs to be done.");
    }
}
