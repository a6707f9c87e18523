package io.mlconnector.verification.daemon.replay;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.verification.support.BilledOrder;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.Terminal;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fix of a cause is taken back, as far as nothing was sent, for all of its documents at once. */
class UndoneFixTest {

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final String CAUSE = "unit-unknown:acme:QX";

    @TempDir
    private Path folder;

    private static List<DocumentRecord> invoices(World world) {
        return world.documents().stream()
                .filter(document -> document.keys().invoiceNumber().startsWith("INV-"))
                .toList();
    }

    private static long heldFor(World world, String code) {
        return invoices(world).stream()
                .filter(document -> document.condition() == Condition.HELD
                        && document.reason().orElseThrow().code().equals(code))
                .count();
    }

    private static void bill(BilledOrder order, int number, String price, String total) {
        order.billIn(
                "QX", number, "acme", "BIG*2026031" + number + "*INV-" + number + "*20260302*PO-7***DI", price, total);
    }

    private static JsonObject ask(World world, String verb, JsonObject wish) {
        HttpResponse<byte[]> answer = new Http(world.port()).post("/api/v1/causes:" + verb, wish.encode());
        assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(200);
        return json(answer);
    }

    private static Map<String, String> verdicts(JsonObject answer) {
        Map<String, String> verdicts = new TreeMap<>();
        answer.getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .forEach(item -> verdicts.put(item.getString("id"), item.getString("verdict")));
        return verdicts;
    }

    private static List<Object> references(World world) {
        return json(new Http(world.port()).get("/api/v1/cross-references")).getJsonArray("items").stream()
                .toList();
    }

