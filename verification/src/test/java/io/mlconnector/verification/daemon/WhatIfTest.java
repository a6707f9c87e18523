package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another tolerance would change about stored invoices. */
class WhatIfTest {

    private static final Duration MOST = Duration.ofSeconds(40);

    @Test
    void another_tolerance_is_tried_on_what_is_held_and_on_what_passed_and_changes_nothing(@TempDir Path folder) {
        try (World world = new World("whatif", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            order(world);
            send(world, 1, "acme", big("INV-PASSES"), "10.10", "10100");
            send(world, 2, "acme", big("INV-THREE"), "10.30", "10300");
            send(world, 3, "acme", big("INV-FIVE"), "10.50", "10500");
            send(world, 4, "acme", "BIG*20260311*INV-TYPO*20260302*PO-TYPO***DI", "10.30", "10300");
            Awaiting.until(
                    "all were judged",
                    MOST,
                    () -> world.documents().stream()
                                    .filter(document -> document.type().equals("810")
                                            && document.condition().settled())
                                    .count()
                            == 4);
            List<String> before = states(world);

            JsonObject wider = tried(world, "unit-price", "3%");
            assertThat(numbers(wider, "freed")).containsExactly("INV-THREE");
            assertThat(wider.getJsonObject("freed").getJsonObject("amounts"))
                    .isEqualTo(new JsonObject().put("", "103.00"));
            assertThat(wider.getJsonObject("freed").getJsonObject("largestLine").getString("amount"))
                    .isEqualTo("103.00");
            assertThat(numbers(wider, "stopped")).isEmpty();
            assertThat(wider.getInteger("unchanged")).isEqualTo(2);

            JsonObject narrower = tried(world, "price", "0");
            assertThat(numbers(narrower, "freed")).isEmpty();
            assertThat(numbers(narrower, "stopped")).containsExactly("INV-PASSES");

            assertThat(numbers(tried(world, "quantity", "100%"), "freed"))
                    .as("of another check")
                    .isEmpty();
            assertThat(states(world)).isEqualTo(before);
            Http http = new Http(world.port());
            assertThat(http.post("/api/v1/documents:what-if", wish("nobody", "price", "1%"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(http.post("/api/v1/documents:what-if", wish("acme", "price", "much"))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static String big(String number) {
        return "BIG*20260311*" + number + "*20260302*PO-7***DI";
    }

    private static String wish(String partner, String check, String tolerance) {
        return new JsonObject()
                .put("partner", partner)
                .put("check", check)
                .put("tolerance", tolerance)
                .encode();
    }

    private static JsonObject tried(World world, String check, String tolerance) {
        HttpResponse<byte[]> answer =
                new Http(world.port()).post("/api/v1/documents:what-if", wish("acme", check, tolerance));
        assertThat(answer.statusCode()).as(Http.text(answer)).isEqualTo(200);
        return Http.json(answer);
    }

    private static List<String> numbers(JsonObject result, String part) {
        return result.getJsonObject(part).getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("invoiceNumber"))
                .toList();
    }

    private static List<String> states(World world) {
        return world.documents().stream()
                .map(document -> document.id() + " " + document.state() + " "
                        + world.history(document).size())
                .sorted()
                .toList();
    }

    private static void order(World world) {
        world.twin()
                .dynamics()
                .masterData()
                .addProduct(new Product("usmf", "A-1", "A-1", "ea", BigDecimal.TEN, BigDecimal.ONE));
        world.twin()
                .dynamics()
                .addPurchaseOrder(PurchaseOrder.withoutCharges(
                        "usmf",
                        "PO-7",
                        "1001",
                        "USD",
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 20),
                        List.of(PurchaseOrderLine.of(1, "A-1", "A-1", "100", "ea", "10.00")),
                        Map.of()));
        world.twin().dynamics().receiveIn("usmf", "PO-7", 1, new BigDecimal("100"), "", "PR-7");
    }

    private static void send(World world, int number, String to, String big, String price, String total) {
        Partner partner = world.twin().scenario().partner(to).orElseThrow();
        boolean newer = partner.version().equals("005010");
        String control = String.format(Locale.ROOT, "%09d", 910_000 + number);
        String text = "ISA*00*          *00*          *" + partner.them().qualifier() + "*"
                + String.format("%-15s", partner.them().id()) + "*"
                + partner.us().qualifier() + "*"
                + String.format("%-15s", partner.us().id()) + "*260311*0800*" + (newer ? "^*00501" : "U*00401") + "*"
                + control + "*0*P*>~GS*IN*" + partner.them().group() + "*"
                + partner.us().group() + "*20260311*0800*"
                + number + "*X*" + partner.version() + "~ST*810*0001~" + big + "~IT1*1*10*EA*" + price
                + "**BP*A-1~TDS*" + total + "~CTT*1~SE*6*0001~GE*1*" + number + "~IEA*1*" + control + "~";
        world.twin().put(partner.downloadFolder(), "tried-" + number + ".edi", Buffer.buffer(text));
    }
}
