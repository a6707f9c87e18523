package io.mlconnector.verification.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.runtime.cli.Main;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.Dynamics;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred invoices stand still for five causes. Each cause is fixed once, and what was said beforehand of every document is what
 * becomes of it; also of those that bill the same goods, or the same invoice twice.
 */
class HeldInvoicesTest {

    private static final Duration MOST = Duration.ofMinutes(1);
    /** Held invoices of each of the five causes. */
    private static final int ALL = 40;

    private static final int FEW = 20;

    private static final String UNMAPPED = "charges: {D240: header FREIGHT}";
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    private static final Fault DENIED = new Fault.Answer(
            400, "{\"error\": {\"message\": \"Not today\"}}", Map.of("Content-Type", "application/json"));

    private final AtomicReference<String> charges = new AtomicReference<>(UNMAPPED);
    private final Map<String, List<String>> files = new TreeMap<>();
    private int written;

    @SuppressWarnings("NullAway.Init") // before each test
    private World world;

    @SuppressWarnings("NullAway.Init") // before each test
    private Http http;

    private int ofEach;

    @BeforeEach
    void invoices_of_five_causes_are_held(@TempDir Path folder, TestInfo test) {
        ofEach = test.getTags().contains("two-hundred") ? ALL : FEW;
        world = new World("held", folder, TwinOptions.demo(42), yaml -> yaml.replace(UNMAPPED, charges.get())).start();
        http = new Http(world.port());
        world.twin()
                .dynamics()
                .masterData()
                .addProduct(new Product("usmf", "A-1", "A-1", "ea", BigDecimal.TEN, BigDecimal.ONE));
        unknownItem();
        unknownUnit();
        unmappedCharge();
        otherPrice();
        receivedLess();
        files.forEach(this::send);
        Awaiting.until("all are held", MOST, () -> invoices(Condition.HELD).size() == 5 * ofEach);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Dynamics dynamics() {
        return world.twin().dynamics();
    }

    private void order(String number, String quantity, String received) {
        dynamics()
                .addPurchaseOrder(PurchaseOrder.withoutCharges(
                        "usmf",
                        number,
                        "1001",
                        "USD",
                        LocalDate.of(2026, 2, 2),
                        LocalDate.of(2026, 2, 20),
                        List.of(PurchaseOrderLine.of(1, "A-1", "A-1", quantity, "ea", "10.00")),
                        Map.of()));
        dynamics().receiveIn("usmf", number, 1, new BigDecimal(received), "", "PR-" + number);
    }

    /** Ten of line 1; the days tell invoices for one order apart that are no duplicates. */
    private void invoice(String file, String order, String number, int day, String line, int total, String... more) {
        List<String> segments = new ArrayList<>();
        segments.add("BIG*" + FIRST_DAY.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE) + "*" + number
                + "*20260202*" + order + "***DI");
        segments.add(line);
        segments.add("TDS*" + total);
        segments.addAll(List.of(more));
        segments.add("CTT*1");
        files.computeIfAbsent(file, name -> new ArrayList<>()).add(String.join("~\n", segments));
    }

    /** Numbers that look like no other. */
    private String number() {
        written++;
        return "W" + (1000 + written) + "Q";
    }

    /** Of three orders of ten, two invoices bill all; four more have another price as well. */
    private void unknownItem() {
        for (int i = 0; i < ofEach; i++) {
            boolean again = i >= ofEach - 3;
            String order = "HI-" + (again ? i - 10 : i);
            if (!again) {
                order(order, "10", "10");
            }
            boolean dear = i < 4;
            invoice(
                    "item",
                    order,
                    number(),
                    i,
                    "IT1**10*EA*" + (dear ? "12" : "10") + "**VN*NEW-1",
                    dear ? 12000 : 10000);
        }
    }

