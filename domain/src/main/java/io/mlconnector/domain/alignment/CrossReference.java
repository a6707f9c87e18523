package io.mlconnector.domain.alignment;

import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.trade.UnitSymbol;
import java.util.Locale;
import java.util.Objects;

/**
 * One agreed translation between a partner's word and ours, kept by an operator. Wins over every other rule.
 *
 * @param partner whose word it is
 * @param kind of what
 * @param theirs the partner's word: a unit code such as {@code CT}, or a product id with qualifier such as {@code
 *     VN:ABC-1}
 * @param ours our word: a unit symbol or an item number; both words fit their kind, so that no document stumbles over them
 */
public record CrossReference(PartnerId partner, Kind kind, String theirs, String ours) {

    /** A qualifier, a colon, and a product id. */
    private static final int LONGEST = 83;

    public CrossReference {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(kind, "kind");
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
