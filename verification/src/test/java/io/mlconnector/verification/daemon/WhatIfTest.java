package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.BilledOrder;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another tolerance would change about stored invoices. */
class WhatIfTest {

    private static final Duration MOST = Duration.ofSeconds(40);

    @Test
    void another_tolerance_is_tried_on_what_is_held_and_on_what_passed_and_changes_nothing(@TempDir Path folder) {
        try (World world = new World("whatif", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            BilledOrder order = BilledOrder.of(world, 100);
            order.bill(1, "acme", big("INV-PASSES"), "10.10", "10100");
            order.bill(2, "acme", big("INV-THREE"), "10.30", "10300");
            order.bill(3, "acme", big("INV-FIVE"), "10.50", "10500");
            order.bill(4, "acme", "BIG*20260311*INV-TYPO*20260302*PO-TYPO***DI", "10.30", "10300");
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
}
