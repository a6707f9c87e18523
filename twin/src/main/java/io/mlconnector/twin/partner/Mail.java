package io.mlconnector.twin.partner;

import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.twin.x12.InterchangeWriter;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Puts invoices into interchanges and interchanges into files. Each partner writes in its own style. */
final class Mail {

    private static final List<InterchangeWriter.Style> STYLES = List.of(
            new InterchangeWriter.Style("*", ">", "~", ""),
            new InterchangeWriter.Style("*", ":", "~", "\n"),
            new InterchangeWriter.Style("|", ">", "~", "\r\n"));

    private final List<Partner> partners;
    private final Instant now;

    Mail(List<Partner> partners, Instant now) {
        this.partners = partners;
        this.now = now;
    }

    /** A file with its expectations, not yet in any folder. */
    record Letter(Publication publication, Buffer content) {}

    Letter letter(
            Partner partner, String name, Buffer content, String expectation, List<Publication.Invoice> invoices) {
        return new Letter(
                new Publication(partner.downloadFolder(), name, Ids.sha256(content.getBytes()), expectation, invoices),
                content);
    }

    static String fileName(Partner partner, int controlNumber) {
        return "810_%s_%09d.edi".formatted(partner.id().toUpperCase(Locale.ROOT), controlNumber);
    }

    Buffer interchange(Partner partner, int controlNumber, List<InvoiceDocument> invoices) {
        return interchange(partner, partner.them(), controlNumber, invoices);
    }

    Buffer interchange(Partner partner, Partner.Side sender, int controlNumber, List<InvoiceDocument> invoices) {
        int index = Math.max(0, partners.indexOf(partner));
        InterchangeWriter writer = new InterchangeWriter(
                STYLES.get(index % STYLES.size()), party(sender), party(partner.us()), partner.version(), "IN");
        return writer.write(
                controlNumber,
                "P",
                now,
                "810",
                invoices.stream().map(invoice -> invoice.segments(now)).toList());
    }

    private static InterchangeWriter.Party party(Partner.Side side) {
        return new InterchangeWriter.Party(side.qualifier(), side.id(), side.group());
    }
}
