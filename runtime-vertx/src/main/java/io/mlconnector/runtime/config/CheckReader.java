package io.mlconnector.runtime.config;

import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.Level;
import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.agreement.charging.ChargePlace;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.charging.TaxPlace;
import io.mlconnector.domain.agreement.header.DocumentNumber;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.agreement.header.TermsTable;
import io.mlconnector.domain.invoicing.document.Tax;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.runtime.config.section.Choices;
import io.mlconnector.runtime.config.section.Section;
import io.mlconnector.runtime.config.section.Values;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads how invoices are checked, where their charges go and what their headers say, in general and in single legal entities. */
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
        Map<LegalEntity, Checks> single = single(section, legalEntities, company -> one(company, general));
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

    /**
     * Where charges and taxes go.
     *
     * @param legalEntities of the connection; empty if they are not known
     */
    static ChargeTable charges(Section section, Set<LegalEntity> legalEntities) {
        Map<LegalEntity, ChargeTable> single = single(section, legalEntities, company -> charges(company, Map.of()));
        ChargeTable table = charges(section, single);
        section.close();
        return table;
    }

    /** What is attached in F&O to posted invoices. */
    static Attachments attachments(Section section, Attachments usual) {
        return section.choice(
                "attachments",
                usual,
                Choices.of("none", Attachments.NONE, "note", Attachments.NOTE, "all", Attachments.ALL));
    }

    private static ChargeTable charges(Section section, Map<LegalEntity, ChargeTable> single) {
        Map<String, ChargePlace> places = new LinkedHashMap<>();
        for (String key : Set.copyOf(section.keys())) {
            if (key.equals("legalEntities") || key.equals("taxes")) {
                continue;
            }
            try {
                String code = ChargeTable.key(key);
                if (Tax.SERVICE_CODES.contains(code)) {
                    section.mistake(key, "is a tax: say under taxes what becomes of it");
                }
                places.put(code, section.read(key, new ChargePlace.Person(), ChargePlace::parse));
            } catch (IllegalArgumentException e) {
                section.mistake(key, String.valueOf(e.getMessage()));
            }
        }
        Optional<TaxPlace> taxes = section.read("taxes", Optional.empty(), text -> Optional.of(TaxPlace.parse(text)));
        return new ChargeTable(places, taxes, single);
    }

    /**
     * What is not written is as in {@code otherwise}; of terms, key by key.
     *
     * @param legalEntities of the connection; empty if they are not known
     */
    static HeaderAgreement header(Section section, Set<LegalEntity> legalEntities, HeaderAgreement otherwise) {
        HeaderAgreement header = new HeaderAgreement(
                section.read("receivedDate", otherwise.receivedDate(), Values::truth),
                otherwise.zone(),
                terms(section.section("terms"), legalEntities).over(otherwise.terms()),
                section.read("dueDate", otherwise.dueDate(), Values::truth),
                section.read("documentNumber", otherwise.documentNumber(), DocumentNumber::parse));
        section.close();
        return header;
    }

    /** Such as {@code America/Chicago}; what never changes its offset, such as {@code UTC}, is that offset. */
    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip()).normalized();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "must be a time zone such as America/Chicago, Europe/Berlin or UTC, not " + text, e);
        }
    }

    private static TermsTable terms(Section section, Set<LegalEntity> legalEntities) {
        Map<LegalEntity, TermsTable> single =
                single(section, legalEntities, company -> new TermsTable(keys(company), Map.of()));
        TermsTable table = new TermsTable(keys(section), single);
        section.close();
        return table;
    }

    private static Map<String, String> keys(Section section) {
        Map<String, String> terms = new LinkedHashMap<>();
        for (String key : Set.copyOf(section.keys())) {
            if (!key.equals("legalEntities")) {
                terms.put(key, section.read(key, "", TermsTable::name));
            }
        }
        return terms;
    }

    /** What is written under {@code legalEntities}. */
    private static <T> Map<LegalEntity, T> single(
            Section section, Set<LegalEntity> legalEntities, Function<Section, T> reading) {
        Map<LegalEntity, T> single = new LinkedHashMap<>();
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
                single.put(legalEntity, reading.apply(company));
            } catch (IllegalArgumentException e) {
                companies.mistake(key, String.valueOf(e.getMessage()));
            }
            company.close();
        }
        companies.close();
        return single;
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
