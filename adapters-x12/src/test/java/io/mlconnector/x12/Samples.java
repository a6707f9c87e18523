package io.mlconnector.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The sample files of public origin; the table beside them says where each comes from. */
final class Samples {
    private Samples() {}

    static byte[] file(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/x12-samples/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file that the table lists. */
    static List<String> names() {
        return new String(file("README.md"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
    }
}
