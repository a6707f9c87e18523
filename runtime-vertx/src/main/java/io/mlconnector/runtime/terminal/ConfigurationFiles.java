package io.mlconnector.runtime.terminal;

import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.explain.ExplainedValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** The files that a configuration was read from: its own, and the profiles and guides that it names. */
final class ConfigurationFiles {

    private ConfigurationFiles() {}

    /** Whether one of them was written after a moment. */
    static boolean changedAfter(Instant moment, Path file, Configuration configuration) {
        Path own = file.toAbsolutePath();
        Stream<Path> named = configuration.values().stream()
                .filter(value -> value.path().endsWith(".interchange.profile")
                        || value.path().endsWith(".interchange.guide"))
                .map(ExplainedValue::value)
                .filter(value -> !value.isBlank())
                .map(own::resolveSibling);
        return Stream.concat(Stream.of(own), named).anyMatch(one -> writtenAfter(moment, one));
    }

    private static boolean writtenAfter(Instant moment, Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(moment);
        } catch (IOException e) {
            // Gone since it was read: whoever reads it next says so.
            return true;
        }
    }
}
