package io.mlconnector.x12;

import io.mlconnector.domain.invoicing.detail.InformativeCharge;
import io.mlconnector.domain.invoicing.detail.InvoiceContact;
import io.mlconnector.domain.invoicing.detail.InvoiceDetails;
import io.mlconnector.domain.invoicing.detail.PaymentTerms;
import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.invoicing.detail.line.SubLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the segments of an 810 that are not posted. Independent of the reader. */
final class DetailText {
    private DetailText() {}

    static Stream<String> notes(InvoiceDetails details) {
        return details.notes().stream().map(note -> "NTE*" + note.qualifier() + "*" + note.text());
    }

    static Stream<String> contacts(List<InvoiceContact> contacts) {
        return contacts.stream().map(contact -> {
            var per = new StringBuilder("PER*" + contact.function() + "*" + contact.name());
            contact.lines()
                    .forEach(line ->
                            per.append('*').append(line.kind()).append('*').append(line.number()));
            return per.toString();
        });
    }

    /** After the parties. */
    static Stream<String> header(InvoiceDetails details) {
        return Stream.of(
                        details.terms().stream().map(DetailText::terms),
                        details.dates().entrySet().stream()
                                .map(entry -> "DTM*" + entry.getKey() + "*" + date(Optional.of(entry.getValue()))),
                        details.freight().stream()
                                .map(fob -> "FOB*" + fob.payment() + "*" + fob.placeQualifier() + "*" + fob.place()
                                        + "*01*" + fob.incoterm()))
                .flatMap(segments -> segments);
    }

    static String total(InvoiceDetails details) {
        return "*" + cents(details.discountable()) + "*" + cents(details.discountedTotal()) + "*"
                + cents(details.termsDiscount());
    }

    /** Between taxes and charges. */
    static Stream<String> carriage(InvoiceDetails details) {
        return Stream.concat(
                details.carriage().stream()
                        .map(cad -> "CAD*" + cad.mode() + "***" + cad.carrier() + "*" + cad.routing() + "**"
                                + cad.referenceQualifier() + "*" + cad.reference()),
                details.amounts().entrySet().stream().map(entry -> "AMT*" + entry.getKey() + "*" + entry.getValue()));
    }

    static Stream<String> shipped(InvoiceDetails details) {
        return details.shipped().stream()
                .map(iss -> "ISS*" + number(iss.units()) + "*" + iss.unit() + "*" + number(iss.weight()) + "*"
                        + iss.weightUnit() + "*" + number(iss.volume()) + "*" + iss.volumeUnit());
    }

    static Stream<String> informative(List<InformativeCharge> charges) {
        return charges.stream()
                .map(charge -> "SAC*" + charge.indicator() + "*" + charge.code() + "***" + cents(charge.amount()) + "**"
                        + number(charge.percent()) + "*****" + charge.handling() + "***" + charge.description());
    }

    private static String terms(PaymentTerms terms) {
        return "ITD*" + terms.type() + "*" + terms.basis() + "*" + number(terms.discountPercent()) + "*"
                + date(terms.discountDate()) + "*" + number(terms.discountDays()) + "*" + date(terms.netDate()) + "*"
                + number(terms.netDays()) + "*" + cents(terms.discountAmount()) + "****" + terms.description() + "*"
                + number(terms.dayOfMonth());
    }

    /** Before the description of a line. */
    static Stream<String> quantities(InvoiceLineDetails details) {
        return details.quantities().stream()
                .map(quantity ->
                        "QTY*" + quantity.qualifier() + "*" + quantity.quantity() + "*" + quantity.unit() + ">>2");
    }

    static Stream<String> prices(InvoiceLineDetails details) {
        return Stream.concat(
                details.prices().stream()
                        .map(price -> "CTP*" + price.tradeClass() + "*" + price.type() + "*" + number(price.price())
                                + "*" + number(price.quantity()) + "*" + price.unit()),
                details.others().stream().filter(DetailText::isEarly));
    }

    /** Whether a segment that is kept as sent precedes the description of a line. */
    static boolean isEarly(String segment) {
        return segment.startsWith("MEA") || segment.startsWith("PAM");
    }

    /** After the description of a line. */
    static Stream<String> line(InvoiceLineDetails details) {
        return Stream.of(
                        details.descriptions().stream()
                                .map(pid -> "PID*" + pid.kind() + "*" + pid.characteristic()
                                        + (pid.code().isEmpty() ? "**" : "*VI*" + pid.code()) + "*" + pid.text()),
                        details.packing().stream()
                                .map(po4 -> "PO4*" + number(po4.pack()) + "*" + number(po4.size()) + "*" + po4.unit()
                                        + "*" + po4.packaging() + "*".repeat(10) + number(po4.innerPacks())),
                        details.references().entrySet().stream()
                                .map(entry -> "REF*" + entry.getKey() + "*" + entry.getValue()),
                        contacts(details.contacts()),
                        details.dates().entrySet().stream()
                                .map(entry -> "DTM*" + entry.getKey() + "*" + date(Optional.of(entry.getValue()))))
                .flatMap(segments -> segments);
    }

    /** A part of a line. */
    static String subLine(SubLine sub) {
        var sln = new StringBuilder("SLN*" + sub.id() + "**" + sub.relation() + "*" + number(sub.quantity()) + "*"
                + sub.unit() + "*" + number(sub.price()) + "**");
        sub.productIds()
                .forEach(
                        id -> sln.append('*').append(id.qualifier()).append('*').append(id.id()));
        return sln.toString();
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    private static String cents(Optional<BigDecimal> amount) {
        return amount.map(decimal -> decimal.movePointRight(2).toBigInteger().toString())
                .orElse("");
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(day -> day.format(DateTimeFormatter.BASIC_ISO_DATE)).orElse("");
    }
}
