package io.mlconnector.runtime.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Colours on a terminal, nothing elsewhere.
 *
 * @param on whether there are any
 */
record Colours(boolean on) {

    /** As a person wishes; if he does not say so: on a terminal unless NO_COLOR is set. */
    static Colours chosen(@Nullable Boolean wish) {
        return new Colours(wish == null ? Ansi.AUTO.enabled() : wish);
    }

    String tag(String text) {
        return painted("1", text);
    }

    String meaning(String text) {
        return painted("36", text);
    }

    String bad(String text) {
        return painted("31", text);
    }

    private String painted(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
