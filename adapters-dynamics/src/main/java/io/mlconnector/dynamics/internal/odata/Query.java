package io.mlconnector.dynamics.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.trade.LegalEntity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A read of an entity set. Always cross-company: otherwise F&O returns only rows of the user's own legal entity
 * (reference dynamics, section 2.3).
 *
 * @param entitySet such as {@code PurchaseOrderHeadersV2}
 * @param conditions joined with "and"; not yet URL-encoded
 * @param texts the conditions on string properties
 * @param orderBy properties of the complete key, so that pages do not shift
 * @param top maximum number of rows; 0 for all
 * @param properties which are asked for; empty for all that a row has
 * @param skip rows that are left out at the beginning
 */
public record Query(
        String entitySet,
        List<String> conditions,
        List<Text> texts,
        List<String> orderBy,
        int top,
        Set<String> properties,
        int skip) {

    /** From the first row on. */
    public Query(
            String entitySet,
            List<String> conditions,
            List<Text> texts,
            List<String> orderBy,
            int top,
            Set<String> properties) {
        this(entitySet, conditions, texts, orderBy, top, properties, 0);
    }

    /**
     * A string property that must equal one of several values.
     *
     * @param property its name
     * @param values the texts
     */
    record Text(String property, Set<String> values) {
        Text {
            values = Set.copyOf(values);
        }

        /** Whether F&O would interpret one of the values as a pattern. */
        private boolean looksLikeAPattern() {
            return values.stream().anyMatch(value -> value.contains("*"));
        }

        private boolean holds(JsonNode row) {
            String found = row.path(property).asText("").stripTrailing();
            return values.stream().anyMatch(value -> value.stripTrailing().equalsIgnoreCase(found));
        }
    }

    public Query {
        conditions = List.copyOf(conditions);
        texts = List.copyOf(texts);
        orderBy = List.copyOf(orderBy);
        properties = Collections.unmodifiableSet(new LinkedHashSet<>(properties));
    }

    /** All rows of a set, in the order of its key, with what is used of them. */
    public static Query of(EntitySet set) {
        return new Query(set.text(), List.of(), List.of(), set.key(), 0, new LinkedHashSet<>(set.properties()));
    }

    /** Only these properties of each row. */
    public Query selecting(Collection<String> only) {
        return new Query(entitySet, conditions, texts, orderBy, top, new LinkedHashSet<>(only));
    }

    /** The same without some of the properties. */
    Query withoutProperties(Set<String> absent) {
        return selecting(properties.stream()
                .filter(property -> !absent.contains(property))
                .toList());
    }

    /** All rows. */
    public static Query of(String entitySet) {
        return new Query(entitySet, List.of(), List.of(), List.of(), 0, Set.of());
    }

    /** Adds a condition. */
    public Query where(String condition) {
        List<String> more = new ArrayList<>(conditions);
        more.add(condition);
        return new Query(entitySet, more, texts, orderBy, top, properties);
    }

    /** Only rows with this text in a property. */
    public Query where(String property, String text) {
        return whereAny(property, List.of(text));
    }

    /** Only rows with one of these texts in a property; F&O does not support "in". */
    public Query whereAny(String property, Collection<String> values) {
        List<Text> more = new ArrayList<>(texts);
        more.add(new Text(property, new HashSet<>(values)));
        String condition = values.stream()
                .map(value -> property + " eq " + Literal.text(value))
                .collect(Collectors.joining(" or ", "(", ")"));
        return new Query(entitySet, conditions, more, orderBy, top, properties).where(condition);
    }

    /**
     * Whether a row really matches the conditions. F&O interprets an asterisk in a string as a wildcard (reference
     * dynamics, section 2.2) and offers no way to escape it.
     */
    boolean wants(JsonNode row) {
        return texts.stream().allMatch(text -> !text.looksLikeAPattern() || text.holds(row));
    }

    /** Whether {@link #wants} holds for whatever F&O answers. */
    boolean everyRowIsWanted() {
        return texts.stream().noneMatch(Text::looksLikeAPattern);
    }

    /** Only rows of these legal entities. */
    public Query in(Collection<LegalEntity> legalEntities) {
        return whereAny(
                "dataAreaId",
                legalEntities.stream().map(LegalEntity::id).sorted().toList());
    }

    /** Sorted by these properties. */
    public Query orderedBy(String... keys) {
        return new Query(entitySet, conditions, texts, List.of(keys), top, properties);
    }

    /** Limits the number of rows. */
    public Query first(int most) {
        return new Query(entitySet, conditions, texts, orderBy, most, properties);
    }

    /** Whether its rows have an order that pieces can rely on. */
    boolean mayBeReadInPieces() {
        return top == 0 && !orderBy.isEmpty();
    }

    /** Some of its rows, in their order. */
    Query piece(int skip, int most) {
        return new Query(entitySet, conditions, texts, orderBy, most, properties, skip);
    }

    /** Path and query, encoded. */
    public String uri() {
        StringBuilder uri = new StringBuilder("/data/").append(entitySet).append("?cross-company=true");
        if (!conditions.isEmpty()) {
            uri.append("&$filter=").append(encode(String.join(" and ", conditions)));
        }
        if (!properties.isEmpty()) {
            uri.append("&$select=").append(encode(String.join(",", properties)));
        }
        if (!orderBy.isEmpty()) {
            uri.append("&$orderby=").append(encode(String.join(",", orderBy)));
        }
        if (top > 0) {
            uri.append("&$top=").append(top);
        }
        if (skip > 0) {
            uri.append("&$skip=").append(skip);
        }
        return uri.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
