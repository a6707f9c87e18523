package io.mlconnector.postgres.backup;

import io.mlconnector.postgres.address.DatabaseException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says about itself.
 *
 * @param schema version of the schema, 1 or more
 * @param at when it was taken, by the clock of this machine
 * @param tables in an order in which they can be filled
 * @param sequences the last value of each that counts by itself
 */
public record Manifest(int schema, Instant at, List<Table> tables, Map<String, Long> sequences) {

    static final String ENTRY = "manifest.json";

    private static final String FORMAT = "ml-connector backup 1";

    /**
     * One table.
     *
     * @param name of the table
     * @param columns in the order of the rows
     * @param rows how many
     * @param sha256 of the rows as they stand in the backup, uncompressed; hexadecimal
     */
    public record Table(String name, List<String> columns, long rows, String sha256) {

        /** Of the zip file. */
        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** All rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    String json() {
        JsonArray all = new JsonArray();
        tables.forEach(table -> all.add(new JsonObject()
                .put("name", table.name())
                .put("columns", new JsonArray(table.columns()))
                .put("rows", table.rows())
                .put("sha256", table.sha256())));
        JsonObject counters = new JsonObject();
        sequences.forEach(counters::put);
        return new JsonObject()
                .put("format", FORMAT)
                .put("schema", schema)
                .put("at", at.toString())
                .put("tables", all)
                .put("sequences", counters)
                .encodePrettily();
    }

    static Manifest of(String text) {
        try {
            JsonObject json = new JsonObject(text);
            if (!FORMAT.equals(json.getString("format"))) {
                throw new DatabaseException(
                        "The file is no backup of ml-connector that this version can read: its format is "
                                + json.getString("format") + ", not " + FORMAT + ".");
            }
            List<Table> tables = new ArrayList<>();
            for (Object one : json.getJsonArray("tables")) {
                JsonObject table = (JsonObject) one;
                tables.add(new Table(
                        table.getString("name"),
                        table.getJsonArray("columns").stream()
                                .map(String.class::cast)
                                .toList(),
                        table.getLong("rows"),
                        table.getString("sha256")));
            }
            Map<String, Long> sequences = new TreeMap<>();
            JsonObject counters = json.getJsonObject("sequences");
            counters.forEach(counter -> sequences.put(counter.getKey(), counters.getLong(counter.getKey())));
            return new Manifest(json.getInteger("schema"), Instant.parse(json.getString("at")), tables, sequences);
        } catch (DecodeException | ClassCastException | NullPointerException | DateTimeParseException e) {
            throw new DatabaseException("The backup's " + ENTRY + " is damaged: " + e.getMessage(), e);
        }
    }
}
