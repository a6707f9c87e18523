package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.cleo.CleoBehaviour.Discriminator;
import io.mlconnector.twin.cleo.CleoBehaviour.Envelope;
import io.mlconnector.twin.cleo.CleoBehaviour.LinkForm;
import io.mlconnector.twin.cleo.CleoBehaviour.NameMember;
import io.mlconnector.twin.cleo.CleoBehaviour.SizeMember;
import io.mlconnector.twin.fault.Fault;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listing is whole or a failure, and what is not understood is never an empty folder. */
class WholeListingTest {

    private static final FolderReference ACME = new FolderReference.ByPath("/download/acme");
    private static final byte[] BYTES = {'I', 'S', 'A', '*'};

    private final List<CleoBench> benches = new ArrayList<>();

    private CleoBench start(CleoBehaviour behaviour) {
        CleoBench bench = new CleoBench(behaviour);
        benches.add(bench);
        return bench;
    }

    @AfterEach
    void stop() {
        benches.forEach(CleoBench::close);
    }

    private static void fill(CleoBench bench, int files) {
        for (int i = 0; i < files; i++) {
            bench.twin.cleo().put("/download/acme", "file-" + i + ".edi", BYTES);
        }
    }

    private static String answer(int from, int to, String total) {
        List<String> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add("{\"id\":\"" + i + "\",\"name\":\"f" + i + ".edi\",\"type\":\"file\",\"size\":4}");
        }
        return "{" + total + "\"resources\":[" + String.join(",", rows) + "]}";
    }

    private static void answers(CleoBench bench, String body) {
        bench.fails("GET", "/api/folders", new Fault.Answer(200, body, Map.of()));
    }

    @Test
    void ten_thousand_children_over_pages_of_forty_are_all_seen_and_the_new_ones_are_the_last() {
        CleoBench bench = start(CleoBench.usual().withServerPageCap(40));
        fill(bench, 10_000);
        bench.twin.cleo().put("/download/acme", "new.edi", BYTES);
        AtomicInteger pages = new AtomicInteger();
        List<FolderEntry> entries = done(bench.mailbox().list(ACME, pages::incrementAndGet));
        assertThat(pages).hasValueGreaterThanOrEqualTo(251);
        assertThat(entries).hasSize(10_001);
        assertThat(entries.getLast().name()).isEqualTo("new.edi");
    }

    @Test
    void more_entries_than_may_be_listed_are_a_failure_that_names_the_key() {
        CleoBench bench = start(CleoBench.usual().withServerPageCap(7));
        fill(bench, 30);
        Cleo bounded = bench.connect(bench.options().withLargestFolder(29));
        Problem why = refused(bounded.mailbox().list(ACME));
        assertThat(why.code()).isEqualTo("folder-too-large");
        assertThat(why.message()).contains("cleo.largestFolder").contains("29");
        assertThat(done(bench.connect(bench.options().withLargestFolder(30))
                        .mailbox()
                        .list(ACME)))
                .hasSize(30);
    }

    @Test
    void a_file_that_is_removed_while_the_pages_are_read_hides_none_of_the_others() {
        CleoBench bench = start(CleoBench.usual());
        FolderReference byId = bench.folder("/download/acme");
        answers(bench, answer(0, 3, "\"totalResults\":6,"));
        // f0 is gone: f4 to f5 follow, and f3 was never shown.
        answers(bench, answer(4, 6, "\"totalResults\":5,"));
        answers(bench, answer(1, 4, "\"totalResults\":5,"));
        answers(bench, answer(4, 6, "\"totalResults\":5,"));
        assertThat(done(bench.mailbox().list(byId)))
                .extracting(FolderEntry::name)
                .contains("f3.edi")
                .hasSize(6);
    }

    @Test
    void a_listing_that_ends_before_its_own_total_is_a_failure() {
        CleoBench bench = start(CleoBench.usual());
        FolderReference byId = bench.folder("/download/acme");
        for (int sweep = 0; sweep < 3; sweep++) {
            answers(bench, answer(0, 3, "\"totalResults\":6,"));
            answers(bench, answer(0, 0, "\"totalResults\":6,"));
        }
        Problem why = notNow(bench.mailbox().list(byId)).why();
        assertThat(why.code()).isEqualTo("listing-incomplete");
        assertThat(why.message()).contains("after 3 entries").contains("6");
    }

    @Test
    void a_full_page_that_comes_again_and_again_is_a_failure_that_names_the_key() {
        CleoBench bench = start(CleoBench.usual());
        FolderReference byId = bench.folder("/download/acme");
        for (int i = 0; i < 9; i++) {
            answers(bench, answer(0, 100, "\"totalResults\":250,"));
        }
        Problem why = notNow(bench.mailbox().list(byId)).why();
        assertThat(why.code()).isEqualTo("listing-incomplete");
        assertThat(why.message()).contains("cleo.dialect.pageSize");
        CleoBench silent = start(CleoBench.usual());
        FolderReference sameById = silent.folder("/download/acme");
        answers(silent, answer(0, 100, ""));
        answers(silent, answer(0, 100, ""));
        assertThat(notNow(silent.mailbox().list(sameById)).why().code()).isEqualTo("listing-incomplete");
    }

    @Test
    void a_page_in_the_middle_that_fails_is_asked_for_again() {
        CleoBench bench = start(CleoBench.usual().withServerPageCap(10));
        fill(bench, 35);
        FolderReference byId = bench.folder("/download/acme");
        answers(bench, answer(0, 10, "\"totalResults\":35,"));
        bench.fails("GET", "/api/folders", new Fault.Answer(502, "<html>", Map.of()));
        bench.fails("GET", "/api/folders", new Fault.Throttle(1));
        assertThat(done(bench.mailbox().list(byId))).hasSizeGreaterThan(24);
    }

    @Test
    void entries_under_a_name_that_nobody_knows_are_told_with_the_key_and_never_an_empty_folder() {
        CleoBench bench = start(CleoBench.usual().withEnvelope(Envelope.PAYLOAD));
        FolderReference byId = bench.folder("/download/acme");
        bench.twin.cleo().put("/download/acme", "secret-name.edi", BYTES);
        for (FolderReference folder : List.of(ACME, byId)) {
            Problem why = notNow(bench.mailbox().list(folder)).why();
            assertThat(why.code()).isEqualTo("answer-unreadable");
            assertThat(why.message())
                    .contains("totalResults, startIndex, count, payload")
                    .contains("cleo.dialect.entries")
                    .doesNotContain("secret-name");
        }
    }

    @Test
    void a_name_that_nobody_finds_is_told_with_the_key() {
        CleoBench bench = start(CleoBench.usual().withNameMember(NameMember.CAPTION));
        FolderReference byId = bench.folder("/download/acme");
        bench.twin.cleo().put("/download/acme", "secret-name.edi", BYTES);
        for (FolderReference folder : List.of(ACME, byId)) {
            assertThat(notNow(bench.mailbox().list(folder)).why().message())
                    .contains("caption")
                    .contains("cleo.dialect.name")
                    .doesNotContain("secret-name");
        }
    }

    @Test
    void an_entry_that_may_be_a_file_or_a_folder_is_told_with_the_key() {
        CleoBench bench = start(CleoBench.usual()
                .withDiscriminator(Discriminator.NOTHING)
                .withSizeMember(SizeMember.MISSING)
                .withLinkForm(LinkForm.NONE));
        bench.twin.cleo().put("/download/acme", "a.edi", BYTES);
        assertThat(notNow(bench.mailbox().list(ACME)).why().message()).contains("cleo.dialect.type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\":\"Please sign in\"}",
                "{\"resources\":\"none\"}",
                "{\"resources\":[\"a.edi\"]}",
                "{\"_embedded\":\"x\"}",
                "{\"totalResults\":3}"
            })
    void an_answer_in_no_known_form_is_not_an_empty_folder(String body) {
        CleoBench bench = start(CleoBench.usual());
        FolderReference byId = bench.folder("/download/acme");
        answers(bench, body);
        assertThat(notNow(bench.mailbox().list(byId)).why().code()).isEqualTo("answer-unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"totalResults\":0}",
                "{\"totalResults\":0,\"resources\":null}",
                "{\"resources\":[]}",
                "[]",
                "{\"_embedded\":{}}",
                "{\"files\":[]}",
                "{\"page\":{\"totalElements\":0}}"
            })
    void an_empty_folder_is_one_in_every_form(String body) {
        CleoBench bench = start(CleoBench.usual());
        FolderReference byId = bench.folder("/download/acme");
        answers(bench, body);
        assertThat(done(bench.mailbox().list(byId))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"files\":[{\"name\":\"a.edi\"}],\"folders\":[{\"name\":\"old\"}]}",
                "{\"data\":{\"items\":[{\"name\":\"a.edi\",\"isFile\":\"true\"}]}}",
                "{\"_embedded\":{\"files\":[{\"name\":\"a.edi\"}]}}",
                "{\"value\":[{\"NAME\":\"a.edi\",\"Resource_Type\":\"File\"}]}",
                "[{\"path\":\"\\\\download\\\\acme\\\\a.edi\",\"size\":\"4\"}]"
            })
    void a_file_is_seen_in_every_form(String body) {
        CleoBench bench = start(CleoBench.usual());
        FolderReference byId = bench.folder("/download/acme");
        answers(bench, body);
        assertThat(done(bench.mailbox().list(byId)))
                .extracting(FolderEntry::name)
                .containsExactly("a.edi");
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 415})
    void an_upload_that_is_wanted_in_another_form_says_which_keys_to_change(int status) {
        CleoBench bench = start(CleoBench.usual());
        bench.folder("/upload/acme");
        bench.fails("POST", "/api/folders", new Fault.Answer(status, "", Map.of()));
        Problem why = refused(bench.mailbox().upload(new FolderReference.ByPath("/upload/acme"), "850.edi", BYTES));
        assertThat(why.message())
                .contains("cleo.dialect.uploadMode is raw, try multipart")
                .contains("cleo.dialect.uploadMethod is POST, try PUT");
    }

    @Test
    void two_files_of_one_name_size_and_second_are_both_seen() {
        CleoBench bench = start(CleoBench.usual().withSameName(CleoBehaviour.SameName.KEEP_BOTH));
        FolderReference folder = new FolderReference.ByPath("/upload/acme");
        bench.folder("/upload/acme");
        done(bench.mailbox().upload(folder, "a.edi", Buffer.buffer("one").getBytes()));
        done(bench.mailbox().upload(folder, "a.edi", Buffer.buffer("two").getBytes()));
        assertThat(done(bench.mailbox().list(folder))).hasSize(2);
    }
}
