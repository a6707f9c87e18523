package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Property;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A navigation property to show inside of its row: the first level only, with a {@code $select} of its own if wanted.
 *
 * @param navigation the navigation property
 * @param selected names to show, or null for all
 */
record Expand(EntitySet.Expansion navigation, @Nullable List<String> selected) {

    private static final Pattern ITEM = Pattern.compile("\\s*(\\w+)\\s*(?:\\(([^()]*)\\))?\\s*(?:,|$)");

    static List<Expand> parse(EntitySet set, String text) {
        List<Expand> expansions = new ArrayList<>();
        Matcher item = ITEM.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!item.region(at, text.length()).lookingAt()) {
                throw Refusal.badQuery("Syntax error in $expand '" + text + "'; only the first level is supported.");
            }
            EntitySet.Expansion navigation = set.expansions().get(item.group(1));
            if (navigation == null) {
                throw Refusal.badQuery("Could not find a property named '" + item.group(1) + "' on type '"
                        + Property.ENUM_NAMESPACE + set.typeName() + "'.");
            }
            expansions.add(new Expand(navigation, selected(navigation, item.group(2))));
            at = item.end();
        }
        return expansions;
    }

    private static @Nullable List<String> selected(EntitySet.Expansion navigation, @Nullable String inner) {
        if (inner == null || inner.isBlank()) {
            return null;
        }
        if (!inner.startsWith("$select=")) {
            throw Refusal.badQuery("Only $select is supported inside of $expand.");
        }
        return Query.properties(EntitySets.get(navigation.target()), inner.substring("$select=".length()));
    }

    boolean isCollection() {
        return !navigation.target().equals(EntitySets.ORDERS)
                && !navigation.target().equals(EntitySets.INVOICES);
    }

    List<Row> rows(Tables tables, Row parent) {
        return tables.where(
                navigation.target(), row -> navigation.on().stream().allMatch(name -> row.is(name, parent.text(name))));
    }
}
