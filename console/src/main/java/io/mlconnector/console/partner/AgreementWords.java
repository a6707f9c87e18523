package io.mlconnector.console.partner;

import io.mlconnector.console.page.Times;
import io.mlconnector.domain.agreement.AcknowledgementAgreement;
import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.charging.ChargePlace;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.charging.TaxPlace;
import io.mlconnector.domain.agreement.header.DocumentNumber;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.trade.LegalEntity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is agreed with a partner, in words. */
final class AgreementWords {

    private AgreementWords() {}

    /** All of it. */
    static List<PartnerPage.Part> of(TradingPartner partner) {
        List<PartnerPage.Part> parts = new ArrayList<>();
        parts.add(envelope(partner.interchange()));
        partner.orders().ifPresent(orders -> parts.add(orders(orders)));
        partner.invoices().ifPresent(invoices -> {
            parts.add(invoices(invoices));
            parts.add(charges(invoices.charges()));
            parts.add(header(invoices.header()));
        });
        return parts;
    }

    private static PartnerPage.Line line(String name, String words) {
        return new PartnerPage.Line(name, words);
    }

    private static PartnerPage.Part envelope(InterchangeAgreement agreed) {
        return new PartnerPage.Part(
                "Interchanges",
                List.of(
                        line(
                                "Their address",
                                agreed.them() + ", group " + agreed.them().group()),
                        line(
                                "Our address",
                                agreed.us() + ", group " + agreed.us().group()),
                        line("Release in which we write", agreed.release().version()),
                        line("Usage", word(agreed.usage()) + "; interchanges of another usage are not processed"),
                        line(
                                "TA1",
                                agreed.acknowledgementRequested() ? "we ask for one (ISA14)" : "we do not ask for one"),
                        line(
                                "Their documents",
                                switch (agreed.validation()) {
                                    case OFF -> "are used if they can be read at all";
                                    case WARN -> "are used if they can be read; what breaks a rule is told";
                                    case REJECT -> "are refused if they break a rule of the standard or their guide";
                                })));
    }

    private static PartnerPage.Part orders(OrderAgreement agreed) {
        return new PartnerPage.Part(
                "Orders",
                List.of(
                        line(
                                "Format",
                                switch (agreed.format()) {
                                    case X12 -> "X12 850 and 860";
                                    case JSON -> "neutral JSON, which Cleo maps";
                                    case API -> "neutral JSON, posted to an API Provider";
                                }),
                        line("Folder", agreed.folder().toString()),
                        line(
                                "Changes",
                                switch (agreed.changes()) {
                                    case CHANGE_ORDER -> "are told by an 860 with the differences";
                                    case REPLACE -> "are told by an 850 that replaces the order";
                                    case HOLD -> "are held until a person decides";
                                }),
                        line(
                                "Answer",
                                agreed.acknowledgeWithin()
                                        .map(within -> "is due within " + Times.length(within))
                                        .orElse("is not expected")),
                        line(
                                "An upload in doubt",
                                switch (agreed.onUnknownOutcome()) {
                                    case HOLD -> "is held until a person has looked";
                                    case RESEND -> "is sent again with the same name and number";
                                }),
                        line("Archive", agreed.archive().map(Object::toString).orElse("none that we look into"))));
    }

