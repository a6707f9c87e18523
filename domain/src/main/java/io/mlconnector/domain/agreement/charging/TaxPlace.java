package io.mlconnector.domain.agreement.charging;

/** What becomes of the tax that an invoice states. */
public sealed interface TaxPlace {

    /** It goes into {@code ImportedSalesTax}, with which F&O compares the tax that it reckons itself. */
    record Compared() implements TaxPlace {}

    /**
     * A charge of the invoice header, because F&O reckons no tax for these purchases.
     *
     * @param place the charges code
     */
    record Charged(ChargePlace.Header place) implements TaxPlace {}

    /** A person decides. */
    record Person() implements TaxPlace {}

    /**
     * As it is written in a configuration: {@code compare}, {@code charge SALESTAX} or {@code hold}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static TaxPlace parse(String text) {
        String stripped = text.strip();
        if (stripped.startsWith("charge ")) {
            return new Charged(new ChargePlace.Header(stripped.substring("charge ".length())));
        }
        return switch (stripped) {
            case "compare" -> new Compared();
            case "hold" -> new Person();
            default ->
                throw new IllegalArgumentException(
                        "must be compare, charge CODE or hold, where CODE is a charges code of F&O, not " + text);
        };
    }
}
