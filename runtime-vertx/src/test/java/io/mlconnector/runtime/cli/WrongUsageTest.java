package io.mlconnector.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is wrong with a command line, before anything is asked. */
class WrongUsageTest {

    @Command(name = "act")
    static final class Acting implements Runnable {

        @Option(names = {"-p", "--partner"})
        private String partner = "";

        @Option(names = "--reason")
        private String reason = "";

        @Option(names = "--colour", negatable = true)
        private boolean colour;

        private boolean ran;

        @Override
        public void run() {
            ran = true;
        }
    }

    private record Ended(int code, String err, boolean ran) {}

    private static Ended run(String... arguments) {
        Acting acting = new Acting();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(acting)
                .setErr(new PrintWriter(err))
                .setParameterExceptionHandler(WrongUsage::told)
                .setExecutionStrategy(WrongUsage::refusingEmptyValues);
        return new Ended(line.execute(arguments), err.toString(), acting.ran);
    }

    @Test
    void an_option_without_a_value_is_refused_and_nothing_is_done() {
        for (List<String> arguments :
                List.of(List.of("--partner", ""), List.of("--partner="), List.of("-p", "  "), List.of("-p", "\t"))) {
            Ended ended = run(arguments.toArray(String[]::new));
            assertThat(ended.code()).as(arguments.toString()).isEqualTo(2);
            assertThat(ended.err()).contains("--partner is empty: give it a value, or leave it out.");
            assertThat(ended.ran()).isFalse();
        }
    }

    @Command(name = "typed")
    static final class Typed implements Runnable {

        @Option(names = "--depth")
        private int depth;

        @Option(names = "--from")
        private @Nullable LocalDate from;

        @Option(names = "--kind")
        private CrossReference.@Nullable Kind kind;

        @Override
        public void run() {}
    }

    @Test
    void a_value_of_the_wrong_type_is_told_without_words_of_the_library() {
        assertThat(typed("--depth", "abc"))
                .contains("abc is not a whole number.")
                .doesNotContain("an int");
        assertThat(typed("--from", "tomorrow")).contains("tomorrow is not a day such as 2026-11-30.");
        assertThat(typed("--kind", "unti"))
                .contains("did you mean unit?")
                .doesNotContain("UNIT", "case-insensitive", "CrossReference");
        assertThat(typed("--depth", "3", "--from", "2026-01-02", "--kind", "ITEM"))
                .isEmpty();
    }

    private static String typed(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new Typed())
                .setErr(new PrintWriter(err))
                .setParameterExceptionHandler(WrongUsage::told);
        TypedValues.in(line);
        line.execute(arguments);
        return err.toString();
    }

    @Test
    void what_restricts_nothing_may_be_empty() {
        assertThat(run("--reason", "", "--colour").ran()).isTrue();
        assertThat(run("--partner", "acme").ran()).isTrue();
    }
}
