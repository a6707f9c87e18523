package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.AcknowledgementAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.answering.AdvisedDocument;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.OrderResponse;
import io.mlconnector.domain.answering.ShipNotice;
import io.mlconnector.domain.answering.ShippedLine;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.answering.match.AnswerCodes;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.intake.EntryState;
import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.search.SearchText;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Counted;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.SyntaxProblems;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.UnreadBytes;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Worth;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
     * @param repeated why its interchange is not processed a second time; empty if it came for the first time
     */
    NewDocument of(DecodedDocument document, Optional<Problem> unmatched, Optional<Problem> repeated) {
        EnvelopeReference reference = document.reference();
        Optional<VendorInvoice> invoice = document.content() instanceof Content.Invoice(VendorInvoice read)
                ? Optional.of(read)
                : Optional.empty();
        ReceivedSet set = new ReceivedSet(reference, invoice, answer(document.content()), document.problems());
        Payload content = Hashes.payload(Payload.JSON, engine.storedForm().write(set));
        byte[] bytes = Arrays.copyOfRange(file, (int) document.offset(), (int) (document.offset() + document.length()));
        FlowState state = EntryState.of(
                kind(document.content()),
                against(document, set).or(() -> repeated),
                unmatched,
                reference.transactionSetId());
        // What cannot be used has no claim to its numbers: a corrected file may come under the same ones.
        Optional<String> dedupeKey =
                document.usable() ? Optional.of(DedupeKeys.ofEnvelope(connection.id(), reference)) : Optional.empty();
        return new NewDocument(
                        engine.ids().next(),
                        connection.id(),
                        connection
                                .partners()
                                .behind(reference.sender(), folderOwner)
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
                                fileName,
                                invoice.map(Worth::of)),
                        document.usable() ? Validity.VALID : Validity.INVALID,
                        state,
                        Optional.of(content),
                        history(document, state, content))
                .foundBy(document.content().searchText().orElseGet(() -> SearchText.ofBytes(bytes)));
    }

    /**
     * The answers to an interchange, as documents that go out; empty if none is agreed or there is nothing to answer.
     *
     * @param usedBefore whether an interchange of its number came before
     */
    List<NewDocument> answersTo(ReceivedInterchange interchange, boolean usedBefore) {
        Optional<TradingPartner> partner = connection.partners().sending(interchange.sender());
        return partner
                .flatMap(TradingPartner::invoices)
                .flatMap(InvoiceAgreement::acknowledgement)
                .map(agreed -> InterchangeAnswers.to(
                        interchange,
                        agreed.confirmation(),
                        true,
                        usedBefore && !leniency(partner.orElseThrow()).forgives(EnvelopePart.ISA13)))
                .filter(answer -> !answer.isEmpty())
                .map(answer -> together(partner.orElseThrow()) ? List.of(answer) : InterchangeAnswers.apart(answer))
                .orElse(List.of())
                .stream()
                .map(answer -> answering(partner.orElseThrow(), answer))
                .toList();
    }

    private static Leniency leniency(TradingPartner partner) {
        return partner.invoices().map(InvoiceAgreement::leniency).orElse(Leniency.NONE);
    }

    private static boolean together(TradingPartner partner) {
        return partner.invoices()
                .flatMap(InvoiceAgreement::acknowledgement)
                .map(AcknowledgementAgreement::together)
                .orElse(false);
    }

    /** Bytes of the file that belong to no document, as one that waits for a person. */
    NewDocument unread(List<UnreadBytes> unread) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        unread.forEach(one -> bytes.write(file, (int) one.offset(), (int) one.length()));
        Payload content = Hashes.payload(Payload.BYTES, bytes.toByteArray());
        Problem why = UnreadParts.problem(fileName, unread);
        FlowState state = EntryState.unread(why);
        List<HistoryEntry> history = new ArrayList<>();
        history.add(new HistoryEntry(
                now,
                HistoryEntry.DAEMON,
                "unread",
                "Kept " + Counted.of(content.bytes().length, "byte") + " of " + fileName
                        + ", which belong to no document",
                Map.of("fileName", fileName),
                List.of(content.hash())));
        unread.forEach(one -> history.add(HistoryEntry.entry(now, "x12-error", UnreadParts.told(one))));
        history.add(HistoryEntry.entry(now, "held", why));
        return new NewDocument(
                        engine.ids().next(),
                        connection.id(),
                        folderOwner.id().id(),
                        Direction.INBOUND,
                        DocumentRecord.UNREAD,
                        Optional.empty(),
                        Optional.of(content.hash()),
                        Optional.empty(),
                        new BusinessKeys(
                                "",
                                "",
                                "",
                                "",
                                UnreadParts.controlNumber(file, unread),
                                "",
                                "",
                                fileName,
                                Optional.empty()),
                        Validity.INVALID,
                        state,
                        Optional.of(content),
                        history)
                .foundBy(SearchText.ofBytes(bytes.toByteArray()));
    }

    private NewDocument answering(TradingPartner partner, InterchangeAnswer answer) {
        Payload content = Hashes.payload(Payload.JSON, engine.storedForm().write(answer));
        String verdicts = answer.groups().stream()
                .map(group -> "group " + group.code() + " " + group.number() + " is "
                        + AnswerCodes.spoken(group.verdict().code()))
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
                        "Interchange " + answer.interchangeNumber() + " in " + fileName + " gets its answer"
                                + (verdicts.isEmpty() ? "" : ": " + verdicts)
                                + answer.acknowledgement()
                                        .map(ta1 -> (verdicts.isEmpty() ? ": " : ", ") + "by a TA1 it is "
                                                + AnswerCodes.spoken(ta1.verdict())
                                                + (ta1.note().equals("000") ? "" : ", note " + ta1.note()))
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

    private static EntryState.Kind kind(Content content) {
        return switch (content) {
            case Content.Invoice ignored -> EntryState.Kind.INVOICE;
            case Content.FunctionalAcknowledgement ignored -> EntryState.Kind.ANSWER;
            case Content.OrderAnswer ignored -> EntryState.Kind.ANSWER;
            case Content.Shipment ignored -> EntryState.Kind.ANSWER;
            case Content.Advice ignored -> EntryState.Kind.ANSWER;
            case Content.Opaque ignored -> EntryState.Kind.FILED;
        };
    }

    private static Optional<Problem> against(DecodedDocument document, ReceivedSet set) {
        return document.usable() ? Optional.empty() : Optional.of(SyntaxProblems.summary(set));
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
