package io.mlconnector.postgres.embedded;

import java.util.List;
import java.util.regex.Pattern;

/** Finds PostgreSQL's own sentence in what its programs print. */
final class ServerLog {

    private static final Pattern TOLD =
            Pattern.compile("(initdb: error: |FATAL: +|PANIC: +|ERROR: +|pg_ctl: )(?<what>.*)");

    /** Explains the sentence before it. */
    private static final Pattern MORE = Pattern.compile("(HINT|DETAIL): +(?<what>.*)");

    /** The cause stands before the fatal sentence, in one that is less grave. */
    private static final Pattern CAUSE =
            Pattern.compile("LOG: +(?<what>(could not|invalid value|unrecognized|syntax error|parameter) .*)");

    private ServerLog() {}

    /** Its errors and their hints, in their order; all of the output if none is recognised. One line. */
    static String reason(String output) {
        StringBuilder reason = new StringBuilder();
        for (String line : output.lines().toList()) {
            for (Pattern pattern : List.of(CAUSE, TOLD, MORE)) {
                var found = pattern.matcher(line);
                if (found.find() && !reason.toString().contains(found.group("what"))) {
                    reason.append(reason.isEmpty() ? "" : "; ")
                            .append(found.group("what").strip());
                    break;
                }
            }
        }
        String all = reason.isEmpty() ? output.strip().replaceAll("\\s*\\R\\s*", "; ") : reason.toString();
        return all.isEmpty() ? "it said nothing" : all;
    }

    /** Whether the port was taken by somebody else in the last moment. */
    static boolean portTaken(String output) {
        return output.contains("could not bind");
    }
}
