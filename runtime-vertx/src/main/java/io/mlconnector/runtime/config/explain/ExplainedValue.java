package io.mlconnector.runtime.config.explain;

import java.util.Objects;

/**
 * One value of the configuration.
 *
 * @param path of its key, such as {@code connections[0].cleo.poll}
 * @param value as it stands in the file, or what holds without it; of a secret, where it comes from; empty if nothing holds
 * @param secret whether it is a secret
 * @param origin why it holds
 * @param meaning what it does, in a sentence
 */
public record ExplainedValue(String path, String value, boolean secret, Origin origin, String meaning) {
    public ExplainedValue {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(meaning, "meaning");
    }
}
