package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.entity.EdmType;
import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Property;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.http.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a path under {@code /data/} points at: a set, a row of it, or something behind one.
 *
 * @param set the entity set
 * @param key the row's key in the set's own order, or null for the set as a whole
 * @param company the company in the key, or null
 * @param rest the segments behind
 */
record Address(
        EntitySet set, @Nullable List<String> key, @Nullable String company, List<String> rest) {

    /** Reads a path, still encoded, so that slashes inside of keys are distinguished from those between segments. */
    static Address parse(String rawPath) {
        List<String> segments = segments(rawPath);
        String first = segments.isEmpty() ? "" : segments.get(0);
        int open = first.indexOf('(');
        String name = open < 0 ? first : first.substring(0, open);
        EntitySet set = EntitySets.find(name);
        if (set == null) {
            throw Refusal.noSuchSegment(name);
        }
        List<String> rest = segments.subList(Math.min(1, segments.size()), segments.size());
        if (open < 0) {
            return new Address(set, null, null, rest);
        }
        if (!first.endsWith(")")) {
            throw Refusal.badQuery("Bad Request - Error in query syntax.");
        }
        Map<String, Object> parts = keyParts(set, first.substring(open + 1, first.length() - 1));
        List<String> key = new ArrayList<>();
        for (String part : set.key()) {
            Object value = parts.get(part);
            if (value == null) {
                throw Refusal.badQuery("The number of keys specified in the URI does not match number of key "
                        + "properties for the resource '" + Property.ENUM_NAMESPACE + set.typeName() + "'.");
            }
            key.add(Row.keyPart(value));
        }
        Object company = parts.get("dataAreaId");
        return new Address(set, key, company == null ? null : company.toString(), rest);
    }

    /** Splits at slashes outside of quotes; each segment decoded. */
    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        boolean quoted = false;
        for (char c : rawPath.replace("%27", "'").toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
            }
            if (c == '/' && !quoted) {
                segments.add(Call.decodePath(segment.toString()));
                segment.setLength(0);
            } else {
                segment.append(c);
            }
        }
        segments.add(Call.decodePath(segment.toString()));
        segments.removeIf(String::isEmpty);
        return segments;
    }

    private static Map<String, Object> keyParts(EntitySet set, String text) {
        Map<String, Object> parts = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                throw Refusal.badQuery("Key values must be named: '" + text + "'.");
            }
            int end = valueEnd(text, equals + 1);
            String name = text.substring(at, equals).strip();
            Property property = set.property(name);
            if (property == null || !set.key().contains(name)) {
                throw Refusal.badQuery("Could not find a property named '" + name + "' on type '"
                        + Property.ENUM_NAMESPACE + set.typeName() + "'.");
            }
            parts.put(name, value(property, text.substring(equals + 1, end).strip()));
            at = end + 1;
        }
        if (parts.size() != set.key().size()) {
            throw Refusal.badQuery("The number of keys specified in the URI does not match number of key "
                    + "properties for the resource '" + Property.ENUM_NAMESPACE + set.typeName() + "'.");
        }
        return parts;
    }

    private static int valueEnd(String text, int from) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '\'') {
                quoted = !quoted;
            } else if (text.charAt(at) == ',' && !quoted) {
                return at;
            }
        }
        return text.length();
    }

    private static Object value(Property property, String literal) {
        boolean quoted = literal.length() >= 2 && literal.startsWith("'") && literal.endsWith("'");
        Object value = null;
        if (property.type() == EdmType.STRING) {
            value = quoted ? literal.substring(1, literal.length() - 1).replace("''", "'") : null;
        } else if (property.type().numeric() && literal.matches("-?\\d+(\\.\\d+)?")) {
            value = new BigDecimal(literal);
        } else if (property.type().temporal()) {
            value = Values.noon(Values.instant(literal));
        }
        if (value == null) {
            throw Refusal.badQuery(
                    "Key literal " + literal + " is not a value of type " + property.edmTypeName() + ".");
        }
        return value;
    }
}
