package io.mlconnector.twin.dynamics.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All rows, with transactions: a snapshot for rollback. Guarded by its owner. */
public final class Tables {

    /** Record ids of a table partition begin here. */
    public static final long FIRST_REC_ID = 5_637_144_576L;

    private final Map<String, Map<List<String>, Row>> tables = new LinkedHashMap<>();
    private long nextRecId = FIRST_REC_ID;

    public Tables() {
        for (EntitySet set : EntitySets.all()) {
            tables.put(set.name(), new LinkedHashMap<>());
        }
    }

    /** The current state; rows are immutable, so copying the tables is enough. */
    public Map<String, Map<List<String>, Row>> snapshot() {
        Map<String, Map<List<String>, Row>> copy = new LinkedHashMap<>();
        tables.forEach((name, rows) -> copy.put(name, new LinkedHashMap<>(rows)));
        return copy;
    }

    public void restore(Map<String, Map<List<String>, Row>> snapshot) {
        snapshot.forEach((name, rows) -> {
            Map<List<String>, Row> table = table(name);
            table.clear();
            table.putAll(rows);
        });
    }

    public Row insert(EntitySet set, Map<String, Object> values) {
        Row row = Row.of(set, nextRecId++, values);
        Map<List<String>, Row> table = table(set.name());
        if (table.containsKey(row.key())) {
            throw Refusal.alreadyExists(row);
        }
        table.put(row.key(), row);
        return row;
    }

    public Row insert(String set, Map<String, Object> values) {
        return insert(EntitySets.get(set), values);
    }

    public Row update(Row row, Map<String, Object> changes) {
        Row changed = row.with(changes);
        table(row.set().name()).put(changed.key(), changed);
        return changed;
    }

    public void delete(Row row) {
        table(row.set().name()).remove(row.key());
    }

    public @Nullable Row find(String set, Object... keyParts) {
        List<String> key = new ArrayList<>();
        for (Object part : keyParts) {
            key.add(Row.keyPart(part));
        }
        return table(set).get(key);
    }

    public @Nullable Row find(String set, List<String> key) {
        return table(set).get(key);
    }

    public List<Row> all(String set) {
        return List.copyOf(table(set).values());
    }

    public int count(String set) {
        return table(set).size();
    }

    public List<Row> where(String set, Predicate<Row> condition) {
        return table(set).values().stream().filter(condition).toList();
    }

    private Map<List<String>, Row> table(String name) {
        Map<List<String>, Row> table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no entity set " + name);
        }
        return table;
    }
}
