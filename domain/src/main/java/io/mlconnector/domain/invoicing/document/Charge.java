package io.mlconnector.domain.invoicing.document;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An allowance or a charge that counts (810, segment SAC, before release 004010 ITA, after the rules of reference x12, section 13).
 *
 * @param code SAC02 or ITA14, such as {@code D240} for freight; may be empty
 * @param amount what it adds to the invoice: negative for an allowance; two decimals
 * @param description SAC15 or ITA13; may be empty
 * @param indicator SAC01 or ITA01: {@code A} for an allowance, {@code C} for a charge; empty if not known
 * @param handling SAC12 or ITA04, such as {@code 02} for off invoice; may be empty
 * @param agency SAC03 or ITA02, such as {@code VI}; empty if absent, also in what older versions stored
 * @param agencyCode SAC04 or ITA03, the agency's code of it; as above
 */
public record Charge(
        String code,
        BigDecimal amount,
        String description,
        String indicator,
        String handling,
        String agency,
        String agencyCode) {

    public Charge {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(description, "description");
        indicator = Objects.requireNonNullElse(indicator, "");
        handling = Objects.requireNonNullElse(handling, "");
        agency = Objects.requireNonNullElse(agency, "");
        agencyCode = Objects.requireNonNullElse(agencyCode, "");
    }

    /** A charge without an agency's code. */
    public Charge(String code, BigDecimal amount, String description, String indicator, String handling) {
        this(code, amount, description, indicator, handling, "", "");
    }

    /** The keys by which it may be named in a table, for a person: {@code D240}, {@code VI:FRT}, or both. */
    public String named() {
        String byAgency = agency.isEmpty() && agencyCode.isEmpty() ? "" : agency + ":" + agencyCode;
        String both = (code + " " + byAgency).strip();
        return both.isEmpty() ? "(no code)" : both;
    }
}
