package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.answering.AdvisedDocument;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.OrderResponse;
import io.mlconnector.domain.answering.ShipNotice;
import io.mlconnector.domain.answering.ShippedLine;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Kept;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.SyntaxProblems;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the transaction sets of one file into documents. */
final class DocumentEntries {

    private final Engine engine;
    private final Connection connection;
    private final TradingPartner folderOwner;
    private final String fileName;
    private final byte[] file;
    private final Instant now;

    DocumentEntries(
            Engine engine,
            Connection connection,
            TradingPartner folderOwner,
            String fileName,
            byte[] file,
            Instant now) {
        this.engine = engine;
        this.connection = connection;
        this.folderOwner = folderOwner;
        this.fileName = fileName;
        this.file = file;
        this.now = now;
    }

    /** Whether its interchange is cut off: an interchange is complete or it is not taken. */
    static boolean incomplete(DecodedDocument document) {
        return document.problems().stream().anyMatch(problem -> problem.code().equals("interchange-incomplete"));
    }

    /**
     * A document that enters the journal.
     *
     * @param unmatched why it answers nothing of ours; empty if it does, or is no answer
     */
    NewDocument of(DecodedDocument document, Optional<Problem> unmatched) {
        EnvelopeReference reference = document.reference();
        Optional<VendorInvoice> invoice = document.content() instanceof Content.Invoice(VendorInvoice read)
                ? Optional.of(read)
                : Optional.empty();
        ReceivedSet set = new ReceivedSet(reference, invoice, answer(document.content()), document.problems());
        Payload content = Hashes.payload(Payload.JSON, engine.storedForm().write(set));
        byte[] bytes = Arrays.copyOfRange(file, (int) document.offset(), (int) (document.offset() + document.length()));
        FlowState state = state(document, set, unmatched);
        // What cannot be used has no claim to its numbers: a corrected file may come under the same ones.
        Optional<String> dedupeKey =
                document.usable() ? Optional.of(DedupeKeys.ofEnvelope(connection.id(), reference)) : Optional.empty();
        return new NewDocument(
                engine.ids().next(),
                connection.id(),
                connection
                        .partners()
                        .sending(reference.sender())
                        .orElse(folderOwner)
                        .id()
                        .id(),
                Direction.INBOUND,
                reference.transactionSetId(),
                dedupeKey,
                Optional.of(Hashes.of(bytes)),
                Optional.empty(),
                new BusinessKeys(
                        "",
                        orderNumber(document.content()),
                        "",
                        invoice.map(VendorInvoice::number).orElse(""),
                        reference.interchangeNumber(),
                        reference.groupNumber(),
                        reference.transactionSetNumber(),
                        fileName),
                document.usable() ? Validity.VALID : Validity.INVALID,
                state,
                Optional.of(content),
                history(document, state, content));
    }

    /**
     * The answer to an interchange, as a document that goes out; empty if none is agreed or there is nothing to answer.
     *
     * @param usedBefore whether an interchange of its number came before
     */
    Optional<NewDocument> answerTo(ReceivedInterchange interchange, boolean usedBefore) {
        Optional<TradingPartner> partner = connection.partners().sending(interchange.sender());
        return partner.flatMap(TradingPartner::invoices)
                .flatMap(InvoiceAgreement::acknowledgement)
                .map(agreed -> InterchangeAnswers.to(interchange, agreed.confirmation(), true, usedBefore))
                .filter(answer -> !answer.isEmpty())
                .map(answer -> answering(partner.orElseThrow(), answer));
    }

    private NewDocument answering(TradingPartner partner, InterchangeAnswer answer) {
        Payload content = Hashes.payload(Payload.JSON, engine.storedForm().write(answer));
        String verdicts = answer.groups().stream()
                .map(group -> group.code() + " " + group.number() + ": "
                        + group.verdict().code())
                .collect(Collectors.joining(", "));
        return new NewDocument(
                engine.ids().next(),
                connection.id(),
                partner.id().id(),
                Direction.OUTBOUND,
                answer.transactionSetId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BusinessKeys.NONE,
                Validity.VALID,
                new SendingState.Announced(0),
                Optional.of(content),
                List.of(new HistoryEntry(
                        now,
                        HistoryEntry.DAEMON,
                        "announced",
                        "Interchange " + answer.interchangeNumber() + " in " + fileName + " is to be answered"
                                + (verdicts.isEmpty() ? "" : ": " + verdicts)
                                + answer.acknowledgement()
                                        .map(ta1 -> ", TA1 " + ta1.verdict() + " " + ta1.note())
                                        .orElse(""),
                        Map.of("fileName", fileName),
                        List.of(content.hash()))));
    }

    private static Optional<Content> answer(Content content) {
        return content instanceof Content.Invoice || content instanceof Content.Opaque
                ? Optional.empty()
                : Optional.of(content);
    }

    /** The order that people will look for; of several the first. */
    private static String orderNumber(Content content) {
        return switch (content) {
            case Content.Invoice(VendorInvoice invoice) -> invoice.orderNumber().orElse("");
            case Content.OrderAnswer(OrderResponse response) -> response.orderNumber();
            case Content.Shipment(ShipNotice notice) ->
                notice.lines().stream()
                        .map(ShippedLine::orderNumber)
                        .findFirst()
                        .orElse("");
            case Content.Advice(ApplicationAdvice advice) ->
                advice.documents().stream()
                        .filter(document -> document.qualifier().equals("PO"))
                        .map(AdvisedDocument::reference)
                        .findFirst()
                        .orElse("");
            case Content.FunctionalAcknowledgement ignored -> "";
            case Content.Opaque ignored -> "";
        };
    }

    private static FlowState state(DecodedDocument document, ReceivedSet set, Optional<Problem> unmatched) {
        InvoiceState.Received begin = new InvoiceState.Received(Set.of(), 0);
        if (!document.usable()) {
            return Held.because(SyntaxProblems.summary(set), begin);
        }
        return switch (document.content()) {
            case Content.Invoice ignored -> begin;
            case Content.FunctionalAcknowledgement ignored -> new Kept(unmatched);
            case Content.OrderAnswer ignored -> new Kept(unmatched);
            case Content.Shipment ignored -> new Kept(unmatched);
            case Content.Advice ignored -> new Kept(unmatched);
            case Content.Opaque ignored ->
                new Kept(Optional.of(Problem.of(
                        "set-not-processed",
                        set.reference().transactionSetId(),
                        "Transaction set " + set.reference().transactionSetId()
                                + " is kept and shown; this version does nothing with it.")));
        };
    }

    private List<HistoryEntry> history(DecodedDocument document, FlowState state, Payload content) {
        EnvelopeReference reference = document.reference();
        List<HistoryEntry> history = new ArrayList<>();
        history.add(new HistoryEntry(
                now,
                HistoryEntry.DAEMON,
                "decoded",
                "Read transaction set " + reference.transactionSetId() + " " + reference.transactionSetNumber()
                        + " of interchange " + reference.interchangeNumber() + " from " + reference.sender() + " in "
                        + fileName,
                Map.of("fileName", fileName),
                List.of(content.hash())));
        for (SyntaxProblem problem : document.problems()) {
            history.add(HistoryEntry.entry(
                    now,
                    "x12-" + problem.severity().name().toLowerCase(Locale.ROOT),
                    problem.place() + ": " + problem.message()));
        }
        state.reason().ifPresent(why -> history.add(HistoryEntry.entry(now, "held", why)));
        return history;
    }
}
