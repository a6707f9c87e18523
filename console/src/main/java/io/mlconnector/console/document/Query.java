package io.mlconnector.console.document;

import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.engine.view.DocumentFilters;
import io.mlconnector.engine.view.FilterException;
import io.mlconnector.ports.journal.DocumentFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which documents a reader looks at, as it stands in the address of the page.
 *
 * @param words the filters by name, as they were written; blank ones are left out
 */
public record Query(Map<String, String> words) {

    /** Documents on a page. */
    static final int PAGE = 50;

    /** In the order in which they are shown. */
    private static final List<String> NAMES = List.of(
            "q",
            "condition",
            "type",
            "direction",
            "partner",
            "legalEntity",
            "connection",
            "stage",
            "acknowledgement",
            "causeKey",
            "assignee",
            "snoozed",
            "from",
            "to",
            "columns");

    /** What is seen of documents, and does not restrict them. */
    private static final String COLUMNS = "columns";

    private static final Pattern DAY = Pattern.compile("|[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final String SNOOZED = "snoozed";

    /** What its address may say. */
    static final List<String> WORDS =
            Stream.concat(NAMES.stream(), Stream.of("after")).toList();

    public Query {
        words = new LinkedHashMap<>(words);
    }

    /** As it stands in a form or an address. */
    public static Query of(Form form) {
        Map<String, String> words = new LinkedHashMap<>();
        NAMES.forEach(name -> form.given(name).ifPresent(value -> words.put(name, value)));
        if (words.containsKey(COLUMNS)) {
            words.put(COLUMNS, String.join(".", form.all(COLUMNS)));
        }
        // Once it was a box to tick that showed them too, as everything is shown now where nothing is said of it.
        words.remove(SNOOZED, "on");
        return new Query(words);
    }

    /** A filter's value; an empty string if it does not restrict. */
    public String word(String name) {
        return words.getOrDefault(name, "");
    }

    /** Whether a filter is a day, or not set: then a day can be chosen. */
    public boolean day(String name) {
        return DAY.matcher(word(name)).matches();
    }

    /** Whether nothing restricts. */
    public boolean all() {
        return words.keySet().stream().allMatch(COLUMNS::equals);
    }

    /**
     * As the journal is asked.
     *
     * @param now what is put off beyond it counts as put off
     * @param zone the reader's, in which days begin and end
     * @throws UnusableException if a value is none
     */
    public DocumentFilter filter(Instant now, ZoneId zone) {
        try {
            return DocumentFilters.of(this::word, "", zone, now);
        } catch (FilterException e) {
            throw new UnusableException(String.valueOf(e.getMessage()));
        }
    }

    /** The same with another value of one filter; empty: without it. */
    public Query with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(words);
        if (value.isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return new Query(other);
    }

    /** What stands behind the question mark; empty if nothing restricts. */
    public String text() {
        List<String> parts = new ArrayList<>();
        NAMES.forEach(name -> Optional.ofNullable(words.get(name))
                .ifPresent(value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return String.join("&", parts);
    }

    /** The address of a page with it. */
    public String address(String path) {
        String text = text();
        return text.isEmpty() ? path : path + "?" + text;
    }

    /** The address of the page behind this one. */
    public String address(String path, String after) {
        String text = text();
        return path + "?" + (text.isEmpty() ? "" : text + "&") + "after="
                + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }

    /**
     * A filter that is set.
     *
     * @param name of the filter
     * @param label as people call it
     * @param value as people call it
     * @param without the address without it
     */
    public record Chip(String name, String label, String value, String without) {
        public Chip {
            Objects.requireNonNull(name, "name");
        }
    }

    /** The filters that are set, but for the search, each with the address without it. */
    public List<Chip> chips() {
        return words.entrySet().stream()
                .filter(one -> !one.getKey().equals("q") && !one.getKey().equals(COLUMNS))
                .map(one -> new Chip(
                        one.getKey(),
                        label(one.getKey()),
                        value(one.getKey(), one.getValue()),
                        with(one.getKey(), "").address("/documents")))
                .collect(Collectors.toUnmodifiableList());
    }

    private static String value(String name, String value) {
        return !name.equals(SNOOZED) ? value : value.equals("true") ? "yes" : "no";
    }

    /** A filter as people call it. */
    public static String label(String name) {
        return switch (name) {
            case "legalEntity" -> "legal entity";
            case "causeKey" -> "cause";
            case "from" -> "came since";
            case "to" -> "came until";
            case "assignee" -> "looked after by";
            case SNOOZED -> "put off";
            default -> name;
        };
    }
}
