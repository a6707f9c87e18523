package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.ports.edi.DecodedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Compares our reader with StAEDI over the samples: which sets a file holds, and what is wrong with counts and control
 * numbers. Every difference stands in a file with its reason.
 */
@DisplayName("Our reader and StAEDI")
class StaediDifferenceTest {
    @Test
    @DisplayName("see the same sets and the same envelope errors, except where a reason is given")
    void differences() {
        Map<String, String> found = new TreeMap<>();
        for (String name : Samples.names()) {
            String difference = difference(Samples.file(name));
            if (!difference.isEmpty()) {
                found.put(name, difference);
            }
        }
        assertThat(found).isEqualTo(explained());
    }

    private static String difference(byte[] file) {
        List<String> theirs;
        try {
            theirs = Staedi.events(file);
        } catch (IllegalStateException e) {
            return "StAEDI stops";
        }
        DecodedFile ours = DecodedInvoices.file(file);
        String sets = compare(
                "sets",
                theirs.stream().filter("ST"::equals).count(),
                ours.documents().size());
        String errors = compare(
                "errors",
                theirs.stream().filter(event -> event.startsWith("!CONTROL_")).count(),
                controlErrors(ours));
        return (sets + " " + errors).strip();
    }

    private static long controlErrors(DecodedFile file) {
        List<String> codes = List.of("AK502 3", "AK502 4", "AK905 4", "AK905 5", "TA105 001", "TA105 021");
        long inSets = file.documents().stream()
                .flatMap(document -> document.problems().stream())
                .map(SyntaxProblem::standardCode)
                .filter(codes::contains)
                .count();
        return inSets
                + file.problems().stream()
                        .map(SyntaxProblem::standardCode)
                        .filter(codes::contains)
                        .count();
    }

    private static String compare(String what, long theirs, long ours) {
        return theirs == ours ? "" : what + " " + theirs + " against " + ours;
    }

    /** Lines {@code file | difference | reason}. */
    private static Map<String, String> explained() {
        return new String(Samples.file("staedi-differences.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| "))
                .peek(parts -> assertThat(parts).hasSize(3))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
