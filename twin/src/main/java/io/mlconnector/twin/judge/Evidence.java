package io.mlconnector.twin.judge;

import io.mlconnector.twin.cleo.Upload;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.dynamics.purchasing.ConfirmedLine;
import io.mlconnector.twin.partner.Publication;
import io.mlconnector.twin.scenario.Partner;
import java.util.List;
import java.util.Map;

/**
 * The evidence of a judgement: only what the twin sent out and what it received.
 *
 * @param partners trading partners
 * @param confirmations confirmations in their order
 * @param confirmedLines lines of each confirmation, by {@link Confirmation#key()}; cancelled ones are left out
 * @param uploads files received, in the order of their arrival
 * @param published files published, in their order
 * @param invoices vendor invoices in F&amp;O
 */
public record Evidence(
        List<Partner> partners,
        List<Confirmation> confirmations,
        Map<String, List<ConfirmedLine>> confirmedLines,
        List<Upload> uploads,
        List<Publication> published,
        List<PendingInvoice> invoices) {

    /** Copies the collections. */
    public Evidence {
        partners = List.copyOf(partners);
        confirmations = List.copyOf(confirmations);
        confirmedLines = Map.copyOf(confirmedLines);
        uploads = List.copyOf(uploads);
        published = List.copyOf(published);
        invoices = List.copyOf(invoices);
    }

    /**
     * Judges.
     *
     * @param declared what may be missing
     * @return the judgement
     */
    public Judgement judge(Declared declared) {
        Findings findings = new Findings();
        new OrderJudge(this, declared, findings).judge();
        new InvoiceJudge(this, declared, findings).judge();
        return findings.judgement();
    }
}
