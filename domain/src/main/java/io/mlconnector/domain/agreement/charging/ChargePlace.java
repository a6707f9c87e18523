package io.mlconnector.domain.agreement.charging;

import java.util.Objects;

/** Where an allowance or charge of an invoice goes in F&O. */
public sealed interface ChargePlace {

    /**
     * A charge of the invoice header ({@code VendorInvoiceHeaderCharges}).
     *
     * @param chargesCode a charges code of F&O, 1 to 10 characters
     */
    record Header(String chargesCode) implements ChargePlace {
        public Header {
            chargesCode = checked(chargesCode);
        }
    }

    /**
     * A charge of an invoice line ({@code VendorInvoiceLineCharges}); one of the whole invoice is spread over the lines by amount.
     *
     * @param chargesCode a charges code of F&O, 1 to 10 characters
     */
    record Line(String chargesCode) implements ChargePlace {
        public Line {
            chargesCode = checked(chargesCode);
        }
    }

    /** Into the price of the line; one of the whole invoice is spread over the lines by amount. */
    record Price() implements ChargePlace {}

    /**
     * An invoice line of its own.
     *
     * @param name of a procurement category, never blank
     */
    record Category(String name) implements ChargePlace {
        public Category {
            Objects.requireNonNull(name, "name");
            if (name.isBlank()) {
                throw new IllegalArgumentException("A procurement category has a name");
            }
            name = name.strip();
        }
    }

    /** It says something only, and is no part of what is paid. */
    record Nowhere() implements ChargePlace {}

    /** A person decides. */
    record Person() implements ChargePlace {}

    /**
     * As it is written in a configuration: {@code header FREIGHT}, {@code line FREIGHT}, {@code price}, {@code category Freight},
     * {@code ignore} or {@code hold}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static ChargePlace parse(String text) {
        String stripped = text.strip();
        int blank = stripped.indexOf(' ');
        String word = blank < 0 ? stripped : stripped.substring(0, blank);
        String rest = blank < 0 ? "" : stripped.substring(blank + 1).strip();
        return switch (word) {
            case "header" -> new Header(rest);
            case "line" -> new Line(rest);
            case "category" -> new Category(rest);
            case "price" -> alone(rest, text, new Price());
            case "ignore" -> alone(rest, text, new Nowhere());
            case "hold" -> alone(rest, text, new Person());
            default -> throw unknown(text);
        };
    }

    private static ChargePlace alone(String rest, String text, ChargePlace place) {
        if (!rest.isEmpty()) {
            throw unknown(text);
        }
        return place;
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "must be header CODE, line CODE, price, category NAME, ignore or hold, where CODE is a"
                        + " charges code of F&O, not " + text);
    }

    private static String checked(String code) {
        String stripped = Objects.requireNonNull(code, "chargesCode").strip();
        if (stripped.isEmpty() || stripped.length() > 10) {
            throw new IllegalArgumentException(
                    "A charges code of F&O has 1 to 10 characters, not " + stripped.length() + ": " + stripped);
        }
        return stripped;
    }
}
