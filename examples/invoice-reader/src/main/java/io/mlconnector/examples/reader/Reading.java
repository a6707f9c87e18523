package io.mlconnector.examples.reader;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentCodec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files with a codec, which has no state: many threads may share it.
 *
 * @param codec turns bytes into documents and back
 * @param clock tells the time of an answer
 */
record Reading(DocumentCodec codec, InstantSource clock) {

    Report of(String name, byte[] file) {
        DecodedFile decoded = codec.decode(file);
        List<String> lines = new ArrayList<>();
        lines.add(name);
        decoded.problems().forEach(problem -> lines.add("  " + said(problem)));
        for (DecodedDocument document : decoded.documents()) {
            lines.addAll(content(document));
            document.problems().forEach(problem -> lines.add("    " + said(problem)));
        }
        var answering = new Answering(codec, clock);
        decoded.interchanges().forEach(interchange -> lines.addAll(answering.to(interchange)));
        boolean usable = decoded.documents().stream().allMatch(DecodedDocument::usable);
        return new Report(lines, usable && !decoded.damaged());
    }

    private static List<String> content(DecodedDocument document) {
        EnvelopeReference reference = document.reference();
        return switch (document.content()) {
            case Content.Invoice(VendorInvoice invoice) -> invoice(invoice);
            default ->
                List.of("  " + reference.transactionSetId() + " " + reference.transactionSetNumber()
                        + ": no invoice that can be understood");
        };
    }

    private static List<String> invoice(VendorInvoice invoice) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + (invoice.kind() == VendorInvoice.Kind.CREDIT_NOTE ? "Credit note " : "Invoice ")
                + invoice.number() + " of " + invoice.date()
                + invoice.orderNumber().map(order -> " for order " + order).orElse(" without an order")
                + ": " + invoice.total().toPlainString()
                + invoice.currency().map(CurrencyCode::code).map(" "::concat).orElse(""));
        for (InvoiceLine line : invoice.lines()) {
            lines.add("    " + line.position() + ". " + line.quantity().toPlainString() + " "
                    + line.unit().code() + " " + line.description() + ", "
                    + line.amount().toPlainString());
        }
        if (invoice.total().compareTo(invoice.computedTotal()) != 0) {
            lines.add("    Lines, charges and taxes add up to "
                    + invoice.computedTotal().toPlainString());
        }
        return lines;
    }

    private static String said(SyntaxProblem problem) {
        return problem.severity() + " at " + problem.place() + ": " + problem.message();
    }
}
