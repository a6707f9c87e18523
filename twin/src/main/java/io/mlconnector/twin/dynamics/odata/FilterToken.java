package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.entity.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of a filter.
 *
 * @param kind what it is
 * @param text its text; of strings and enums the value, of enums with the enum's name in {@code qualifier}
 * @param qualifier an enum's qualified name, otherwise empty
 */
record FilterToken(Kind kind, String text, String qualifier) {

    enum Kind {
        OPEN,
        CLOSE,
        COMMA,
        STRING,
        ENUM,
        NUMBER,
        DATE,
        WORD,
        END
    }

    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?[mMlLdDfF]?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_./]*");

    static List<FilterToken> of(String filter) {
        List<FilterToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < filter.length()) {
            char c = filter.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '(') {
                tokens.add(new FilterToken(Kind.OPEN, "(", ""));
                at++;
            } else if (c == ')') {
                tokens.add(new FilterToken(Kind.CLOSE, ")", ""));
                at++;
            } else if (c == ',') {
                tokens.add(new FilterToken(Kind.COMMA, ",", ""));
                at++;
            } else if (c == '\'') {
                at = string(filter, at, "", tokens);
            } else {
                at = wordOrNumber(filter, at, tokens);
            }
        }
        tokens.add(new FilterToken(Kind.END, "", ""));
        return tokens;
    }

    private static int string(String filter, int open, String qualifier, List<FilterToken> tokens) {
        StringBuilder text = new StringBuilder();
        int at = open + 1;
        while (at < filter.length()) {
            char c = filter.charAt(at);
            if (c == '\'' && at + 1 < filter.length() && filter.charAt(at + 1) == '\'') {
                text.append('\'');
                at += 2;
            } else if (c == '\'') {
                tokens.add(new FilterToken(qualifier.isEmpty() ? Kind.STRING : Kind.ENUM, text.toString(), qualifier));
                return at + 1;
            } else {
                text.append(c);
                at++;
            }
        }
        throw Refusal.badQuery("There is an unterminated string literal at position " + open + " in '" + filter + "'.");
    }

    private static int wordOrNumber(String filter, int at, List<FilterToken> tokens) {
        Matcher date = DATE.matcher(filter).region(at, filter.length());
        if (date.lookingAt()) {
            tokens.add(new FilterToken(Kind.DATE, date.group(), ""));
            return date.end();
        }
        Matcher number = NUMBER.matcher(filter).region(at, filter.length());
        if (number.lookingAt()) {
            tokens.add(new FilterToken(Kind.NUMBER, number.group(), ""));
            return number.end();
        }
        Matcher word = WORD.matcher(filter).region(at, filter.length());
        if (!word.lookingAt()) {
            throw Refusal.badQuery("Syntax error at position " + at + " in '" + filter + "'.");
        }
        if (word.end() < filter.length() && filter.charAt(word.end()) == '\'') {
            return string(filter, word.end(), word.group(), tokens);
        }
        tokens.add(new FilterToken(Kind.WORD, word.group(), ""));
        return word.end();
    }
}
