package io.mlconnector.domain.agreement.header;

import java.util.Locale;
import java.util.Objects;

/** Which number of the vendor becomes {@code DocumentNumber} of the invoice in F&O. */
public sealed interface DocumentNumber {

    /** None: the field is left out. */
    record None() implements DocumentNumber {}

    /** BIG10 of the 810, where release and partner have it. */
    record SecondNumber() implements DocumentNumber {}

    /**
     * A reference of the header of the 810 (REF).
     *
     * @param qualifier REF01, 2 or 3 letters and digits
     */
    record Reference(String qualifier) implements DocumentNumber {
        public Reference {
            Objects.requireNonNull(qualifier, "qualifier");
            if (!qualifier.matches("[A-Z0-9]{2,3}")) {
                throw new IllegalArgumentException("REF01 has 2 or 3 letters and digits, not " + qualifier);
            }
        }
    }

    /**
     * As it is written in a configuration: {@code none}, {@code BIG10} or {@code REF BM}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static DocumentNumber parse(String text) {
        String stripped = text.strip().replaceAll("\\s+", " ");
        if (stripped.equals("none")) {
            return new None();
        }
        if (stripped.equals("BIG10")) {
            return new SecondNumber();
        }
        if (stripped.matches("REF [A-Za-z0-9]{2,3}")) {
            return new Reference(stripped.substring("REF ".length()).toUpperCase(Locale.ROOT));
        }
        throw new IllegalArgumentException(
                "must be none, BIG10, or REF and the code of REF01 such as REF BM, not " + text);
    }
}
