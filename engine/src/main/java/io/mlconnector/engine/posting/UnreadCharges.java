package io.mlconnector.engine.posting;

import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.stored.ReceivedSet;
import java.util.Optional;
import java.util.Set;

/**
 * Allowances and charges in the segment that older releases had in place of SAC, in an invoice that came before this program read them
 * (what is stored was read then). Nobody knows what such an invoice comes to: it is never posted by itself, even where its total agrees
 * with its lines.
 */
final class UnreadCharges {

    private static final String SEGMENT = "ITA";

    /** What was found of it while it was not read. */
    private static final Set<String> SKIPPED = Set.of("segment-unknown", "segment-not-in-set", "segment-unexpected");

    private UnreadCharges() {}

    /** Why a person decides; empty if the set has no such segment. */
    static Optional<Problem> of(ReceivedSet set, VendorInvoice invoice, PartnerId partner) {
        return set.problems().stream()
                .filter(problem -> problem.segment().equals(SEGMENT) && SKIPPED.contains(problem.code()))
                .findFirst()
                .map(problem -> Problem.of(
                        ProblemCode.CHARGE_UNMAPPED,
                        partner + ":" + SEGMENT,
                        "Invoice " + invoice.number() + " has an allowance or a charge in segment ITA ("
                                + problem.place() + "), which releases before 004010 had in place of SAC and which was"
                                + " not read when the invoice came. Ask the partner to send it again; or release the"
                                + " invoice to post it without, and add it in F&O."));
    }
}
