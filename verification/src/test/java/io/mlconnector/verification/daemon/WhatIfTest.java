package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.runtime.cli.Main;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.BilledOrder;
import io.mlconnector.verification.support.Http;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another tolerance would change about stored invoices. */
class WhatIfTest {

    private static final Duration MOST = Duration.ofSeconds(40);

    @Test
    void another_tolerance_is_tried_on_what_is_held_and_on_what_passed_and_changes_nothing(@TempDir Path folder)
            throws IOException {
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
            onTheCommandLine(world, folder);
            assertThat(states(world)).isEqualTo(before);
            Http http = new Http(world.port());
            assertThat(http.post("/api/v1/documents:what-if", wish("nobody", "price", "1%"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(http.post("/api/v1/documents:what-if", wish("acme", "price", "much"))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static void onTheCommandLine(World world, Path folder) throws IOException {
        Path configuration = Files.writeString(folder.resolve("ml-connector.yaml"), world.yaml());
        Printed wider = command(configuration, "--partner", "acme", "--check", "unit-price", "--tolerance", "3%");
        assertThat(wider.code()).as(wider.out() + wider.err()).isZero();
        assertThat(wider.out())
                .contains("1 would pass that are held now: 103.00", "largest line: 103.00, line 1 of invoice INV-THREE")
                .contains("0 would be held that passed", "2 stay as they are judged now, ")
                .doesNotContain("INV-FIVE");
        Printed json = command(configuration, "--partner", "acme", "--check", "price", "--tolerance", "0", "--json");
        assertThat(numbers(new JsonObject(json.out()), "stopped")).containsExactly("INV-PASSES");

        Printed nobody = command(configuration, "--partner", "nobody", "--check", "price", "--tolerance", "1%");
        assertThat(nobody.code()).isNotZero();
        assertThat(nobody.err()).contains("There is no partner nobody", "there are acme, globex, initech");
        Printed near = command(configuration, "--partner", "acm", "--check", "price", "--tolerance", "1%");
        assertThat(near.code()).isEqualTo(2);
        assertThat(near.err()).contains("did you mean acme?");
        Printed elsewhere = command(
                configuration, "--partner", "acme", "--legal-entity", "usfm", "--check", "price", "--tolerance", "1%");
        assertThat(elsewhere.code()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("did you mean usmf?");
        Printed much = command(configuration, "--partner", "acme", "--check", "price", "--tolerance", "much");
        assertThat(much.code()).isNotZero();
        assertThat(much.err()).contains("much");
    }

    /** What a command printed, and how it ended. */
    private record Printed(int code, String out, String err) {}

    private static Printed command(Path configuration, String... more) {
        List<String> arguments = new ArrayList<>(List.of("documents", "what-if", "-c", configuration.toString()));
        arguments.addAll(List.of(more));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int code = Main.execute(arguments.toArray(String[]::new));
            return new Printed(
                    code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
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