    private static PartnerPage.Part invoices(InvoiceAgreement agreed) {
        List<PartnerPage.Line> lines = new ArrayList<>();
        lines.add(line("Folder", agreed.folder().toString()));
        lines.add(line(
                "A file that is settled",
                switch (agreed.afterReceive()) {
                    case LEAVE -> "stays in the folder";
                    case DELETE -> "is removed from the folder";
                }));
        checks("", agreed.checks(), lines);
        agreed.checks().inLegalEntities().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(LegalEntity::toString)))
                .forEach(there -> checks(" in " + there.getKey(), there.getValue(), lines));
        lines.add(line(
                "What comes in",
                agreed.acknowledgement().map(AgreementWords::answered).orElse("is not answered")));
        lines.add(line(
                "824",
                switch (agreed.advice()) {
                    case ASKED -> "is sent when a person asks for it";
                    case AUTOMATIC -> "is sent by itself, once, for what is certainly the partner's to correct";
                }));
        if (!agreed.leniency().forgiven().isEmpty()) {
            lines.add(line(
                    "Forgiven",
                    agreed.leniency().forgiven().stream()
                            .map(AgreementWords::word)
                            .sorted()
                            .collect(Collectors.joining(", "))));
        }
        if (!agreed.leniency().kept().isEmpty()) {
            lines.add(line(
                    "Filed away unprocessed",
                    agreed.leniency().kept().stream().sorted().collect(Collectors.joining(", "))));
        }
        return new PartnerPage.Part("Invoices", lines);
    }

    private static PartnerPage.Part header(HeaderAgreement agreed) {
        return new PartnerPage.Part(
                "Invoice headers in F&O",
                List.of(
                        line(
                                "Day of receipt",
                                agreed.receivedDate()
                                        ? "the day on which the file was taken, in " + Times.named(agreed.zone())
                                        : "is left out"),
                        line(
                                "Terms of payment",
                                agreed.terms().saysAnything()
                                        ? "those of the invoice, as translated"
                                        : "are left to F&O"),
                        line("Due date", agreed.dueDate() ? "the day that the invoice states" : "is left to F&O"),
                        line(
                                "Document number",
                                switch (agreed.documentNumber()) {
                                    case DocumentNumber.None ignored -> "is left out";
                                    case DocumentNumber.SecondNumber ignored -> "BIG10";
                                    case DocumentNumber.Reference reference -> "REF " + reference.qualifier();
                                })));
    }

    private static String answered(AcknowledgementAgreement agreed) {
        return "is answered with a 997 in " + agreed.folder() + "; a TA1 "
                + switch (agreed.confirmation()) {
                    case NEVER -> "is never sent";
                    case ON_REQUEST -> "is sent where ISA14 asks for it";
                    case ALWAYS -> "is always sent";
                };
    }

    private static void checks(String where, Checks checks, List<PartnerPage.Line> lines) {
        lines.add(line(
                "Tolerances" + where,
                "price " + percent(checks.priceTolerance()) + ", quantity " + percent(checks.quantityTolerance())
                        + ", total " + checks.totalTolerance().toPlainString() + " for each line"));
        lines.add(line(
                "Matching" + where,
                switch (checks.matching()) {
                    case THREE_WAY -> "with the order and with what was received";
                    case TWO_WAY -> "with the order only";
                    case NONE -> "F&O compares nothing; here with the order only";
                }));
        lines.add(line(
                "Checks" + where,
                Arrays.stream(InvoiceAgreement.Check.values())
                        .map(check -> spoken(check.word()) + ": " + word(checks.level(check)))
                        .collect(Collectors.joining(", "))));
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private static PartnerPage.Part charges(ChargeTable table) {
        List<PartnerPage.Line> lines = new ArrayList<>();
        table.places().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> lines.add(line(one.getKey(), place(one.getValue()))));
        lines.add(line(
                "Any other charge", table.places().containsKey(ChargeTable.OTHERS) ? "as OTHERS" : "a person decides"));
        lines.add(line(
                "Tax",
                switch (table.taxPlace()) {
                    case TaxPlace.Compared ignored -> "is compared with what F&O reckons";
                    case TaxPlace.Charged charged ->
                        "is charge " + charged.place().chargesCode() + " of the header";
                    case TaxPlace.Person ignored -> "a person decides";
                }));
        if (!table.inLegalEntities().isEmpty()) {
            lines.add(line(
                    "Different in",
                    table.inLegalEntities().keySet().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "))));
        }
        return new PartnerPage.Part("Charges", lines);
    }

    private static String place(ChargePlace place) {
        return switch (place) {
            case ChargePlace.Header header -> "charge " + header.chargesCode() + " of the header";
            case ChargePlace.Line line -> "charge " + line.chargesCode() + " of the line";
            case ChargePlace.Price ignored -> "into the price of the line";
            case ChargePlace.Category category -> "a line of category " + category.name();
            case ChargePlace.Nowhere ignored -> "no part of what is paid";
            case ChargePlace.Person ignored -> "a person decides";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code nearDuplicate} as {@code near duplicate}. */
    private static String spoken(String key) {
        return key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
