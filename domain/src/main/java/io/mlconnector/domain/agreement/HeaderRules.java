package io.mlconnector.domain.agreement;

import io.mlconnector.domain.trade.LegalEntity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the header of orders is written for a partner.
 *
 * @param orderType BEG02 and BCH02
 * @param references REF segments of the header, in this order
 * @param lineReferences REF segments of each line
 * @param dates DTM segments; a line has its own where its day differs from the header's
 * @param parties N1 loops, in this order
 * @param notes texts for every order, after those that the order itself has
 * @param ourDuns our DUNS numbers, each of 9 digits or 13 characters, by legal entity; those without one are named by our code
 */
public record HeaderRules(
        String orderType,
        List<ReferenceRule> references,
        List<ReferenceRule> lineReferences,
        List<DateRule> dates,
        List<PartyRule> parties,
        List<String> notes,
        Map<LegalEntity, String> ourDuns) {
    /** Stand-alone; our number for the vendor; days of delivery and shipping; ST, BY, BT, VN. */
    public static final HeaderRules USUAL = new HeaderRules(
            "SA",
            List.of(new ReferenceRule("IA", Fact.VENDOR_ACCOUNT, "")),
            List.of(new ReferenceRule("CO", Fact.CUSTOMER_REFERENCE, "")),
            List.of(
                    new DateRule("002", DateRule.Day.REQUESTED_DELIVERY, 0),
                    new DateRule("010", DateRule.Day.REQUESTED_SHIP, 0)),
            List.of(
                    PartyRule.usual("ST", PartyRule.Who.DELIVERY),
                    PartyRule.usual("BY", PartyRule.Who.US),
                    PartyRule.usual("BT", PartyRule.Who.US),
                    PartyRule.usual("VN", PartyRule.Who.VENDOR)),
            List.of(),
            Map.of());

    public HeaderRules {
        if (orderType.length() != 2) {
            throw new IllegalArgumentException("An order type has two characters");
        }
        references = List.copyOf(references);
        lineReferences = List.copyOf(lineReferences);
        dates = List.copyOf(dates);
        parties = List.copyOf(parties);
        notes = List.copyOf(notes);
        ourDuns = Map.copyOf(ourDuns);
        ourDuns.values().forEach(number -> {
            if (!number.matches("[0-9]{9}([0-9A-Z]{4})?")) {
                throw new IllegalArgumentException(
                        "A DUNS number has 9 digits, and 4 more characters where a place is meant");
            }
        });
    }

    /** The same where we are known by these DUNS numbers. */
    public HeaderRules with(Map<LegalEntity, String> duns) {
        return new HeaderRules(orderType, references, lineReferences, dates, parties, notes, duns);
    }

    /** The DUNS number of a company of ours; empty if none is configured. */
    public Optional<String> ourDuns(LegalEntity legalEntity) {
        return Optional.ofNullable(ourDuns.get(legalEntity));
    }

    /** What a REF can carry. */
    public enum Fact {
        /** What the rule itself says. */
        CONSTANT,
        VENDOR_ACCOUNT,
        INVOICE_VENDOR_ACCOUNT,
        VENDOR_REFERENCE,
        ORDER_NUMBER,
        CONFIRMATION_NUMBER,
        LEGAL_ENTITY,
        POOL,
        PROJECT,
        BUYER_GROUP,
        /** F&O's number of the place of delivery; of a line its own. */
        DELIVERY_LOCATION,
        /** DUNS number of the place of delivery; of a line its own. */
        DELIVERY_DUNS,
        /** Of a line; in the header nothing. */
        CUSTOMER_REFERENCE,
        /** Of a line; in the header nothing. */
        REQUISITION
    }

    /**
     * One REF. Not written if there is nothing to carry.
     *
     * @param qualifier REF01
     * @param fact what REF02 carries
     * @param constant REF02 if the fact is {@link Fact#CONSTANT}
     */
    public record ReferenceRule(String qualifier, Fact fact, String constant) {
        public ReferenceRule {
            Objects.requireNonNull(fact, "fact");
            Objects.requireNonNull(constant, "constant");
            if (qualifier.length() < 2 || qualifier.length() > 3) {
                throw new IllegalArgumentException("A reference qualifier has two or three characters");
            }
        }
    }

    /**
     * One DTM. Not written if the order does not name the day.
     *
     * @param qualifier DTM01
     * @param day which day
     * @param plus so many days later; may be negative
     */
    public record DateRule(String qualifier, Day day, int plus) {
        public DateRule {
            Objects.requireNonNull(day, "day");
            if (qualifier.length() != 3) {
                throw new IllegalArgumentException("A date qualifier has three characters");
            }
        }

        /** Days that an order or its lines name. */
        public enum Day {
            REQUESTED_DELIVERY,
            REQUESTED_SHIP,
            CONFIRMED_DELIVERY,
            CONFIRMED_SHIP,
            /** Of the order, never of a line. */
            ORDERED,
            /** Of the order, never of a line. */
            CONFIRMED
        }
    }

    /**
     * One N1 loop.
     *
     * @param role N101
     * @param who whom it names
     * @param name N102; empty for the name that the order has
     * @param idQualifier N103
     * @param id N104; empty for our code of the party
     */
    public record PartyRule(String role, Who who, Optional<String> name, String idQualifier, Optional<String> id) {
        public PartyRule {
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(id, "id");
            if (role.length() < 2 || role.length() > 3) {
                throw new IllegalArgumentException("A party role has two or three characters");
            }
            if (idQualifier.isEmpty() || idQualifier.length() > 2) {
                throw new IllegalArgumentException("A party id qualifier has one or two characters");
            }
        }

        /** By its own name and our code. */
        public static PartyRule usual(String role, Who who) {
            return new PartyRule(role, who, Optional.empty(), "92", Optional.empty());
        }

        /** Who a party is. */
        public enum Who {
            /** Where the goods go. */
            DELIVERY,
            /** The buying company. */
            US,
            VENDOR,
            /** Who sends the invoice. */
            INVOICE_VENDOR,
            /** Where the invoice goes; left out where F&O names no such address. */
            INVOICE_ADDRESS
        }
    }
}
