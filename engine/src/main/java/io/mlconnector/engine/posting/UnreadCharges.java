package io.mlconnector.engine.posting;

import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.stored.ReceivedSet;
import java.util.Optional;

/**
 * Allowances and charges in the segment that older releases had in place of SAC. It is not read, so that nobody knows what the invoice
 * comes to: such an invoice is never posted by itself, even where its total agrees with its lines.
 */
final class UnreadCharges {

    private static final String SEGMENT = "ITA";

    private UnreadCharges() {}

    /** Why a person decides; empty if the set has no such segment. */
    static Optional<Problem> of(ReceivedSet set, VendorInvoice invoice, PartnerId partner) {
        return set.problems().stream()
                .filter(problem -> problem.segment().equals(SEGMENT))
                .findFirst()
                .map(problem -> Problem.of(
                        ProblemCode.CHARGE_UNMAPPED,
                        partner + ":" + SEGMENT,
                        "Invoice " + invoice.number() + " has an allowance or a charge in segment ITA ("
                                + problem.place() + "), which releases before 004010 had in place of SAC and which is"
                                + " not read. Ask the partner for an invoice with SAC; or release the invoice to post it"
                                + " without, and add it in F&O."));
    }
}
