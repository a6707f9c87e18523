package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.entity.Property;
import io.mlconnector.twin.dynamics.entity.PublicEntities;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows rows as JSON objects. */
final class RowView {

    private final DynamicsBehaviour behaviour;
    private final Tables tables;
    private final PublicEntities metadata;

    RowView(DynamicsBehaviour behaviour, Tables tables, PublicEntities metadata) {
        this.metadata = metadata;
        this.behaviour = behaviour;
        this.tables = tables;
    }

    Map<String, @Nullable Object> show(Row row, @Nullable List<String> selected, List<Expand> expansions) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("@odata.etag", row.etag());
        for (Property property : row.set().properties().values()) {
            if ((selected != null && !selected.contains(property.name()))
                    || !metadata.shows(row.set(), property.name())) {
                continue;
            }
            Object value = row.value(property.name());
            if (behaviour.omitOptional() && withoutValue(row, property, value)) {
                continue;
            }
            shown.put(property.name(), Values.write(property, value));
        }
        if (behaviour.unknownMembers() && selected == null) {
            shown.put("ContosoExtensionField", "extension");
            shown.put("ContosoExtensionNumber", 42);
            shown.put("ContosoExtensionFlag", null);
        }
        for (Expand expand : expansions) {
            List<Object> inner = new ArrayList<>();
            for (Row row2 : expand.rows(tables, row)) {
                inner.add(show(row2, expand.selected(), List.of()));
            }
            shown.put(
                    expand.navigation().name(),
                    expand.isCollection() ? inner : inner.isEmpty() ? null : inner.getFirst());
        }
        return shown;
    }

    private static boolean withoutValue(Row row, Property property, Object value) {
        boolean empty = value.equals("") || (property.type().temporal() && value.equals(property.defaultValue()));
        return empty && !row.set().key().contains(property.name());
    }
}
