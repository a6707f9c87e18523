package io.mlconnector.domain.invoicing.heading;

import io.mlconnector.domain.agreement.header.DocumentNumber;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.agreement.header.TermsTable;
import io.mlconnector.domain.invoicing.detail.PaymentTerms;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.LegalEntity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills the header of an invoice in F&O with what the 810 says of it. What it does not say, says twice in different ways, or says in
 * words that nobody translated is left out: F&O then takes what it has of the order and the vendor.
 */
public final class HeaderFilling {

    /** F&O keeps so many characters of a document number (reference dynamics, section 2.6). */
    private static final int LONGEST_NUMBER = 20;

    private static final String TABLE = "invoices.header.terms";

    private HeaderFilling() {}

    /**
     * The fields, and why each of them is what it is.
     *
     * @param fields what is written
     * @param reasons a sentence for each field that comes from the 810, or that was left out though it was wanted
     */
    public record Filled(HeaderFields fields, List<String> reasons) {
        public Filled {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What is written.
     *
     * @param agreed with the partner
     * @param legalEntity the company that owes the money
     * @param taken the day on which the file was taken, in the agreed zone; empty if nobody knows
     */
    public static Filled fill(
            VendorInvoice invoice, HeaderAgreement agreed, LegalEntity legalEntity, Optional<LocalDate> taken) {
        List<String> reasons = new ArrayList<>();
        return new Filled(
                new HeaderFields(
                        taken.filter(ignored -> agreed.receivedDate()),
                        terms(invoice, agreed.terms().in(legalEntity), reasons),
                        agreed.dueDate() ? dueDate(invoice, reasons) : Optional.empty(),
                        documentNumber(invoice, agreed.documentNumber(), reasons)),
                reasons);
    }

    private static String terms(VendorInvoice invoice, TermsTable table, List<String> reasons) {
        if (!table.saysAnything()) {
            return "";
        }
        Set<String> found = new LinkedHashSet<>();
        for (PaymentTerms terms : invoice.details().terms()) {
            Set<String> names = names(terms, table);
            if (names.isEmpty()) {
                reasons.add("Terms " + said(terms) + " (ITD) stand for no terms of payment of F&O under " + TABLE
                        + ", so that the header is created without terms and F&O takes its own");
                return "";
            }
            found.addAll(names);
        }
        if (found.size() > 1) {
            reasons.add(
                    "The terms of the invoice (ITD) stand for "
                            + found.stream().sorted().collect(Collectors.joining(" and ")) + " under " + TABLE
                            + ", which contradict each other, so that the header is created without terms and F&O takes its own");
            return "";
        }
        found.forEach(name ->
                reasons.add("Terms " + said(invoice.details().terms().get(0)) + " (ITD) are " + name + " by " + TABLE));
        return String.join("", found);
    }

    /** Words and numbers say the same twice, so both are looked up; the code says least and counts where neither is in the table. */
    private static Set<String> names(PaymentTerms terms, TermsTable table) {
        Set<String> names = Stream.of(terms.description(), numbers(terms))
                .filter(key -> !key.isBlank())
                .flatMap(key -> table.find(key).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.isEmpty() && !terms.type().isBlank()) {
            table.find(terms.type()).ifPresent(names::add);
        }
        return names;
    }

    /** {@code 2% 10 net 30}: ITD03, ITD05 and ITD07 as far as they are there. */
    private static String numbers(PaymentTerms terms) {
        List<String> words = new ArrayList<>();
        terms.discountPercent().filter(percent -> percent.signum() != 0).ifPresent(percent -> {
            words.add(plain(percent) + "%");
            terms.discountDays().ifPresent(days -> words.add(plain(days)));
        });
        terms.netDays().ifPresent(days -> words.add("net " + plain(days)));
        return String.join(" ", words);
    }

    private static String said(PaymentTerms terms) {
        return Stream.of(terms.description().strip(), numbers(terms), terms.type())
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> "\"" + text + "\"")
                .orElse("without words and numbers");
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** Days that count from some day (ITD07) are not reckoned: which day that is, F&O's terms say. */
    private static Optional<LocalDate> dueDate(VendorInvoice invoice, List<String> reasons) {
        List<LocalDate> days = invoice.details().terms().stream()
                .flatMap(terms -> terms.netDate().stream())
                .distinct()
                .sorted()
                .toList();
        if (days.size() > 1) {
            reasons.add("The invoice states several days of payment (ITD06): "
                    + days.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                    + ", so that the header is created without a due date and F&O reckons its own");
            return Optional.empty();
        }
        days.forEach(day -> reasons.add("Due date is " + day + " by ITD06"));
        return days.stream().findFirst();
    }

    private static String documentNumber(VendorInvoice invoice, DocumentNumber source, List<String> reasons) {
        String from = switch (source) {
            case DocumentNumber.None ignored -> "";
            case DocumentNumber.SecondNumber ignored -> "BIG10";
            case DocumentNumber.Reference(String qualifier) -> "REF " + qualifier;
        };
        String number = switch (source) {
            case DocumentNumber.None ignored -> "";
            case DocumentNumber.SecondNumber ignored ->
                invoice.details().secondNumber().strip();
            case DocumentNumber.Reference(String qualifier) ->
                invoice.references().getOrDefault(qualifier, "").strip();
        };
        if (number.isEmpty()) {
            return "";
        }
        if (number.length() > LONGEST_NUMBER) {
            reasons.add("Document number " + number + " (" + from + ") has more than the " + LONGEST_NUMBER
                    + " characters that F&O keeps, so that the header is created without one");
            return "";
        }
        reasons.add("Document number is " + number + " by " + from);
        return number;
    }
}
