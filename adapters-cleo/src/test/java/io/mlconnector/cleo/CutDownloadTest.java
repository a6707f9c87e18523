package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.gateway.FolderEntry;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A download is compared with every length that is told of the file, before a socket that tells what it likes. */
class CutDownloadTest {

    private static final byte[] FILE = ("ISA*00*" + "x".repeat(626) + "~").getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] CUT = Arrays.copyOf(FILE, 627);
    private static final Dialect BASIC = CleoBench.dialect(Dialect.Authentication.BASIC, Dialect.UploadMode.RAW, 100);

    private final Vertx vertx = Vertx.vertx();
    private byte[] answer = {};
    private final RawServer server = new RawServer((head, before) -> answer);
    private final Cleo cleo = new Cleo(
            vertx,
            CleoOptions.withUsualLimits(server.api(), "svc", "Pass!word1", BASIC),
            Gate.open(),
            InstantSource.system(),
            new Random(1));

    @AfterEach
    void stop() {
        cleo.close();
        server.close();
        vertx.close().await();
    }

    private static FolderEntry listed(int size) {
        return new FolderEntry(
                "1", "a.edi", size < 0 ? OptionalLong.empty() : OptionalLong.of(size), "", "/api/files/1/content", "");
    }

    private Problem cut(int size) {
        Problem why = notNow(cleo.mailbox().fetch(listed(size))).why();
        assertThat(why.code()).isEqualTo("download-incomplete");
        return why;
    }

    private byte[] fetched(int size) {
        return done(cleo.mailbox().fetch(listed(size))).orElseThrow();
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(bytes);
        out.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    @Test
    void an_answer_that_says_634_and_closes_after_627_is_not_taken_for_the_file() {
        answer = RawServer.answer("Content-Length: 634\r\n", CUT);
        for (int size : new int[] {634, 627, -1}) {
            Problem why = cut(size);
            assertThat(why.message()).contains("broke off after 627 of 634 bytes");
            assertThat(why.details())
                    .containsEntry("cut", "true")
                    .containsEntry("received", "627")
                    .containsEntry("announced", "634");
        }
        assertThat(cut(635).details()).containsEntry("listed", "635");
    }

    @Test
    void an_answer_that_says_627_while_the_listing_says_634_is_told_with_both() {
        answer = RawServer.answer("Content-Length: 627\r\n", CUT);
        Problem why = cut(634);
        assertThat(why.message()).contains("627 bytes").contains("listing states 634");
        assertThat(why.details())
                .containsEntry("received", "627")
                .containsEntry("listed", "634")
                .doesNotContainKey("cut");
        assertThat(fetched(-1)).hasSize(627);
    }

    @Test
    void chunks_without_an_end_are_cut() {
        answer = RawServer.answer("Transfer-Encoding: chunked\r\n", chunk(CUT));
        Problem why = cut(-1);
        assertThat(why.message()).contains("broke off after 627 bytes");
        assertThat(why.details()).doesNotContainKey("announced");
        assertThat(cut(627).details()).containsEntry("cut", "true");
    }

    @Test
    void an_answer_without_a_length_is_compared_with_the_listing() {
        answer = RawServer.answer("", CUT);
        assertThat(cut(634).details()).containsEntry("received", "627");
        assertThat(fetched(627)).isEqualTo(CUT);
    }

    @Test
    void compression_is_not_asked_for_and_its_length_is_not_the_file_s() {
        byte[] zipped = zipped(FILE);
        answer = RawServer.answer("Content-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n", zipped);
        assertThat(fetched(634)).isEqualTo(FILE);
        assertThat(fetched(-1)).isEqualTo(FILE);
        assertThat(server.requests())
                .allSatisfy(head -> assertThat(head).containsIgnoringCase("accept-encoding: identity"));
    }

    @Test
    void a_compressed_answer_that_is_cut_is_not_taken_for_the_file() {
        byte[] zipped = zipped(FILE);
        byte[] half = Arrays.copyOf(zipped, zipped.length / 2);
        answer = RawServer.answer("Content-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n", half);
        assertThat(cut(-1).details()).containsEntry("cut", "true").doesNotContainKey("announced");
    }

    @Test
    void an_answer_of_more_than_the_listing_says_is_told_with_both() {
        answer = RawServer.answer("Content-Length: 634\r\n", FILE);
        assertThat(cut(627).details()).containsEntry("received", "634").containsEntry("listed", "627");
    }

    @Test
    void a_connection_that_closes_before_its_head_says_nothing_of_lengths() {
        answer = new byte[0];
        assertThat(notNow(cleo.mailbox().fetch(listed(634))).why().code()).isEqualTo("no-answer");
    }
}
