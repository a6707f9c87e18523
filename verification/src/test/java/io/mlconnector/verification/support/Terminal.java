package io.mlconnector.verification.support;

import io.mlconnector.runtime.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a person gives commands. */
public final class Terminal {

    private Terminal() {}

    /** What a command printed, and how it ended. */
    public record Printed(int code, String out, String err) {

        /** What it printed, line by line. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    /** Gives a command with this configuration, and waits for its end. */
    public static Printed command(Path yaml, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", yaml.toString()));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int code = Main.execute(all.toArray(String[]::new));
            return new Printed(
                    code, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
