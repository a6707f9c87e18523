package io.mlconnector.verification.daemon.replay;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.json.JsonStoredForm;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.alignment.Editor;
import io.mlconnector.postgres.alignment.Overwriting;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.verification.support.Http;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stopped several documents is repaired once for all of them. */
class RepairedCauseTest extends WorkedThroughDemo {

    /** A posted credit note with one line, three times more under another number and with a product id that nobody knows. */
    private List<DocumentRecord> threeWithAnUnknownItem() {
        DocumentRecord posted = world.documents().stream()
                .filter(document -> document.type().equals("810") && document.condition() == Condition.DONE)
                .filter(document -> lines(document).size() == 1)
                // A credit note: the order of an invoice is billed in full, so that nothing could be billed again.
                .filter(document -> lines(document).getFirst().quantity().signum() < 0)
                .findFirst()
                .orElseThrow();
        String file = text(world.files().stream()
                .filter(one -> posted.file().orElseThrow().equals(one.id()))
                .map(one -> payload(one.content()).bytes())
                .findFirst()
                .orElseThrow());
        String folder = world.files().stream()
                .filter(one -> posted.file().orElseThrow().equals(one.id()))
                .findFirst()
                .orElseThrow()
                .folder();
        for (int i = 1; i <= 3; i++) {
            world.twin()
                    .cleo()
                    .put(
                            folder,
                            "again-" + i + ".edi",
                            Buffer.buffer(renumbered(file, 700 + i)
                                            .replace(posted.keys().invoiceNumber(), "AGAIN-" + i)
                                            // Of another day, so that it does not look like the same invoice.
                                            .replaceAll("BIG\\*\\d{8}", "BIG*2025010" + i)
                                            .replaceAll("IT1\\*[^*~]*((?:\\*[^*~]*){4})[^~]*", "IT1*77$1*VN*NOBODY-1"))
                                    .getBytes());
        }
        List<DocumentRecord> found = new ArrayList<>();
        Awaiting.until("three more are held", Duration.ofSeconds(20), () -> {
            found.clear();
            world.documents().stream()
                    .filter(document -> document.keys().invoiceNumber().startsWith("AGAIN-")
                            && document.condition() == Condition.HELD)
                    .forEach(found::add);
            return found.size() == 3;
        });
        return found;
    }

    /** The same file under another ISA13. */
    private static String renumbered(String file, int number) {
        String[] isa = file.substring(0, 105).split("\\*");
        String old = isa[13];
        return file.replace(old, String.format("%09d", Integer.parseInt(old) + number));
    }

    private List<InvoiceLine> lines(DocumentRecord document) {
        return document.content()
                .map(hash -> new JsonStoredForm().readSet(payload(hash).bytes()))
                .flatMap(set -> set.invoice())
                .map(invoice -> invoice.lines())
                .orElse(List.of());
    }

