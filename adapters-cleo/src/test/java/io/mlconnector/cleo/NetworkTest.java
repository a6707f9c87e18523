package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static io.mlconnector.testing.contract.Stages.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.cleo.options.Network;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.testing.contract.SettableClock;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to Cleo: through a forward proxy, and to a server whose certificate only we trust. */
class NetworkTest {

    private static final FolderReference ACME = new FolderReference.ByPath("/download/acme");
    private static final FolderReference BY_ID = new FolderReference.ById("x");
    private static final byte[] BYTES = {'I', 'S', 'A', '*'};
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Dialect BASIC = CleoBench.dialect(Dialect.Authentication.BASIC, Dialect.UploadMode.RAW, 100);
    private static final byte[] ONE_FILE = "{\"totalResults\":1,\"resources\":[{\"name\":\"a.edi\",\"type\":\"file\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LISTING = RawServer.answer("Content-Length: " + ONE_FILE.length + "\r\n", ONE_FILE);

    @TempDir
    private static Path folder;

    private static Path trusted = Path.of("");
    private static SSLContext serving = context();

    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();

    private static SSLContext context() {
        try {
            return SSLContext.getDefault();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void issue_a_certificate() throws Exception {
        Authority authority = new Authority(folder);
        trusted = authority.pem();
        serving = authority.serving();
    }

    @AfterAll
    static void forget_it() {
        serving = context();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        vertx.close().await();
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    private Cleo cleo(URI base, Optional<Path> trust, Optional<URI> proxy, Dialect dialect) {
        CleoOptions options = CleoOptions.withUsualLimits(base, "svc_mlc", "p@ss&Word1", dialect)
                .over(new Network(trust, proxy, CONNECT));
        return opened(new Cleo(
                vertx, options, Gate.open(), new SettableClock(Instant.parse("2026-03-02T08:00:00Z")), new Random(1)));
    }

    private RawServer tlsServer() throws IOException {
        return opened(new RawServer(
                serving.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                "https",
                (head, before) -> LISTING));
    }

    private static URI under(URI address, String host) {
        return URI.create(address.toString().replace("localhost", host).replace("127.0.0.1", host));
    }

    @Test
    void a_certificate_of_an_authority_of_our_own_is_trusted_where_it_is_configured() throws IOException {
        Cleo cleo = cleo(tlsServer().api(), Optional.of(trusted), Optional.empty(), BASIC);
        assertThat(done(cleo.mailbox().list(BY_ID)))
                .extracting(FolderEntry::name)
                .containsExactly("a.edi");
    }

    @Test
    void without_it_nothing_is_sent_and_the_sentence_names_the_key() throws IOException {
        RawServer server = tlsServer();
        Cleo cleo = cleo(server.api(), Optional.empty(), Optional.empty(), BASIC);
        Problem why = notNow(cleo.mailbox().list(BY_ID)).why();
        assertThat(why.code()).isEqualTo("unreachable");
        assertThat(why.message())
                .contains("TLS could not be agreed")
                .contains("name a PEM file")
                .contains("cleo.tls.trust");
        assertThat(notNow(cleo.mailbox().upload(BY_ID, "850.edi", BYTES)).why().code())
                .isEqualTo("unreachable");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_certificate_for_another_host_is_not_trusted_whoever_issued_it() throws IOException {
        RawServer server = tlsServer();
        ForwardProxy proxy = opened(new ForwardProxy());
        Cleo cleo =
                cleo(under(server.api(), "other.invalid"), Optional.of(trusted), Optional.of(proxy.address()), BASIC);
        Problem why = notNow(cleo.mailbox().list(BY_ID)).why();
        assertThat(why.code()).isEqualTo("unreachable");
        assertThat(why.message()).contains("TLS could not be agreed").contains("other.invalid");
        assertThat(proxy.asked()).hasSize(1);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void plain_requests_go_through_the_proxy_which_alone_knows_the_host() throws IOException {
        Twin twin = await(Twin.start(vertx, TwinOptions.empty(1)).toCompletionStage());
        open.add(() -> await(twin.stop().toCompletionStage()));
        twin.cleo().put("/download/acme", "a.edi", BYTES);
        twin.cleo().folder("/upload/acme");
        ForwardProxy proxy = opened(new ForwardProxy());
        URI base = under(URI.create(twin.cleoBaseUrl()), "cleo.invalid");
        CleoOptions options = CleoOptions.withUsualLimits(
                        base,
                        twin.options().cleo().username(),
                        twin.options().cleo().password(),
                        Dialect.USUAL)
                .over(new Network(Optional.empty(), Optional.of(proxy.address()), CONNECT));
        Cleo cleo = opened(new Cleo(vertx, options, Gate.open(), new SettableClock(Instant.now()), new Random(1)));
        FolderEntry entry = done(cleo.mailbox().list(ACME)).get(0);
        assertThat(done(cleo.mailbox().fetch(entry)))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(BYTES));
        done(cleo.mailbox().upload(new FolderReference.ByPath("/upload/acme"), "850.edi", BYTES));
        assertThat(twin.cleo().received()).hasSize(1);
        assertThat(proxy.asked())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("http://cleo.invalid:"));
    }

    @Test
    void requests_with_tls_go_through_a_tunnel_and_the_certificate_is_that_of_cleo() throws IOException {
        RawServer server = tlsServer();
        ForwardProxy proxy = opened(new ForwardProxy());
        URI base = under(server.api(), "cleo.invalid");
        Cleo trusting = cleo(base, Optional.of(trusted), Optional.of(proxy.address()), BASIC);
        assertThat(done(trusting.mailbox().list(BY_ID))).hasSize(1);
        assertThat(proxy.asked()).containsExactly("CONNECT cleo.invalid:" + server.port());
        assertThat(server.requests()).hasSize(1);
        Cleo usual = cleo(base, Optional.empty(), Optional.of(proxy.address()), BASIC);
        assertThat(notNow(usual.mailbox().list(BY_ID)).why().message()).contains("cleo.tls.trust");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_proxy_that_refuses_or_is_not_there_is_named_with_its_key_and_nothing_was_sent() throws IOException {
        RawServer server = tlsServer();
        ForwardProxy proxy = new ForwardProxy();
        Cleo cleo =
                cleo(under(server.api(), "cleo.invalid"), Optional.of(trusted), Optional.of(proxy.address()), BASIC);
        proxy.refuse("407 Proxy Authentication Required");
        Problem refused = notNow(cleo.mailbox().upload(BY_ID, "850.edi", BYTES)).why();
        assertThat(refused.code()).isEqualTo("unreachable");
        assertThat(refused.message())
                .contains("the proxy did not let it through")
                .contains("407")
                .contains("cleo.proxy");
        proxy.close();
        Problem away = notNow(cleo.mailbox().upload(BY_ID, "850.edi", BYTES)).why();
        assertThat(away.code()).isEqualTo("unreachable");
        assertThat(away.message()).contains(proxy.address().toString()).contains("cleo.proxy");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void an_upload_whose_tls_breaks_once_it_had_left_is_unknown() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> breakAfterTheRequest(plain), "breaking TLS");
            thread.setDaemon(true);
            thread.start();
            Cleo cleo = cleo(
                    URI.create("https://localhost:" + plain.getLocalPort() + "/api"),
                    Optional.of(trusted),
                    Optional.empty(),
                    BASIC);
            assertThat(unknown(cleo.mailbox().upload(BY_ID, "850.edi", BYTES)).code())
                    .isEqualTo("no-answer");
        }
    }

    /** What comes then is no TLS any more. */
    private static void breakAfterTheRequest(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            SSLSocket tls = (SSLSocket)
                    serving.getSocketFactory().createSocket(socket, "localhost", plain.getLocalPort(), false);
            tls.setUseClientMode(false);
            byte[] request = new byte[10_000];
            int read = 0;
            while (!new String(request, 0, read, StandardCharsets.ISO_8859_1).endsWith("ISA*")) {
                read += tls.getInputStream().read(request, read, request.length - read);
            }
            OutputStream out = socket.getOutputStream();
            out.write("this is no TLS, whoever may have sent it".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client went away.
        }
    }
}
