package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static io.mlconnector.testing.contract.Stages.refused;
import static io.mlconnector.testing.contract.Stages.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.fault.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static final FolderReference UPLOAD = new FolderReference.ByPath("/upload/acme");
    private static final FolderReference DOWNLOAD = new FolderReference.ByPath("/download/acme");
    private static final String FOLDERS = "/api/folders";
    private static final byte[] BYTES = {'I', 'S', 'A', '*'};
    private static final Fault HTML =
            new Fault.Answer(502, "<html>Bad Gateway</html>", Map.of("Content-Type", "text/html"));

    private final CleoBench bench = new CleoBench(CleoBench.usual().withSameName(CleoBehaviour.SameName.CONFLICT_409));

    @BeforeEach
    void create_folders() {
        bench.folder("/upload/acme");
        bench.twin.cleo().put("/download/acme", "a.edi", BYTES);
        done(bench.mailbox().list(UPLOAD));
        done(bench.mailbox().list(DOWNLOAD));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private CompletionStage<Outcome<UploadReceipt>> upload() {
        return bench.mailbox().upload(UPLOAD, "850.edi", BYTES);
    }

    private FolderEntry file() {
        return done(bench.mailbox().list(DOWNLOAD)).getFirst();
    }

    @Test
    void an_upload_whose_answer_is_lost_is_unknown_and_listed_afterwards() {
        bench.fails("POST", FOLDERS, new Fault.DropAfterWork());
        unknown(upload());
        assertThat(done(bench.mailbox().list(UPLOAD)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.size()).isEqualTo(OptionalLong.of(4)));
        assertThat(bench.calls("POST", "/api/folders/{id}/children")).isEqualTo(1);
    }

    @Test
    void an_interrupted_upload_is_unknown_and_not_repeated() {
        bench.fails("POST", FOLDERS, new Fault.DropBeforeWork());
        unknown(upload());
        assertThat(done(bench.mailbox().list(UPLOAD))).isEmpty();
        assertThat(bench.calls("POST", "/api/folders/{id}/children")).isEqualTo(1);
    }

    @Test
    void a_server_error_after_an_upload_is_unknown() {
        bench.fails("POST", FOLDERS, new Fault.Answer(500, "{\"message\":\"could not index the file\"}", Map.of()));
        bench.fails("POST", FOLDERS, HTML);
        bench.fails("POST", FOLDERS, new Fault.Answer(503, "", Map.of("Retry-After", "5")));
        unknown(upload());
        unknown(upload());
        unknown(upload());
    }

    @Test
    void a_name_that_exists_is_unknown_because_it_may_be_ours() {
        done(upload());
        assertThat(unknown(upload()).code()).isEqualTo("name-exists");
        assertThat(bench.twin.cleo().received()).hasSize(1);
    }

    @Test
    void an_expired_token_during_an_upload_is_renewed_and_the_file_arrives_once() {
        bench.twin.cleo().revokeAccessTokens();
        done(upload());
        assertThat(bench.twin.cleo().received()).hasSize(1);
        assertThat(bench.twin.cleo().received().getFirst().content().getBytes()).isEqualTo(BYTES);
    }

    @Test
    void a_throttled_upload_did_not_happen_and_carries_the_retry_delay() {
        bench.fails("POST", FOLDERS, new Fault.Throttle(7));
        bench.fails("POST", FOLDERS, new Fault.Throttle(null));
        bench.fails("POST", FOLDERS, new Fault.Answer(403, "{\"message\":\"Rate limit exceeded\"}", Map.of()));
        assertThat(notNow(upload()).retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(notNow(upload()).retryAfter())
                .hasValueSatisfying(
                        pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_500)));
        assertThat(notNow(upload()).why().code()).isEqualTo("throttled");
        assertThat(bench.twin.cleo().received()).isEmpty();
    }

    @Test
    void throttling_without_a_time_doubles_from_one_second_to_a_minute_and_begins_anew_after_an_answer() {
        Set<Long> parts = new HashSet<>();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            bench.fails("POST", FOLDERS, new Fault.Throttle(null));
            Duration pause = notNow(upload()).retryAfter().orElseThrow();
            assertThat(pause).isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1_500L));
            parts.add(pause.toMillis() % 1_000);
            bench.clock.advance(pause);
        }
        assertThat(parts).as("chance").hasSizeGreaterThan(1);
        done(bench.mailbox().list(UPLOAD));
        bench.fails("POST", FOLDERS, new Fault.Throttle(null));
        assertThat(notNow(upload()).retryAfter())
                .hasValueSatisfying(pause -> assertThat(pause).isLessThan(Duration.ofSeconds(2)));
    }

    @Test
    void retry_after_may_be_a_date() {
        bench.fails("GET", FOLDERS, new Fault.Answer(429, "", Map.of("Retry-After", "Mon, 02 Mar 2026 08:00:42 GMT")));
        assertThat(notNow(bench.mailbox().list(DOWNLOAD)).retryAfter()).contains(Duration.ofSeconds(42));
    }

    @Test
    void a_rate_limit_yields_not_now() {
        for (CleoBehaviour.RetryAfter form : CleoBehaviour.RetryAfter.values()) {
            try (CleoBench limited =
                    new CleoBench(CleoBench.usual().withRequestsPerSecond(2).withRetryAfter(form))) {
                FolderReference folder = limited.folder("/download/acme");
                done(limited.mailbox().list(folder));
                done(limited.mailbox().list(folder));
                Outcome.NotNow<?> outcome = notNow(limited.mailbox().list(folder));
                assertThat(outcome.why().code()).isEqualTo("throttled");
                assertThat(outcome.retryAfter())
                        .hasValueSatisfying(
                                pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_500)));
            }
        }
    }

    @Test
    void a_rejection_whose_message_merely_contains_rate_is_not_throttling() {
        bench.fails("POST", FOLDERS, new Fault.Answer(403, "{\"message\":\"Corporate policy\"}", Map.of()));
        assertThat(refused(upload()).code()).isEqualTo("gateway-forbids");
    }

    @Test
    void a_missing_folder_is_refused_and_existing_folders_are_listed() {
        Problem why = refused(bench.mailbox().upload(new FolderReference.ByPath("/upload/globex"), "a.edi", BYTES));
        assertThat(why.code()).isEqualTo("folder-not-found");
        assertThat(why.message()).contains("/upload/globex").contains("acme");
    }

    @Test
    void a_folder_that_moved_is_looked_up_again() {
        bench.fails("POST", FOLDERS, new Fault.Answer(404, "{\"message\":\"Folder not found\"}", Map.of()));
        done(upload());
        bench.fails("GET", FOLDERS, new Fault.Answer(404, "{\"message\":\"Folder not found\"}", Map.of()));
        assertThat(done(bench.mailbox().list(DOWNLOAD))).hasSize(1);
        assertThat(bench.twin.cleo().received()).hasSize(1);
    }

    @Test
    void an_interrupted_download_is_not_now() {
        FolderEntry entry = file();
        bench.fails("GET", "/api/files", new Fault.TruncateBody(2));
        assertThat(notNow(bench.mailbox().fetch(entry)).why().code()).isEqualTo("download-incomplete");
        assertThat(done(bench.mailbox().fetch(entry))).isPresent();
    }

    @Test
    void a_download_shorter_than_listed_is_not_now() {
        FolderEntry entry = file();
        bench.fails("GET", "/api/files", new Fault.Answer(200, "IS", Map.of()));
        assertThat(notNow(bench.mailbox().fetch(entry)).why().code()).isEqualTo("download-incomplete");
    }

    @Test
    void a_file_that_was_already_removed_is_empty() {
        FolderEntry entry = file();
        bench.fails("GET", "/api/files", new Fault.Answer(404, "{\"message\":\"File not found\"}", Map.of()));
        bench.fails("GET", "/api/files", new Fault.Answer(410, "", Map.of()));
        assertThat(done(bench.mailbox().fetch(entry))).isEmpty();
        assertThat(done(bench.mailbox().fetch(entry))).isEmpty();
    }

    @Test
    void a_file_that_is_too_large_is_not_fetched() {
        FolderEntry entry = file();
        FolderEntry large = new FolderEntry(
                entry.id(), entry.name(), OptionalLong.of(1L << 40), entry.modified(), entry.content(), entry.self());
        assertThat(refused(bench.mailbox().fetch(large)).code()).isEqualTo("file-too-large");
        assertThat(bench.calls("GET", "/api/files/{id}/content")).isZero();
    }

    @Test
    void a_read_that_fails_may_be_repeated() {
        bench.fails("GET", FOLDERS, HTML);
        bench.fails("GET", FOLDERS, new Fault.DropAfterWork());
        bench.fails("GET", FOLDERS, new Fault.TruncateBody(20));
        bench.fails("GET", FOLDERS, new Fault.Answer(200, "<html>sign in</html>", Map.of()));
        bench.fails("GET", FOLDERS, new Fault.Answer(423, "{\"message\":\"locked\"}", Map.of()));
        for (int i = 0; i < 5; i++) {
            notNow(bench.mailbox().list(DOWNLOAD));
        }
        assertThat(done(bench.mailbox().list(DOWNLOAD))).hasSize(1);
    }

    @Test
    void a_removal_whose_answer_is_lost_is_unknown() {
        FolderEntry entry = file();
        bench.fails("DELETE", "/api/files", new Fault.DropAfterWork());
        unknown(bench.mailbox().remove(entry));
        assertThat(done(bench.mailbox().list(DOWNLOAD))).isEmpty();
        assertThat(done(bench.mailbox().remove(entry))).isEqualTo(entry);
    }

    @Test
    void a_reading_gateway_that_removes_what_was_read_gives_the_bytes_once() {
        try (CleoBench consuming = new CleoBench(CleoBench.usual().withConsumeOnRead(true))) {
            consuming.twin.cleo().put("/download/acme", "a.edi", BYTES);
            FolderEntry entry = done(consuming.mailbox().list(DOWNLOAD)).getFirst();
            assertThat(done(consuming.mailbox().fetch(entry))).isPresent();
            assertThat(done(consuming.mailbox().fetch(entry))).isEmpty();
            assertThat(done(consuming.mailbox().remove(entry))).isEqualTo(entry);
        }
    }

    @Test
    void an_unavailable_gateway_did_nothing() {
        FolderEntry entry = file();
        await(bench.twin.stop().toCompletionStage());
        // The first request may still use a connection that was open when the gateway stopped.
        notNow(bench.mailbox().list(DOWNLOAD));
        assertThat(notNow(bench.mailbox().list(DOWNLOAD)).why().code()).isEqualTo("unreachable");
        assertThat(notNow(upload()).why().code()).isEqualTo("unreachable");
        assertThat(notNow(bench.mailbox().remove(entry)).why().code()).isEqualTo("unreachable");
    }
}
