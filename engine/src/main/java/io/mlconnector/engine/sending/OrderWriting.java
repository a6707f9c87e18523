package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.Format;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.search.OrderSearchText;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.EncodedFile;
import io.mlconnector.ports.edi.NeutralOrderFormat;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the file for one message to one partner. Pure: the same message, numbers and time give the same bytes.
 *
 * @param message what to tell
 * @param partner to whom
 * @param agreement how
 * @param at time of writing, for the envelope and the file name
 * @param neutralOrders writes it where the neutral form is agreed
 * @param document by which the receiver of the neutral form recognises it; empty in previews
 * @param beside whether this is the neutral form beside the X12 form, to try it out
 */
public record OrderWriting(
        OrderMessage message,
        TradingPartner partner,
        OrderAgreement agreement,
        Instant at,
        NeutralOrderFormat neutralOrders,
        Optional<DocumentId> document,
        boolean beside)
        implements Writing {

    /** Takes no number from the sequence of the interchanges: the partner would miss it. */
    @Override
    public NumberSequence sequence() {
        NumberSequence ofInterchanges = Writing.super.sequence();
        return beside
                ? new NumberSequence(
                        OrderAgreement.typeBeside(ofInterchanges.sender()),
                        OrderAgreement.typeBeside(ofInterchanges.receiver()))
                : ofInterchanges;
    }

    @Override
    public FolderReference folder() {
        return agreement.folder();
    }

    @Override
    public String transactionSetId() {
        return beside ? OrderAgreement.typeBeside(message.transactionSetId()) : message.transactionSetId();
    }

    @Override
    public String told() {
        int lines = message.order().lines().size();
        return switch (message) {
            case OrderMessage.NewOrder ignored -> "an 850 with " + counted(lines);
            case OrderMessage.ReplacingOrder ignored -> "an 850 that replaces the one before, with " + counted(lines);
            case OrderMessage.OrderChange change ->
                "an 860 with " + change.changes().size() + " changed "
                        + (change.changes().size() == 1 ? "line" : "lines");
            case OrderMessage.OrderCancellation ignored -> "an 860 that cancels all lines";
        };
    }

    @Override
    public Optional<String> searchText() {
        return Optional.of(OrderSearchText.of(message.order()));
    }

    private static String counted(int lines) {
        return lines + (lines == 1 ? " line" : " lines");
    }

    private Problem problem(List<SyntaxProblem> problems) {
        OrderKey key = message.order().order().key();
        return Problem.of(
                ProblemCode.ORDER_UNWRITABLE,
                key.orderNumber(),
                "Order " + key + " does not fit into an X12 " + message.transactionSetId() + ": "
                        + problems.stream()
                                .map(problem -> problem.place() + " " + problem.message())
                                .collect(Collectors.joining("; "))
                        + " Correct the order in F&O and confirm it again, or replay this document.");
    }

    @Override
    public Result write(DocumentCodec codec, ControlNumbers numbers) {
        if (agreement.format() != Format.X12) {
            Payload payload = Hashes.payload(Payload.JSON, neutralOrders.write(message, partner, document));
            return new Written(file(payload, numbers, "json", Optional.empty()), payload, List.of());
        }
        return switch (codec.encode(
                message, envelope(numbers), partner.interchange().profile())) {
            case EncodedFile.Written written -> {
                Payload payload = Hashes.payload(Payload.X12, written.bytes());
                yield new Written(file(payload, numbers, "edi", Optional.of(numbers)), payload, written.notes());
            }
            case EncodedFile.Impossible(List<SyntaxProblem> problems) -> new Impossible(problem(problems));
        };
    }

    private OutboundFile file(
            Payload payload, ControlNumbers numbers, String extension, Optional<ControlNumbers> inEnvelope) {
        String name = OutboundFileName.of(
                message.transactionSetId(),
                partner.id(),
                at,
                message.order().order().key(),
                numbers.interchange(),
                extension);
        return new OutboundFile(
                agreement.folder(), name, payload.hash(), payload.bytes().length, transactionSetId(), inEnvelope);
    }

    private Envelope envelope(ControlNumbers numbers) {
        return new Envelope(
                partner.interchange().us(),
                partner.interchange().them(),
                partner.interchange().release(),
                partner.interchange().usage(),
                partner.interchange().acknowledgementRequested(),
                numbers,
                partner.interchange().delimiters(),
                LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
