package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.entity.EdmType;
import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Property;
import io.mlconnector.twin.dynamics.entity.PublicEntities;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Tables;
import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers GET: collections page by page, rows by key, counts, and navigation properties of a row. */
final class Reads {

    private final DynamicsBehaviour behaviour;
    private final Tables tables;
    private final RowView view;
    private final PublicEntities metadata;

    Reads(DynamicsBehaviour behaviour, Tables tables, PublicEntities metadata) {
        this.metadata = metadata;
        this.behaviour = behaviour;
        this.tables = tables;
        this.view = new RowView(behaviour, tables, metadata);
    }

    Reply answer(Address address, Call call) {
        if (address.key() != null) {
            return single(address, call);
        }
        if (address.rest().isEmpty()) {
            return collection(address.set(), call, row -> true);
        }
        if (address.rest().equals(List.of("$count"))) {
            return Reply.text(
                    200,
                    "text/plain",
                    String.valueOf(matching(address.set(), call, row -> true).size()));
        }
        throw Refusal.noSuchSegment(address.rest().getFirst());
    }

    private Reply single(Address address, Call call) {
        Row row = row(address, call);
        Query query = new Query(address.set(), call);
        if (address.rest().isEmpty()) {
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("@odata.context", context(call, address.set().name() + "/$entity"));
            body.putAll(view.show(row, query.selected(), query.expansions()));
            return odata(200, body).with("ETag", row.etag());
        }
        String segment = address.rest().getFirst();
        EntitySet.Expansion navigation = address.set().expansions().get(segment);
        if (navigation != null) {
            EntitySet target = EntitySets.get(navigation.target());
            return collection(
                    target, call, other -> navigation.on().stream().allMatch(name -> other.is(name, row.text(name))));
        }
        Property property = address.set().property(segment);
        if (property == null) {
            throw Refusal.noSuchSegment(segment);
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", context(call, address.set().name() + "/" + segment));
        body.put("value", Values.write(property, row.value(segment)));
        return odata(200, body);
    }

    /** The row an address points at; a row of another company than the default is not visible without cross-company. */
    Row row(Address address, Call call) {
        List<String> key = address.key();
        String company = address.company();
        boolean hidden = company != null
                && !company.equalsIgnoreCase(behaviour.defaultCompany())
                && !new Query(address.set(), call).crossCompany();
        Row row = key == null || hidden ? null : tables.find(address.set().name(), key);
        if (row == null) {
            throw Refusal.notFound();
        }
        return row;
    }

    Reply created(Row row, Call call) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", context(call, row.set().name() + "/$entity"));
        body.putAll(view.show(row, null, List.of()));
        return odata(201, body)
                .with("ETag", row.etag())
                .with("Location", call.origin() + "/data/" + row.set().name() + "(" + keyText(row) + ")");
    }

    private Reply collection(EntitySet set, Call call, Predicate<Row> among) {
        Query query = new Query(set, call);
        List<Row> rows = matching(set, call, among);
        int from = Math.min(query.skip(), rows.size());
        int wanted = Math.min(query.top(), rows.size() - from);
        int taken = Math.min(wanted, behaviour.maxPageSize());
        List<String> selected = query.selected();
        refuseHidden(set, selected);
        List<Expand> expansions = query.expansions();
        List<Object> shown = new ArrayList<>();
        for (Row row : rows.subList(from, from + taken)) {
            shown.add(view.show(row, selected, expansions));
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", context(call, set.name()));
        if (query.counted()) {
            body.put("@odata.count", rows.size());
        }
        body.put("value", shown);
        if (taken < wanted) {
            String host = behaviour.nextLinkHost() == null ? call.origin() : behaviour.nextLinkHost();
            body.put("@odata.nextLink", host + call.rawPath() + query.nextPage(from + taken, taken));
        }
        return odata(200, body);
    }

    private void refuseHidden(EntitySet set, @Nullable List<String> selected) {
        if (selected != null) {
            for (String name : selected) {
                if (!metadata.shows(set, name)) {
                    throw Refusal.badQuery("Could not find a property named '" + name + "' on type '"
                            + Property.ENUM_NAMESPACE + set.typeName() + "'.");
                }
            }
        }
    }

    private List<Row> matching(EntitySet set, Call call, Predicate<Row> among) {
        Query query = new Query(set, call);
        Predicate<Row> visible = !set.perCompany() || query.crossCompany()
                ? row -> true
                : row -> row.is("dataAreaId", behaviour.defaultCompany());
        List<Row> rows = tables.where(set.name(), visible.and(among).and(query.filter()));
        Comparator<Row> order = query.order();
        return order == null ? rows : rows.stream().sorted(order).toList();
    }

    private static Reply odata(int status, Object body) {
        return Reply.json(status, body)
                .with("Content-Type", "application/json; odata.metadata=minimal")
                .with("OData-Version", "4.0");
    }

    private static String context(Call call, String what) {
        return call.origin() + "/data/$metadata#" + what;
    }

    private static String keyText(Row row) {
        StringBuilder text = new StringBuilder();
        for (String name : row.set().key()) {
            Property property = row.set().properties().get(name);
            Object value = row.value(name);
            String literal = property != null && property.type() == EdmType.STRING
                    ? "'" + value.toString().replace("'", "''") + "'"
                    : String.valueOf(property == null ? value : Values.write(property, value));
            text.append(text.isEmpty() ? "" : ",").append(name).append('=').append(literal);
        }
        return text.toString().replace(" ", "%20");
    }
}
