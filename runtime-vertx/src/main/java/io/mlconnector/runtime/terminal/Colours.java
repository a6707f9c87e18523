package io.mlconnector.runtime.terminal;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Colours on a terminal, nothing elsewhere.
 *
 * @param on whether there are any
 */
public record Colours(boolean on) {

    /** As a person wishes; if he does not say so: on a terminal unless NO_COLOR is set. */
    public static Colours chosen(@Nullable Boolean wish) {
        return new Colours(wish == null ? Ansi.AUTO.enabled() : wish);
    }

    public String tag(String text) {
        return painted("1", text);
    }

    public String meaning(String text) {
        return painted("36", text);
    }

    public String bad(String text) {
        return painted("31", text);
    }

    private String painted(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
