package io.mlconnector.runtime.config;

import io.mlconnector.runtime.config.section.Mistake;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. Carries every mistake, not the first. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /** With all mistakes. */
    public ConfigurationException(String file, List<Mistake> mistakes) {
        super(
                file + " has " + mistakes.size() + (mistakes.size() == 1 ? " mistake:\n" : " mistakes:\n")
                        + mistakes.stream().map(mistake -> "  " + mistake).collect(Collectors.joining("\n")),
                null,
                false,
                false);
        this.mistakes = List.copyOf(mistakes);
    }

    /** All mistakes in order of their lines. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
