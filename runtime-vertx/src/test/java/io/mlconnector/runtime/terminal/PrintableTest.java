package io.mlconnector.runtime.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrintableTest {

    private static String logged(String message, @Nullable Throwable thrown, Object... parameters) {
        LogRecord record = new LogRecord(Level.WARNING, message);
        record.setInstant(Instant.parse("2026-03-10T09:15:00Z"));
        record.setParameters(parameters);
        record.setThrown(thrown);
        return new LogLines(ZoneOffset.UTC).format(record);
    }

    @Test
    void a_value_stays_on_its_line_and_commands_no_terminal() {
        assertThat(Printable.line("a\r\nSEVERE forged\u001b[2J\u0000\u009b1m\u202e\u2028\ud800é💥"))
                .isEqualTo("a\\r\\nSEVERE forged\\u001b[2J\\u0000\\u009b1m\\u202e\\u2028\\ud800é💥");
    }

    @Test
    void our_own_lines_and_colours_stay_and_nothing_else_of_an_escape() {
        assertThat(Printable.text("\u001b[31mbad\u001b[0m\n\tnext \u001b]0;title\u0007\u001b[2J"))
                .isEqualTo("\u001b[31mbad\u001b[0m\n\tnext \\u001b]0;title\\u0007\\u001b[2J");
    }

    @Test
    void a_record_of_the_log_is_one_line_whatever_is_in_it() {
        assertThat(logged("file {0} came", null, "x\n2026-03-10T09:15:01.000 SEVERE  forged")
                        .lines())
                .containsExactly(
                        "2026-03-10T09:15:00.000 WARNING file x\\n2026-03-10T09:15:01.000 SEVERE  forged came");
    }

    @Test
    void lines_of_a_cause_are_indented_so_that_none_looks_like_a_record() {
        assertThat(logged("failed", new IllegalStateException("x\n2026-03-10T09:15:01.000 SEVERE  forged\u001b[2J"))
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("    ") && line.indexOf('\u001b') < 0);
    }

    @Test
    void a_standard_stream_passes_nothing_raw() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        SafeStream safe = new SafeStream(out, StandardCharsets.UTF_8);
        safe.println("a\u001b[2J");
        safe.println((Object) "b\u0007");
        safe.print("c\r");
        safe.printf("d%s", "\u001b]0;x");
        safe.append("e\u0008");
        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("a\\u001b[2J\nb\\u0007\nc\\rd\\u001b]0;xe\\u0008");
    }
}
