package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.entity.Property;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One comparison of a filter, with the type rules of OData and the text rules of the database. */
final class Comparison {

    private Comparison() {}

    static Predicate<Row> of(Property property, String operator, FilterToken literal, String filter) {
        String name = property.name();
        return switch (property.type()) {
            case STRING -> text(name, operator, literal(property, literal, FilterToken.Kind.STRING, operator));
            case GUID -> {
                String wanted = literal.text();
                yield row -> holds(operator, row.text(name).compareToIgnoreCase(wanted));
            }
            case ENUM -> symbol(property, operator, literal);
            case INT32, INT64, DECIMAL -> {
                BigDecimal wanted = number(literal(property, literal, FilterToken.Kind.NUMBER, operator));
                yield row -> holds(operator, row.decimal(name).compareTo(wanted));
            }
            case DATE, DATETIME -> {
                Instant wanted = Values.instant(literal(property, literal, FilterToken.Kind.DATE, operator));
                if (wanted == null) {
                    throw Refusal.badQuery("Unrecognized literal '" + literal.text() + "' in '" + filter + "'.");
                }
                yield row -> holds(operator, row.instant(name).compareTo(wanted));
            }
            case BOOLEAN -> {
                boolean wanted = literal.text().equals("true");
                yield row -> holds(operator, Boolean.compare((Boolean) row.value(name), wanted));
            }
        };
    }

    private static Predicate<Row> text(String name, String operator, String wanted) {
        boolean wildcard = wanted.startsWith("*") || wanted.endsWith("*");
        if (wildcard && (operator.equals("eq") || operator.equals("ne"))) {
            Pattern pattern = wildcard(wanted);
            boolean equal = operator.equals("eq");
            return row -> pattern.matcher(row.text(name)).matches() == equal;
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        return row -> holds(operator, row.text(name).toLowerCase(Locale.ROOT).compareTo(lower));
    }

    private static Pattern wildcard(String wanted) {
        StringBuilder regex = new StringBuilder();
        for (String piece : wanted.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(piece.isEmpty() ? "" : Pattern.quote(piece));
            if (regex.isEmpty()) {
                regex.append("(?:)"); // a leading asterisk: an empty part, then anything
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    private static Predicate<Row> symbol(Property property, String operator, FilterToken literal) {
        if (literal.kind() == FilterToken.Kind.WORD && literal.text().equals("null")) {
            return row -> holds(operator, row.text(property.name()).isEmpty() ? 0 : 1);
        }
        if (literal.kind() != FilterToken.Kind.ENUM || !literal.qualifier().equals(property.edmTypeName())) {
            throw incompatible(property, operator);
        }
        if (!operator.equals("eq") && !operator.equals("ne")) {
            throw Refusal.badQuery("The operator '" + operator + "' is not supported for enums.");
        }
        if (!property.hasSymbol(literal.text())) {
            throw Refusal.badQuery("The string '" + property.edmTypeName() + "'" + literal.text()
                    + "'' is not a valid enumeration type constant.");
        }
        return row -> holds(operator, row.text(property.name()).equals(literal.text()) ? 0 : 1);
    }

    private static String literal(Property property, FilterToken literal, FilterToken.Kind kind, String operator) {
        if (literal.kind() != kind) {
            throw incompatible(property, operator);
        }
        return literal.text();
    }

    private static Refusal incompatible(Property property, String operator) {
        return Refusal.badQuery("A binary operator with incompatible types was detected. Found operand type '"
                + property.edmTypeName() + "' of '" + property.name() + "' for operator '" + operator + "'.");
    }

    private static BigDecimal number(String text) {
        char last = text.charAt(text.length() - 1);
        return new BigDecimal(Character.isDigit(last) ? text : text.substring(0, text.length() - 1));
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }
}
