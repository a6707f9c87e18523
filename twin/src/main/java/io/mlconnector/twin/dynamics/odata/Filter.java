package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.entity.EdmType;
import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.Property;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code $filter}: comparisons, and, or, not, parentheses. What F&amp;O does not support is refused. */
final class Filter {

    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final Set<String> FUNCTIONS = Set.of("contains", "startswith", "endswith");

    private final EntitySet set;
    private final String text;
    private final List<FilterToken> tokens;
    private int at;

    private Filter(EntitySet set, String text) {
        this.set = set;
        this.text = text;
        this.tokens = FilterToken.of(text);
    }

    static Predicate<Row> parse(EntitySet set, String text) {
        Filter filter = new Filter(set, text);
        Predicate<Row> condition = filter.disjunction();
        if (filter.peek().kind() != FilterToken.Kind.END) {
            throw filter.syntax();
        }
        return condition;
    }

    private Predicate<Row> disjunction() {
        Predicate<Row> condition = conjunction();
        while (word("or")) {
            condition = condition.or(conjunction());
        }
        return condition;
    }

    private Predicate<Row> conjunction() {
        Predicate<Row> condition = negation();
        while (word("and")) {
            condition = condition.and(negation());
        }
        return condition;
    }

    private Predicate<Row> negation() {
        if (word("not")) {
            return negation().negate();
        }
        if (peek().kind() == FilterToken.Kind.OPEN) {
            at++;
            Predicate<Row> condition = disjunction();
            expect(FilterToken.Kind.CLOSE);
            return condition;
        }
        return comparison();
    }

    private Predicate<Row> comparison() {
        FilterToken left = expect(FilterToken.Kind.WORD);
        if (FUNCTIONS.contains(left.text()) && peek().kind() == FilterToken.Kind.OPEN) {
            return function(left.text());
        }
        Property property = property(left.text());
        String operator = expect(FilterToken.Kind.WORD).text();
        if (operator.equals("in") || operator.equals("has")) {
            throw Refusal.badQuery("The operator '" + operator + "' is not supported in '" + text + "'.");
        }
        if (!COMPARISONS.contains(operator)) {
            throw syntax();
        }
        FilterToken right = peek();
        at++;
        return Comparison.of(property, operator, right, text);
    }

    private Predicate<Row> function(String name) {
        expect(FilterToken.Kind.OPEN);
        Property property = property(expect(FilterToken.Kind.WORD).text());
        expect(FilterToken.Kind.COMMA);
        String part = expect(FilterToken.Kind.STRING).text().toLowerCase(Locale.ROOT);
        expect(FilterToken.Kind.CLOSE);
        if (property.type() != EdmType.STRING) {
            throw Refusal.badQuery(
                    "No function signature for '" + name + "' matches '" + property.edmTypeName() + "'.");
        }
        return row -> {
            String value = row.text(property.name()).toLowerCase(Locale.ROOT);
            return switch (name) {
                case "contains" -> value.contains(part);
                case "startswith" -> value.startsWith(part);
                default -> value.endsWith(part);
            };
        };
    }

    private Property property(String name) {
        Property property = set.property(name);
        if (property == null) {
            throw Refusal.badQuery("Could not find a property named '" + name + "' on type '" + Property.ENUM_NAMESPACE
                    + set.typeName() + "'.");
        }
        return property;
    }

    private FilterToken peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private boolean word(String word) {
        if (peek().kind() == FilterToken.Kind.WORD && peek().text().equals(word)) {
            at++;
            return true;
        }
        return false;
    }

    private FilterToken expect(FilterToken.Kind kind) {
        FilterToken token = peek();
        if (token.kind() != kind) {
            throw syntax();
        }
        at++;
        return token;
    }

    private Refusal syntax() {
        return Refusal.badQuery("Syntax error in '" + text + "'.");
    }
}
