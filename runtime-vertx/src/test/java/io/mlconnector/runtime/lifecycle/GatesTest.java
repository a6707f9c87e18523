package io.mlconnector.runtime.lifecycle;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Gate.Passage;
import io.mlconnector.ports.access.Gate.RemoteHealth;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.runtime.access.CleoRate;
import io.mlconnector.runtime.access.RemoteSystem;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.testing.contract.SettableClock;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a remote system counts together, all connections to it count together. */
class GatesTest {

    private static final URI DYNAMICS = URI.create("https://contoso.operations.dynamics.com");
    private static final URI OTHER_DYNAMICS = URI.create("https://fabrikam.operations.dynamics.com");
    private static final URI CLEO = URI.create("https://tenant.example.com/api");
    private static final URI OTHER_CLEO = URI.create("https://other.example.com/api");

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AtomicLong nanoTime = new AtomicLong();

    @AfterEach
    void close() {
        Awaiting.await(vertx.close());
    }

    private static String connection(String id, URI dynamics, URI cleo, String rate) {
        return """
                  - id: %s
                    dynamics:
                      environmentUrl: %s
                      tenantId: 00000000-0000-0000-0000-000000000000
                      clientId: 11111111-1111-1111-1111-111111111111
                      clientSecret: {secret: d}
                      legalEntities: [usmf]
                    cleo: {baseUrl: "%s", username: u, password: {secret: c}, requestsPerSecond: %s}
                    partners:
                      - id: acme
                        name: Acme
                        vendors: {usmf: "1001"}
                        interchange:
                          us: {qualifier: "ZZ", id: "US"}
                          them: {qualifier: "ZZ", id: "THEM"}
                        orders: {folder: /upload/acme}
                """.formatted(id, dynamics, cleo, rate);
    }

    private static List<ConnectionSettings> settings(String... connections) {
        return ConfigurationReader.parse("connections:\n" + String.join("", connections), "test.yaml", Path.of("/tmp"))
                .connections();
    }

    /** Two connections to one tenant at different rates, one to another. */
    private static List<ConnectionSettings> three() {
        return settings(
                connection("one", DYNAMICS, CLEO, "2"),
                connection("two", DYNAMICS, URI.create("https://Tenant.Example.com:443/api"), "1"),
                connection("three", OTHER_DYNAMICS, OTHER_CLEO, "1"));
    }

    private Gates gates(List<ConnectionSettings> connections) {
        return new Gates(vertx, new MemoryJournal(clock), clock, nanoTime::get, connections);
    }

    private Gate cleo(Gates gates, ConnectionSettings connection) {
        return Awaiting.await(gates.toCleo(connection.cleo().baseUrl()));
    }

    private Gate dynamics(Gates gates, ConnectionSettings connection) {
        return Awaiting.await(gates.toDynamics(connection.dynamics().environmentUrl()));
    }

    private static CompletionStage<Passage<String>> pass(Gate gate, String rateKey) {
        return gate.pass(rateKey, () -> CompletableFuture.completedFuture("well"), any -> new RemoteHealth.Working());
    }

    private static CompletionStage<Passage<String>> pass(Gate gate, RemoteHealth judged) {
        return gate.pass("files", () -> CompletableFuture.completedFuture("answer"), any -> judged);
    }

    private static Passage<String> well() {
        return new Passage.Answered<>("well");
    }

    @Test
    void two_connections_to_one_tenant_share_its_rate_and_the_lowest_holds() {
        List<ConnectionSettings> three = three();
        Gates gates = gates(three);
        Gate one = cleo(gates, three.get(0));
        Gate two = cleo(gates, three.get(1));
        Gate other = cleo(gates, three.get(2));

        assertThat(await(pass(one, "files"))).isEqualTo(well());
        CompletionStage<Passage<String>> second = pass(two, "files");
        // Requests enter a gate one after another: when this one has passed, the one before it waits.
        assertThat(await(pass(two, "folders"))).isEqualTo(well());
        assertThat(second.toCompletableFuture()).isNotDone();
        assertThat(await(pass(other, "files"))).isEqualTo(well());

        nanoTime.addAndGet(Duration.ofSeconds(1).plusMillis(5).toNanos());
        assertThat(await(second)).isEqualTo(well());
    }

