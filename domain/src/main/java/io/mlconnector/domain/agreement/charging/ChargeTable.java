package io.mlconnector.domain.agreement.charging;

import io.mlconnector.domain.trade.LegalEntity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the allowances, charges and taxes of invoices go in F&O. A key is what an 810 says: {@code D240} (SAC02), {@code VI:FRT}
 * (agency SAC03 and its code SAC04), {@code D240 VI:FRT} (both; of an ITA, which older releases have in place of SAC, ITA14, ITA02 and
 * ITA03), or {@code OTHERS} for what no other key names.
 *
 * @param places by key in upper case
 * @param taxes empty: as in the table below this one, in the end compared
 * @param inLegalEntities what is different there
 */
public record ChargeTable(
        Map<String, ChargePlace> places, Optional<TaxPlace> taxes, Map<LegalEntity, ChargeTable> inLegalEntities) {

    /** Says nothing: charges are held, taxes compared. */
    public static final ChargeTable NONE = new ChargeTable(Map.of(), Optional.empty(), Map.of());

    /** The key of what no other key names. */
    public static final String OTHERS = "OTHERS";

    public ChargeTable {
        Map<String, ChargePlace> byKey = new HashMap<>();
        places.forEach((key, place) -> byKey.put(key.strip().toUpperCase(Locale.ROOT), place));
        places = Map.copyOf(byKey);
        Objects.requireNonNull(taxes, "taxes");
        inLegalEntities = Map.copyOf(inLegalEntities);
    }

    /**
     * A key as it is written in a configuration.
     *
     * @throws IllegalArgumentException if no segment of an 810 can have it
     */
    public static String key(String text) {
        String key = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (!key.equals(OTHERS) && !key.matches("[A-Z0-9]{3,4}|([A-Z0-9]{3,4} )?[A-Z0-9]{2}:\\S{1,10}")) {
            throw new IllegalArgumentException(
                    "is no code of an allowance or charge: write SAC02 such as D240, SAC03 and SAC04 such as"
                            + " \"VI:FRT\", both such as \"D240 VI:FRT\", or others;"
                            + " of an ITA, ITA14 and ITA02 and ITA03");
        }
        return key;
    }

    /** What applies in a legal entity: what it says there wins over what it says in general. */
    public ChargeTable in(LegalEntity legalEntity) {
        ChargeTable there = inLegalEntities.get(legalEntity);
        return there == null ? new ChargeTable(places, taxes, Map.of()) : there.overFlat(this);
    }

    /**
     * This table in front of another: of each key the first one that is there counts of this in the legal entity, this in general, the
     * other in the legal entity, the other in general.
     */
    public ChargeTable over(ChargeTable below) {
        Map<LegalEntity, ChargeTable> merged = new LinkedHashMap<>();
        Stream.concat(inLegalEntities.keySet().stream(), below.inLegalEntities.keySet().stream())
                .distinct()
                .forEach(legalEntity -> merged.put(legalEntity, in(legalEntity).overFlat(below.in(legalEntity))));
        ChargeTable general = overFlat(below);
        return new ChargeTable(general.places, general.taxes, merged);
    }

    private ChargeTable overFlat(ChargeTable below) {
        Map<String, ChargePlace> merged = new HashMap<>(below.places);
        merged.putAll(places);
        return new ChargeTable(merged, taxes.or(below::taxes), Map.of());
    }

    /**
     * Where a charge goes; empty if nothing is said of it.
     *
     * @param code SAC02 or ITA14; may be empty
     * @param agency SAC03 or ITA02; may be empty
     * @param agencyCode SAC04 or ITA03; may be empty
     */
    public Optional<ChargePlace> place(String code, String agency, String agencyCode) {
        String byAgency = agency + ":" + agencyCode;
        return Stream.of(code + " " + byAgency, byAgency, code, OTHERS)
                .filter(key -> !key.isBlank())
                .map(key -> places.get(key.strip().toUpperCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What becomes of taxes. */
    public TaxPlace taxPlace() {
        return taxes.orElseGet(TaxPlace.Compared::new);
    }
}
