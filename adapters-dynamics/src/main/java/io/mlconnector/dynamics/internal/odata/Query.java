package io.mlconnector.dynamics.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.trade.LegalEntity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A read of an entity set. Always over all companies: without that, F&O shows the user's own company only (reference
 * dynamics, section 2.3).
 *
 * @param entitySet such as {@code PurchaseOrderHeadersV2}
 * @param conditions all must hold; readable, not yet encoded
 * @param texts what the conditions say of texts
 * @param orderBy properties of the whole key, so that pages do not shift
 * @param top at most so many rows; 0 for all
 */
public record Query(String entitySet, List<String> conditions, List<Text> texts, List<String> orderBy, int top) {

    /**
     * A property that must have one of some texts.
     *
     * @param property its name
     * @param values the texts
     */
    record Text(String property, Set<String> values) {
        Text {
            values = Set.copyOf(values);
        }

        /** Whether F&O would read one of the texts as a pattern. */
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
    }

    /** All rows. */
    public static Query of(String entitySet) {
        return new Query(entitySet, List.of(), List.of(), List.of(), 0);
    }

    /** Only rows for which this holds. */
    public Query where(String condition) {
        List<String> more = new ArrayList<>(conditions);
        more.add(condition);
        return new Query(entitySet, more, texts, orderBy, top);
    }

    /** Only rows with this text in a property. */
    public Query where(String property, String text) {
        return whereAny(property, List.of(text));
    }

    /** Only rows with one of these texts in a property; F&O knows no "in". */
    public Query whereAny(String property, Collection<String> values) {
        List<Text> more = new ArrayList<>(texts);
        more.add(new Text(property, new HashSet<>(values)));
        String condition = values.stream()
                .map(value -> property + " eq " + Literal.text(value))
                .collect(Collectors.joining(" or ", "(", ")"));
        return new Query(entitySet, conditions, more, orderBy, top).where(condition);
    }

    /**
     * Whether a row is one of those that were asked for. F&O reads a star in a text as "anything" (reference dynamics,
     * section 2.2) and knows no way to say that a star is meant.
     */
    boolean wants(JsonNode row) {
        return texts.stream().allMatch(text -> !text.looksLikeAPattern() || text.holds(row));
    }

    /** Only rows of these companies. */
    public Query in(Collection<LegalEntity> legalEntities) {
        return whereAny(
                "dataAreaId",
                legalEntities.stream().map(LegalEntity::id).sorted().toList());
    }

    /** In this order. */
    public Query orderedBy(String... properties) {
        return new Query(entitySet, conditions, texts, List.of(properties), top);
    }

    /** At most so many rows. */
    public Query first(int most) {
        return new Query(entitySet, conditions, texts, orderBy, most);
    }

    /** Path and query, encoded. */
    public String uri() {
        StringBuilder uri = new StringBuilder("/data/").append(entitySet).append("?cross-company=true");
        if (!conditions.isEmpty()) {
            uri.append("&$filter=").append(encode(String.join(" and ", conditions)));
        }
        if (!orderBy.isEmpty()) {
            uri.append("&$orderby=").append(encode(String.join(",", orderBy)));
        }
        if (top > 0) {
            uri.append("&$top=").append(top);
        }
        return uri.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
