package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of legal entities (reference dynamics, section 4.6), each read once: they hardly ever change, and a restart reads them anew. An
 * order does not wait for a name: where it cannot be read, the name is empty, and it is read again with the next order.
 */
public final class CompanyNames {

    private final ODataClient client;
    private final Map<LegalEntity, String> known = new ConcurrentHashMap<>();

    /** Reads through this client. */
    public CompanyNames(ODataClient client) {
        this.client = client;
    }

    /** The name; empty if F&O does not show it. */
    public Future<String> of(LegalEntity legalEntity) {
        String name = known.get(legalEntity);
        return name != null
                ? Future.succeededFuture(name)
                : client.first(Query.of(EntitySet.LEGAL_ENTITIES).where("LegalEntityId", legalEntity.id()))
                        .map(outcome -> remembered(legalEntity, outcome));
    }

    private String remembered(LegalEntity legalEntity, Outcome<Optional<JsonNode>> outcome) {
        if (!(outcome instanceof Outcome.Done<Optional<JsonNode>>(Optional<JsonNode> row))) {
            return "";
        }
        String name = row.map(found -> new Row(found).text("Name")).orElse("");
        known.put(legalEntity, name);
        return name;
    }
}
