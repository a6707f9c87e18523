package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.intake.recognition.StoredDownloads;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.ports.journal.file.Download;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Which files of a folder are taken, and when: each content once, as soon as it is whole, whatever the listing tells and does not
 * tell. The folder is listed every 15 seconds, and a file without its end has to stay the same for 3 seconds.
 */
class TakingFilesTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final Chance chance = new Chance(1);
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private final Health health = new Health();
    private final Shelf shelf = new Shelf();
    private Life life = life();

    private static FolderReference folder() {
        return Trade.download(Trade.CONTOSO.acme().id().id());
    }

    private Life life() {
        return new Life(time, new Story(time, false), defect -> {
            throw new AssertionError(defect);
        });
    }

    /** Whether a hook may bring files in its body. */
    private boolean hook;

    private Connection connection() {
        Connection usual = Trade.CONTOSO.usually(companies, shelf);
        Connection.FolderPolling folders = usual.folders();
        return new Connection(
                usual.id(),
                usual.partners(),
                usual.orders(),
                new Connection.FolderPolling(
                        folders.every(),
                        folders.stabilityWindow(),
                        folders.sizes(),
                        folders.ignored(),
                        folders.readAgain(),
                        folders.consumedOnRead(),
                        hook),
                usual.headerReference(),
                usual.purchaseOrders(),
                usual.products(),
                usual.vendorInvoices(),
                usual.mailbox());
    }

    private Life start() {
        Life begun = life();
        Engine engine = SimulatedEngine.of(begun, journal, new X12Codec(), time::now, chance.generator(), "node-1");
        Connection connection = connection();
        new FolderPoller(engine, connection, Trade.CONTOSO.acme(), folder(), new OneAtATime(), health).start();
        return begun;
    }

    private void restart() {
        life.end();
        life = start();
    }

    private void pass(Duration duration) {
        time.runUntil(time.now().plus(duration));
    }

    private void pass(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    /** A whole interchange; those with numbers of equal length have equal sizes. */
    private static byte[] whole(int number) {
        return Paper.file(
                Trade.CONTOSO.acme(),
                List.of(Paper.Interchange.of(
                        number, "PR", new Paper.Set("855", List.of("BAK*00*AD*PO-" + number + "*20260310", "CTT*0")))));
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private List<FileRecord> files() {
        return journal.files(100, Optional.empty()).toCompletableFuture().join();
    }

    private int fetches(String name) {
        return Collections.frequency(shelf.fetched, name);
    }

    @Test
    void a_folder_that_cannot_be_listed_tells_the_reason_of_its_gateway_and_not_one_of_ours() {
        Problem why = Problem.of(ProblemCode.UNREACHABLE, "", "Cleo did not answer within 30 s.");
        shelf.away = Optional.of(why);
        restart();
        pass(60);
        assertThat(health.at(time.now()))
                .hasEntrySatisfying(
                        "Folder " + folder() + " of " + connection().id(),
                        status -> assertThat(status.problem()).contains(why));
    }

    @Test
    void all_that_a_hook_brought_is_taken_although_its_folder_cannot_be_listed() {
        shelf.away = Optional.of(Problem.of(ProblemCode.UNREACHABLE, "", "Cleo did not answer within 30 s."));
        hook = true;
        for (int number = 1; number <= 3; number++) {
            byte[] body = whole(number);
            journal.read(
                            new Download(
                                    connection().id(),
                                    folder().toString(),
                                    StoredDownloads.BROUGHT + number,
                                    "hook-" + number + ".edi",
                                    OptionalLong.of(body.length),
                                    "",
                                    time.now()),
                            body)
                    .toCompletableFuture()
                    .join();
        }
        restart();
        pass(5);
        assertThat(files())
                .extracting(FileRecord::name)
                .containsExactlyInAnyOrder("hook-1.edi", "hook-2.edi", "hook-3.edi");
    }

    @Test
    void what_is_complete_by_its_own_end_is_taken_when_it_is_first_seen() {
        shelf.put("1", "a.edi", "t1", whole(1));
        restart();
        pass(1);
        assertThat(files()).hasSize(1);
        assertThat(fetches("a.edi")).isEqualTo(1);
    }

    @Test
    void what_lacks_its_end_waits_and_leaves_no_record_beside_the_whole_one() {
        byte[] whole = whole(1);
        shelf.put("1", "a.edi", "t1", half(whole));
        restart();
        pass(2);
        assertThat(files()).isEmpty();
        shelf.put("1", "a.edi", "t2", whole);
        pass(30);
        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file.size()).isEqualTo(whole.length);
            assertThat(file.problem()).isEmpty();
        });
    }

    @Test
    void what_lacks_its_end_for_good_is_recorded_once_it_came_with_the_same_bytes_twice() {
        shelf.put("1", "a.edi", "t1", half(whole(1)));
        restart();
        pass(2);
        assertThat(files()).isEmpty();
        pass(30);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.problem()).isPresent());
        assertThat(fetches("a.edi")).isEqualTo(2);
    }

    @Test
    void a_download_that_was_cut_is_repeated_before_anybody_is_blamed_although_the_listing_tells_no_size() {
        byte[] whole = whole(1);
        shelf.put("1", "a.edi", OptionalLong.empty(), "t1", half(whole));
        restart();
        pass(2);
        shelf.put("1", "a.edi", OptionalLong.empty(), "t1", whole);
        pass(30);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.problem()).isEmpty());
    }

    @Test
    void a_listing_that_is_wrong_about_the_size_does_not_keep_a_whole_interchange_out() {
        shelf.put("1", "a.edi", OptionalLong.of(1_000_001), "t1", whole(1));
        restart();
        pass(120);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.problem()).isEmpty());
        assertThat(fetches("a.edi")).isLessThanOrEqualTo(4);
    }

    @Test
    void what_lacks_its_end_and_is_shorter_than_listed_is_recorded_with_both_lengths() {
        byte[] half = half(whole(1));
        shelf.put("1", "a.edi", OptionalLong.of(half.length + 7L), "t1", half);
        restart();
        pass(120);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.problem()).hasValueSatisfying(why -> {
                    assertThat(why.message())
                            .contains(half.length + " bytes (its listing states " + (half.length + 7) + ")")
                            .contains("administrator of Cleo");
                    assertThat(why.details()).containsEntry("received", "" + half.length);
                }));
        assertThat(fetches("a.edi")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_download_that_breaks_off_nine_times_is_taken_with_the_tenth() {
        shelf.put("1", "a.edi", "t1", whole(1));
        shelf.cuts = 9;
        restart();
        pass(300);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.problem()).isEmpty());
        assertThat(fetches("a.edi")).isEqualTo(10);
    }

    @Test
    void a_download_that_always_breaks_off_is_recorded_with_the_lengths_and_tried_no_more() {
        shelf.put("1", "a.edi", "t1", whole(1));
        shelf.put("2", "b.edi", OptionalLong.of(1_000_001), "t1", whole(2));
        shelf.cuts = 1_000;
        restart();
        pass(600);
        assertThat(files())
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.problem()).hasValueSatisfying(why -> {
                    assertThat(why.code()).isEqualTo("file-not-taken");
                    assertThat(why.message()).contains("627 of 634 bytes").contains("its listing states 635");
                }));
        assertThat(fetches("a.edi")).isEqualTo(10);
        assertThat(fetches("b.edi")).isEqualTo(10);
    }

    @Test
    void ten_files_that_come_one_after_the_other_have_a_window_each() {
        restart();
        for (int i = 0; i < 10; i++) {
            shelf.put("" + i, "f" + i + ".edi", "t1", half(whole(i)));
        }
        pass(15 + 4);
        assertThat(files()).hasSize(10);
    }

    @Test
    void a_used_name_with_other_content_of_equal_size_and_without_times_is_a_new_file() {
        shelf.put("1", "a.edi", "", whole(1));
        restart();
        pass(60);
        assertThat(files()).hasSize(1);
        shelf.put("1", "a.edi", "", whole(2));
        pass(Duration.ofHours(2));
        assertThat(files()).hasSize(2);
        assertThat(files().get(0).content()).isNotEqualTo(files().get(1).content());
    }

    @Test
    void a_used_name_under_another_id_is_looked_at_at_once() {
        shelf.put("1", "a.edi", "t1", whole(1));
        restart();
        pass(60);
        shelf.take("1");
        shelf.put("2", "a.edi", "t1", whole(2));
        pass(60);
        assertThat(files()).hasSize(2);
    }

    @Test
    void two_files_of_one_name_size_and_second_are_both_taken_and_neither_again_after_a_restart() {
        shelf.put("1", "a.edi", "t1", whole(1));
        shelf.put("2", "a.edi", "t1", whole(2));
        restart();
        pass(60);
        assertThat(files()).hasSize(2);
        int before = shelf.fetched.size();
        restart();
        pass(Duration.ofHours(3));
        assertThat(files()).hasSize(2);
        assertThat(shelf.fetched).hasSize(before);
    }

    @Test
    void a_copy_beside_the_first_one_is_recorded_once() {
        shelf.put("1", "a.edi", "t1", whole(1));
        shelf.put("2", "a.edi", "t1", whole(1));
        restart();
        pass(60);
        restart();
        pass(Duration.ofHours(3));
        assertThat(files()).hasSize(2);
    }

    @Test
    void a_file_without_a_time_is_read_again_once_an_hour_and_not_with_every_look() {
        shelf.put("1", "a.edi", "", whole(1));
        restart();
        pass(Duration.ofHours(5));
        assertThat(files()).hasSize(1);
        assertThat(fetches("a.edi")).isBetween(4, 7);
        restart();
        pass(Duration.ofMinutes(10));
        assertThat(files()).hasSize(1);
        assertThat(fetches("a.edi")).isBetween(4, 8);
    }

    @Test
    void ids_that_change_with_each_listing_do_not_make_a_file_be_read_again_and_again() {
        shelf.put("0", "a.edi", "t1", whole(1));
        restart();
        for (int look = 1; look <= 100; look++) {
            pass(15);
            shelf.take("" + (look - 1));
            shelf.put("" + look, "a.edi", "t1", whole(1));
        }
        assertThat(files()).hasSize(1);
        assertThat(fetches("a.edi")).isLessThanOrEqualTo(5);
    }

    @Test
    void thousands_of_files_without_a_byte_stop_no_folder() {
        int many = 5_000;
        for (int i = 1; i <= many; i++) {
            shelf.put("" + i, i + ".edi", "t1", new byte[0]);
        }
        restart();
        pass(Duration.ofMinutes(62));
        assertThat(journal.files(2 * many, Optional.empty())
                        .toCompletableFuture()
                        .join())
                .hasSize(many);
        shelf.put("0", "whole.edi", "t1", whole(1));
        pass(30);
        assertThat(files().getFirst().name())
                .as("the folder is still looked into")
                .isEqualTo("whole.edi");
    }

    @Test
    void a_file_without_a_byte_is_told_after_an_hour_and_taken_when_it_is_written() {
        shelf.put("1", "a.edi", "t1", new byte[0]);
        restart();
        pass(Duration.ofMinutes(59));
        assertThat(files()).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.problem().map(Problem::code)).contains("file-empty"));
        assertThat(shelf.fetched).isEmpty();
        shelf.put("1", "a.edi", "t2", whole(1));
        pass(30);
        assertThat(files()).hasSize(2);
        assertThat(files().get(0).problem()).isEmpty();
    }

    @Test
    void a_gateway_that_removes_what_was_read_leaves_what_lacks_its_end_to_us() {
        shelf.removesWhatIsRead = true;
        shelf.put("1", "a.edi", "t1", half(whole(1)));
        restart();
        pass(30);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.problem()).isPresent());
    }

    @Test
    void many_files_are_taken_oldest_first() {
        for (int i = 0; i < 30; i++) {
            shelf.put("" + i, "f" + i + ".edi", "t" + (90 - i), whole(i + 1));
        }
        restart();
        pass(10);
        assertThat(files()).hasSize(30);
        assertThat(files().get(29).name()).isEqualTo("f29.edi");
        assertThat(files().get(0).name()).isEqualTo("f0.edi");
    }

    /** So many pages, ten seconds each. */
    private void pages(int left, Runnable progressed, CompletableFuture<String> end) {
        if (left == 0) {
            end.complete("");
            return;
        }
        time.after(Duration.ofSeconds(10), () -> {
            progressed.run();
            pages(left - 1, progressed, end);
        });
    }

    private boolean stuck() {
        return health.at(time.now()).values().stream()
                .flatMap(status -> status.problem().stream())
                .anyMatch(why -> why.code().equals("stuck"));
    }

    @Test
    void a_listing_of_five_minutes_is_not_stuck_as_long_as_its_pages_come() {
        shelf.put("1", "a.edi", "t1", whole(1));
        shelf.listing = progressed -> {
            CompletableFuture<String> end = new CompletableFuture<>();
            pages(30, progressed, end);
            return end;
        };
        restart();
        for (int second = 0; second < 299; second++) {
            pass(1);
            assertThat(stuck()).as("after %s s", second).isFalse();
        }
        shelf.listing = progressed -> {
            CompletableFuture<String> end = new CompletableFuture<>();
            pages(30, () -> {}, end);
            return end;
        };
        pass(5);
        assertThat(files()).hasSize(1);
        pass(80);
        assertThat(stuck()).isTrue();
    }

    @Test
    void what_is_no_x12_is_recorded_as_before() {
        shelf.put("1", "a.txt", "t1", "hello".getBytes(StandardCharsets.UTF_8));
        restart();
        pass(30);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.problem()).isPresent());
    }
}
