package io.mlconnector.verification.daemon;

import static io.mlconnector.verification.support.Http.json;
import static io.mlconnector.verification.support.Http.text;
import static io.mlconnector.verification.support.Terminal.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both systems have of a day is laid beside what the journal has: each thing that is missing on either side is told. */
class DailyLedgerTest {

    private static final String PATH = "/api/v1/reconciliation/days/";
    private static final String CUT = "ack_cut.edi";
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Fault DENIED = new Fault.Answer(
            400, "{\"error\": {\"message\": \"Not today\"}}", Map.of("Content-Type", "application/json"));
    private static final Set<Condition> OPEN =
            Set.of(Condition.MOVING, Condition.WAITING, Condition.HELD, Condition.UNKNOWN, Condition.FAILED);

    @TempDir
    private Path folder;

    @Test
    void a_day_is_accounted_for_on_both_sides_and_each_thing_that_is_missing_is_told() throws IOException {
        try (World world = new World("dailyledger", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.twin().play();
            settle(world);
            Http http = new Http(world.port());
            JsonObject usual = json(http.get(PATH + today()));
            assertThat(usual.getBoolean("complete")).as(usual.encodePrettily()).isTrue();
            JsonObject counts = usual.getJsonArray("connections").getJsonObject(0);
            assertThat(counts.getInteger("confirmed"))
                    .as("F&O's confirmations")
                    .isEqualTo(world.twin().dynamics().confirmations().size())
                    .isEqualTo(counts.getInteger("entered"));
            assertThat(counts.getInteger("files")).isEqualTo(world.files().size());
            List<DocumentRecord> posted = world.documents().stream()
                    .filter(one -> one.type().equals("810") && one.condition() == Condition.DONE)
                    .toList();
            assertThat(counts.getInteger("invoicesFound")).isPositive().isEqualTo(posted.size());
            assertThat(kinds(usual)).containsOnly("document-open");
            assertThat(documents(usual, "document-open"))
                    .isNotEmpty()
                    .isEqualTo(world.documents().stream()
                            .filter(one -> OPEN.contains(one.condition()))
                            .map(one -> one.id().text())
                            .collect(Collectors.toSet()));
            assertThat(json(http.get(PATH + today().minusDays(7))).getJsonArray("unaccounted"))
                    .as("nothing came a week ago")
                    .isEmpty();

            DocumentRecord renamed = posted.getFirst();
            world.twin().dynamics().invoices().stream()
                    .filter(one -> one.invoiceNumber().equals(renamed.keys().invoiceNumber()))
                    .forEach(one -> world.twin()
                            .dynamics()
                            .changeInvoice(
                                    one.legalEntity(), one.headerReference(), Map.of("InvoiceNumber", "ANOTHER-1")));
            List<Integer> answered = List.of(900_000_001, 900_000_002, 900_000_004, 900_000_005, 900_000_007);
            for (int number : answered) {
                world.twin().put("/download/acme", answer(number), Buffer.buffer(acknowledgement(number)));
            }
            String whole = new String(acknowledgement(900_000_006), StandardCharsets.ISO_8859_1);
            world.twin().put("/download/acme", CUT, Buffer.buffer(whole.substring(0, whole.indexOf("IEA"))));
            // Answers become no documents, so that nothing else waits for them.
            Set<String> sent = Stream.concat(answered.stream().map(DailyLedgerTest::answer), Stream.of(CUT))
                    .collect(Collectors.toSet());
            Awaiting.until(
                    "the answers are taken",
                    MOST,
                    () -> world.files().stream().map(FileRecord::name).toList().containsAll(sent));
            settle(world);
            world.twin()
                    .faults()
                    .next(FaultPlan.System.CLEO, "GET", "/api/files", DENIED)
                    .times(10_000);
            world.twin().put("/download/acme", "ack_late.edi", Buffer.buffer(acknowledgement(900_000_008)));
            Awaiting.until("what is missing is told", MOST, () -> {
                JsonObject ledger = json(http.get(PATH + today()));
                return kinds(ledger)
                        .equals(Set.of("document-open", "invoice-not-found", "number-missing", "file-not-taken"));
            });
            JsonObject missing = json(http.get(PATH + today()));
            assertThat(documents(missing, "invoice-not-found"))
                    .containsExactly(renamed.id().text());
            assertThat(missing.encode())
                    .contains("interchange 900000003\"", "file ack_late.edi of /download/acme\"")
                    .doesNotContain("interchange 900000002", "interchange 900000006\"");
            world.twin().faults().clear();

            world.twin().dynamics().deny("VendorInvoiceHeaders", 403);
            JsonObject denied = json(http.get(PATH + today()));
            assertThat(denied.getBoolean("complete")).isFalse();
            assertThat(denied.getString("zone")).isEqualTo("UTC");
            assertThat(json(http.get(PATH + "9999-01-01?zone=Z")).getString("detail"))
                    .endsWith(" in UTC.");
            assertThat(denied.encode()).contains("of " + posted.size() + " posted invoices");
            Path yaml = Files.writeString(
                    folder.resolve("ml-connector.yaml"),
                    // Whoever opens the database by himself fails.
                    world.yaml().replace("127.0.0.1:" + world.database().port() + "/", "127.0.0.1:1/"));
            Printed incomplete = command(yaml, "reconcile", "--day", "today");
            assertThat(incomplete.code()).isEqualTo(ExitCode.REMOTE);
            assertThat(incomplete.out()).contains("  not-looked  demo  ");
            Printed plain = command(yaml, "reconcile");
            assertThat(plain.out()).contains("  not-looked  demo  ");
            assertThat(plain.code()).as("the same without a day").isEqualTo(ExitCode.REMOTE);
            assertThat(command(yaml, "reconcile", "--json").code()).isEqualTo(ExitCode.REMOTE);
            world.twin().dynamics().grant("VendorInvoiceHeaders");
            Printed shown = command(
                    yaml,
                    "reconcile",
                    "--day",
                    LocalDate.now(ZoneId.systemDefault()).toString());
            assertThat(shown.code()).as(shown.err()).isZero();
            assertThat(shown.out())
                    .contains(
                            "connection demo\n    F&O:       ",
                            "  invoice-not-found  demo  " + renamed.partner() + "  810 invoice "
                                    + renamed.keys().invoiceNumber(),
                            "      next: decide: documents show ");
            assertThat(command(yaml, "reconcile", "--day", "2026-13-01").err())
                    .startsWith("--day must be today, yesterday or a date such as ");
            assertThat(command(yaml, "reconcile", "--day", "today", "--hold").code())
                    .isEqualTo(ExitCode.WRONG);
        }
    }

    @Test
    void a_day_that_is_none_is_refused_with_a_sentence() {
        try (World world = new World("dailyledgerwords", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            Http http = new Http(world.port());
            assertThat(text(http.get(PATH + "yesterday"))).contains("day must be a date such as " + today());
            assertThat(text(http.get(PATH + today().plusDays(2))))
                    .contains("to today, which is " + today() + " in UTC");
            assertThat(text(http.get(PATH + today() + "?zone=Berlin"))).contains("such as Europe/Berlin");
            assertThat(text(http.get(PATH + today() + "?zoen=UTC"))).contains("did you mean zone?");
            JsonObject berlin = json(http.get(PATH + "2026-03-29?zone=Europe/Berlin"));
            assertThat(berlin.getString("from")).isEqualTo("2026-03-28T23:00:00Z");
            assertThat(berlin.getString("to"))
                    .as("the clocks are put forward on that day")
                    .isEqualTo("2026-03-29T22:00:00Z");
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static String answer(int number) {
        return "ack_" + number + ".edi";
    }

    /** A 997 that accepts what nobody sent. */
    private static byte[] acknowledgement(int number) {
        String control = Integer.toString(number);
        return String.join(
                        "~\n",
                        "ISA*00*          *00*          *01*123456789      *ZZ*CONTOSO        *261101*0800*U*00401*"
                                + control + "*0*P*>",
                        "GS*FA*ACME*CONTOSO*20261101*0800*" + control + "*X*004010",
                        "ST*997*0001",
                        "AK1*PO*999999",
                        "AK9*A*1*1*1",
                        "SE*4*0001",
                        "GE*1*" + control,
                        "IEA*1*" + control,
                        "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Set<String> kinds(JsonObject ledger) {
        return ledger.getJsonArray("unaccounted").stream()
                .map(one -> ((JsonObject) one).getString("kind"))
                .collect(Collectors.toSet());
    }

    private static Set<String> documents(JsonObject ledger, String kind) {
        return ledger.getJsonArray("unaccounted").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("kind").equals(kind))
                .map(one -> one.getString("document"))
                .collect(Collectors.toSet());
    }

    private static void settle(World world) {
        world.settle(MOST);
        Awaiting.until("the partners are done", MOST, () -> world.twin().quiet());
        world.settle(MOST);
    }
}
