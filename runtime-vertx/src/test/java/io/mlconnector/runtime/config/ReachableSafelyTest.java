package io.mlconnector.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mlconnector.postgres.address.Transport;
import io.mlconnector.postgres.address.Transport.Encryption;
import io.mlconnector.runtime.config.section.Mistake;
import io.mlconnector.runtime.http.entrance.HttpLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where secrets may go, and who may reach us. */
class ReachableSafelyTest {

    private static final Path HERE = Path.of("/etc/mlc");

    private static Configuration read(String yaml) {
        return ConfigurationReader.parse(yaml, "mlc.yaml", HERE);
    }

    private static List<String> mistakes(String yaml) {
        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, () -> read(yaml));
        assertThat(refused).as("it is refused").isNotNull();
        return refused.mistakes().stream().map(Mistake::toString).toList();
    }

    private static String minimal() {
        return ConfigurationMistakesTest.resource("/config/minimal.yaml");
    }

    private static String with(String more) {
        return more + "\n" + minimal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "\"::\"", "192.168.1.5", "127.attacker.example", "127.0.0.256"})
    void a_plain_listener_that_others_can_reach_is_refused(String host) {
        assertThat(mistakes(with("http: {host: " + host + "}")))
                .singleElement()
                .asString()
                .contains("http.host", "http.tls", "http.behindProxy: true");
    }

    @Test
    void with_tls_or_a_proxy_it_is_not() {
        assertThat(read(with("http: {host: 0.0.0.0, behindProxy: true}")).http().behindProxy())
                .isTrue();
        assertThat(read(with("http: {host: 0.0.0.0, tls: {certificate: c.pem, key: /k.pem}}"))
                        .http()
                        .tls())
                .contains(new Configuration.Tls(HERE.resolve("c.pem"), new Secret.File(Path.of("/k.pem"))));
        assertThat(read(with("http: {tls: {certificate: c.pem, key: {env: KEY}}}"))
                        .http()
                        .tls())
                .contains(new Configuration.Tls(HERE.resolve("c.pem"), new Secret.Environment("KEY")));
    }

    @Test
    void tls_wants_both_of_its_files() {
        assertThat(mistakes(with("http: {tls: {certificate: c.pem}}")))
                .singleElement()
                .asString()
                .contains("http.tls.key", "is missing");
    }

    @Test
    void a_short_token_is_refused_where_others_can_reach_us() {
        assertThat(mistakes(with("http: {host: 0.0.0.0, behindProxy: true}\noperators: {token: short}")))
                .singleElement()
                .asString()
                .contains("operators.token", "shorter than 20 characters", "openssl rand");
        assertThat(read(with("operators: {token: short}")).operatorToken()).isPresent();
    }

    @Test
    void a_secret_goes_nowhere_unencrypted_but_to_this_machine() {
        String yaml = minimal()
                .replace("https://contoso.operations", "http://contoso.operations")
                .replace("https://contoso.cleo", "http://contoso.cleo")
                .replace("      clientId:", "      tokenUrl: http://login.example/token\n      clientId:");
        assertThat(mistakes(yaml))
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).contains("environmentUrl", "https://"),
                        one -> assertThat(one).contains("tokenUrl", "https://"),
                        one -> assertThat(one).contains("baseUrl", "https://"));
        assertThat(read(yaml.replaceAll("http://[a-z.]+", "http://127.0.0.1:1")).connections())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.attacker.example", "127.0.0.1.example.com", "localhost.example.com"})
    void a_plain_secret_is_judged_by_where_it_goes(String host) {
        String yaml = minimal()
                .replace("https://contoso.cleointegration.com", "https://" + host)
                .replace("{env: CLEO_PASSWORD}", "plain");
        assertThat(mistakes(yaml)).singleElement().asString().contains("cleo.password", "plain text");
    }

    @Test
    void a_client_secret_goes_to_the_token_endpoint() {
        String yaml = minimal()
                .replace("https://contoso.operations.dynamics.com", "http://localhost:1")
                .replace("{secret: contoso-dynamics}", "plain");
        assertThat(mistakes(yaml)).singleElement().asString().contains("clientSecret", "plain text");
    }

    @Test
    void a_database_may_stand_behind_a_pooler() {
        assertThat(database("?pgbouncer=transaction&sslmode=disable"))
                .isEqualTo(new Transport(Encryption.DISABLE, Optional.empty(), true));
        assertThat(database("?pgbouncer=session")).isEqualTo(Transport.PLAIN);
        assertThat(database("")).isEqualTo(Transport.PLAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "?sslmode=disable, DISABLE",
        "?sslmode=require, REQUIRE",
        "?sslmode=verify-ca, VERIFY_CA",
        "?sslmode=verify-full, VERIFY_FULL"
    })
    void sslmode_is_understood(String query, Encryption encryption) {
        assertThat(database(query)).isEqualTo(new Transport(encryption, Optional.empty(), false));
    }

    @Test
    void an_authority_that_is_named_is_asked() {
        Path root = Path.of(System.getProperty("java.home"), "release");
        assertThat(database("?sslmode=require&sslrootcert=" + root))
                .isEqualTo(new Transport(Encryption.VERIFY_CA, Optional.of(root), false));
    }

    private static Transport database(String query) {
        return read(with("database: {url: \"postgresql://me@db.example/x" + query + "\"}"))
                .database()
                .orElseThrow()
                .transport();
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=prefer, 'known are disable, require, verify-ca and verify-full'",
        "sslrootcert=x.pem, 'add sslmode=verify-full'",
        "pgbouncer=statement, 'known are session and transaction'",
        "sslmode=verify-full&sslrootcert=x.pem, 'cannot be read'",
        "connect_timeout=3, 'is not understood'"
    })
    void what_is_not_understood_of_the_address_is_refused(String query, String words) {
        assertThat(mistakes(with("database: {url: \"postgresql://me@db.example/x?" + query + "\"}")))
                .singleElement()
                .asString()
                .contains("database.url", words);
    }

    @Test
    void limits_are_read_and_bounded() {
        assertThat(read(with("http: {limits: {body: 1MiB, hookBody: 10, connections: 5, receive: 3s}}"))
                        .http()
                        .limits())
                .isEqualTo(new HttpLimits(
                        1024 * 1024,
                        10,
                        HttpLimits.USUAL.bodiesInFlight(),
                        5,
                        HttpLimits.USUAL.requests(),
                        Duration.ofSeconds(3),
                        HttpLimits.USUAL.failedSignIns()));
        assertThat(mistakes(with("http: {limits: {body: 100GiB, connections: 0}}")))
                .hasSize(2);
    }
}