    private String itemOf(DocumentRecord invoice) {
        return world.documents().stream()
                .filter(document -> document.state() instanceof SendingState.Delivered)
                .filter(document ->
                        document.keys().orderNumber().equals(invoice.keys().orderNumber()))
                .map(document -> new JsonStoredForm()
                        .readOrder(payload(document.content().orElseThrow()).bytes()))
                .map(order ->
                        order.order().lines().getFirst().item().orElseThrow().number())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_repair_and_one_replay_by_cause_help_all_that_stopped_for_it() {
        List<DocumentRecord> stopped = threeWithAnUnknownItem();
        String cause = stopped.getFirst().reason().orElseThrow().causeKey();
        JsonObject wish = new JsonObject().put("filter", new JsonObject().put("causeKey", cause));
        assertThat(byId(bulk(wish.copy().put("forecast", true)), "verdict").values())
                .containsExactly("holds", "holds", "holds");

        String[] parts = cause.split(":", 3);
        Awaiting.await(new CrossReferenceStore(world.resources().database().pool(), InstantSource.system())
                .enter(
                        List.of(CrossReference.always(
                                new PartnerId(parts[1]), Kind.ITEM, parts[2], itemOf(stopped.getFirst()))),
                        Overwriting.REFUSED,
                        new Editor("ann", "seen on the invoice")));
        assertThat(byId(bulk(wish.copy().put("forecast", true)), "verdict").values())
                .as(world::standstills)
                .containsExactly("posts", "posts", "posts");
        int invoices = world.twin().record().invoices().size();

        assertThat(byId(bulk(wish.copy().put("reason", "item entered")), "outcome")
                        .values())
                .containsExactly("replayed", "replayed", "replayed");
        world.settle(Duration.ofSeconds(30));

        assertThat(world.twin().record().invoices()).hasSize(invoices + 3);
        assertThat(stopped)
                .allSatisfy(document ->
                        assertThat(one(document.id().text()).condition()).isEqualTo(Condition.DONE));
    }

    private List<JsonObject> fix(JsonObject wish) {
        HttpResponse<byte[]> answer = http.post("/api/v1/causes:fix", wish.encode());
        assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(200);
        return json(answer).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    @Test
    void a_cause_is_fixed_once_for_all_of_its_documents_as_the_forecast_said() {
        List<DocumentRecord> stopped = threeWithAnUnknownItem();
        String cause = stopped.getFirst().reason().orElseThrow().causeKey();
        JsonObject listed = json(http.get("/api/v1/causes")).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("causeKey").equals(cause))
                .findFirst()
                .orElseThrow();
        assertThat(listed.getInteger("count")).isEqualTo(3);
        assertThat(listed.getBoolean("translates")).isTrue();
        assertThat(listed.getJsonArray("amounts")).hasSize(1);

        JsonObject wish = new JsonObject().put("causeKey", cause).put("means", itemOf(stopped.getFirst()));
        assertThat(http.post(
                                "/api/v1/causes:fix",
                                new JsonObject().put("causeKey", "no:such").encode())
                        .statusCode())
                .isEqualTo(409);
        assertThat(byId(fix(wish.copy().put("forecast", true)), "verdict").values())
                .containsExactly("posts", "posts", "posts");
        assertThat(json(http.get("/api/v1/cross-references")).getJsonArray("items"))
                .as("a forecast enters nothing")
                .isEmpty();
        int invoices = world.twin().record().invoices().size();

        assertThat(byId(fix(wish.copy().put("reason", "new item")), "outcome").values())
                .containsExactly("replayed", "replayed", "replayed");
        world.settle(Duration.ofSeconds(30));

        assertThat(world.twin().record().invoices()).hasSize(invoices + 3);
        JsonObject entered =
                json(http.get("/api/v1/cross-references")).getJsonArray("items").getJsonObject(0);
        assertThat(entered.getString("reason")).isEqualTo("new item");
        assertThat(json(http.get(DOCUMENTS + "/" + entered.getString("id") + "/history"))
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(http.get("/api/v1/causes").body()).asString().doesNotContain(cause);
    }

    @Test
    void a_document_that_a_fix_left_as_it_was_says_so_in_its_history_and_can_be_fixed_afterwards() {
        List<DocumentRecord> stopped = threeWithAnUnknownItem();
        String busy = stopped.getFirst().id().text();
        claimed(busy, "'another', now() + interval '1 hour'");
        JsonObject wish = new JsonObject()
                .put("causeKey", stopped.getFirst().reason().orElseThrow().causeKey())
                .put("means", itemOf(stopped.getFirst()));

        assertThat(byId(fix(wish), "outcome")).hasSize(3).containsEntry(busy, "refused");
        JsonObject last = json(http.get(DOCUMENTS + "/" + busy + "/history")).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(entry -> entry.getString("event").equals("left-by-fix"))
                .findFirst()
                .orElseThrow();
        assertThat(last.getString("message")).contains("this document was left as it was: It is being worked on");

        claimed(busy, "null, null");
        assertThat(byId(fix(wish), "outcome")).containsExactly(Map.entry(busy, "replayed"));
        world.settle(Duration.ofSeconds(30));
        assertThat(one(busy).condition()).isEqualTo(Condition.DONE);
    }

    private void claimed(String document, String byAndUntil) {
        Awaiting.await(world.resources()
                .database()
                .pool()
                .query("update document set (claimed_by, claimed_until) = (" + byAndUntil + ") where id = '" + document
                        + "'")
                .execute());
    }
}
