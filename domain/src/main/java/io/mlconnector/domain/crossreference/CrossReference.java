package io.mlconnector.domain.crossreference;

import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.trade.UnitSymbol;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One agreed translation between a partner's word and ours, kept by an operator. Wins over every other rule.
 *
 * @param scope for whom it holds
 * @param kind of what
 * @param theirs the partner's word: a unit code such as {@code CT}, or a product id with qualifier such as {@code
 *     VN:ABC-1}
 * @param ours our word: a unit symbol or an item number; both words fit their kind, so that no document stumbles over them
 * @param dates of the documents for which it holds
 */
public record CrossReference(CrossReferenceScope scope, Kind kind, String theirs, String ours, EffectiveDates dates) {

    private static final Pattern PRODUCT_ID = Pattern.compile("[A-Za-z0-9]{2}:.+");

    /** A qualifier, a colon, and a product id. */
    private static final int LONGEST = 83;

    public CrossReference {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(dates, "dates");
        if (theirs.isBlank() || ours.isBlank()) {
            throw new IllegalArgumentException("A cross reference has a word on both sides");
        }
        theirs = theirs.strip();
        switch (kind) {
            case UNIT -> {
                theirs = new UnitCode(theirs).code();
                ours = new UnitSymbol(ours).symbol();
            }
            case ITEM -> ours = new ItemNumber(ours).number();
        }
        if (theirs.length() > LONGEST) {
            throw new IllegalArgumentException("A partner's word has at most " + LONGEST + " characters");
        }
    }

    /** A partner's, in every legal entity and on every day. */
    public static CrossReference always(PartnerId partner, Kind kind, String theirs, String ours) {
        return new CrossReference(CrossReferenceScope.of(partner), kind, theirs, ours, EffectiveDates.ALWAYS);
    }

    /** What it translates; there is one translation of it at most. */
    public Key key() {
        return new Key(scope, kind, theirs, dates.from());
    }

    /**
     * What is translated, for whom and from when. Letters are compared without regard to case.
     *
     * @param scope for whom
     * @param kind of what
     * @param theirs the partner's word
     * @param from the first day; empty if it always held
     */
    public record Key(CrossReferenceScope scope, Kind kind, String theirs, Optional<LocalDate> from) {
        public Key {
            theirs = theirs.strip().toUpperCase(Locale.ROOT);
        }

        /** For sentences, such as "the unit CT of acme". */
        @Override
        public String toString() {
            return "the " + kind.word() + " " + theirs + " of " + scope
                    + from.map(day -> " from " + day).orElse("");
        }
    }

    /**
     * This, if a document can ever use it: lines name items by a product id with its qualifier (reference x12, section 11), so that one
     * without it would be looked for in vain.
     *
     * @throws IllegalArgumentException if none can, with what to write
     */
    public CrossReference usable() {
        if (kind == Kind.ITEM && !PRODUCT_ID.matcher(theirs).matches()) {
            throw new IllegalArgumentException("An item is named with the qualifier of its product id, such as VN:"
                    + theirs + " for the vendor's number; without one no line of a document says it");
        }
        return this;
    }

    /** Of what a cross reference speaks. */
    public enum Kind {
        UNIT,
        ITEM;

        /** The word of files, commands and the interface. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
