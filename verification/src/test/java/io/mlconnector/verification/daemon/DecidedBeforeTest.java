package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.runtime.cli.Main;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people did about a cause, and what is at stake in its documents, stands in the list of causes. */
class DecidedBeforeTest {

    private static final Duration MOST = Duration.ofMinutes(1);

    @SuppressWarnings("NullAway.Init") // before each test
    private World world;

    @SuppressWarnings("NullAway.Init") // before each test
    private Http http;

    private Path configuration = Path.of("");

    @BeforeEach
    void nothing_came_yet(@TempDir Path folder) throws IOException {
        world = new World("decided", folder, TwinOptions.demo(42), yaml -> yaml).start();
        http = new Http(world.port());
        configuration = Files.writeString(folder.resolve("ml-connector.yaml"), world.yaml());
        world.twin()
                .dynamics()
                .masterData()
                .addProduct(new Product("usmf", "A-1", "A-1", "ea", BigDecimal.TEN, BigDecimal.ONE));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void order(String number, String unit) {
        world.twin()
                .dynamics()
                .addPurchaseOrder(PurchaseOrder.withoutCharges(
                        "usmf",
                        number,
                        "1001",
                        "USD",
                        LocalDate.of(2026, 2, 2),
                        LocalDate.of(2026, 2, 20),
                        List.of(PurchaseOrderLine.of(1, "A-1", "A-1", "10", unit, "10.00")),
                        Map.of()));
    }

    /** Ten at 10.00 and handling of 5.00, of which nothing says where it goes. */
    private void invoice(int index) {
        order("DB-" + index, "ea");
        world.twin().dynamics().receiveIn("usmf", "DB-" + index, 1, BigDecimal.TEN, "", "PR-" + index);
        Partner partner = world.twin().scenario().partner("acme").orElseThrow();
        String control = String.format("%09d", 810_000 + index);
        List<String> segments = List.of(
                "ISA*00*          *00*          *" + partner.them().qualifier() + "*"
                        + String.format("%-15s", partner.them().id()) + "*"
                        + partner.us().qualifier() + "*"
                        + String.format("%-15s", partner.us().id()) + "*260311*0800*U*00401*" + control + "*0*P*>",
                "GS*IN*" + partner.them().group() + "*" + partner.us().group() + "*20260311*0800*" + (810 + index)
                        + "*X*004010",
                "ST*810*0001",
                "BIG*2026031" + index + "*DB" + index + "Q*20260202*DB-" + index + "***DI",
                "IT1*1*10*EA*10**BP*A-1",
                "TDS*10500",
                "SAC*C*D500***500",
                "CTT*1",
                "SE*7*0001",
                "GE*1*" + (810 + index),
                "IEA*1*" + control);
        world.twin()
                .put(
                        partner.downloadFolder(),
                        "decided-" + index + ".edi",
                        Buffer.buffer(String.join("~\n", segments).concat("~").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private List<DocumentRecord> invoices(Condition condition) {
        return world.documents().stream()
                .filter(document -> document.type().equals("810") && document.condition() == condition)
                .toList();
    }

    private List<JsonObject> causes(String query) {
        HttpResponse<byte[]> answer = http.get("/api/v1/causes" + query);
        assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(200);
        return Http.json(answer).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private JsonArray suggestions() {
        return causes("?partner=acme").stream()
                .filter(cause -> cause.getString("causeKey").equals("charge-unmapped:acme:D500"))
                .findFirst()
                .orElseThrow()
                .getJsonArray("suggestions");
    }

    private void released(int count) {
        invoices(Condition.HELD).stream()
                .limit(count)
                .forEach(document -> assertThat(http.post("/api/v1/documents/" + document.id() + "/release", "{}")
                                .statusCode())
                        .isBetween(200, 204));
    }

    @Test
    void what_people_released_again_and_again_is_suggested_for_the_next_of_the_same_partner() {
        for (int i = 1; i <= 5; i++) {
            invoice(i);
        }
        Awaiting.until("all are held", MOST, () -> invoices(Condition.HELD).size() == 5);
        assertThat(suggestions()).isEmpty();

        released(2);
        Awaiting.until("two are posted", MOST, () -> invoices(Condition.DONE).size() == 2);
        assertThat(suggestions()).as("two are no habit").isEmpty();

        released(1);
        Awaiting.until("three are posted", MOST, () -> invoices(Condition.DONE).size() == 3);
        assertThat(suggestions()).hasSize(1);
        JsonObject suggested = suggestions().getJsonObject(0);
        assertThat(suggested.getString("way")).isEqualTo("accept");
        assertThat(suggested.getValue("means")).isNull();
        assertThat(suggested.getInteger("count")).isEqualTo(3);
        assertThat(suggested.getString("evidence"))
                .startsWith("The last 3 documents with this cause were released by people; the last one by ");

        assertThat(causes("?partner=globex")).isEmpty();
        assertThat(http.get("/api/v1/causes?partners=acme").statusCode()).isEqualTo(400);

        assertThat(command("--partner", "acme"))
                .containsPattern("(?m)^ +2 .* 210\\.00 +charge-unmapped:acme:D500$")
                .contains("perhaps --accept: The last 3 documents with this cause were released by people");
        assertThat(command("--partner", "globex")).isEmpty();
    }

    @Test
    void a_held_order_has_its_money_among_the_causes() {
        order("DB-HELD", "furlong");
        world.twin().dynamics().confirm("usmf", "DB-HELD");
        Awaiting.until(
                "it is held",
                MOST,
                () -> world.documents().stream()
                        .anyMatch(document -> document.keys().orderNumber().equals("DB-HELD")
                                && document.condition() == Condition.HELD));
        JsonObject cause = causes("").stream()
                .filter(one -> one.getString("code").equals("unit-unknown"))
                .findFirst()
                .orElseThrow();
        assertThat(cause.getJsonArray("amounts"))
                .containsExactly(new JsonObject().put("currency", "USD").put("amount", "100.00"));
    }

    private String command(String... more) {
        List<String> arguments = new ArrayList<>(List.of("documents", "causes", "-c", configuration.toString()));
        arguments.addAll(List.of(more));
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(arguments.toArray(String[]::new))).isZero();
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
        }
    }
}
