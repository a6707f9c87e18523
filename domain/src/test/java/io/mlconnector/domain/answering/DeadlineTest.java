package io.mlconnector.domain.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Optional<Duration> DAY = Optional.of(Duration.ofHours(24));
    private static final SendingState DELIVERED = new SendingState.Delivered(
            new OutboundFile(
                    new FolderReference.ByPath("/upload/acme"),
                    "a.edi",
                    new ContentHash("0".repeat(64)),
                    1,
                    "850",
                    Optional.empty()),
            NOON);

    @Test
    void the_time_runs_from_the_delivery() {
        assertThat(Deadline.of(DELIVERED, Acknowledgement.AWAITED, DAY)).contains(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void nothing_is_due_without_an_expectation_or_after_an_answer() {
        assertThat(Deadline.of(DELIVERED, Acknowledgement.AWAITED, Optional.empty()))
                .isEmpty();
        assertThat(Deadline.of(DELIVERED, Acknowledgement.ACCEPTED, DAY)).isEmpty();
        assertThat(Deadline.of(new SendingState.Announced(0), Acknowledgement.AWAITED, DAY))
                .isEmpty();
    }
}