    @Test
    void a_translation_is_taken_back_with_every_document_that_was_not_sent_with_it() throws IOException {
        try (World world = new World("undone", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            BilledOrder order = BilledOrder.of(world, 1000);
            bill(order, 1, "10.00", "10000");
            bill(order, 2, "99.00", "99000");
            bill(order, 3, "99.00", "99000");
            Awaiting.until("all are held", MOST, () -> heldFor(world, "unit-unknown") == 3);
            JsonObject fixed =
                    ask(world, "fix", new JsonObject().put("causeKey", CAUSE).put("means", "ea"));
            String fix = fixed.getString("fix");
            Awaiting.until(
                    "one is posted, and the price of the others is wrong",
                    MOST,
                    () -> heldFor(world, "price-differs") == 2
                            && invoices(world).stream().anyMatch(one -> one.condition() == Condition.DONE));
            String posted = invoices(world).stream()
                    .filter(one -> one.condition() == Condition.DONE)
                    .findFirst()
                    .orElseThrow()
                    .id()
                    .text();

            JsonObject wish = new JsonObject().put("fix", fix);
            JsonObject foreseen = ask(world, "undo", wish.copy().put("forecast", true));
            assertThat(verdicts(foreseen).values()).containsOnlyOnce("sent").contains("taken-back");
            assertThat(verdicts(foreseen)).containsEntry(posted, "sent");
            assertThat(foreseen.getString("crossReference")).isEqualTo("removed");
            assertThat(heldFor(world, "price-differs"))
                    .as("a forecast changes nothing")
                    .isEqualTo(2);
            assertThat(references(world)).hasSize(1);

            Path yaml = Files.writeString(folder.resolve("ml-connector.yaml"), world.yaml());
            Printed told = Terminal.command(yaml, "documents", "causes", "--undo", fix, "--forecast");
            assertThat(told.code()).as(told.err()).isZero();
            assertThat(told.out())
                    .contains(posted + "  was sent; what was sent stays.", "it stands still again, as before the fix.");
            assertThat(told.err()).contains("2 of 3 would be taken back.", "The cross-reference would be removed.");
            assertThat(Terminal.command(yaml, "documents", "causes", "--undo", fix, "--accept")
                            .code())
                    .as("taking back is no fix")
                    .isNotZero();

            JsonObject undone = ask(world, "undo", wish.copy().put("reason", "the wrong unit"));
            assertThat(undone.getInteger("takenBack")).isEqualTo(2);
            assertThat(verdicts(undone)).isEqualTo(verdicts(foreseen));
            assertThat(heldFor(world, "unit-unknown")).isEqualTo(2);
            assertThat(references(world)).as("nobody waits with it any more").isEmpty();
            DocumentRecord back = invoices(world).stream()
                    .filter(one -> !one.id().text().equals(posted))
                    .findFirst()
                    .orElseThrow();
            assertThat(back.reason().orElseThrow().causeKey()).isEqualTo(CAUSE);
            assertThat(world.history(back).getLast().entry().event()).isEqualTo("take-back");
            assertThat(world.history(back).getLast().entry().message()).contains("the wrong unit");

            JsonObject twice = ask(world, "undo", wish);
            assertThat(twice.getInteger("takenBack")).isZero();
            assertThat(verdicts(twice).values()).containsExactlyInAnyOrder("sent", "stands", "stands");
            assertThat(new Http(world.port())
                            .post("/api/v1/causes:undo", "{\"fix\": \"no-such\"}")
                            .statusCode())
                    .isEqualTo(409);
            assertThat(ask(world, "fix", new JsonObject().put("causeKey", CAUSE).put("means", "ea"))
                            .getInteger("count"))
                    .as("the cause is fixed again")
                    .isEqualTo(2);
        }
    }

    @Test
    void what_was_accepted_for_all_stands_still_again_and_is_not_posted_by_itself() {
        try (World world = new World("unaccepted", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            BilledOrder order = BilledOrder.of(world, 1000);
            IntStream.of(1, 2)
                    .forEach(number -> order.bill(
                            number,
                            "acme",
                            "BIG*2026031" + number + "*INV-" + number + "*20260302*PO-7***DI",
                            "99.00",
                            "99000"));
            Awaiting.until("both are held", MOST, () -> heldFor(world, "price-differs") == 2);
            Map<String, String> causes = new TreeMap<>();
            invoices(world)
                    .forEach(one -> causes.put(
                            one.id().text(), one.reason().orElseThrow().causeKey()));
            // F&O takes nothing, so that what is accepted waits.
            world.twin()
                    .faults()
                    .next(System.DYNAMICS, "POST", "/data/", new Fault.Throttle(1))
                    .times(100_000);
            List<String> fixes = causes.values().stream()
                    .distinct()
                    .map(cause -> ask(
                                    world,
                                    "fix",
                                    new JsonObject().put("causeKey", cause).put("accept", true))
                            .getString("fix"))
                    .toList();
            Awaiting.until(
                    "both wait",
                    MOST,
                    () -> invoices(world).stream().allMatch(one -> one.condition() == Condition.WAITING));

            Http http = new Http(world.port());
            Awaiting.until("both are taken back", MOST, () -> {
                // One that is being tried right now is left alone, and taken back the next time.
                fixes.forEach(fix -> http.post(
                        "/api/v1/causes:undo", new JsonObject().put("fix", fix).encode()));
                return heldFor(world, "price-differs") == 2;
            });
            invoices(world)
                    .forEach(one -> assertThat(one.reason().orElseThrow().causeKey())
                            .isEqualTo(causes.get(one.id().text())));
            world.twin().faults().clear();
            order.bill(3, "acme", "BIG*20260313*INV-3*20260302*PO-7***DI", "10.00", "10000");
            Awaiting.until(
                    "F&O takes invoices again",
                    MOST,
                    () -> invoices(world).stream().anyMatch(one -> one.condition() == Condition.DONE));
            assertThat(heldFor(world, "price-differs")).isEqualTo(2);
            assertThat(world.twin().record().invoices()).hasSize(1);
        }
    }

    @Test
    void a_fix_is_found_and_taken_back_by_a_daemon_that_was_started_since() {
        try (World world = new World("restarted_fix", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            BilledOrder order = BilledOrder.of(world, 1000);
            bill(order, 1, "99.00", "99000");
            bill(order, 2, "99.00", "99000");
            Awaiting.until("both are held", MOST, () -> heldFor(world, "unit-unknown") == 2);
            String fix = ask(
                            world,
                            "fix",
                            new JsonObject().put("causeKey", CAUSE).put("means", "ea"))
                    .getString("fix");
            Awaiting.until("the price is wrong too", MOST, () -> heldFor(world, "price-differs") == 2);
            world.kill();
            world.start();

            JsonObject undone = ask(world, "undo", new JsonObject().put("fix", fix));
            assertThat(verdicts(undone).values()).containsExactly("taken-back", "taken-back");
            assertThat(undone.getString("crossReference")).isEqualTo("removed");
            assertThat(heldFor(world, "unit-unknown")).isEqualTo(2);
            assertThat(references(world)).isEmpty();
        }
    }
}
