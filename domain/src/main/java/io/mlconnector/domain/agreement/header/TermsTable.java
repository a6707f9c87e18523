package io.mlconnector.domain.agreement.header;

import io.mlconnector.domain.trade.LegalEntity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which terms of payment of F&O the terms of an 810 (ITD) are. A key is what the 810 says, without regard to case and blanks: the words
 * of ITD12, its numbers such as {@code net 30} or {@code 2% 10 net 30}, or the code of ITD01. There is no table that applies by itself:
 * terms of payment are data of a company in F&O.
 *
 * @param terms name of the terms in F&O by key; keys as {@link #key} makes them
 * @param inLegalEntities what is different there
 */
public record TermsTable(Map<String, String> terms, Map<LegalEntity, TermsTable> inLegalEntities) {

    /** Says nothing: F&O takes its own terms. */
    public static final TermsTable NONE = new TermsTable(Map.of(), Map.of());

    /** F&O keeps so many characters of the name of terms. */
    private static final int LONGEST = 10;

    public TermsTable {
        Map<String, String> byKey = new HashMap<>();
        terms.forEach((key, name) -> byKey.put(key(key), name));
        terms = Map.copyOf(byKey);
        inLegalEntities = Map.copyOf(inLegalEntities);
    }

    /** The form in which keys are compared. */
    public static String key(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /**
     * The name of terms as it is written in a configuration.
     *
     * @throws IllegalArgumentException if F&O has no terms of that name
     */
    public static String name(String text) {
        String name = Objects.requireNonNull(text, "text").strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "must name terms of payment of F&O, which have 1 to " + LONGEST + " characters, not " + text);
        }
        return name;
    }

    /** Whether it says anything for any legal entity. */
    public boolean saysAnything() {
        return !terms.isEmpty() || inLegalEntities.values().stream().anyMatch(TermsTable::saysAnything);
    }

    /** What applies in a legal entity: what it says there wins over what it says in general. */
    public TermsTable in(LegalEntity legalEntity) {
        TermsTable there = inLegalEntities.get(legalEntity);
        return there == null ? new TermsTable(terms, Map.of()) : there.overFlat(this);
    }

    /** This table in front of another, key by key, as {@link io.mlconnector.domain.agreement.charging.ChargeTable#over}. */
    public TermsTable over(TermsTable below) {
        Map<LegalEntity, TermsTable> merged = new LinkedHashMap<>();
        Stream.concat(inLegalEntities.keySet().stream(), below.inLegalEntities.keySet().stream())
                .distinct()
                .forEach(legalEntity -> merged.put(legalEntity, in(legalEntity).overFlat(below.in(legalEntity))));
        return new TermsTable(overFlat(below).terms, merged);
    }

    private TermsTable overFlat(TermsTable below) {
        Map<String, String> merged = new HashMap<>(below.terms);
        merged.putAll(terms);
        return new TermsTable(merged, Map.of());
    }

    /** What F&O calls the terms of a key; empty if nothing is said of it. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(terms.get(key(key)));
    }
}
