package io.mlconnector.examples.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadInvoicesTest {
    private static final Path GOOD = Path.of("invoice.edi");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-04-05T10:00:00Z"));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path directory = Path.of("");

    private int run(Path... files) {
        String[] names = java.util.Arrays.stream(files).map(Path::toString).toArray(String[]::new);
        return ReadInvoices.run(names, CLOCK, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path changed(String name, String from, String to) throws IOException {
        String good = Files.readString(GOOD);
        assertThat(good).contains(from);
        return Files.writeString(directory.resolve(name), good.replace(from, to));
    }

    @Test
    void an_invoice_is_told_with_its_lines_and_accepted() {
        assertThat(run(GOOD)).isZero();
        assertThat(printed())
                .contains("Invoice INV-20881 of 2026-04-04 for order PO-000471: 654.00 USD")
                .contains("1. 48 EA DISH SOAP LEMON 24 OZ, 156.00")
                .contains("2. 12 CA DISH SOAP LEMON, CASE OF 12, 498.00")
                .doesNotContain("add up to")
                .contains("AK9*A*1*1*1~")
                .contains("*260405*1000*");
    }

    @Test
    void a_wrong_total_is_told() throws IOException {
        run(changed("total.edi", "TDS*65400", "TDS*65500"));
        assertThat(printed()).contains("Lines, charges and taxes add up to 654.00");
    }

    @Test
    void a_broken_set_is_told_in_place_and_rejected() throws IOException {
        assertThat(run(changed("broken.edi", "BIG*20260404*INV-20881", "BIG**")))
                .isOne();
        assertThat(printed()).contains("ERROR at BIG").contains("AK9*R*1*1*0~");
    }

    @Test
    void one_bad_file_does_not_hide_the_others() throws IOException {
        Path none = directory.resolve("none.edi");
        Path text = Files.writeString(directory.resolve("letter.txt"), "Dear Jane,");
        assertThat(run(none, text, GOOD)).isOne();
        assertThat(printed().lines().filter(line -> !line.startsWith(" ")))
                .satisfiesExactly(
                        first -> assertThat(first).contains("none.edi cannot be read"),
                        second -> assertThat(second).endsWith("letter.txt"),
                        third -> assertThat(third).isEqualTo("invoice.edi"));
    }

    @Test
    void no_file_is_wrong_usage() {
        assertThat(run()).isEqualTo(2);
    }
}
