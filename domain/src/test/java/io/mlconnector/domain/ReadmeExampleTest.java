package io.mlconnector.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.flow.RetryTiming;
import io.mlconnector.domain.ordering.FolderSight;
import io.mlconnector.domain.ordering.OrderDecisions;
import io.mlconnector.domain.ordering.OrderState;
import io.mlconnector.domain.ordering.OutboundFile;
import io.mlconnector.domain.trade.ContentHash;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of the README, so that it stays true. */
class ReadmeExampleTest {

    @Test
    void an_upload_that_nobody_answered_is_asked_for_and_found() {
        var file = new OutboundFile(
                new FolderReference.ByPath("/upload/acme"),
                "850_acme.edi",
                new ContentHash("0".repeat(64)),
                512,
                "850",
                Optional.empty());

        var uploading = new OrderState.Uploading(file, 0);
        var now = new Circumstances(Instant.parse("2026-03-10T09:15:00Z"), 0.5, RetryTiming.USUAL);

        var lost = OrderDecisions.afterUpload(
                uploading, Outcome.unknown(Problem.of("no-answer", "", "Reset by peer.")), now);
        assertThat(lost.next()).isInstanceOf(OrderState.InDoubt.class);

        var doubt = (OrderState.InDoubt) lost.next();
        var seen = Outcome.<FolderSight>done(new FolderSight.Present(file.size()));
        var settled = OrderDecisions.afterAsking(doubt, seen, OnUnknownOutcome.HOLD, now);
        assertThat(settled.next()).isInstanceOf(OrderState.Delivered.class);
    }
}
