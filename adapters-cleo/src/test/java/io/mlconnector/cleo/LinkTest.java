package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.twin.fault.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    private static final FolderReference DOWNLOAD = new FolderReference.ByPath("/download/acme");
    private static final byte[] BYTES = {'I', 'S', 'A', '*'};

    private final CleoBench bench = new CleoBench();
    private final CleoBench foreign = new CleoBench();

    @BeforeEach
    void put_a_file() {
        bench.twin.cleo().put("/download/acme", "a.edi", BYTES);
    }

    @AfterEach
    void stop() {
        bench.close();
        foreign.close();
    }

    private FolderEntry withLinks(String content, String self) {
        FolderEntry entry = done(bench.mailbox().list(DOWNLOAD)).getFirst();
        return new FolderEntry(entry.id(), entry.name(), entry.size(), entry.modified(), content, self);
    }

    @Test
    void a_link_to_another_host_is_not_followed() {
        String elsewhere = foreign.twin.cleoBaseUrl() + "/files/x";
        FolderEntry entry = withLinks(elsewhere + "/content", elsewhere);
        assertThat(done(bench.mailbox().fetch(entry))).isPresent();
        assertThat(done(bench.mailbox().remove(entry))).isEqualTo(entry);
        assertThat(foreign.calls()).isEmpty();
        assertThat(bench.twin.cleo().files("/download/acme")).isEmpty();
    }

    @Test
    void a_link_that_only_resembles_our_host_is_not_followed() {
        int port = foreign.twin.cleoPort();
        for (String link : List.of(
                "//127.0.0.1:" + port + "/api/files/x/content",
                "http://127.0.0.1:" + bench.twin.cleoPort() + "@127.0.0.1:" + port + "/x",
                "HTTP://127.0.0.1:" + port + "/x")) {
            assertThat(done(bench.mailbox().fetch(withLinks(link, link)))).isPresent();
        }
        assertThat(foreign.calls()).isEmpty();
    }

    @Test
    void a_folder_whose_link_points_to_another_host_is_listed_on_ours() {
        String id = bench.folder("/download").id();
        bench.fails(
                "GET",
                "/api/folders",
                new Fault.Answer(200, """
                {"totalResults":1,"resources":[{"id":"%s","name":"download","type":"folder","path":"/download",
                "_links":{"children":{"href":"%s/folders/%s/children"}}}]}""".formatted(id, foreign.twin.cleoBaseUrl(), id), Map.of()));
        assertThat(done(bench.mailbox().list(DOWNLOAD))).hasSize(1);
        assertThat(foreign.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/files/{x}|\\^",
                "http://[broken",
                "not a link at all",
                "http://",
                "javascript:alert(1)",
                "mailto:x@y"
            })
    void an_invalid_link_is_ignored(String link) {
        assertThat(done(bench.mailbox().fetch(withLinks(link, link)))).isPresent();
    }

    @Test
    void a_link_that_is_a_template_is_followed_without_its_options() {
        FolderEntry entry = done(bench.mailbox().list(DOWNLOAD)).getFirst();
        for (String options : List.of("{?version}", "{?version,part}", "?part=1{&version}")) {
            FolderEntry templated = new FolderEntry(
                    "no-such-id", entry.name(), entry.size(), entry.modified(), entry.content() + options, "");
            assertThat(done(bench.mailbox().fetch(templated))).as(options).isPresent();
        }
    }

    @Test
    void a_listing_that_ignores_the_requested_page_still_ends() {
        bench.twin.cleo().folder("/download/acme");
        FolderReference byId = bench.folder("/download/acme");
        Fault same = new Fault.Answer(
                200, "{\"resources\":[{\"id\":\"1\",\"name\":\"a.edi\",\"type\":\"file\",\"size\":4}]}", Map.of());
        for (int i = 0; i < 5; i++) {
            bench.fails("GET", "/api/folders", same);
        }
        assertThat(done(bench.mailbox().list(byId))).hasSize(1);
        assertThat(bench.calls("GET", "/api/folders/{id}/children")).isEqualTo(2);
    }

    @Test
    void a_listing_may_be_a_plain_array() {
        FolderReference byId = bench.folder("/download/acme");
        bench.fails(
                "GET",
                "/api/folders",
                new Fault.Answer(
                        200,
                        "[{\"id\":\"1\",\"name\":\"a.edi\",\"isFolder\":false},{\"id\":\"2\",\"name\":\"sub\",\"isFolder\":true}]",
                        Map.of()));
        assertThat(done(bench.mailbox().list(byId)))
                .extracting(FolderEntry::name)
                .containsExactly("a.edi");
    }

    @Test
    void an_entry_without_an_id_is_identified_by_its_link() {
        FolderReference byId = bench.folder("/download/acme");
        bench.fails(
                "GET",
                "/api/folders",
                new Fault.Answer(
                        200,
                        "{\"totalResults\":1,\"resources\":[{\"fileName\":\"a.edi\",\"type\":\"FILE\",\"_links\":{\"self\":\"/api/files/77\"}}]}",
                        Map.of()));
        assertThat(done(bench.mailbox().list(byId))).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("77");
            assertThat(entry.name()).isEqualTo("a.edi");
        });
    }
}
