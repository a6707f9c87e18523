package io.mlconnector.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.loop.Health;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Health health = new Health();
    private final DiskSpace disk = new DiskSpace(Path.of("data"), health, () -> NOON);

    private Optional<Problem> problem() {
        return Optional.ofNullable(health.at(NOON).get("disk")).orElseThrow().problem();
    }

    @Test
    void a_disk_that_is_nearly_full_stands_in_the_health_check_until_there_is_room_again() {
        disk.told(DiskSpace.LEAST - 1);
        assertThat(problem()).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("disk-full");
            assertThat(why.message()).contains("data", "99 MB left", "make room");
        });
        disk.told(DiskSpace.LEAST);
        assertThat(problem()).isEmpty();
    }
}
