package io.mlconnector.engine.sending;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.EncodedFile;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a file that answers a partner: what answers have in common. */
sealed interface AnswerWriting extends Writing permits AcknowledgementWriting, AdviceWriting {

    /** Time of writing, for the envelope and the file name. */
    Instant at();

    /** By what people search for it. */
    String business();

    /** Of which kind its interchange is. */
    Usage usage();

    /** Whether it asks for a TA1 itself. */
    boolean requestsAcknowledgement();

    /** Writes it. */
    EncodedFile encode(DocumentCodec codec, Envelope envelope);

    /** What is told if it cannot be written. */
    Problem unwritable(String why);

    @Override
    default Result write(DocumentCodec codec, ControlNumbers numbers) {
        return switch (encode(codec, envelope(numbers))) {
            case EncodedFile.Written written -> {
                Payload payload = Hashes.payload(Payload.X12, written.bytes());
                OutboundFile file = new OutboundFile(
                        folder(),
                        OutboundFileName.of(
                                transactionSetId(), partner().id(), at(), business(), numbers.interchange(), "edi"),
                        payload.hash(),
                        written.bytes().length,
                        transactionSetId(),
                        Optional.of(numbers));
                yield new Written(file, payload, written.notes());
            }
            case EncodedFile.Impossible(List<SyntaxProblem> problems) -> new Impossible(unwritable(told(problems)));
        };
    }

    private Envelope envelope(ControlNumbers numbers) {
        return new Envelope(
                partner().interchange().us(),
                partner().interchange().them(),
                partner().interchange().release(),
                usage(),
                requestsAcknowledgement(),
                numbers,
                partner().interchange().delimiters(),
                LocalDateTime.ofInstant(at(), ZoneOffset.UTC));
    }

    /** The element, such as TED01, once: most messages begin with it, and nobody has a file in which to look for its place. */
    private static String told(SyntaxProblem problem) {
        String element = problem.place().replaceFirst(" .*", "");
        return problem.message().startsWith(element + " ")
                ? problem.message()
                : problem.place() + ": " + problem.message();
    }

    private static String told(List<SyntaxProblem> problems) {
        return problems.stream().map(AnswerWriting::told).collect(Collectors.joining("; "));
    }
}
