package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.invoicing.ExistingInvoice.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether F&O has an invoice already, and whose it is. One rule for the look before posting and for the question in doubt. */
public sealed interface InvoicePresence {

    /** F&O shows no invoice of this vendor and number. */
    record Absent() implements InvoicePresence {}

    /**
     * F&O has it, and this document created it; or a document did that the journal does not know, because it was restored from
     * an older backup.
     *
     * @param found where it is
     */
    record Ours(ExistingInvoice found) implements InvoicePresence {
        public Ours {
            Objects.requireNonNull(found, "found");
        }
    }

    /**
     * F&O has one of the same vendor and number that somebody else created, or another document of ours.
     *
     * @param found where it is; of several the first
     */
    record Foreign(ExistingInvoice found) implements InvoicePresence {
        public Foreign {
            Objects.requireNonNull(found, "found");
        }
    }

    /**
     * Decides.
     *
     * @param found every invoice of that legal entity, vendor and number, pending and posted
     * @param invoice ours
     * @param headerReference under which F&O is known to have created ours; empty if that is not known
     * @param orphans marks of ml-connector of which the journal knows no document: see {@link #unknownMarks}
     */
    static InvoicePresence of(
            List<ExistingInvoice> found, InvoiceToPost invoice, Optional<String> headerReference, Set<String> orphans) {
        if (found.isEmpty()) {
            return new Absent();
        }
        return found.stream()
                .filter(one -> isOurs(one, invoice, headerReference)
                        || isOrphan(one, orphans)
                        || tookItsPlace(one, found, headerReference))
                .findFirst()
                .<InvoicePresence>map(Ours::new)
                .orElseGet(() -> new Foreign(found.get(0)));
    }

    /** Marks of other documents of ml-connector, of which the journal has to be asked before {@link #of}. */
    static Set<String> unknownMarks(List<ExistingInvoice> found, InvoiceToPost invoice) {
        Set<String> marks = new LinkedHashSet<>();
        for (ExistingInvoice one : found) {
            one.ourMark()
                    .filter(mark -> one.place() == Place.PENDING && !mark.equals(invoice.mark()))
                    .ifPresent(marks::add);
        }
        return marks;
    }

    private static boolean isOurs(ExistingInvoice found, InvoiceToPost invoice, Optional<String> headerReference) {
        return found.mark().contains(invoice.mark())
                || found.reference().equals(invoice.mark())
                || headerReference.map(found.reference()::equals).orElse(false);
    }

    /**
     * F&O had our header under this number, and has it no more: what is posted under the number since, with nothing that says whose it
     * is, was made of it. A second one of the same number would have been refused.
     */
    private static boolean tookItsPlace(
            ExistingInvoice one, List<ExistingInvoice> found, Optional<String> headerReference) {
        return one.ofUnknownOrigin()
                && headerReference
                        .filter(reference -> found.stream()
                                .noneMatch(other -> other.reference().equals(reference)))
                        .isPresent();
    }

    private static boolean isOrphan(ExistingInvoice found, Set<String> orphans) {
        return found.place() == Place.PENDING
                && found.ourMark().filter(orphans::contains).isPresent();
    }
}
