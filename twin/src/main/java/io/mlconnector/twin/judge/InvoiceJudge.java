package io.mlconnector.twin.judge;

import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.partner.Fate;
import io.mlconnector.twin.partner.Publication;
import io.mlconnector.twin.scenario.Partner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks that each valid invoice became exactly one complete vendor invoice. */
final class InvoiceJudge {

    private final Evidence evidence;
    private final Declared declared;
    private final Findings findings;
    private final Map<Key, Expected> expected = new LinkedHashMap<>();
    private final Map<Key, List<PendingInvoice>> found = new LinkedHashMap<>();

    /** The identity of an invoice: a number is unique to its vendor. */
    private record Key(String legalEntity, String vendor, String number) {
        @Override
        public String toString() {
            return "Invoice " + number + " of vendor " + vendor + " in " + legalEntity;
        }

        Key numbered(String other) {
            return new Key(legalEntity, vendor, other);
        }
    }

    /** An invoice as it was published first, and all files that contain it. */
    private record Expected(Publication.Invoice invoice, List<String> files) {}

    InvoiceJudge(Evidence evidence, Declared declared, Findings findings) {
        this.evidence = evidence;
        this.declared = declared;
        this.findings = findings;
    }

    void judge() {
        for (Publication publication : evidence.published()) {
            for (Publication.Invoice invoice : publication.invoices()) {
                expected.computeIfAbsent(key(publication, invoice), absent -> new Expected(invoice, new ArrayList<>()))
                        .files()
                        .add(publication.fileName());
            }
        }
        for (PendingInvoice invoice : evidence.invoices()) {
            found.computeIfAbsent(
                            new Key(invoice.legalEntity(), invoice.invoiceAccount(), invoice.invoiceNumber()),
                            absent -> new ArrayList<>())
                    .add(invoice);
        }
        found.forEach(this::explain);
        expected.forEach(this::missing);
        findings.count("files published", evidence.published().size());
        findings.count("invoices published", expected.size());
        findings.count("invoices in F&O", evidence.invoices().size());
    }

    private Key key(Publication publication, Publication.Invoice invoice) {
        Partner partner = evidence.partners().stream()
                .filter(candidate -> candidate.downloadFolder().equals(publication.folder()))
                .findFirst()
                .orElse(null);
        for (Confirmation confirmation : evidence.confirmations()) {
            if (partner != null
                    && confirmation.orderNumber().equals(invoice.purchaseOrderNumber())
                    && confirmation.vendorAccount().equals(partner.vendors().get(confirmation.legalEntity()))) {
                return new Key(confirmation.legalEntity(), confirmation.vendorAccount(), invoice.invoiceNumber());
            }
        }
        return new Key("", "", invoice.invoiceNumber());
    }

    private void explain(Key key, List<PendingInvoice> those) {
        if (those.size() > 1) {
            findings.doubled(key + " exists " + those.size() + " times: "
                    + those.stream().map(PendingInvoice::headerReference).toList());
        }
        Expected wanted = expected.get(key);
        if (wanted == null) {
            findings.unexpected(key + " was never published");
            return;
        }
        Publication.Invoice invoice = wanted.invoice();
        if (!invoice.instead().isEmpty() && found.containsKey(key.numbered(invoice.instead()))) {
            findings.unexpected(
                    key + " was posted, and so was " + invoice.instead() + ", which has the same control numbers");
        } else if (invoice.instead().isEmpty() && invoice.fate() != Fate.POST) {
            findings.unexpected(key + " was posted although it should have been held: " + invoice.why());
        }
        for (PendingInvoice one : those) {
            if (!same(quantities(one), invoice.lines())) {
                findings.incomplete(key + " (" + one.headerReference() + ") has quantities " + quantities(one)
                        + " by order line instead of " + invoice.lines());
            }
        }
    }

    /** Credits may be negative. */
    private static Map<String, BigDecimal> quantities(PendingInvoice invoice) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        invoice.lines()
                .forEach(line -> quantities.merge(
                        String.valueOf(line.purchaseOrderLine()),
                        line.quantity().abs(),
                        BigDecimal::add));
        return quantities;
    }

    private static boolean same(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue().compareTo(other.getOrDefault(entry.getKey(), BigDecimal.ZERO)) == 0);
    }

    /**
     * Of two under the same control numbers the one that is not posted has to be declared, because it needs a manual
     * review.
     */
    private void missing(Key key, Expected wanted) {
        Publication.Invoice invoice = wanted.invoice();
        boolean due = invoice.fate() == Fate.POST || !invoice.instead().isEmpty();
        if (!due || found.containsKey(key)) {
            return;
        }
        if (declared.invoices().contains(key.number()) || declares(wanted.files())) {
            findings.count("invoices declared", 1);
        } else {
            findings.lost(key + " for order " + invoice.purchaseOrderNumber() + ", published in " + wanted.files()
                    + ", is not in F&O");
        }
    }

    private boolean declares(Collection<String> files) {
        return files.stream().anyMatch(declared.invoices()::contains);
    }
}
