package io.mlconnector.cleo;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.notNow;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mlconnector.cleo.options.ApiProviderOptions;
import io.mlconnector.cleo.options.ApiProviderOptions.Access;
import io.mlconnector.cleo.options.ApiProviderOptions.Proof;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.FolderEntry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a plain HTTP server: what is sent, and what each answer means. */
class ApiProviderTest {

    private static final PartnerId ACME = new PartnerId("acme");
    private static final FolderReference PROVIDER = new FolderReference.ApiProvider(ACME);
    private static final FileToUpload ORDER =
            new FileToUpload("850_acme_1.json", "{\"documentId\":\"01abc\"}".getBytes(StandardCharsets.UTF_8), "01abc");

    /** What came. */
    private record Asked(String method, String path, Map<String, List<String>> headers, String body) {
        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }
    }

    private final List<Asked> asked = new ArrayList<>();
    private int status = 200;
    private String body = "{}";
    private boolean silent;

    @SuppressWarnings("NullAway.Init") // before each test
    private HttpServer server;

    @SuppressWarnings("NullAway.Init") // before each test
    private Vertx vertx;

    @BeforeEach
    void open() throws IOException {
        vertx = Vertx.vertx();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        await(vertx.close().toCompletionStage());
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (silent) {
            exchange.close();
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/flows/orders";
    }

    private Cleo cleo(Access access, Proof proof) {
        Gate open = Gate.open();
        return new Cleo(
                vertx,
                CleoOptions.withUsualLimits(URI.create("http://127.0.0.1:1/api"), "mlc", "secret", Dialect.USUAL)
                        .withLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000_000, 1000),
                open,
                Map.of(ACME, new Cleo.Provider(new ApiProviderOptions(URI.create(url()), access, proof), open)),
                InstantSource.system(),
                new Random(1));
    }

    private Outcome<UploadReceipt> post(Access access, Proof proof) {
        return await(cleo(access, proof).mailbox().upload(PROVIDER, Intent.stored(ORDER)));
    }

    private Outcome<UploadReceipt> post(Proof proof) {
        return post(new Access.None(), proof);
    }

    private Outcome<Optional<FolderEntry>> find(Proof proof) {
        return await(cleo(new Access.None(), proof).mailbox().find(PROVIDER, ORDER.name(), ORDER.document()));
    }

    @Test
    void the_bytes_are_posted_as_json_under_the_id_of_the_document() {
        assertThat(post(new Proof.Success())).isInstanceOf(Outcome.Done.class);
        assertThat(asked).singleElement().satisfies(one -> {
            assertThat(one.method()).isEqualTo("POST");
            assertThat(one.path()).isEqualTo("/flows/orders");
            assertThat(one.body()).isEqualTo(new String(ORDER.bytes(), StandardCharsets.UTF_8));
            assertThat(one.header("Content-Type")).contains("application/json");
            assertThat(one.header("Idempotency-Key")).contains("01abc");
            assertThat(one.header("Authorization")).isEmpty();
        });
    }

    @Test
    void each_kind_of_access_is_presented_as_it_is_agreed_with_posts_and_questions() {
        Proof status = new Proof.StatusAddress(url() + "/{document}");
        for (Access access : List.of(
                new Access.Basic("mlc", "p:ss"), new Access.Bearer("k1"), new Access.Header("X-API-Key", "k2"))) {
            Cleo cleo = cleo(access, status);
            await(cleo.mailbox().upload(PROVIDER, Intent.stored(ORDER)));
            await(cleo.mailbox().find(PROVIDER, ORDER.name(), ORDER.document()));
            assertThat(access.toString())
                    .doesNotContain("p:ss")
                    .doesNotContain("k1")
                    .doesNotContain("k2");
        }
        assertThat(asked).hasSize(6);
        assertThat(asked.subList(0, 2))
                .allMatch(one -> one.header("Authorization").equals(Optional.of("Basic bWxjOnA6c3M=")));
        assertThat(asked.subList(2, 4))
                .allMatch(one -> one.header("Authorization").equals(Optional.of("Bearer k1")));
        assertThat(asked.subList(4, 6))
                .allMatch(one -> one.header("X-API-Key").equals(Optional.of("k2"))
                        && one.header("Authorization").isEmpty());
    }

    @Test
    void an_agreed_member_proves_that_it_arrived_and_its_value_is_kept() {
        body = "{\"order\":{\"id\":4711}}";
        assertThat(post(new Proof.Member("order.id")))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        sent -> assertThat(((UploadReceipt) sent.value()).toString())
                                .contains("4711"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"order\":{}}", "{\"order\":{\"id\":\"\"}}", "{\"order\":{\"id\":null}}", "<html/>"})
    void success_without_the_agreed_member_is_unknown(String answered) {
        body = answered;
        assertThat(post(new Proof.Member("order.id"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void where_an_address_tells_a_post_that_was_taken_is_still_to_be_asked_for() {
        Proof proof = new Proof.StatusAddress(url() + "/{document}/status");
        assertThat(post(proof)).isInstanceOf(Outcome.Unknown.class);
        assertThat(find(proof))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        found -> assertThat((Optional<?>) found.value()).isPresent());
        assertThat(asked.getLast().path()).isEqualTo("/flows/orders/01abc/status");
        status = 404;
        assertThat(find(proof))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        found -> assertThat((Optional<?>) found.value()).isEmpty());
        status = 503;
        assertThat(find(proof)).isInstanceOf(Outcome.NotNow.class);
    }

    @Test
    void where_nothing_can_be_asked_nothing_is_asked() {
        assertThat(find(new Proof.Success()))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        found -> assertThat((Optional<?>) found.value()).isEmpty());
        assertThat(done(cleo(new Access.None(), new Proof.Success()).mailbox().list(PROVIDER)))
                .isEmpty();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 500, 502, 503, 504})
    void an_answer_that_proves_nothing_is_unknown(int answered) {
        status = answered;
        assertThat(post(new Proof.Success())).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 415, 422})
    void a_refusal_is_told_with_its_status(int answered) {
        status = answered;
        body = "{\"message\":\"no such thing\"}";
        assertThat(post(new Proof.Success()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().message())
                                .contains("API Provider of acme")
                                .contains(Integer.toString(answered))
                                .contains("no such thing"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refused_credentials_are_no_matter_of_the_order(int answered) {
        status = answered;
        assertThat(notNow(cleo(new Access.None(), new Proof.Success()).mailbox().upload(PROVIDER, Intent.stored(ORDER)))
                        .why()
                        .is(ProblemCode.CREDENTIALS_REFUSED))
                .isTrue();
    }

    @Test
    void a_429_was_not_taken_and_comes_later() {
        status = 429;
        assertThat(post(new Proof.Success())).isInstanceOf(Outcome.NotNow.class);
    }

    @Test
    void a_lost_answer_is_unknown_and_no_connection_is_not() {
        silent = true;
        assertThat(post(new Proof.Success())).isInstanceOf(Outcome.Unknown.class);
        server.stop(0);
        assertThat(post(new Proof.Success())).isInstanceOf(Outcome.NotNow.class);
    }

    @Test
    void a_partner_without_an_endpoint_is_told_what_to_configure() {
        FolderReference other = new FolderReference.ApiProvider(new PartnerId("globex"));
        assertThat(notNow(cleo(new Access.None(), new Proof.Success()).mailbox().upload(other, Intent.stored(ORDER)))
                        .why()
                        .message())
                .contains("globex")
                .contains("orders.apiUrl");
        assertThat(asked).isEmpty();
    }
}
