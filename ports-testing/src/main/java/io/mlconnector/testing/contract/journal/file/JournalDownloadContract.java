package io.mlconnector.testing.contract.journal.file;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.ports.journal.file.Download;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Files between their download and their entry. Journals may be shared by tests: each has a folder of its own. */
public interface JournalDownloadContract {

    /** The journal under test. */
    JournalBench bench();

    private static Download download(String folder, String id, OptionalLong size, String at) {
        return new Download("contoso", folder, id, id + ".edi", size, "t1", Instant.parse(at));
    }

    @Test
    default void the_reading_of_a_file_is_begun_once_until_it_is_settled() {
        Download download = download("/once", "1", OptionalLong.of(3), "2026-03-02T08:00:00Z");
        assertThat(await(bench().journal.reading(download))).isTrue();
        assertThat(await(bench().journal.reading(download))).isFalse();
        assertThat(await(bench().journal.bytesOf(download))).isEmpty();
        await(bench().journal.settled(download));
        assertThat(await(bench().journal.reading(download))).isTrue();
    }

    @Test
    default void what_was_read_is_there_until_it_is_settled() {
        Download download = download("/read", "1", OptionalLong.empty(), "2026-03-02T08:00:00Z");
        await(bench().journal.reading(download));
        await(bench().journal.read(download, new byte[] {1, 2, 3}));
        assertThat(await(bench().journal.bytesOf(download))).hasValue(new byte[] {1, 2, 3});
        await(bench().journal.read(download, new byte[] {4}));
        assertThat(await(bench().journal.bytesOf(download))).hasValue(new byte[] {4});
        assertThat(await(bench().journal.downloads("contoso", "/read"))).containsExactly(download);
        await(bench().journal.settled(download));
        await(bench().journal.settled(download));
        assertThat(await(bench().journal.bytesOf(download))).isEmpty();
        assertThat(await(bench().journal.downloads("contoso", "/read"))).isEmpty();
    }

    @Test
    default void a_folder_shows_its_own_downloads_oldest_first() {
        Download later = download("/order", "1", OptionalLong.of(1), "2026-03-02T08:00:01Z");
        Download earlier = download("/order", "2", OptionalLong.of(2), "2026-03-02T08:00:00Z");
        Download elsewhere = download("/elsewhere", "1", OptionalLong.of(1), "2026-03-02T08:00:00Z");
        await(bench().journal.read(later, new byte[] {1}));
        await(bench().journal.read(earlier, new byte[] {2}));
        await(bench().journal.read(elsewhere, new byte[] {3}));
        assertThat(await(bench().journal.downloads("contoso", "/order"))).containsExactly(earlier, later);
        assertThat(await(bench().journal.bytesOf(elsewhere))).hasValue(new byte[] {3});
    }
}
