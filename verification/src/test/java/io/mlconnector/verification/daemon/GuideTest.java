package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from invoices that break their partner's guide, in the whole program against the twin. */
class GuideTest {

    @TempDir
    private Path folder;

    private List<DocumentRecord> invoices(String name, String validation) throws IOException {
        Path guide = Files.writeString(
                folder.resolve("guide.yaml"), "name: Demanding\nsets:\n  \"810\": {required: [REF:ZZZ]}\n");
        String more = "$1$2\n$1guide: " + guide + "\n$1validation: " + validation;
        try (World world =
                new World(name, folder, TwinOptions.demo(11), yaml -> yaml.replaceAll("(?m)^( *)(them: .*)$", more))) {
            world.start();
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            return world.documents().stream()
                    .filter(document -> document.direction() == Direction.INBOUND
                            && document.type().contains("810"))
                    .toList();
        }
    }

    @Test
    void under_reject_they_are_held_with_the_guide_as_reason() throws IOException {
        List<DocumentRecord> invoices = invoices("guidereject", "reject");

        assertThat(invoices).extracting(DocumentRecord::condition).doesNotContain(Condition.DONE);
        // Some of the twin's files are cut off or stand twice, and say so instead.
        assertThat(invoices)
                .filteredOn(document -> document.reason()
                        .filter(why -> why.message().contains("The guide Demanding requires"))
                        .isPresent())
                .hasSizeGreaterThan(invoices.size() / 2)
                .extracting(DocumentRecord::condition)
                .containsOnly(Condition.HELD);
    }

    @Test
    void under_warn_they_pass() throws IOException {
        assertThat(invoices("guidewarn", "warn"))
                .extracting(DocumentRecord::condition)
                .contains(Condition.DONE);
    }
}
