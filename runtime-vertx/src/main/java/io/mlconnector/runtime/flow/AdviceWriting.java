package io.mlconnector.runtime.flow;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.ordering.OutboundFile;
import io.mlconnector.domain.ordering.OutboundFileName;
import io.mlconnector.domain.response.ApplicationAdvice;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.EncodedOrder;
import io.mlconnector.ports.journal.Payload;
import io.mlconnector.runtime.journal.Hashes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes an 824.
 *
 * @param advice what to say
 * @param partner to whom
 * @param folder where it goes
 * @param at time of writing, for the envelope and the file name
 */
record AdviceWriting(ApplicationAdvice advice, TradingPartner partner, FolderReference folder, Instant at)
        implements Writing {

    @Override
    public String transactionSetId() {
        return "824";
    }

    @Override
    public String told() {
        return "an 824 about " + advice.documents().get(0).reference();
    }

    @Override
    public Optional<Problem> impossible(DocumentCodec codec) {
        return codec.advise(advice, envelope(new ControlNumbers(ControlNumbers.MOST, ControlNumbers.MOST, 1)))
                        instanceof EncodedOrder.Impossible(List<SyntaxProblem> problems)
                ? Optional.of(problem(problems))
                : Optional.empty();
    }

    private Problem problem(List<SyntaxProblem> problems) {
        return Problem.of(
                "advice-unwritable",
                advice.reference(),
                "The 824 about " + advice.documents().get(0).reference() + " for partner " + partner.id()
                        + " cannot be written: "
                        + problems.stream()
                                .map(problem -> problem.place() + " " + problem.message())
                                .collect(Collectors.joining("; "))
                        + " Discard this document, and advise anew with other words.");
    }

    @Override
    public Written write(DocumentCodec codec, ControlNumbers numbers) {
        return switch (codec.advise(advice, envelope(numbers))) {
            case EncodedOrder.Written written -> {
                Payload payload = Hashes.payload(Payload.X12, written.bytes());
                String name = OutboundFileName.of(
                        transactionSetId(),
                        partner.id(),
                        at,
                        advice.documents().get(0).reference(),
                        numbers.interchange(),
                        "edi");
                OutboundFile file = new OutboundFile(
                        folder, name, payload.hash(), written.bytes().length, transactionSetId(), Optional.of(numbers));
                yield new Written(file, payload, written.notes());
            }
            case EncodedOrder.Impossible(List<SyntaxProblem> problems) ->
                throw new IllegalStateException(problem(problems).message());
        };
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
