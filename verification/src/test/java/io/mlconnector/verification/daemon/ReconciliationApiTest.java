package io.mlconnector.verification.daemon;

import static io.mlconnector.verification.support.Http.json;
import static io.mlconnector.verification.support.Http.text;
import static io.mlconnector.verification.support.Terminal.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.sending.OutgoingSubject;
import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person knows that the journal was put back, and settles what was sent: over the interface, and with the commands that ask it. */
class ReconciliationApiTest {

    private static final String PATH = "/api/v1/reconciliation";
    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void what_is_held_is_settled_over_the_interface() {
        try (World world = new World("reconciliation", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.twin().play();
            settle(world);
            Http http = new Http(world.port());
            JsonObject never = json(http.get(PATH));
            assertThat(never.getValue("noticed")).isNull();
            assertThat(never.getBoolean("holding")).isFalse();
            assertThat(http.post(PATH + ":end", "").statusCode())
                    .as("nothing is to be ended")
                    .isEqualTo(200);

            JsonObject held = json(http.post(PATH + ":hold", ""));
            assertThat(held.getBoolean("holding")).isTrue();
            assertThat(held.getString("because")).isEmpty();
            List<DocumentRecord> orders = confirmed(world, 4);
            int count = orders.size();

            JsonObject first = json(http.get(PATH + "?limit=3"));
            assertThat(first.getString("noticed")).isEqualTo(held.getString("noticed"));
            assertThat(ids(first)).containsExactlyElementsOf(ids(orders).subList(0, 3));
            assertThat(first.containsKey("missingFiles")).isTrue();
            JsonObject second = json(http.get(PATH + "?after=" + first.getString("next")));
            assertThat(ids(second)).containsExactlyElementsOf(ids(orders).subList(3, count));
            assertThat(second.getString("next")).isNull();
            assertThat(second.containsKey("missingFiles")).isFalse();
            assertThat(first.getJsonArray("held").getJsonObject(0).getBoolean("unseen"))
                    .isTrue();

            HttpResponse<byte[]> early = http.post(PATH + ":end", "");
            assertThat(early.statusCode()).isEqualTo(409);
            assertThat(json(early).getInteger("held")).isEqualTo(count);
            assertThat(json(early).getString("detail")).startsWith("Not ended. " + count + " documents are still held");

            int sent = world.twin().record().uploads().size();
            String marked = ids(orders).getFirst();
            JsonObject after = json(
                    http.post("/api/v1/documents/" + marked + "/mark-as-sent", "{\"reason\": \"asked the vendor\"}"));
            assertThat(after.getString("id")).isEqualTo(marked);
            HttpResponse<byte[]> again = http.post("/api/v1/documents/" + marked + "/mark-as-sent", "");
            assertThat(again.statusCode()).as(text(again)).isEqualTo(409);
            assertThat(http.post("/api/v1/documents/01ka7x0r2/let-go", "").statusCode())
                    .isEqualTo(404);
            assertThat(http.post("/api/v1/documents/" + ids(orders).get(1) + "/let-go", "{\"why\": \"x\"}")
                            .statusCode())
                    .isEqualTo(400);
            ids(orders)
                    .subList(1, count)
                    .forEach(id -> assertThat(http.post("/api/v1/documents/" + id + "/let-go", "")
                                    .statusCode())
                            .isEqualTo(200));
            settle(world);
            assertThat(world.twin().record().uploads())
                    .as("all but the one that was marked")
                    .hasSize(sent + count - 1);
            assertThat(text(http.get("/api/v1/documents/" + marked + "/history")))
                    .contains("administrator said that the partner has it already (asked the vendor)");
            Awaiting.until(
                    "the confirmed orders are read again",
                    MOST,
                    () -> http.post(PATH + ":end", "").statusCode() == 200);
            assertThat(json(http.get(PATH)).getBoolean("holding")).isFalse();
        }
    }

    @Test
    void the_commands_ask_the_daemon_and_print_what_they_printed() throws IOException {
        try (World world = new World("reconcilebeside", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.twin().play();
            settle(world);
            Path yaml = Files.writeString(
                    folder.resolve("ml-connector.yaml"),
                    // Whoever opens the database by himself fails.
                    world.yaml().replace("127.0.0.1:" + world.database().port() + "/", "127.0.0.1:1/"));
            assertThat(command(yaml, "reconcile").out())
                    .as("nothing is to be settled, so that the ledger of the day follows")
                    .startsWith(
                            "The journal was never put back to an earlier time, as far as is known. Nothing is held for"
                                    + " that.\n\n")
                    .contains("connection demo\n    F&O:       ");
            assertThat(command(yaml, "reconcile", "--hold").out())
                    .isEqualTo("Outgoing documents are held from now on.\n");
            List<String> ids = ids(confirmed(world, 5));

            Printed shown = command(yaml, "reconcile");
            assertThat(shown.code()).as(shown.err()).isZero();
            assertThat(shown.out())
                    .startsWith("The journal was put back to an earlier time, or others send under its numbers")
                    .contains(
                            ids.getFirst() + "  850  ",
                            "    against: ",
                            ids.size() + " documents are held.\n",
                            "  demo acme: interchange ");
            JsonObject value =
                    new JsonObject(command(yaml, "reconcile", "--json").out());
            assertThat(value.fieldNames())
                    .containsExactly(
                            "noticed", "holding", "because", "held", "missingFiles", "possiblyMissingInterchanges");
            assertThat(ids(value)).isEqualTo(ids);

            Printed early = command(yaml, "reconcile", "--done");
            assertThat(early.code()).isEqualTo(ExitCode.FAILED);
            assertThat(early.err()).startsWith("Not ended. " + ids.size() + " documents are still held");
            int sent = world.twin().record().uploads().size();
            Printed named = command(
                    yaml, "reconcile", "--sent", ids.get(0), "--send", ids.get(1), "--reason", "asked the vendor");
            assertThat(named.out()).isEqualTo(ids.get(0) + " recorded as sent.\n" + ids.get(1) + " let go.\n");
            Printed unknown = command(yaml, "reconcile", "--send", "01ka7x0r2");
            assertThat(unknown.code()).isEqualTo(ExitCode.FAILED);
            assertThat(unknown.err())
                    .isEqualTo("01ka7x0r2 is not held for this, or is being worked on. Run reconcile again.\n");
            assertThat(command(yaml, "reconcile", "--all-unseen", "--sent", ids.get(2))
                            .lines())
                    .as("what is named is excepted from all")
                    .containsExactlyElementsOf(Stream.concat(
                                    Stream.of(ids.get(2) + " recorded as sent."),
                                    ids.stream().skip(3).map(id -> id + " let go."))
                            .toList());
            settle(world);
            assertThat(world.twin().record().uploads()).hasSize(sent + ids.size() - 2);
            List<String> others = ids(confirmed(world, 2));
            assertThat(command(yaml, "reconcile", "--all-sent").lines())
                    .containsExactlyElementsOf(
                            others.stream().map(id -> id + " recorded as sent.").toList());
            settle(world);
            Awaiting.until(
                    "it can be ended",
                    MOST,
                    () -> command(yaml, "reconcile", "--done")
                            .out()
                            .equals("Done: outgoing documents are not held any more.\n"));
            assertThat(world.twin().record().uploads()).hasSize(sent + ids.size() - 2);
        }
    }

    /** New orders, once all of them are held and nothing moves; the oldest first. Some are changed, and held twice. */
    private static List<DocumentRecord> confirmed(World world, int count) {
        world.twin().confirm(count);
        settle(world);
        List<DocumentRecord> held = heldNow(world);
        assertThat(held).hasSizeGreaterThanOrEqualTo(count);
        return held;
    }

    private static void settle(World world) {
        world.settle(MOST);
        Awaiting.until("the partners are done", MOST, () -> world.twin().quiet());
        world.settle(MOST);
    }

    private static List<DocumentRecord> heldNow(World world) {
        return world.documents().reversed().stream()
                .filter(document -> document.condition() == Condition.HELD
                        && OutgoingSubject.of(document.type()) == OutgoingSubject.ORDER
                        && document.reason()
                                .filter(why -> why.code().equals(Restoration.CODE))
                                .isPresent())
                .toList();
    }

    private static List<String> ids(List<DocumentRecord> documents) {
        return documents.stream().map(document -> document.id().text()).toList();
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("held").stream()
                .map(one -> ((JsonObject) one).getString("id"))
                .toList();
    }
}
