package io.mlconnector.runtime.preview;

import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Previews;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.stored.ReceivedSet;
import io.mlconnector.runtime.http.entrance.RequestBody;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.ConnectionChoice;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.http.request.Routes;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What would be sent or written, and why; without any side effect. */
public final class PreviewsApi implements Routes {

    private final Engine looking;
    private final ConnectionChoice connections;

    /**
     * Over these connections.
     *
     * @param looking the engine for those who only look
     */
    public PreviewsApi(Engine looking, ConnectionChoice connections) {
        this.looking = looking;
        this.connections = connections;
    }

    @Override
    public void mount(ApiRouter router) {
        router.post("/api/v1/previews/orders", ApiRouter.NO_WORDS, this::order);
        router.post("/api/v1/previews/invoices", Set.of("connection"), this::invoices);
    }

    private void order(RoutingContext context) {
        Members body = Members.of(context, Set.of("connection", "legalEntity", "orderNumber"));
        String id = body.filled("connection").orElse("");
        LegalEntity legalEntity = body.legalEntity("legalEntity")
                .orElseThrow(() -> new BadRequest("legalEntity", "legalEntity must be given."));
        String orderNumber = body.text("orderNumber")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new BadRequest("orderNumber", "orderNumber must be given."));
        Connection connection = connections.one(id);
        Set<String> there = connection.orders().legalEntities().stream()
                .map(LegalEntity::id)
                .collect(Collectors.toSet());
        if (!there.contains(legalEntity.id())) {
            throw new BadRequest(
                    "legalEntity",
                    "legalEntity: there is no legal entity " + legalEntity.id() + " in connection " + connection.id()
                            + NearestWord.orAll(legalEntity.id(), there));
        }
        new Previews(looking, connection)
                .order(legalEntity, orderNumber)
                .onSuccess(order -> Answers.json(context, PreviewJson.of(order)))
                .onFailure(context::fail);
    }

    private void invoices(RoutingContext context) {
        Buffer body = RequestBody.of(context);
        Connection connection = connections.one(Query.text(context, "connection"));
        looking.loop()
                .beside(() -> looking.codec().decode(body.getBytes(), connection.readingRules()))
                .compose(file -> previewed(context, connection, file))
                .onSuccess(json -> Answers.json(context, json))
                .onFailure(context::fail);
    }

    /** One invoice after another: each costs F&O two requests, and documents do not wait for whoever only looks. */
    private Future<JsonObject> previewed(RoutingContext context, Connection connection, DecodedFile file) {
        JsonObject json = PreviewJson.of(file);
        Previews previews = new Previews(looking, connection);
        JsonArray sets = json.getJsonArray("sets");
        return OneAfterAnother.of(
                        IntStream.range(0, file.documents().size()).boxed().toList(),
                        at -> context.response().closed()
                                ? Future.succeededFuture()
                                : previewed(previews, file.documents().get(at), sets.getJsonObject(at)))
                .map(ignored -> json);
    }

    private static Future<Void> previewed(Previews previews, DecodedDocument document, JsonObject shown) {
        if (!document.usable() || !(document.content() instanceof Content.Invoice(VendorInvoice invoice))) {
            return Future.succeededFuture();
        }
        return previews.invoice(ReceivedSet.ofInvoice(document.reference(), invoice, document.problems()), invoice)
                .onSuccess(examination -> shown.put("outcome", PreviewJson.of(examination)))
                .mapEmpty();
    }
}