    @Test
    void a_pause_that_a_tenant_asks_for_holds_for_all_connections_to_it() {
        List<ConnectionSettings> three = three();
        Gates gates = gates(three);
        await(pass(cleo(gates, three.get(0)), new RemoteHealth.Throttled(Duration.ofSeconds(30))));
        assertThat(await(pass(cleo(gates, three.get(1)), "files"))).isInstanceOf(Passage.Closed.class);
        assertThat(await(pass(cleo(gates, three.get(2)), "files"))).isEqualTo(well());
        nanoTime.addAndGet(Duration.ofSeconds(31).toNanos());
        clock.advance(Duration.ofSeconds(31));
        assertThat(await(pass(cleo(gates, three.get(1)), "files"))).isEqualTo(well());
    }

    @Test
    void connections_to_one_environment_share_its_circuit() {
        List<ConnectionSettings> three = three();
        Gates gates = gates(three);
        Gate one = dynamics(gates, three.get(0));
        Passage<String> passage = await(pass(one, new RemoteHealth.Failing()));
        for (int i = 0; i < 20 && passage instanceof Passage.Answered; i++) {
            passage = await(pass(one, new RemoteHealth.Failing()));
        }
        assertThat(await(pass(dynamics(gates, three.get(1)), "files")))
                .isInstanceOfSatisfying(
                        Passage.Closed.class,
                        closed -> assertThat(closed.why().code()).isEqualTo("circuit-open"));
        assertThat(await(pass(dynamics(gates, three.get(2)), "files"))).isEqualTo(well());
    }

    @Test
    void after_the_end_no_gate_lets_anything_through() {
        List<ConnectionSettings> three = three();
        Gates gates = gates(three);
        Gate one = cleo(gates, three.get(0));
        Gate two = dynamics(gates, three.get(0));
        Awaiting.await(gates.close());
        assertThat(await(pass(one, "files"))).isInstanceOf(Passage.Closed.class);
        assertThat(await(pass(two, "files"))).isInstanceOf(Passage.Closed.class);
    }

    @Test
    void different_rates_for_one_tenant_are_told_with_the_one_that_holds() {
        assertThat(CleoRate.of(three()))
                .filteredOn(CleoRate::disputed)
                .singleElement()
                .satisfies(rate -> assertThat(rate.explanation())
                        .contains("Cleo at tenant.example.com")
                        .contains("one: 2, two: 1")
                        .contains("the lowest holds: 1."));
    }

    @Test
    void equal_rates_are_nothing_to_tell() {
        assertThat(CleoRate.of(
                        settings(connection("one", DYNAMICS, CLEO, "2.5"), connection("two", DYNAMICS, CLEO, "2.5"))))
                .singleElement()
                .satisfies(rate -> {
                    assertThat(rate.disputed()).isFalse();
                    assertThat(rate.requestsPerSecond()).isEqualTo(2.5);
                });
    }

    @Test
    void ports_tell_systems_apart() {
        assertThat(RemoteSystem.cleo(URI.create("http://127.0.0.1:8081/api")))
                .isNotEqualTo(RemoteSystem.cleo(URI.create("http://127.0.0.1:8082/api")));
        assertThat(RemoteSystem.cleo(URI.create("http://127.0.0.1/api")))
                .isEqualTo(RemoteSystem.cleo(URI.create("http://127.0.0.1:80/other")));
        assertThat(RemoteSystem.dynamics(CLEO)).isNotEqualTo(RemoteSystem.cleo(CLEO));
        assertThat(RemoteSystem.dynamics(DYNAMICS).name()).isEqualTo("F&O at contoso.operations.dynamics.com");
    }
}
