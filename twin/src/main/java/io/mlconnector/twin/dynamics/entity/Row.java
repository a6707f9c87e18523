package io.mlconnector.twin.dynamics.entity;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A row as stored. Rows never change: an update puts another row in its place.
 *
 * @param set its entity set
 * @param recId number of the row in its table
 * @param recVersion number that each update changes
 * @param values a value for each property
 */
public record Row(EntitySet set, long recId, int recVersion, Map<String, Object> values) {

    /** A row with every property present, those not given at their defaults. */
    static Row of(EntitySet set, long recId, Map<String, Object> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Property property : set.properties().values()) {
            values.put(property.name(), given.getOrDefault(property.name(), property.defaultValue()));
        }
        return new Row(set, recId, 1, Collections.unmodifiableMap(values));
    }

    Row with(Map<String, Object> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(values);
        merged.putAll(changes);
        // any other number will do, but the same one for the same history
        int next = Math.floorMod(recVersion * 48_271 + 11, Integer.MAX_VALUE);
        return new Row(set, recId, next, Collections.unmodifiableMap(merged));
    }

    public Object value(String property) {
        Object value = values.get(property);
        if (value == null) {
            throw new IllegalArgumentException(set.typeName() + " has no " + property);
        }
        return value;
    }

    public String text(String property) {
        return value(property).toString();
    }

    public BigDecimal decimal(String property) {
        return value(property) instanceof BigDecimal decimal ? decimal : new BigDecimal(text(property));
    }

    public long integer(String property) {
        return decimal(property).longValueExact();
    }

    public Instant instant(String property) {
        return (Instant) value(property);
    }

    /** Whether two texts are equal the way the database compares them: without regard to case. */
    public boolean is(String property, String text) {
        return text(property).equalsIgnoreCase(text);
    }

    List<String> key() {
        List<String> parts = new ArrayList<>();
        for (String part : set.key()) {
            parts.add(keyPart(value(part)));
        }
        return parts;
    }

    public static String keyPart(Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal.stripTrailingZeros().toPlainString();
            default -> value.toString().toLowerCase(Locale.ROOT);
        };
    }

    /** Weak tag: base64 of record version and record id, followed by an absent joined source. */
    public String etag() {
        String plain = "'" + recVersion + "," + recId + ";0,0'";
        return "W/\"" + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
