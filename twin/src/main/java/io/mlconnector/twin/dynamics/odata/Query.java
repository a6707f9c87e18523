package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.Property;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.http.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The query options of one read. */
final class Query {

    private final EntitySet set;
    private final Map<String, String> options;

    Query(EntitySet set, Call call) {
        this.set = set;
        this.options = call.query();
    }

    boolean crossCompany() {
        return options.getOrDefault("cross-company", "false").equalsIgnoreCase("true");
    }

    boolean counted() {
        return options.getOrDefault("$count", "false").equals("true");
    }

    Predicate<Row> filter() {
        String filter = options.get("$filter");
        return filter == null ? row -> true : Filter.parse(set, filter);
    }

    int skip() {
        return number("$skip", 0);
    }

    int top() {
        return number("$top", Integer.MAX_VALUE);
    }

    @Nullable List<String> selected() {
        String select = options.get("$select");
        if (select == null || select.isBlank() || select.equals("*")) {
            return null;
        }
        return properties(set, select);
    }

    static List<String> properties(EntitySet set, String select) {
        List<String> names = new ArrayList<>();
        for (String name : select.split(",")) {
            names.add(property(set, name.strip()).name());
        }
        return names;
    }

    /** The requested order; without one, the order of creation. */
    @Nullable Comparator<Row> order() {
        String orderBy = options.get("$orderby");
        if (orderBy == null || orderBy.isBlank()) {
            return null;
        }
        Comparator<Row> order = null;
        for (String item : orderBy.split(",")) {
            String[] words = item.strip().split("\\s+");
            Property property = property(set, words[0]);
            Comparator<Row> next = (left, right) -> compare(property, left, right);
            if (words.length > 1 && words[1].equals("desc")) {
                next = next.reversed();
            } else if (words.length > 1 && !words[1].equals("asc")) {
                throw Refusal.badQuery("Syntax error in '" + orderBy + "'.");
            }
            order = order == null ? next : order.thenComparing(next);
        }
        return order;
    }

    List<Expand> expansions() {
        String expand = options.get("$expand");
        return expand == null ? List.of() : Expand.parse(set, expand);
    }

    /** The options of the next page: those of this one with another {@code $skip}, and what is left of {@code $top}. */
    String nextPage(int nextSkip, int taken) {
        Map<String, String> next = new LinkedHashMap<>(options);
        if (options.containsKey("$top")) {
            next.put("$top", String.valueOf(top() - taken));
        }
        next.put("$skip", String.valueOf(nextSkip));
        StringBuilder text = new StringBuilder();
        next.forEach((name, value) -> text.append(text.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
        return text.toString();
    }

    private int number(String option, int otherwise) {
        String value = options.get(option);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}")) {
            throw Refusal.badQuery("Invalid value '" + value + "' for " + option + " query option.");
        }
        return Integer.parseInt(value);
    }

    private static Property property(EntitySet set, String name) {
        Property property = set.property(name);
        if (property == null) {
            throw Refusal.badQuery("Could not find a property named '" + name + "' on type '" + Property.ENUM_NAMESPACE
                    + set.typeName() + "'.");
        }
        return property;
    }

    private static int compare(Property property, Row left, Row right) {
        String name = property.name();
        if (property.type().numeric()) {
            return left.decimal(name).compareTo(right.decimal(name));
        }
        if (property.type().temporal()) {
            return left.instant(name).compareTo(right.instant(name));
        }
        return left.text(name).compareToIgnoreCase(right.text(name));
    }
}
