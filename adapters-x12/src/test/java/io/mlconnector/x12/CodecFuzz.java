package io.mlconnector.x12;

import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.EncodedFile;

/**
 * What must hold for any bytes. Jazzer calls {@link #fuzzerTestOneInput}, which it finds by its name; the build replays
 * the samples and what Jazzer has found before (decision 13).
 */
public final class CodecFuzz {
    private static final X12Codec CODEC = new X12Codec();

    private CodecFuzz() {}

    /**
     * Reads the bytes and answers them in both releases.
     *
     * @throws AssertionError if something does not hold
     */
    public static void fuzzerTestOneInput(byte[] input) {
        DecodedFile file = CODEC.decode(input);
        for (DecodedDocument document : file.documents()) {
            require(
                    document.offset() >= 0 && document.offset() + document.length() <= input.length,
                    "The document is outside of the file");
        }
        for (ReceivedInterchange interchange : file.interchanges()) {
            for (Release release : Release.values()) {
                answer(interchange, release);
            }
        }
    }

    /** An answer can be written, and reads back without objections. */
    static void answer(ReceivedInterchange interchange, Release release) {
        var answer = InterchangeAnswers.to(interchange, Confirmation.ALWAYS, true);
        if (CODEC.acknowledge(answer, Orders.envelope(release, Delimiters.USUAL))
                instanceof EncodedFile.Written written) {
            DecodedFile read = CODEC.decode(written.bytes());
            require(read.problems().stream().allMatch(CodecFuzz::echo), "The answer has problems: " + read.problems());
            for (DecodedDocument document : read.documents()) {
                require(
                        document.problems().stream().allMatch(problem -> problem.severity() == Severity.NOTE),
                        "The answer has problems: " + document.problems());
            }
        }
    }

    /** TA102 and TA103 repeat the date and time of their ISA, whatever their values. */
    private static boolean echo(SyntaxProblem problem) {
        return problem.segment().equals("TA1") && (problem.element() == 2 || problem.element() == 3);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
