package io.mlconnector.runtime.flow;

import io.mlconnector.domain.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.ordering.OutboundFile;
import io.mlconnector.domain.ordering.OutboundFileName;
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
 * Writes the answer to one interchange: 997s, a TA1, or both in one file.
 *
 * @param answer what to say
 * @param partner to whom
 * @param folder where it goes
 * @param at time of writing, for the envelope and the file name
 */
record AcknowledgementWriting(InterchangeAnswer answer, TradingPartner partner, FolderReference folder, Instant at)
        implements Writing {

    @Override
    public String transactionSetId() {
        return answer.transactionSetId();
    }

    @Override
    public String told() {
        int groups = answer.groups().size();
        return groups == 0 ? "a TA1" : groups + (groups == 1 ? " 997" : " 997s");
    }

    @Override
    public Optional<Problem> impossible(DocumentCodec codec) {
        return codec.acknowledge(answer, envelope(new ControlNumbers(ControlNumbers.MOST, ControlNumbers.MOST, 1)))
                        instanceof EncodedOrder.Impossible(List<SyntaxProblem> problems)
                ? Optional.of(problem(problems))
                : Optional.empty();
    }

    private Problem problem(List<SyntaxProblem> problems) {
        return Problem.of(
                "acknowledgement-unwritable",
                answer.interchangeNumber(),
                "Interchange " + answer.interchangeNumber() + " of partner " + partner.id()
                        + " cannot be answered: "
                        + problems.stream()
                                .map(problem -> problem.place() + " " + problem.message())
                                .collect(Collectors.joining("; "))
                        + " Tell the partner in another way, and discard this document.");
    }

    @Override
    public Written write(DocumentCodec codec, ControlNumbers numbers) {
        return switch (codec.acknowledge(answer, envelope(numbers))) {
            case EncodedOrder.Written written -> {
                Payload payload = Hashes.payload(Payload.X12, written.bytes());
                String name = OutboundFileName.of(
                        transactionSetId(), partner.id(), at, answer.interchangeNumber(), numbers.interchange(), "edi");
                OutboundFile file = new OutboundFile(
                        folder, name, payload.hash(), written.bytes().length, transactionSetId(), Optional.of(numbers));
                yield new Written(file, payload, written.notes());
            }
            case EncodedOrder.Impossible(List<SyntaxProblem> problems) ->
                throw new IllegalStateException(problem(problems).message());
        };
    }

    /** Test or production as the interchange that is answered. */
    private Envelope envelope(ControlNumbers numbers) {
        return new Envelope(
                partner.interchange().us(),
                partner.interchange().them(),
                partner.interchange().release(),
                answer.usage(),
                false,
                numbers,
                partner.interchange().delimiters(),
                LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