    /** Two come once more under their numbers, and two look like another one. */
    private void unknownUnit() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            boolean repeated = i >= ofEach - 2;
            boolean alike = !repeated && i >= ofEach - 4;
            int like = repeated || alike ? i - 10 : i;
            String order = "HU-" + like;
            if (like == i) {
                order(order, "20", "20");
            }
            String number = repeated ? numbers.get(like) : number();
            numbers.add(number);
            invoice("unit", order, number, like, "IT1*1*10*BX*10**VN*A-1", 10000);
        }
    }

    /** Two have a second charge that nobody placed. */
    private void unmappedCharge() {
        for (int i = 0; i < ofEach; i++) {
            order("HC-" + i, "10", "10");
            String mapped = "SAC*C*D500***500**********HANDLING";
            if (i < 2) {
                invoice(
                        "charge",
                        "HC-" + i,
                        number(),
                        i,
                        "IT1*1*10*EA*10**VN*A-1",
                        11000,
                        mapped,
                        "SAC*C*H550***500**********FUEL");
            } else {
                invoice("charge", "HC-" + i, number(), i, "IT1*1*10*EA*10**VN*A-1", 10500, mapped);
            }
        }
    }

    /** All of one order line, which is used up before the last of them. */
    private void otherPrice() {
        order("HP-1", "390", "400");
        for (int i = 0; i < ofEach; i++) {
            invoice("price", "HP-1", number(), i, "IT1*1*10*EA*11**VN*A-1", 11000);
        }
    }

    private void receivedLess() {
        order("HR-1", "400", "5");
        for (int i = 0; i < ofEach; i++) {
            invoice("received", "HR-1", number(), i, "IT1*1*10*EA*10**VN*A-1", 10000);
        }
    }

    /** All in one interchange. */
    private void send(String name, List<String> sets) {
        Partner partner = world.twin().scenario().partner("acme").orElseThrow();
        String control = String.format("%09d", 800_000 + name.hashCode() % 10_000);
        List<String> segments = new ArrayList<>();
        segments.add("ISA*00*          *00*          *" + partner.them().qualifier() + "*"
                + String.format("%-15s", partner.them().id()) + "*"
                + partner.us().qualifier() + "*"
                + String.format("%-15s", partner.us().id()) + "*260311*0800*U*00401*" + control + "*0*P*>");
        segments.add("GS*IN*" + partner.them().group() + "*" + partner.us().group() + "*20260311*0800*"
                + Integer.parseInt(control) + "*X*004010");
        for (int i = 0; i < sets.size(); i++) {
            String set = sets.get(i);
            segments.add("ST*810*" + String.format("%04d", i + 1));
            segments.add(set);
            segments.add("SE*" + (set.split("~").length + 2) + "*" + String.format("%04d", i + 1));
        }
        segments.add("GE*" + sets.size() + "*" + Integer.parseInt(control));
        segments.add("IEA*1*" + control);
        world.twin()
                .put(
                        partner.downloadFolder(),
                        name + ".edi",
                        Buffer.buffer(segments.stream()
                                .map(segment -> segment + "~")
                                .collect(Collectors.joining("\n"))
                                .getBytes(StandardCharsets.ISO_8859_1)));
    }

    private List<DocumentRecord> invoices(Condition condition) {
        return world.documents().stream()
                .filter(document -> document.type().equals("810") && document.condition() == condition)
                .toList();
    }

    private int posted() {
        return dynamics().receivedInvoices().size();
    }

    private String cause(String code, int count) {
        return json(http.get("/api/v1/causes")).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("code").equals(code) && item.getInteger("count") == count)
                .map(item -> item.getString("causeKey"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " " + Http.text(http.get("/api/v1/causes"))));
    }

    private static JsonObject json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(200);
        return Http.json(answer);
    }

    private Map<String, JsonObject> post(String path, JsonObject wish) {
        Map<String, JsonObject> items = new LinkedHashMap<>();
        json(http.post(path, wish.encode())).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .forEach(item -> items.put(item.getString("id"), item));
        return items;
    }

    /** What a forecast would have had to say of what became of a document. */
    private static String said(DocumentRecord after) {
        String why = after.reason().map(Problem::message).orElse("");
        return switch (after.condition()) {
            case DONE -> "posts";
            case HELD -> "holds held: " + why;
            // Where F&O has it, is not known before.
            case DUPLICATE -> "nothing";
            default -> after.condition() + " " + why;
        };
    }

    private static String said(JsonObject forecast) {
        String verdict = forecast.getString("verdict");
        return verdict.equals("holds") ? verdict + " " + forecast.getString("message") : verdict;
    }

    /** Applies a fix after it was foretold, and compares document by document. */
    private void fixed(JsonObject fix, int documents, int posting) {
        int before = posted();
        Map<String, String> others = world.documents().stream()
                .collect(Collectors.toMap(
                        document -> document.id().text(),
                        document -> document.state().toString()));
        Map<String, String> foretold = new TreeMap<>();
        post("/api/v1/causes:fix", fix.copy().put("forecast", true))
                .forEach((id, item) -> foretold.put(id, said(item)));
        assertThat(foretold).hasSize(documents);
        assertThat(posted()).as("a forecast posts nothing").isEqualTo(before);

        assertThat(post("/api/v1/causes:fix", fix.copy().put("reason", "all of them")))
                .containsOnlyKeys(foretold.keySet());
        settle();
        Map<String, String> became = new TreeMap<>();
        for (DocumentRecord document : world.documents()) {
            String id = document.id().text();
            if (foretold.containsKey(id)) {
                became.put(id, said(document));
            } else if (others.containsKey(id)) {
                assertThat(document.state()).asString().isEqualTo(others.get(id));
            }
        }
        assertThat(became).hasSameSizeAs(foretold);
        assertThat(became.entrySet().stream()
                        .filter(after -> !after.getValue().equals(foretold.get(after.getKey())))
                        .map(after -> foretold.get(after.getKey()) + "\n  became: " + after.getValue()))
                .isEmpty();
        assertThat(posted() - before)
                .as(() -> String.join("\n", foretold.values()))
                .isEqualTo(posting);
    }

    private void settle() {
        Awaiting.until(
                "nothing moves",
                MOST,
                () -> world.documents().stream()
                        .allMatch(document -> document.condition().settled()));
    }

    private void restarted(String with) {
        charges.set(with);
        world.kill();
        world.start();
        http = new Http(world.port());
    }

    @Test
    @Tag("two-hundred")
    void each_fix_frees_those_and_only_those_of_which_it_was_said_beforehand() {
        assertThat(invoices(Condition.HELD))
                .as("found by their company before anything is posted")
                .allSatisfy(
                        document -> assertThat(document.keys().legalEntity()).isEqualTo("usmf"));
        fixed(new JsonObject().put("causeKey", cause("item-unknown", ofEach)).put("means", "A-1"), ofEach, 33);
        fixed(new JsonObject().put("causeKey", cause("unit-unknown", ofEach)).put("means", "ea"), ofEach, 36);

        String charge = cause("charge-unmapped", ofEach);
        restarted("charges: {D240: header FREIGHT, D500: header HANDLING}");
        fixed(new JsonObject().put("causeKey", charge), ofEach, 38);

        fixed(new JsonObject().put("causeKey", cause("price-differs", ofEach)).put("accept", true), ofEach, 39);

        String received = cause("received-less", ofEach);
        dynamics().receiveIn("usmf", "HR-1", 1, new BigDecimal("195"), "", "PR-HR-2");
        fixed(new JsonObject().put("causeKey", received), ofEach, 20);
        fixed(new JsonObject().put("causeKey", received).put("accept", true), 20, 20);

        nothingMoreIsPosted();
    }

    private HttpResponse<byte[]> put(JsonObject wish) {
        return http.send("PUT", "/api/v1/cross-references", DemoConfiguration.TOKEN, wish.encode());
    }

    private static JsonObject translation(String kind, String theirs, String ours) {
        return new JsonObject()
                .put("partner", "acme")
                .put("kind", kind)
                .put("theirs", theirs)
                .put("ours", ours);
    }

    @Test
    void a_translation_is_refused_that_names_what_dynamics_does_not_have_unless_it_is_wanted_unchecked() {
        HttpResponse<byte[]> item = put(translation("item", "VN:NEW-1", "A-77"));
        assertThat(item.statusCode()).isEqualTo(409);
        assertThat(Http.text(item)).contains("Item A-77 is not released in").contains("unchecked");
        HttpResponse<byte[]> unit = put(translation("unit", "BX", "eaa"));
        assertThat(unit.statusCode()).isEqualTo(409);
        assertThat(Http.text(unit)).contains("no unit of measure eaa");
        HttpResponse<byte[]> fix = http.post(
                "/api/v1/causes:fix",
                new JsonObject()
                        .put("causeKey", cause("unit-unknown", ofEach))
                        .put("means", "eaa")
                        .encode());
        assertThat(fix.statusCode()).isEqualTo(409);
        assertThat(Http.text(fix)).contains("no unit of measure eaa");
        JsonObject forecast = json(http.post(
                "/api/v1/causes:fix",
                new JsonObject()
                        .put("causeKey", cause("unit-unknown", ofEach))
                        .put("means", "eaa")
                        .put("forecast", true)
                        .encode()));
        assertThat(forecast.getString("against")).contains("no unit of measure eaa");

        // What would become of documents, without anything being entered.
        JsonObject effects = json(put(translation("unit", "BX", "ea").put("forecast", true)));
        assertThat(effects.getInteger("count")).isEqualTo(ofEach);
        assertThat(effects.getJsonArray("items").stream()
                        .map(one -> ((JsonObject) one).getString("verdict"))
                        .filter("posts"::equals))
                .hasSize(ofEach - 4);

        for (String method : List.of("GET", "POST")) {
            world.twin()
                    .faults()
                    .next(FaultPlan.System.DYNAMICS, method, "/data", DENIED)
                    .times(50);
        }
        HttpResponse<byte[]> untold = put(translation("unit", "BX", "ea"));
        assertThat(untold.statusCode()).isEqualTo(409);
        assertThat(Http.text(untold)).contains("F&O could not be asked").contains("Not today");
        world.twin().faults().clear();
        assertThat(json(http.get("/api/v1/cross-references")).getJsonArray("items"))
                .isEmpty();

        HttpResponse<byte[]> wanted =
                put(translation("item", "VN:NEW-1", "A-77").put("unchecked", true));
        assertThat(wanted.statusCode()).isEqualTo(201);
        String id = json(http.get("/api/v1/cross-references"))
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        assertThat(Http.text(http.get("/api/v1/documents/" + id + "/history"))).contains("without asking F&O");
        assertThat(put(translation("unit", "BX", "ea")).statusCode()).isEqualTo(201);
    }

    @Test
    void a_file_of_translations_is_checked_line_by_line_and_its_effect_is_told_beforehand(@TempDir Path folder)
            throws IOException {
        Path configuration = folder.resolve("ml-connector.yaml");
        Files.writeString(configuration, world.yaml());
        Path file = folder.resolve("words.csv");
        Files.writeString(
                file, "partner,kind,theirs,ours\nacme,unit,BX,ea\nacme,item,VN:NEW-1,A-77\nacme,item,VN:NEW-2,A-1\n");
        assertThat(execute("crossref", "import", file.toString(), "--config", configuration.toString()))
                .satisfies(told -> assertThat(told.code()).isEqualTo(ExitCode.FAILED))
                .satisfies(told -> assertThat(told.text()).contains("Line 3: item A-77 is not released in"));
        assertThat(json(http.get("/api/v1/cross-references")).getJsonArray("items"))
                .isEmpty();

        Files.writeString(file, "partner,kind,theirs,ours\nacme,unit,BX,ea\nacme,item,VN:NEW-1,A-1\n");
        Told preview =
                execute("crossref", "import", file.toString(), "--preview", "--config", configuration.toString());
        assertThat(preview.code()).isZero();
        assertThat(preview.text())
                .contains("Would be: 2 new")
                .contains(2 * ofEach + " documents stand still for these words.");
        assertThat(preview.text().lines().filter(line -> line.contains("creates")))
                .hasSize(ofEach - 7 + ofEach - 4);
        assertThat(json(http.get("/api/v1/cross-references")).getJsonArray("items"))
                .isEmpty();

        assertThat(execute("crossref", "import", file.toString(), "--config", configuration.toString())
                        .code())
                .isZero();
        assertThat(json(http.get("/api/v1/cross-references")).getJsonArray("items"))
                .hasSize(2);
    }

    private record Told(int code, String text) {}

    private static Told execute(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            return new Told(Main.execute(arguments), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private void nothingMoreIsPosted() {
        Set<String> references = dynamics().receivedInvoices().stream()
                .map(PendingInvoice::headerReference)
                .collect(Collectors.toSet());
        Map<String, String> before = states();
        assertThat(post(
                        "/api/v1/documents:replay",
                        new JsonObject()
                                .put("filter", new JsonObject().put("type", "810"))
                                .put("reason", "all once more")))
                .hasSize(5 * ofEach);
        settle();
        assertThat(dynamics().receivedInvoices())
                .extracting(PendingInvoice::headerReference)
                .containsExactlyInAnyOrderElementsOf(references);
        assertThat(states()).isEqualTo(before);
    }

    private Map<String, String> states() {
        return world.documents().stream()
                .filter(document -> document.type().equals("810"))
                .collect(Collectors.toMap(
                        document -> document.id().text(),
                        document -> document.condition() + " "
                                + document.reason().map(Problem::code).orElse(""),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
