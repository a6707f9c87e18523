package io.mlconnector.domain.alignment;

import io.mlconnector.domain.trade.PartnerId;
import java.util.Locale;
import java.util.Objects;

/**
 * One agreed translation between a partner's word and ours, kept by an operator. Wins over every other rule.
 *
 * @param partner whose word it is
 * @param kind of what
 * @param theirs the partner's word: a unit code such as {@code CT}, or a product id with qualifier such as {@code
 *     VN:ABC-1}
 * @param ours our word: a unit symbol or an item number
 */
public record CrossReference(PartnerId partner, Kind kind, String theirs, String ours) {

    public CrossReference {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(kind, "kind");
        if (theirs.isBlank() || ours.isBlank()) {
            throw new IllegalArgumentException("A cross reference has a word on both sides");
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
