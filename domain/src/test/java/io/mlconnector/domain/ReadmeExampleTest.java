package io.mlconnector.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.domain.sending.FolderSearchResult;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingDecisions;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
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

        var uploading = new SendingState.Uploading(file, 0);
        var now = new Circumstances(Instant.parse("2026-03-10T09:15:00Z"), 0.5, RetryTiming.USUAL);

        var lost = SendingDecisions.afterUpload(
                uploading, Outcome.unknown(Problem.of(ProblemCode.NO_ANSWER, "", "Reset by peer.")), now);
        assertThat(lost.next()).isInstanceOf(SendingState.InDoubt.class);

        var doubt = (SendingState.InDoubt) lost.next();
        var seen = Outcome.<FolderSearchResult>done(new FolderSearchResult.Present(file.size()));
        var settled = SendingDecisions.afterAsking(doubt, seen, OnUnknownOutcome.HOLD, now);
        assertThat(settled.next()).isInstanceOf(SendingState.Delivered.class);
    }
}
