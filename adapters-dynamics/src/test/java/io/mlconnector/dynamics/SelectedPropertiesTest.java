package io.mlconnector.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.dynamics.internal.odata.EntitySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read of a row has been asked for: a property that {@link EntitySet} does not list would always be empty, silently. */
class SelectedPropertiesTest {

    private static final Path MAPPING = Path.of("src/main/java/io/mlconnector/dynamics/internal/mapping");
    private static final Pattern READ = Pattern.compile(
            "\\.?(?:text|someText|firstText|required|number|day|yes|has)\\(((?:\"[A-Za-z0-9]+\",?\\s*)+)\\)");
    private static final Pattern NAME = Pattern.compile("\"([A-Za-z0-9]+)\"");

    /** Reads of sets that are asked for as a whole. */
    private static final List<String> WHOLE =
            List.of("PendingInvoices.java", "InvoiceEvidenceRows.java", "OrderCharges.java");

    @Test
    void every_property_that_is_read_is_listed() throws IOException {
        Set<String> listed = Arrays.stream(EntitySet.values())
                .flatMap(set -> set.properties().stream())
                .collect(Collectors.toSet());
        Set<String> unlisted = new TreeSet<>();
        int read = 0;
        try (Stream<Path> files = Files.list(MAPPING)) {
            for (Path file : files.toList()) {
                if (WHOLE.contains(file.getFileName().toString())) {
                    continue;
                }
                for (var call : READ.matcher(Files.readString(file)).results().toList()) {
                    for (var name : NAME.matcher(call.group(1)).results().toList()) {
                        read++;
                        if (!listed.contains(name.group(1))) {
                            unlisted.add(file.getFileName() + ": " + name.group(1));
                        }
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(60);
        assertThat(unlisted).isEmpty();
    }
}
