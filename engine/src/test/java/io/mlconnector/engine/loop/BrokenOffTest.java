package io.mlconnector.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class BrokenOffTest {

    private static String logged(Throwable failure) {
        Logger log = Logger.getAnonymousLogger();
        log.setUseParentHandlers(false);
        List<LogRecord> records = new ArrayList<>();
        log.addHandler(new Handler() {
            @Override
            public void publish(LogRecord logged) {
                records.add(logged);
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        });
        BrokenOff.log(log, "Work on document 01ABC broke off", failure);
        assertThat(records).hasSize(1);
        StringWriter text = new StringWriter();
        records.getFirst().getThrown().printStackTrace(new PrintWriter(text));
        return records.getFirst().getMessage() + "\n" + text;
    }

    @Test
    void a_defect_is_logged_with_its_words_and_its_place_but_without_the_amounts_that_it_quotes() {
        Throwable failure = new IllegalStateException(
                "No place for Charge[code=D240, amount=1234.56] of 78 lines",
                new NumberFormatException("For input string: \"9.950,00\""));
        failure.addSuppressed(new IllegalArgumentException("price 47.11"));
        assertThat(logged(failure))
                .contains(
                        "document 01ABC",
                        "java.lang.IllegalStateException: No place for Charge[code=D#, amount=#] of # lines",
                        "Caused by: java.lang.NumberFormatException: For input string: \"#\"",
                        "price #",
                        "BrokenOffTest.java")
                .doesNotContain("1234", "9.950", "47.11");
    }

    @Test
    void causes_that_go_round_in_a_circle_are_logged_too() {
        Throwable first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        assertThat(logged(first)).contains("first", "second");
    }
}
