package io.mlconnector.examples.reader;

import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.EncodedFile;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the 997s, and the TA1 where one is asked for. A sender needs control numbers that nobody used before; this
 * program sends nothing and writes 1.
 *
 * @param codec writes X12
 * @param clock tells the time in the envelope
 */
record Answering(DocumentCodec codec, InstantSource clock) {

    /** What would be answered to an interchange, a segment on each line. */
    List<String> to(ReceivedInterchange received) {
        InterchangeAnswer answer = InterchangeAnswers.to(received, Confirmation.ON_REQUEST, true);
        if (answer.isEmpty()) {
            return List.of("  Interchange " + received.number() + " is not answered.");
        }
        List<String> lines = new ArrayList<>();
        switch (codec.acknowledge(answer, envelope(received))) {
            case EncodedFile.Written written -> {
                lines.add("  Answer to interchange " + received.number() + ":");
                new String(written.bytes(), StandardCharsets.ISO_8859_1)
                        .replaceAll("~\\R?", "~\n")
                        .lines()
                        .forEach(segment -> lines.add("    " + segment));
            }
            case EncodedFile.Impossible(List<SyntaxProblem> problems) -> {
                lines.add("  Interchange " + received.number() + " cannot be answered:");
                problems.forEach(problem -> lines.add("    " + problem.message()));
            }
        }
        return lines;
    }

    private Envelope envelope(ReceivedInterchange received) {
        return new Envelope(
                end(received.receiver(), received, ReceivedGroup::receiver),
                end(received.sender(), received, ReceivedGroup::sender),
                received.version().compareTo(Release.R005010.controlVersion()) < 0 ? Release.R004010 : Release.R005010,
                received.usage(),
                false,
                new ControlNumbers(1, 1, 1),
                Delimiters.USUAL,
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static InterchangeAddress end(
            InterchangeAddress end, ReceivedInterchange received, Function<ReceivedGroup, String> code) {
        String group = received.groups().stream().map(code).findFirst().orElse(end.id());
        return new InterchangeAddress(end.qualifier(), end.id(), group);
    }
}
