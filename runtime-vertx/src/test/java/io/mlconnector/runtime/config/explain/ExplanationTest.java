package io.mlconnector.runtime.config.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.config.ConfigurationReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why each value of a configuration holds. */
class ExplanationTest {

    private static final String FILE = """
            http:
              port: 0
            operators: {token: hunter2-hunter2-hunter2}
            connections:
              - id: contoso
                dynamics:
                  environmentUrl: https://contoso.operations.dynamics.com
                  tenantId: 00000000-0000-0000-0000-000000000000
                  clientId: 11111111-1111-1111-1111-111111111111
                  clientSecret: {secret: contoso-dynamics}
                  legalEntities: [usmf, gbsi]
                cleo:
                  baseUrl: http://127.0.0.1:9000/api
                  username: svc_mlc
                  password: hunter2
                  totpKey: {env: TOTP}
                  poll:
                partners:
                  - id: acme
                    vendors: {usmf: "1001", gbsi: "GB-77"}
                    interchange:
                      us: {qualifier: "ZZ", id: "CONTOSO"}
                      them: {qualifier: "01", id: "123456789"}
                    invoices:
                      folder: {id: F-1}
                      charges: {D240: header FREIGHT}
                      checks: {legalEntities: {gbsi: {matching: two-way}}}
            """;

    private static final List<ExplainedValue> VALUES =
            ConfigurationReader.parse(FILE, "mlc.yaml", Path.of(".")).values();

    private static String told(String path) {
        return VALUES.stream()
                .filter(value -> value.path().equals(path))
                .map(value -> value.value() + " (" + value.origin() + ")")
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void what_stands_in_the_file_has_its_line() {
        assertThat(told("http.port")).isEqualTo("0 (line 2)");
        assertThat(told("connections[0].dynamics.legalEntities")).isEqualTo("usmf, gbsi (line 11)");
        assertThat(told("connections[0].partners[0].vendors.gbsi")).isEqualTo("GB-77 (line 20)");
        assertThat(told("connections[0].partners[0].invoices.folder")).isEqualTo("id: F-1 (line 25)");
        assertThat(told("connections[0].partners[0].invoices.charges.D240")).isEqualTo("header FREIGHT (line 26)");
        assertThat(told("connections[0].partners[0].invoices.checks.legalEntities.gbsi.matching"))
                .isEqualTo("two-way (line 27)");
    }

    @Test
    void what_is_left_out_has_its_default_or_says_what_holds() {
        assertThat(told("http.host")).isEqualTo("127.0.0.1 (default)");
        assertThat(told("connections[0].cleo.poll")).as("a key without a value").isEqualTo("60s (default)");
        assertThat(told("connections[0].dynamics.orders.since"))
                .isEqualTo("the day of the first start, as it is in UTC-12 (default)");
        assertThat(told("connections[0].cleo.proxy")).isEqualTo(" (not set)");
        assertThat(told("connections[0].partners[0].invoices.checks.priceTolerance"))
                .isEqualTo("0.02 (default)");
    }

    @Test
    void what_is_not_agreed_on_at_all_is_one_key_that_is_not_set() {
        assertThat(told("connections[0].partners[0].orders")).isEqualTo(" (not set)");
        assertThat(told("connections[0].partners[0].orders.changes")).isEqualTo("nothing");
        assertThat(told("database")).isEqualTo(" (not set)");
    }

    @Test
    void of_a_secret_only_its_source_is_told() {
        assertThat(told("connections[0].dynamics.clientSecret")).isEqualTo("credential contoso-dynamics (line 10)");
        assertThat(told("connections[0].cleo.totpKey")).isEqualTo("environment variable TOTP (line 16)");
        assertThat(told("connections[0].cleo.password")).isEqualTo("written in the configuration itself (line 15)");
        assertThat(VALUES.toString()).doesNotContain("hunter2");
    }
}
