package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.DecodedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected results of our own test files, from the table beside them. */
@DisplayName("Our own test files")
class OwnCorpusTest {
    record Expected(String file, String sets, String outside, String inside) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Expected> table() {
        return new String(bytes("expected.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> (line + " ").split(" \\| ", 4))
                .map(parts -> new Expected(parts[0], parts[1].strip(), parts[2].strip(), parts[3].strip()));
    }

    private static byte[] bytes(String name) {
        try (var in = Objects.requireNonNull(OwnCorpusTest.class.getResourceAsStream("/own-corpus/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    @DisplayName("have the result listed in the table")
    void theTable(Expected expected) {
        DecodedFile file = DecodedInvoices.file(bytes(expected.file()));
        assertThat(file.documents().stream()
                        .map(document -> document.reference().transactionSetId() + ":"
                                + document.reference().transactionSetNumber()
                                + (document.usable() ? "" : "!"))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected.sets());
        Stream<SyntaxProblem> inSets = file.documents().stream().flatMap(document -> document.problems().stream());
        has(expected.outside(), Stream.concat(file.problems().stream(), lowerCase(file)));
        has(expected.inside(), inSets.filter(problem -> !problem.code().equals("lower-case-tag")));
    }

    private static Stream<SyntaxProblem> lowerCase(DecodedFile file) {
        return file.documents().stream()
                .flatMap(document -> document.problems().stream())
                .filter(problem -> problem.code().equals("lower-case-tag"));
    }

    private static void has(String expected, Stream<SyntaxProblem> problems) {
        List<SyntaxProblem> told = problems.toList();
        List<String> shown = DecodedInvoices.told(told);
        if (expected.isEmpty()) {
            assertThat(told.stream().filter(problem -> problem.severity() != Severity.NOTE))
                    .as("%s", shown)
                    .isEmpty();
        } else {
            assertThat(shown).anyMatch(problem -> problem.contains(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit_positive.edi", "credit_negative.edi", "credit_by_sign.edi"})
    @DisplayName("write a credit note in three conventions with the same result")
    void credits(String name) {
        VendorInvoice credit = DecodedInvoices.invoice(
                DecodedInvoices.file(bytes(name)).documents().get(0));
        assertThat(credit.kind()).isEqualTo(VendorInvoice.Kind.CREDIT_NOTE);
        assertThat(credit.total()).isEqualTo("-13.00");
        assertThat(credit.computedTotal()).isEqualTo("-13.00");
        assertThat(credit.lines().get(0).quantity()).isEqualTo("-4");
    }

    @Test
    @DisplayName("thousands of sets in one group are all read")
    void thousandsOfSets() {
        Interchange interchange = Interchange.empty();
        for (int i = 0; i < 5000; i++) {
            interchange.set("810", "BIG*20260404*N" + i, "IT1*1*1*EA*1", "TDS*100", "CTT*1");
        }
        DecodedFile file = DecodedInvoices.file(interchange.bytes());
        assertThat(file.documents()).hasSize(5000).allMatch(document -> document.usable());
        assertThat(file.problems()).isEmpty();
    }
}
