package io.mlconnector.verification.daemon;

import static io.mlconnector.verification.support.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.json.JsonStoredForm;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.alignment.Editor;
import io.mlconnector.postgres.alignment.Overwriting;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon that has worked through the demo; a person has its documents done again. */
class ReplayTest {

    private static final String DOCUMENTS = "/api/v1/documents";
    private static final Fault REFUSED = new Fault.Answer(
            400, "{\"error\": {\"message\": \"Not today\"}}", Map.of("Content-Type", "application/json"));

    @SuppressWarnings("NullAway.Init") // before each test
    private World world;

    @SuppressWarnings("NullAway.Init") // before each test
    private Http http;

    @BeforeEach
    void work_through_the_demo(@TempDir Path folder) {
        world = new World("replay", folder, TwinOptions.demo(42), yaml -> yaml).start();
        world.twin().faults().next(System.DYNAMICS, "POST", "/data/VendorInvoiceHeaders", REFUSED);
        world.twin().play();
        world.settle(Duration.ofSeconds(60));
        http = new Http(world.port());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private List<JsonObject> bulk(JsonObject wish) {
        HttpResponse<byte[]> answer = http.post(DOCUMENTS + ":replay", wish.encode());
        assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(200);
        JsonArray items = json(answer).getJsonArray("items");
        assertThat(json(answer).getInteger("count")).isEqualTo(items.size());
        return items.stream().map(JsonObject.class::cast).toList();
    }

    private static Map<String, String> byId(List<JsonObject> items, String member) {
        return items.stream()
                .collect(Collectors.toMap(
                        item -> item.getString("id"), item -> item.getString(member), (a, b) -> a, TreeMap::new));
    }

    private DocumentRecord one(String id) {
        return world.documents().stream()
                .filter(document -> document.id().text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private DocumentRecord held(String code) {
        return world.documents().stream()
                .filter(document -> document.condition() == Condition.HELD)
                .filter(document -> document.reason().orElseThrow().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private int entries() {
        return world.documents().stream()
                .mapToInt(document -> world.history(document).size())
                .sum();
    }

    private Payload payload(io.mlconnector.domain.trade.ContentHash hash) {
        return Awaiting.await(world.ground()
                        .engine()
                        .onContext(world.ground().journal().payload(hash)))
                .orElseThrow();
    }

    @Test
    void a_forecast_does_nothing_and_equals_what_then_happens_to_every_document() {
        int invoices = world.twin().record().invoices().size();
        int uploads = world.twin().record().uploads().size();
        int entries = entries();
        Map<String, Condition> before = world.documents().stream()
                .collect(Collectors.toMap(document -> document.id().text(), DocumentRecord::condition));

        Map<String, String> verdicts =
                byId(bulk(new JsonObject().put("all", true).put("forecast", true)), "verdict");

        assertThat(verdicts.keySet()).isEqualTo(new java.util.TreeSet<>(before.keySet()));
        assertThat(verdicts.values()).contains("nothing", "holds", "posts");
        assertThat(entries()).isEqualTo(entries);
        assertThat(world.twin().record().invoices()).hasSize(invoices);
        assertThat(world.twin().record().uploads()).hasSize(uploads);

        Map<String, String> outcomes =
                byId(bulk(new JsonObject().put("all", true).put("reason", "to be sure")), "outcome");
        world.settle(Duration.ofSeconds(60));

        verdicts.forEach((id, verdict) -> {
            DocumentRecord after = one(id);
            String what = id + " " + verdict + " " + before.get(id) + " " + after.state();
            switch (verdict) {
                case "posts", "sends", "adds-lines" ->
                    assertThat(after.condition()).as(what).isEqualTo(Condition.DONE);
                case "holds" -> assertThat(after.condition()).as(what).isEqualTo(Condition.HELD);
                case "nothing" ->
                    assertThat(after.condition())
                            .as(what)
                            .isIn(Condition.DONE, Condition.DUPLICATE, Condition.DISCARDED);
                case "refused" -> assertThat(after.condition()).as(what).isEqualTo(before.get(id));
                default -> throw new AssertionError("Not expected in this world: " + what);
            }
            assertThat("refused".equals(outcomes.get(id))).as(what).isEqualTo("refused".equals(verdict));
            assertThat(HistoryChain.firstBroken(after.id(), world.history(after)))
                    .isEmpty();
            if (!verdict.equals("refused")) {
                assertThat(world.history(after))
                        .anySatisfy(recorded -> assertThat(recorded.entry().message())
                                .isEqualTo("administrator asked for: replay (to be sure)"));
            }
        });
        assertThat(world.twin().record().invoices()).hasSize(invoices + count(verdicts, "posts"));
        assertThat(world.twin().record().uploads()).hasSize(uploads + count(verdicts, "sends"));
    }

    private static int count(Map<String, String> verdicts, String word) {
        return (int) verdicts.values().stream().filter(word::equals).count();
    }

    @Test
    void what_arrived_says_so_and_the_attempt_is_in_the_history() {
        DocumentRecord delivered = world.documents().stream()
                .filter(document -> document.state() instanceof SendingState.Delivered)
                .findFirst()
                .orElseThrow();
        String path = DOCUMENTS + "/" + delivered.id() + "/replay";
        String name = ((SendingState.Delivered) delivered.state()).file().name();

        JsonObject forecast = json(http.post(path, "{\"forecast\": true, \"from\": \"announced\"}"));
        assertThat(forecast.getString("verdict")).isEqualTo("nothing");
        assertThat(forecast.getString("message")).startsWith("nothing: delivered as " + name + " on 20");

        JsonObject replayed = json(http.post(path, "{\"from\": \"announced\", \"reason\": \"asked by phone\"}"));
        assertThat(replayed.getString("outcome")).isEqualTo("nothing");
        assertThat(replayed.getString("message")).isEqualTo(forecast.getString("message"));
        assertThat(world.history(delivered))
                .extracting(recorded -> recorded.entry().message())
                .endsWith(
                        "administrator asked for: replay from announced (asked by phone)",
                        replayed.getString("message").replaceFirst("^n", "N"));
    }

    @Test
    void wishes_that_make_no_sense_are_refused_in_words() {
        String path = DOCUMENTS + "/" + held("item-unknown").id() + "/replay";

        assertThat(http.post(path, "{\"from\": \"lunch\"}").statusCode()).isEqualTo(400);
        assertThat(http.post(path, "{\"form\": \"received\"}").statusCode()).isEqualTo(400);
        HttpResponse<byte[]> impossible = http.post(path, "{\"from\": \"encoded\"}");
        assertThat(impossible.statusCode()).isEqualTo(409);
        assertThat(json(impossible).getString("detail")).contains("received", "checked");
        assertThat(http.post(DOCUMENTS + ":replay", "{}").statusCode()).isEqualTo(400);
        assertThat(http.post(DOCUMENTS + ":replay", "{\"filter\": {\"causekey\": \"x\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.post(DOCUMENTS + "/nothing/replay", "").statusCode()).isEqualTo(404);
    }

    /** A posted invoice with one line, once more under another number and with a product id that nobody knows. */
    private List<DocumentRecord> threeWithAnUnknownItem() {
        DocumentRecord posted = world.documents().stream()
                .filter(document -> document.type().equals("810") && document.condition() == Condition.DONE)
                .filter(document -> lines(document).size() == 1)
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

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
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
        Awaiting.await(new CrossReferenceStore(world.ground().database().pool(), InstantSource.system())
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

    private HttpResponse<byte[]> put(DocumentRecord document, String query, String body) {
        return http.send("PUT", DOCUMENTS + "/" + document.id() + "/payload" + query, DemoConfiguration.TOKEN, body);
    }

    @Test
    void an_edited_payload_posts_the_corrected_invoice_once_and_the_original_is_kept() {
        DocumentRecord document = held("item-unknown");
        Payload original = payload(world.files().stream()
                .filter(file -> document.file().orElseThrow().equals(file.id()))
                .findFirst()
                .orElseThrow()
                .content());
        String edited = withoutTheUnknownLine(text(original.bytes()));
        int invoices = world.twin().record().invoices().size();

        JsonObject forecast = json(put(document, "?forecast=true", edited));
        assertThat(forecast.getString("verdict")).as(forecast.encode()).isEqualTo("posts");
        assertThat(one(document.id().text())).isEqualTo(document);

        JsonObject done = json(put(document, "?reason=line%20taken%20out", edited));
        assertThat(done.getString("outcome")).as(done.encode()).isEqualTo("replayed");
        assertThat(done.getString("difference"))
                .contains("-IT1*99*1*EA*25**VN*XX-999")
                .contains("+TDS*");
        world.settle(Duration.ofSeconds(30));

        assertThat(one(document.id().text()).condition()).isEqualTo(Condition.DONE);
        assertThat(world.twin().record().invoices()).hasSize(invoices + 1);
        assertThat(payload(original.hash()).bytes()).isEqualTo(original.bytes());
        assertThat(world.history(document)).anySatisfy(recorded -> {
            assertThat(recorded.entry().event()).isEqualTo("resubmitted");
            assertThat(recorded.entry().actor()).isEqualTo("administrator");
            assertThat(recorded.entry().message()).contains("line taken out");
            assertThat(recorded.entry().details())
                    .containsEntry("original", original.hash().hex())
                    .containsKeys("edited", "difference");
        });
        HttpResponse<byte[]> again = put(document, "?reason=once%20more", edited);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).getString("detail")).contains("F&O has something of this invoice");
    }

    /** Takes out line 99 and sets the totals right. */
    private static String withoutTheUnknownLine(String file) {
        List<String> segments = new ArrayList<>(List.of(file.split("(?<=~)")));
        segments.removeIf(segment -> segment.strip().startsWith("PID") && segment.contains("Item nobody ordered"));
        segments.removeIf(segment -> segment.strip().startsWith("IT1*99*") || segment.isBlank());
        for (int i = 0; i < segments.size(); i++) {
            String[] parts = segments.get(i).replaceAll("[~\\s]", "").split("\\*");
            String end = segments.get(i).substring(segments.get(i).indexOf('~'));
            switch (parts[0]) {
                case "TDS" -> segments.set(i, "TDS*" + (Long.parseLong(parts[1]) - 2500) + end);
                case "CTT" ->
                    segments.set(
                            i,
                            "CTT*" + (Integer.parseInt(parts[1]) - 1) + "*"
                                    + new java.math.BigDecimal(parts[2])
                                            .subtract(java.math.BigDecimal.ONE)
                                            .toPlainString()
                                    + end);
                case "SE" -> segments.set(i, "SE*" + (Integer.parseInt(parts[1]) - 2) + "*" + parts[2] + end);
                default -> {
                    // Stays.
                }
            }
        }
        return String.join("", segments);
    }

    @Test
    void bytes_that_break_the_standard_are_refused_with_their_positions() {
        DocumentRecord document = held("item-unknown");
        String original = text(payload(world.files().stream()
                        .filter(file -> document.file().orElseThrow().equals(file.id()))
                        .findFirst()
                        .orElseThrow()
                        .content())
                .bytes());

        HttpResponse<byte[]> broken = put(document, "?reason=x", original.replaceFirst("BIG\\*\\d+\\*", "BIG*x*"));
        assertThat(broken.statusCode()).as(Http.text(broken)).isEqualTo(422);
        assertThat(json(broken).getJsonArray("problems").getJsonObject(0).getString("place"))
                .contains("BIG01", "segment");
        assertThat(put(document, "?reason=x", "Dear all, please find attached").statusCode())
                .isEqualTo(422);
        assertThat(put(document, "?reason=x", original + original).statusCode()).isEqualTo(422);
        assertThat(one(document.id().text())).isEqualTo(document);
    }

    private long failedOrders() {
        return world.documents().stream()
                .filter(document ->
                        document.state() instanceof Failed stopped && stopped.resume() instanceof SendingState)
                .count();
    }

    @Test
    void an_order_that_was_refused_is_edited_and_sent_under_its_name_and_numbers() {
        world.twin().faults().next(System.CLEO, "POST", "/api/folders", REFUSED);
        world.twin().confirm(1);
        Awaiting.until("an upload is refused", Duration.ofSeconds(20), () -> failedOrders() > 0);
        DocumentRecord failed = world.documents().stream()
                .filter(document ->
                        document.state() instanceof Failed stopped && stopped.resume() instanceof SendingState)
                .findFirst()
                .orElseThrow();
        SendingState.Ready ready = (SendingState.Ready) ((Failed) failed.state()).resume();
        String original = text(payload(ready.file().content()).bytes());
        String edited = original.replaceFirst("(PID\\*F\\*\\*\\*\\*)[^~*]*", "$1SOMETHING ELSE");
        assertThat(edited).isNotEqualTo(original);

        assertThat(put(failed, "?reason=x", edited.replaceFirst("GE\\*1\\*\\d+", "GE*1*99"))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<byte[]> otherOrder =
                put(failed, "?reason=x", edited.replace(failed.keys().orderNumber(), "OTHER-1"));
        assertThat(otherOrder.statusCode()).isEqualTo(422);
        assertThat(json(otherOrder).getString("detail")).contains("Keep the order number");

        JsonObject done = json(put(failed, "?reason=description", edited));
        assertThat(done.getString("outcome")).as(done.encode()).isEqualTo("replayed");
        assertThat(done.getString("difference")).contains("SOMETHING ELSE");
        world.settle(Duration.ofSeconds(30));

        assertThat(one(failed.id().text()).state())
                .isInstanceOfSatisfying(
                        SendingState.Delivered.class,
                        delivered -> assertThat(delivered.file().name())
                                .isEqualTo(ready.file().name()));
        assertThat(world.twin().record().uploads().stream()
                        .filter(upload -> upload.name().equals(ready.file().name())))
                .hasSize(1);
    }
}
