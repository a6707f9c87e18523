package io.mlconnector.runtime.cli;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} finds what {@code run} refuses, and leaves no trace. */
@Timeout(120)
class CheckCommandTest {

    @TempDir
    Path folder;

    /** What a run of it came to. */
    private record Ran(int exitCode, String out) {}

    private Ran check(String yaml) throws IOException {
        return run(yaml, "check");
    }

    private Ran run(String yaml, String... words) throws IOException {
        Path file = folder.resolve("mlc.yaml");
        Files.writeString(file, yaml);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            int code = Main.execute(Stream.concat(Stream.of(words), Stream.of("--config", file.toString()))
                    .toArray(String[]::new));
            return new Ran(code, written.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .toList();
        }
    }

    private static String minimal() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CheckCommandTest.class.getResourceAsStream("/config/minimal.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_missing_secret_is_named_at_once_and_nothing_is_written() throws IOException {
        Ran ran = check(
                "operators: {token: {file: no-such-file}}\n" + minimal().replace("CLEO_PASSWORD", "MLC_TEST_NOT_SET"));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out())
                .contains("operators.token wants the file")
                .contains("dynamics.clientSecret wants the credential contoso-dynamics")
                .contains("credentials set contoso-dynamics")
                .contains("cleo.password wants the environment variable MLC_TEST_NOT_SET");
        assertThat(files()).containsExactly("mlc.yaml");
    }

    @Test
    void a_database_that_is_away_is_found() throws IOException {
        Ran ran = check("database: {url: \"postgresql://x@127.0.0.1:1/x\"}\n" + minimal());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).contains("database").contains("database.url");
    }

    @Test
    void both_sides_are_asked_without_a_database_of_our_own() throws IOException {
        besideTwin(twin -> {
            Ran ran = check(demo(twin));
            assertThat(ran.out()).contains("F&O: sign in").contains("Cleo: folder");
            assertThat(ran.exitCode()).as(ran.out()).isZero();
            assertThat(files()).containsExactly("mlc.yaml");
        });
    }

    @Test
    void a_right_that_is_missing_is_named_with_what_to_do() throws IOException {
        besideTwin(twin -> {
            twin.dynamics().deny("PurchaseOrderLinesV2", 403);
            twin.dynamics().deny("PurchaseOrderHeaderCharges", 404);
            Ran ran = check(demo(twin));
            assertThat(ran.exitCode()).isEqualTo(ExitCode.REMOTE);
            assertThat(ran.out().lines().filter(line -> line.startsWith("FAIL")))
                    .singleElement()
                    .asString()
                    .contains("PurchaseOrderLinesV2", "403", "PurchPurchaseOrderLineV2EntityView");
            assertThat(ran.out())
                    .contains("ok", "PurchPurchaseOrderHeaderChargeEntityView", "charges of orders are not told");
        });
    }

    @Test
    void where_confirmed_orders_come_from_is_said_with_the_reason() throws IOException {
        besideTwin(twin -> {
            assertThat(check(demo(twin)).out())
                    .contains("F&O: source of confirmed orders", "the confirmations, which can be read")
                    .contains("F&O: clock")
                    .contains("the user sees")
                    .contains("the token is renewed at");
            twin.dynamics().deny("PurchaseOrderConfirmationHeaders", 403);
            Ran ran = check(demo(twin));
            assertThat(ran.exitCode()).as(ran.out()).isZero();
            assertThat(ran.out())
                    .contains("the orders in their present state, because the confirmations cannot be read");
        });
    }

    @Test
    void the_guard_against_duplicates_is_tried_where_invoices_are_agreed() throws IOException {
        besideTwin(twin -> {
            String yaml = demo(twin).replace("orders: {folder: /upload/acme}", "invoices: {folder: /download/acme}");
            assertThat(check(yaml).out()).contains("pending and posted invoices are found by vendor and number");
            twin.dynamics().deny("VendInvoiceJourBiEntities", 403);
            Ran ran = check(yaml);
            assertThat(ran.exitCode()).isEqualTo(ExitCode.REMOTE);
            assertThat(ran.out().lines().filter(line -> line.startsWith("FAIL")))
                    .anySatisfy(line -> assertThat(line).contains("duplicate invoices"))
                    .anySatisfy(line -> assertThat(line).contains("VendInvoiceJourBiEntityView"));
        });
    }

    @Test
    void what_only_the_work_on_a_folder_shows_is_said_to_be_unknown_where_no_daemon_runs() throws IOException {
        besideTwin(twin -> {
            String yaml = demo(twin).replace("orders: {folder: /upload/acme}", "invoices: {folder: /download/acme}");
            assertThat(check(yaml).out().lines().filter(line -> line.contains("read and remove")))
                    .singleElement()
                    .asString()
                    .startsWith("ok")
                    .contains("/download/acme", "whether reading a file removes it is not known")
                    .contains("whether the user may remove files is not known");
            assertThat(check(yaml.replace("cleo:", "cleo:\n      dialect: {consumeOnRead: true}"))
                            .out())
                    .contains("reading a file removes it, as cleo.dialect.consumeOnRead says");
            assertThat(check(demo(twin)).out())
                    .as("nothing is taken from an upload folder")
                    .doesNotContain("read and remove");
        });
    }

    private static String demo(Twin twin) {
        return """
                connections:
                  - id: demo
                    dynamics:
                      environmentUrl: %s
                      tokenUrl: %s
                      clientId: "%s"
                      clientSecret: "%s"
                      legalEntities: [usmf]
                    cleo:
                      baseUrl: %s
                      username: "%s"
                      password: "%s"
                    partners:
                      - id: acme
                        name: Acme
                        vendors: {usmf: "1001"}
                        interchange:
                          us: {qualifier: "ZZ", id: "CONTOSO"}
                          them: {qualifier: "01", id: "123456789"}
                        orders: {folder: /upload/acme}
                """.formatted(
                        twin.environmentUrl(),
                        twin.tokenUrl(),
                        twin.options().dynamics().clientId(),
                        twin.options().dynamics().clientSecret(),
                        twin.cleoBaseUrl(),
                        twin.options().cleo().username(),
                        twin.options().cleo().password());
    }

    /** What is done while both remote systems run. */
    private interface WithTwin {
        void run(Twin twin) throws IOException;
    }

    private static void besideTwin(WithTwin work) throws IOException {
        Vertx vertx = Vertx.vertx();
        Twin twin =
                await(Twin.start(vertx, TwinOptions.demo(42).withDynamicsPort(0).withCleoPort(0)));
        try {
            work.run(twin);
        } finally {
            await(twin.stop());
            await(vertx.close());
        }
    }

    @Test
    void a_folder_is_asked_for_its_first_entry_only_and_a_near_name_is_told() throws IOException {
        besideTwin(twin -> {
            for (int i = 0; i < 250; i++) {
                twin.cleo().put("/upload/acme", "f" + i + ".edi", new byte[] {1});
            }
            Ran ran = check(demo(twin));
            assertThat(ran.out()).contains("found, 250 files and folders").contains("the token is renewed at");
            assertThat(twin.record().calls().get("CLEO GET /api/folders/{id}/children"))
                    .isLessThanOrEqualTo(2);
            Ran typo = check(demo(twin).replace("/upload/acme", "/upload/amce"));
            assertThat(typo.out()).contains("Perhaps acme is meant");
            assertThat(typo.exitCode()).isEqualTo(3);
        });
    }

    @Test
    void a_probe_puts_one_file_there_and_removes_it() throws IOException {
        besideTwin(twin -> {
            twin.cleo().folder("/test");
            Ran ran = run(demo(twin), "check", "--probe", "/test");
            assertThat(ran.out()).contains("removed: this user may remove files");
            assertThat(twin.cleo().received()).hasSize(1);
            assertThat(twin.cleo().files("/test")).isEmpty();
        });
    }

    @Test
    void explore_prints_the_tree_with_ids() throws IOException {
        besideTwin(twin -> {
            String id = twin.cleo().folder("/somewhere/deep");
            twin.cleo().put("/somewhere/deep", "a.edi", new byte[] {1, 2, 3});
            Ran ran = run(demo(twin), "cleo", "explore");
            assertThat(ran.exitCode()).isZero();
            assertThat(ran.out())
                    .contains("deep/  {id: " + id + "}  /somewhere/deep")
                    .contains("3 bytes");
            Ran json = run(demo(twin), "cleo", "explore", "--json", "--connection", "demo");
            assertThat(new JsonArray(json.out()).encode()).contains("\"path\":\"/somewhere/deep\"");
            assertThat(run(demo(twin), "cleo", "explore", "--connection", "other")
                            .exitCode())
                    .isEqualTo(2);
        });
    }
}
