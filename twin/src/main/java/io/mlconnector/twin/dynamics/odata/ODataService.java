package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.PublicEntities;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Rights;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Rules;
import io.mlconnector.twin.dynamics.entity.Tables;
import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Json;
import io.mlconnector.twin.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /data/}, one at a time; a batch is made of these. */
public final class ODataService {

    private final DynamicsBehaviour behaviour;
    private final Tables tables;
    private final Reads reads;
    private final Map<String, Rules> rules;
    private final Rights rights;
    private final PublicEntities metadata;

    public ODataService(
            DynamicsBehaviour behaviour,
            Tables tables,
            Rights rights,
            PublicEntities metadata,
            Map<String, Rules> rules) {
        this.metadata = metadata;
        this.rights = rights;
        this.behaviour = behaviour;
        this.tables = tables;
        this.reads = new Reads(behaviour, tables, metadata);
        this.rules = Map.copyOf(rules);
    }

    /** Executes one operation; a rejection becomes a response. */
    public Reply answer(Call call, String pathBelowData) {
        try {
            return carryOut(call, pathBelowData);
        } catch (Refusal refusal) {
            return refusal.reply(behaviour.validationStatus());
        }
    }

    private Reply carryOut(Call call, String pathBelowData) {
        Address address = Address.parse(pathBelowData);
        rights.check(address.set());
        return switch (call.method()) {
            case "GET" -> reads.answer(address, call);
            case "POST" -> create(address, call);
            case "PATCH", "PUT" -> update(address, call);
            case "DELETE" -> delete(address, call);
            default ->
                throw Refusal.notAllowed(
                        "The requested resource does not support http method '" + call.method() + "'.");
        };
    }

    private Reply create(Address address, Call call) {
        EntitySet set = address.set();
        if (address.key() != null || !address.rest().isEmpty()) {
            throw Refusal.noRoute(call.origin() + call.rawPath());
        }
        refuseReadOnly(set);
        Map<String, Object> given = new LinkedHashMap<>(Values.read(set, body(call)));
        metadata.refuse(set, given.keySet());
        if (set.perCompany()) {
            String company = given.getOrDefault("dataAreaId", "").toString();
            given.put("dataAreaId", company.isEmpty() ? behaviour.defaultCompany() : known(set, company));
        }
        Row row = tables.insert(set, rules(set).insert(set, given));
        return reads.created(row, call);
    }

    private Reply update(Address address, Call call) {
        refuseReadOnly(address.set());
        Row row = reads.row(address, call);
        refuseStale(row, call);
        Map<String, Object> changes = Values.read(address.set(), body(call));
        metadata.refuse(address.set(), changes.keySet());
        for (String key : address.set().key()) {
            Object value = changes.get(key);
            if (value != null && !Row.keyPart(value).equals(Row.keyPart(row.value(key)))) {
                throw Refusal.field(address.set(), key, "Error: Field '" + key + "' cannot be changed");
            }
        }
        tables.update(row, rules(address.set()).update(row, changes));
        return Reply.empty(204).with("OData-Version", "4.0");
    }

    private Reply delete(Address address, Call call) {
        refuseReadOnly(address.set());
        Row row = reads.row(address, call);
        refuseStale(row, call);
        rules(address.set()).delete(row);
        tables.delete(row);
        return Reply.empty(204).with("OData-Version", "4.0");
    }

    /** The company as it is written in the legal entity's own record. */
    private String known(EntitySet set, String company) {
        Row entity = tables.find(EntitySets.LEGAL_ENTITIES, company);
        if (entity == null) {
            throw Refusal.write(set, "Infolog: Error: Company " + company + " does not exist..");
        }
        return entity.text("LegalEntityId");
    }

    private static void refuseReadOnly(EntitySet set) {
        if (set.readOnly()) {
            throw Refusal.write(set, "The entity " + set.aotName() + " is read-only.");
        }
    }

    private static void refuseStale(Row row, Call call) {
        String wanted = call.header("If-Match");
        if (!wanted.isEmpty() && !wanted.equals("*") && !wanted.equals(row.etag())) {
            throw Refusal.staleEtag();
        }
    }

    private static Map<String, @Nullable Object> body(Call call) {
        Map<String, @Nullable Object> body = Json.readObject(call.body());
        if (body == null) {
            throw Refusal.badBody("An unexpected token was found when reading the JSON content of the request.");
        }
        return body;
    }

    private Rules rules(EntitySet set) {
        return rules.getOrDefault(set.name(), Rules.NONE);
    }
}
