package io.mlconnector.twin;

import io.mlconnector.twin.dynamics.Dynamics;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.Vendor;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Starts twins and calls them over HTTP. */
abstract class TwinTest {

    protected final Vertx vertx = Vertx.vertx();
    protected final WebClient http = WebClient.create(vertx);
    private final List<Twin> started = new ArrayList<>();
    private @Nullable String dynamicsToken;
    private @Nullable String cleoToken;

    @AfterEach
    void stopAll() {
        started.forEach(twin -> await(twin.stop()));
        await(vertx.close());
    }

    protected Twin start(TwinOptions options) {
        Twin twin = await(Twin.start(vertx, options));
        started.add(twin);
        return twin;
    }

    /** To be called before speaking with another twin. */
    protected void forgetTokens() {
        dynamicsToken = null;
        cleoToken = null;
    }

    protected static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until something is so, looking every few milliseconds. */
    protected void until(BooleanSupplier condition) {
        Promise<Void> promise = Promise.promise();
        vertx.setPeriodic(5, id -> {
            if (condition.getAsBoolean()) {
                // First of all: a timer that fires before it is wholly set cannot be cancelled.
                promise.tryComplete();
                vertx.cancelTimer(id);
            }
        });
        await(promise.future());
    }

    protected HttpResponse<Buffer> token(Twin twin, Map<String, String> form) {
        return await(http.postAbs(twin.tokenUrl())
                .sendForm(MultiMap.caseInsensitiveMultiMap().addAll(form)));
    }

    protected Map<String, String> goodForm(Twin twin) {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                twin.options().dynamics().clientId(),
                "client_secret",
                twin.options().dynamics().clientSecret(),
                "scope",
                twin.environmentUrl() + "/.default");
    }

    protected HttpRequest<Buffer> data(Twin twin, HttpMethod method, String pathAndQuery) {
        if (dynamicsToken == null) {
            dynamicsToken = token(twin, goodForm(twin)).bodyAsJsonObject().getString("access_token");
        }
        return http.requestAbs(method, twin.environmentUrl() + "/data/" + pathAndQuery)
                .bearerTokenAuthentication(dynamicsToken);
    }

    protected HttpResponse<Buffer> get(Twin twin, String pathAndQuery) {
        return await(data(twin, HttpMethod.GET, pathAndQuery).send());
    }

    protected HttpResponse<Buffer> post(Twin twin, String path, JsonObject body) {
        return await(data(twin, HttpMethod.POST, path).sendJsonObject(body));
    }

    protected HttpResponse<Buffer> filter(Twin twin, String set, String filter) {
        return get(twin, set + "?cross-company=true&$filter=" + encode(filter));
    }

    protected static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    protected HttpRequest<Buffer> cleo(Twin twin, HttpMethod method, String path) {
        if (cleoToken == null) {
            cleoToken = login(twin, twin.options().cleo().password())
                    .bodyAsJsonObject()
                    .getString("access_token");
        }
        String base = "http://127.0.0.1:" + twin.cleoPort();
        return http.requestAbs(method, base + path).bearerTokenAuthentication(cleoToken);
    }

    protected HttpResponse<Buffer> login(Twin twin, String password) {
        return await(http.postAbs(twin.cleoBaseUrl() + "/authentication")
                .sendForm(MultiMap.caseInsensitiveMultiMap()
                        .add("grant_type", "password")
                        .add("username", twin.options().cleo().username())
                        .add("password", password)));
    }

    protected HttpResponse<Buffer> upload(Twin twin, String folder, String name, Buffer content) {
        String path = "/api/folders/" + twin.cleo().folder(folder) + "/children";
        return await(cleo(twin, HttpMethod.POST, path)
                .putHeader("Content-Type", "application/octet-stream")
                .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .sendBuffer(content));
    }

    /** Two companies, a vendor in each, two items, and orders with the given numbers in the first company. */
    protected static void fill(Dynamics dynamics, String... orderNumbers) {
        for (String company : List.of("usmf", "gbsi")) {
            dynamics.masterData().addLegalEntity(company, "Contoso " + company);
            dynamics.masterData().addVendor(new Vendor(company, "1001", "Acme Foods", "USD"));
            dynamics.masterData()
                    .addProduct(new Product(company, "A-1", "Apples", "kg", new BigDecimal("1.20"), BigDecimal.ONE));
            dynamics.masterData()
                    .addProduct(new Product(company, "B-2", "Bolts", "pcs", BigDecimal.TWO, new BigDecimal(100)));
        }
        for (String number : orderNumbers) {
            dynamics.addPurchaseOrder(order("usmf", number));
        }
    }

    protected static PurchaseOrder order(String company, String number) {
        return PurchaseOrder.withoutCharges(
                company,
                number,
                "1001",
                "USD",
                LocalDate.of(2026, 11, 3),
                LocalDate.of(2026, 11, 17),
                List.of(
                        PurchaseOrderLine.of(1, "A-1", "Apples", "10.5", "kg", "1.20"),
                        PurchaseOrderLine.of(2, "B-2", "Bolts", "2500", "pcs", "2")
                                .pricedPer(100)),
                Map.of("VendorOrderReference", "it's " + number));
    }
}
