package io.mlconnector.domain.trade;

import java.util.List;
import java.util.Locale;

/**
 * A product reference as a partner writes it: a qualifier of X12 data element 235 and the id (element 234).
 *
 * @param qualifier two upper-case characters, such as {@code UP}, {@code VN} or {@code BP}
 * @param id 1 to 80 characters, as sent (48 in release 004010)
 */
public record ProductId(String qualifier, String id) {

    public ProductId {
        qualifier = Text.within("product id qualifier", qualifier.strip(), 2).toUpperCase(Locale.ROOT);
        id = Text.within("product id", id.strip(), 80);
    }

    /** Who gave the id, as far as the qualifier tells (reference x12, section 11, product id 235). */
    public Source source() {
        return switch (qualifier) {
            case "UP", "EN", "UK", "EO", "UA", "UI" -> Source.GTIN;
            case "VN", "VP", "VA", "VC" -> Source.VENDOR;
            case "BP", "IN", "SK", "CB", "PI", "IT" -> Source.BUYER;
            default -> Source.OTHER;
        };
    }

    /** For a person, such as {@code GTIN 7612345678016 (EN), the vendor's number IT-W8 (VN) and our number P-3002 (BP)}. */
    public static String inWords(List<ProductId> ids) {
        List<String> words = ids.stream().map(ProductId::inWords).toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private String inWords() {
        String kind = switch (source()) {
            case GTIN -> "GTIN ";
            case VENDOR -> "the vendor's number ";
            case BUYER -> "our number ";
            case OTHER -> "";
        };
        return kind + id + " (" + qualifier + ")";
    }

    @Override
    public String toString() {
        return qualifier + ":" + id;
    }

    /** Who gave a product id. */
    public enum Source {
        /** A GTIN of any length: U.P.C., EAN, case code. */
        GTIN,
        /** The vendor's own item number. */
        VENDOR,
        /** Our item number. */
        BUYER,
        /** A size, a colour, a lot: says something of the product but does not name it. */
        OTHER
    }
}
