package io.mlconnector.verification.demo;

import io.mlconnector.twin.scenario.Item;
import io.mlconnector.twin.scenario.Scenario;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people do during a demo, over the interface as they would: so that it is not the first day of everything. */
final class DemoOperator {

    private static final long SECONDS = 30;

    private final Vertx vertx;
    private final HttpClient client;
    private final String address;
    private final Scenario scenario;

    /**
     * One who is not yet at work.
     *
     * @param address of the interface
     */
    DemoOperator(Vertx vertx, String address, Scenario scenario) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
        this.address = address;
        this.scenario = scenario;
    }

    /** Enters translations at once, and looks after what stands still a little later. */
    void begin() {
        scenario.items().stream()
                .filter(item -> item.partner().equals("globex"))
                .limit(2)
                .forEach(this::renamed);
        vertx.setTimer(20_000, ignored -> lookAfter("price-differs", "Ana", "Asked the buyer which price was agreed."));
        vertx.setTimer(
                24_000,
                ignored -> first(
                        "price-differs",
                        path -> ask(
                                HttpMethod.POST,
                                path + "/advise",
                                new JsonObject()
                                        .put("code", "012")
                                        .put("text", "The order has another price. Please correct the invoice."))));
        vertx.setTimer(
                22_000, ignored -> lookAfter("partner-unknown", "Luis", "Nobody in purchasing knows this sender."));
    }

    /** The vendor's numbers before it renamed its items; old invoices still have them. */
    private void renamed(Item item) {
        ask(
                HttpMethod.PUT,
                "/api/v1/cross-references",
                new JsonObject()
                        .put("partner", item.partner())
                        .put("kind", "item")
                        .put("theirs", "VN:OLD-" + item.vendorNumber())
                        .put("ours", item.number())
                        .put("unchecked", true)
                        .put("reason", "The vendor's number until it renamed its items."));
    }

    private void lookAfter(String code, String who, String comment) {
        first(
                code,
                path -> ask(HttpMethod.POST, path + "/assign", new JsonObject().put("to", who))
                        .onSuccess(ignored ->
                                ask(HttpMethod.POST, path + "/comment", new JsonObject().put("text", comment))));
    }

    /** With the first document that stands still for it. */
    private void first(String code, Consumer<String> what) {
        ask(HttpMethod.GET, "/api/v1/documents?condition=held&limit=100", null)
                .onSuccess(page -> page.getJsonArray("items", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .filter(document -> document.getJsonObject("reason", new JsonObject())
                                .getString("causeKey", "")
                                .startsWith(code + ":"))
                        .findFirst()
                        .map(document -> "/api/v1/documents/" + document.getString("id"))
                        .ifPresent(what));
    }

    private Future<JsonObject> ask(HttpMethod method, String path, @Nullable JsonObject body) {
        return client.request(new RequestOptions().setMethod(method).setAbsoluteURI(address + path))
                .compose(request -> {
                    request.putHeader("Authorization", "Bearer " + DemoConfiguration.TOKEN);
                    return body == null
                            ? request.send()
                            : request.putHeader("Content-Type", "application/json")
                                    .send(body.toBuffer());
                })
                .compose(response -> response.body().map(bytes -> new JsonObject(bytes)))
                .timeout(SECONDS, TimeUnit.SECONDS);
    }
}
