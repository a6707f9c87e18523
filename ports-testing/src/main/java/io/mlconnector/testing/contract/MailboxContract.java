package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every mailbox must do. */
public abstract class MailboxContract {

    private static final FolderReference ACME = new FolderReference.ByPath("/download/acme");

    /** The mailbox under test; the same one during a test. */
    protected abstract Mailbox mailbox();

    /**
     * Makes a folder at the gateway.
     *
     * @return its id there
     */
    protected abstract FolderReference.ById folder(String path);

    /** Somebody else puts a file into a folder, which is made if need be, or changes the one of that name. */
    protected abstract void put(String path, String name, byte[] bytes);

    /** Lets enough time pass for a gateway to show that a file changed. */
    protected abstract void timePasses();

    /** Whether listings tell sizes. */
    protected boolean tellsSizes() {
        return true;
    }

    /** Whether this user may remove files. */
    protected boolean mayRemove() {
        return true;
    }

    private List<FolderEntry> list(FolderReference folder) {
        return done(mailbox().list(folder));
    }

    private FolderEntry only(FolderReference folder) {
        List<FolderEntry> entries = list(folder);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_folder_lists_its_files() {
        put("/download/acme", "a.edi", bytes("one"));
        put("/download/acme", "b.edi", bytes("three"));
        put("/download/globex", "c.edi", bytes("other"));
        assertThat(list(ACME)).extracting(FolderEntry::name).containsExactlyInAnyOrder("a.edi", "b.edi");
        if (tellsSizes()) {
            assertThat(list(ACME))
                    .extracting(FolderEntry::size)
                    .containsExactlyInAnyOrder(OptionalLong.of(3), OptionalLong.of(5));
        }
    }

    @Test
    void a_folder_is_found_by_its_id_too() {
        FolderReference byId = folder("/download/acme");
        put("/download/acme", "a.edi", bytes("one"));
        assertThat(list(byId)).isEqualTo(list(ACME)).hasSize(1);
    }

    @Test
    void an_empty_folder_lists_nothing() {
        folder("/download/acme");
        assertThat(list(ACME)).isEmpty();
    }

    @Test
    void folders_within_a_folder_are_not_listed() {
        put("/download/acme", "a.edi", bytes("one"));
        put("/download/acme/archive", "old.edi", bytes("old"));
        assertThat(list(ACME)).extracting(FolderEntry::name).containsExactly("a.edi");
        assertThat(list(new FolderReference.ByPath("/download/acme/archive")))
                .extracting(FolderEntry::name)
                .containsExactly("old.edi");
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        folder("/download/acme");
        assertThat(refused(mailbox().list(new FolderReference.ByPath("/download/acne")))
                        .code())
                .isEqualTo("folder-not-found");
        assertThat(refused(mailbox().list(new FolderReference.ById("no-such-id")))
                        .code())
                .isEqualTo("folder-not-found");
    }

    @Test
    void a_folder_that_is_made_later_is_found_then() {
        folder("/download");
        assertThat(refused(mailbox().list(ACME)).code()).isEqualTo("folder-not-found");
        put("/download/acme", "a.edi", bytes("one"));
        assertThat(list(ACME)).hasSize(1);
    }

    @Test
    void every_file_of_a_large_folder_is_listed_once() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            names.add("file-" + i + ".edi");
            put("/download/acme", names.getLast(), bytes("content " + i));
        }
        assertThat(list(ACME)).extracting(FolderEntry::name).containsExactlyInAnyOrderElementsOf(names);
        assertThat(list(ACME)).extracting(FolderEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void names_may_be_anything() {
        List<String> names =
                List.of("Größe (1).EDI", "a b+c&d=e%20.txt", "quote\"d.edi", "no-extension", "A.edi", "a.edi");
        for (String name : names) {
            put("/download/acme", name, bytes(name));
        }
        assertThat(list(ACME)).extracting(FolderEntry::name).containsExactlyInAnyOrderElementsOf(names);
        for (FolderEntry entry : list(ACME)) {
            assertThat(done(mailbox().fetch(entry)))
                    .hasValueSatisfying(fetched -> assertThat(fetched).isEqualTo(bytes(entry.name())));
        }
    }

    @Test
    void a_file_that_nobody_writes_is_in_the_same_state_in_both_listings() {
        put("/download/acme", "a.edi", bytes("one"));
        FolderEntry first = only(ACME);
        timePasses();
        assertThat(only(ACME).sameState(first)).isTrue();
    }

    @Test
    void a_file_that_grows_is_in_another_state_in_the_next_listing() {
        put("/download/acme", "a.edi", bytes("one"));
        FolderEntry first = only(ACME);
        timePasses();
        put("/download/acme", "a.edi", bytes("one and more"));
        assertThat(only(ACME).sameState(first)).isFalse();
    }

    @Test
    void fetched_bytes_are_those_that_were_put() {
        byte[] all = new byte[100_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i * 31);
        }
        put("/download/acme", "a.edi", all);
        assertThat(done(mailbox().fetch(only(ACME))))
                .hasValueSatisfying(fetched -> assertThat(fetched).isEqualTo(all));
    }

    @Test
    void an_empty_file_is_fetched_as_such() {
        put("/download/acme", "empty.edi", new byte[0]);
        assertThat(done(mailbox().fetch(only(ACME))))
                .hasValueSatisfying(fetched -> assertThat(fetched).isEmpty());
    }

