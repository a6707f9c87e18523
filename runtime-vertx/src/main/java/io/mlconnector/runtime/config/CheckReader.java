package io.mlconnector.runtime.config;

import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.Level;
import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.trade.LegalEntity;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads how a partner's invoices are checked, in general and in single legal entities. */
final class CheckReader {

    private static final Map<String, Level> LEVELS = Map.of("off", Level.OFF, "warn", Level.WARN, "hold", Level.HOLD);

    private CheckReader() {}

    /**
     * The checks of a partner.
     *
     * @param legalEntities of the connection; empty if they are not known
     */
    static Checks read(Section section, Set<LegalEntity> legalEntities) {
        Checks general = one(section, Checks.USUAL);
        Map<LegalEntity, Checks> single = new LinkedHashMap<>();
        Section companies = section.section("legalEntities");
        for (String key : Set.copyOf(companies.keys())) {
            Section company = companies.section(key);
            try {
                LegalEntity legalEntity = new LegalEntity(key);
                if (!legalEntities.isEmpty() && !legalEntities.contains(legalEntity)) {
                    companies.mistake(
                            key,
                            "is not among dynamics.legalEntities "
                                    + legalEntities.stream().sorted().toList());
                }
                single.put(legalEntity, one(company, general));
            } catch (IllegalArgumentException e) {
                companies.mistake(key, String.valueOf(e.getMessage()));
            }
            company.close();
        }
        companies.close();
        section.close();
        return new Checks(
                general.priceTolerance(),
                general.quantityTolerance(),
                general.totalTolerance(),
                general.onMismatch(),
                general.matching(),
                general.levels(),
                single);
    }

    /** What is not written is as in {@code otherwise}. */
    private static Checks one(Section section, Checks otherwise) {
        Map<Check, Level> levels = new EnumMap<>(Check.class);
        levels.putAll(otherwise.levels());
        Section words = section.section("levels");
        for (Check check : Check.values()) {
            if (words.has(check.word())) {
                levels.put(check, words.choice(check.word(), Level.HOLD, LEVELS));
            }
        }
        words.close();
        try {
            return new Checks(
                    section.read("priceTolerance", otherwise.priceTolerance(), Values::decimal),
                    section.read("quantityTolerance", otherwise.quantityTolerance(), Values::decimal),
                    section.read("totalTolerance", otherwise.totalTolerance(), Values::decimal),
                    section.choice(
                            "onMismatch",
                            otherwise.onMismatch(),
                            Map.of("hold", OnMismatch.HOLD, "warn", OnMismatch.WARN)),
                    section.choice(
                            "matching",
                            otherwise.matching(),
                            Map.of("three-way", Matching.THREE_WAY, "two-way", Matching.TWO_WAY)),
                    levels,
                    Map.of());
        } catch (IllegalArgumentException e) {
            section.mistake("", String.valueOf(e.getMessage()));
            return otherwise;
        }
    }
}
