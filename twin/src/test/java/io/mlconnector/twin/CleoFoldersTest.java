package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.cleo.CleoBehaviour.Discriminator;
import io.mlconnector.twin.cleo.CleoBehaviour.Envelope;
import io.mlconnector.twin.cleo.CleoBehaviour.SameName;
import io.mlconnector.twin.cleo.CleoBehaviour.SizeMember;
import io.mlconnector.twin.cleo.CleoBehaviour.TimeFormat;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleoFoldersTest extends TwinTest {

    private static final CleoBehaviour BASE =
            CleoBehaviour.defaults().withRequestsPerSecond(0).withRouterTakesAfter(CleoBehaviour.NEVER);
    private static final String DOWNLOAD = "/download/acme";

    private Twin twin(CleoBehaviour behaviour) {
        return start(TwinOptions.empty(1).withCleo(behaviour));
    }

    private JsonObject list(Twin twin, String path) {
        return await(cleo(twin, HttpMethod.GET, path).send()).bodyAsJsonObject();
    }

    private JsonObject children(Twin twin, String folder) {
        return list(twin, "/api/folders/" + twin.cleo().folder(folder) + "/children");
    }

    private static JsonObject first(JsonObject page) {
        return page.getJsonArray("resources").getJsonObject(0);
    }

    private static String href(JsonObject resource, String relation) {
        return resource.getJsonObject("_links").getJsonObject(relation).getString("href");
    }

    @Test
    void foldersAreFoundByFollowingLinksFromTheTop() {
        Twin twin = twin(BASE);
        twin.cleo().put(DOWNLOAD, "a.edi", Buffer.buffer("ISA"));
        JsonObject top = list(twin, "/api/folders");
        assertThat(top.getInteger("totalResults")).isEqualTo(2);
        JsonObject download = top.getJsonArray("resources").getJsonObject(1);
        assertThat(download.getString("name")).isEqualTo("download");
        assertThat(download.getString("type")).isEqualTo("folder");
        JsonObject acme = first(list(twin, href(download, "children")));
        assertThat(acme.getString("path")).isEqualTo(DOWNLOAD);
        JsonObject file = first(list(twin, href(acme, "children")));
        assertThat(file.getString("type")).isEqualTo("file");
        assertThat(file.getInteger("size")).isEqualTo(3);
        assertThat(href(file, "content")).startsWith("/api/files/");
        assertThat(await(cleo(twin, HttpMethod.GET, href(file, "content")).send())
                        .bodyAsString())
                .isEqualTo("ISA");
    }

    @Test
    void listingsArePagedFromZeroAndCappedByTheServer() {
        Twin twin = twin(BASE.withServerPageCap(2));
        for (String name : List.of("a", "b", "c", "d", "e")) {
            twin.cleo().put(DOWNLOAD, name, Buffer.buffer(name));
        }
        String path = "/api/folders/" + twin.cleo().folder(DOWNLOAD) + "/children";
        JsonObject page = list(twin, path + "?startIndex=0&count=100");
        assertThat(page.getInteger("totalResults")).isEqualTo(5);
        assertThat(page.getJsonArray("resources")).hasSize(2);
        assertThat(first(list(twin, path + "?startIndex=4&count=100")).getString("name"))
                .isEqualTo("e");
        assertThat(list(twin, path + "?startIndex=5").getJsonArray("resources")).isEmpty();
    }

    @Test
    void anUploadIsStoredAndRecorded() {
        Twin twin = twin(BASE);
        HttpResponse<Buffer> answer = upload(twin, "/upload/acme", "850_1.edi", Buffer.buffer("hello"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.bodyAsJsonObject().getString("name")).isEqualTo("850_1.edi");
        assertThat(answer.getHeader("Location")).startsWith("/api/files/");
        assertThat(twin.cleo().files("/upload/acme")).hasSize(1);
        TwinRecord.ReceivedFile file = twin.record().uploads().getFirst();
        assertThat(file.folder()).isEqualTo("/upload/acme");
        assertThat(file.size()).isEqualTo(5);
        assertThat(file.sha256()).startsWith("2cf24dba");
        assertThat(file.sets()).isEmpty();
    }

    @Test
    void aMultipartUploadKeepsEveryByte() {
        Twin twin = twin(BASE);
        String body = String.join(
                "\r\n",
                "--b1",
                "Content-Disposition: form-data; name=\"file\"; filename=\"x.edi\"",
                "Content-Type: application/octet-stream",
                "",
                "A",
                "B\u0000",
                "",
                "--b1--",
                "");
        String path = "/api/folders/" + twin.cleo().folder("/upload/acme") + "/children";
        HttpResponse<Buffer> answer = await(cleo(twin, HttpMethod.POST, path)
                .putHeader("Content-Type", "multipart/form-data; boundary=b1")
                .sendBuffer(Buffer.buffer(body)));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(twin.cleo().files("/upload/acme").getFirst().content().toString())
                .isEqualTo("A\r\nB\u0000\r\n");
    }

    @Test
    void theSameNameTwiceIsHandledAsTheTenantIsConfigured() {
        for (SameName way : SameName.values()) {
            Twin twin = twin(BASE.withSameName(way));
            int first =
                    upload(twin, "/upload/acme", "a.b.edi", Buffer.buffer("1")).statusCode();
            int second =
                    upload(twin, "/upload/acme", "a.b.edi", Buffer.buffer("22")).statusCode();
            assertThat(first).isEqualTo(201);
            assertThat(second).as(way.name()).isEqualTo(way == SameName.CONFLICT_409 ? 409 : 201);
            List<String> names = twin.cleo().files("/upload/acme").stream()
                    .map(file -> file.name() + "=" + file.content())
                    .toList();
            switch (way) {
                case OVERWRITE -> assertThat(names).containsExactly("a.b.edi=22");
                case CONFLICT_409 -> assertThat(names).containsExactly("a.b.edi=1");
                case RENAME_INCREMENT -> assertThat(names).containsExactly("a.b.edi=1", "a.b.1.edi=22");
                case KEEP_BOTH -> assertThat(names).containsExactly("a.b.edi=1", "a.b.edi=22");
            }
            forgetTokens();
        }
    }

    @Test
    void theListingHasManyShapes() {
        Twin twin = twin(BASE.withDiscriminator(Discriminator.CHILDREN_LINK_ONLY)
                .withSizeMember(SizeMember.AS_STRING)
                .withTimeFormat(TimeFormat.LOG_STYLE)
                .withEnvelope(Envelope.EMBEDDED)
                .withContentLink(false)
                .withAbsoluteLinks(true));
        twin.cleo().put(DOWNLOAD, "a.edi", Buffer.buffer("ISA"));
        JsonObject page = children(twin, DOWNLOAD);
        assertThat(page.containsKey("resources")).isFalse();
        JsonObject file =
                page.getJsonObject("_embedded").getJsonArray("resources").getJsonObject(0);
        assertThat(file.containsKey("type")).isFalse();
        assertThat(file.getValue("size")).isEqualTo("3");
        assertThat(file.getString("modified")).matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(file.getJsonObject("_links").containsKey("content")).isFalse();
        assertThat(href(file, "self")).startsWith("http://127.0.0.1:" + twin.cleoPort() + "/api/files/");
        String byTemplate = "/api/files/" + file.getString("id") + "/content";
        assertThat(await(cleo(twin, HttpMethod.GET, byTemplate).send()).bodyAsString())
                .isEqualTo("ISA");
    }

    @Test
    void aFileCanBeDeletedWhereThatIsAllowed() {
        Twin twin = twin(BASE);
        twin.cleo().put(DOWNLOAD, "a.edi", Buffer.buffer("ISA"));
        String self = href(first(children(twin, DOWNLOAD)), "self");
        assertThat(await(cleo(twin, HttpMethod.DELETE, self).send()).statusCode())
                .isEqualTo(204);
        assertThat(await(cleo(twin, HttpMethod.DELETE, self).send()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void readingCanConsumeAndDeletingCanBeForbidden() {
        Twin twin = twin(BASE.withConsumeOnRead(true).withDeleteAllowed(false));
        twin.cleo().put(DOWNLOAD, "a.edi", Buffer.buffer("ISA"));
        JsonObject file = first(children(twin, DOWNLOAD));
        assertThat(await(cleo(twin, HttpMethod.DELETE, href(file, "self")).send())
                        .statusCode())
                .isEqualTo(403);
        assertThat(await(cleo(twin, HttpMethod.GET, href(file, "content")).send())
                        .statusCode())
                .isEqualTo(200);
        assertThat(await(cleo(twin, HttpMethod.GET, href(file, "content")).send())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFileBeingWrittenGrowsBetweenListings() {
        Twin twin = twin(BASE);
        twin.cleo().grow(DOWNLOAD, "a.edi", Buffer.buffer("IS"));
        JsonObject before = first(children(twin, DOWNLOAD));
        twin.cleo().grow(DOWNLOAD, "a.edi", Buffer.buffer("ISA*00"));
        JsonObject after = first(children(twin, DOWNLOAD));
        assertThat(after.getString("id")).isEqualTo(before.getString("id"));
        assertThat(after.getInteger("size")).isEqualTo(6);
    }

    @Test
    void aLandedFileIsAnnounced() {
        Twin twin = twin(BASE);
        io.vertx.core.Promise<JsonObject> called = io.vertx.core.Promise.promise();
        var server = await(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    request.response().setStatusCode(202).end();
                    called.tryComplete(body.toJsonObject().put("authorization", request.getHeader("Authorization")));
                }))
                .listen(0, "127.0.0.1"));
        twin.announceFilesTo("http://127.0.0.1:" + server.actualPort() + "/hook", "key-1");
        twin.cleo().put(DOWNLOAD, "a.edi", Buffer.buffer("ISA"));
        JsonObject body = await(called.future());
        assertThat(body.getString("event")).isEqualTo("file.available");
        assertThat(body.getString("folderPath")).isEqualTo(DOWNLOAD);
        assertThat(body.getString("fileName")).isEqualTo("a.edi");
        assertThat(body.getString("authorization")).isEqualTo("Bearer key-1");
    }
}