    @Test
    void a_file_that_is_gone_is_fetched_as_nothing() {
        if (!mayRemove()) {
            return;
        }
        put("/download/acme", "a.edi", bytes("one"));
        FolderEntry entry = only(ACME);
        done(mailbox().remove(entry));
        assertThat(done(mailbox().fetch(entry))).isEmpty();
    }

    @Test
    void fewer_bytes_than_listed_are_not_taken_for_the_file() {
        put("/download/acme", "a.edi", bytes("one"));
        FolderEntry entry = only(ACME);
        FolderEntry larger = new FolderEntry(
                entry.id(), entry.name(), OptionalLong.of(4), entry.modified(), entry.content(), entry.self());
        assertThat(notNow(mailbox().fetch(larger)).why().code()).isEqualTo("download-incomplete");
    }

    @Test
    void an_uploaded_file_is_in_the_folder_under_its_name() {
        FolderReference byId = folder("/upload/acme");
        FolderReference byPath = new FolderReference.ByPath("/upload/acme");
        done(mailbox().upload(byPath, "850_a.edi", bytes("ISA*00~")));
        done(mailbox().upload(byId, "850_b.edi", bytes("ISA*01~")));
        List<FolderEntry> entries = list(byPath);
        assertThat(entries).extracting(FolderEntry::name).containsExactlyInAnyOrder("850_a.edi", "850_b.edi");
        FolderEntry first = entries.stream()
                .filter(entry -> entry.name().equals("850_a.edi"))
                .findFirst()
                .orElseThrow();
        assertThat(done(mailbox().fetch(first)))
                .hasValueSatisfying(fetched -> assertThat(fetched).isEqualTo(bytes("ISA*00~")));
    }

    @Test
    void uploaded_bytes_are_not_touched() {
        folder("/upload/acme");
        byte[] all = new byte[1_024];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        all[1_022] = '\r';
        all[1_023] = '\n';
        FolderReference folder = new FolderReference.ByPath("/upload/acme");
        done(mailbox().upload(folder, "850.edi", all));
        assertThat(done(mailbox().fetch(only(folder))))
                .hasValueSatisfying(fetched -> assertThat(fetched).isEqualTo(all));
    }

    @Test
    void a_file_is_uploaded_as_its_intent_says_and_only_once_that_stands() {
        folder("/upload/acme");
        FolderReference folder = new FolderReference.ByPath("/upload/acme");
        List<List<FolderEntry>> before = new ArrayList<>();
        done(mailbox()
                .upload(
                        folder,
                        () -> mailbox().list(folder).thenApply(outcome -> {
                            before.add(
                                    outcome instanceof Outcome.Done<List<FolderEntry>>(var there) ? there : List.of());
                            return Optional.of(new FileToUpload("850.edi", bytes("ISA*00~"), "document-1"));
                        })));
        assertThat(before).containsExactly(List.of());
        assertThat(list(folder)).extracting(FolderEntry::name).containsExactly("850.edi");
    }

    @Test
    void nothing_is_uploaded_without_an_intent_that_stands() {
        folder("/upload/acme");
        FolderReference folder = new FolderReference.ByPath("/upload/acme");
        assertThat(notNow(mailbox().upload(folder, () -> CompletableFuture.completedFuture(Optional.empty())))
                        .why()
                        .code())
                .isEqualTo(ProblemCode.INTENT_WITHDRAWN.text());
        assertThat(notNow(mailbox()
                                .upload(
                                        folder,
                                        () -> CompletableFuture.failedFuture(
                                                new IllegalStateException("journal gone"))))
                        .why()
                        .code())
                .isEqualTo(ProblemCode.INTENT_NOT_STORED.text());
        assertThat(list(folder)).isEmpty();
    }

    @Test
    void an_intent_is_not_stored_where_the_folder_is_not_there() {
        folder("/upload/acme");
        AtomicInteger stored = new AtomicInteger();
        refused(mailbox().upload(new FolderReference.ByPath("/upload/globex"), () -> {
            stored.incrementAndGet();
            return CompletableFuture.completedFuture(Optional.empty());
        }));
        assertThat(stored).hasValue(0);
    }

    @Test
    void an_upload_into_a_folder_that_is_not_there_is_refused() {
        folder("/upload/acme");
        assertThat(refused(mailbox().upload(new FolderReference.ByPath("/upload/globex"), "a.edi", bytes("one")))
                        .code())
                .isEqualTo("folder-not-found");
        assertThat(refused(mailbox().upload(new FolderReference.ById("no-such-id"), "a.edi", bytes("one")))
                        .code())
                .isEqualTo("folder-not-found");
    }

    @Test
    void a_removed_file_is_not_listed_and_can_be_removed_again() {
        put("/download/acme", "a.edi", bytes("one"));
        FolderEntry entry = only(ACME);
        if (mayRemove()) {
            assertThat(done(mailbox().remove(entry))).isEqualTo(entry);
            assertThat(list(ACME)).isEmpty();
            assertThat(done(mailbox().remove(entry))).isEqualTo(entry);
        } else {
            assertThat(await(mailbox().remove(entry))).isInstanceOf(io.mlconnector.domain.words.Outcome.Refused.class);
            assertThat(list(ACME)).hasSize(1);
        }
    }
}
