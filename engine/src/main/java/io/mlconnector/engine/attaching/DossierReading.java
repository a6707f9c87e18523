package io.mlconnector.engine.attaching;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.attachment.Dossier;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.LastEdit;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads from the journal what is attached to an invoice. */
final class DossierReading {

    /** Of larger files no transaction set is attached: each of their many invoices would have the whole file read again. */
    static final long LARGEST_FILE = 1 << 20;

    private final Engine engine;

    DossierReading(Engine engine) {
        this.engine = engine;
    }

    /**
     * What is known of a document.
     *
     * @param agreed with its partner
     * @return empty if the invoice itself is not stored any more
     */
    Future<Optional<Dossier>> of(Claim claim, InvoiceState.Explained invoice, InvoiceAgreement agreed) {
        ChargeTable charges = agreed.charges().in(invoice.legalEntity());
        return engine.onContext(engine.journal().history(claim.id()))
                .map(history -> history.stream().map(RecordedEntry::entry).toList())
                .compose(history -> payload(claim.content())
                        .compose(content -> content.map(
                                        payload -> engine.storedForm().readSet(payload.bytes()))
                                .flatMap(set -> set.invoice().map(read -> dossier(claim, set, read, history, charges)))
                                .map(found -> found.map(Optional::of))
                                .orElseGet(() -> Future.succeededFuture(Optional.empty()))));
    }

    private Future<Dossier> dossier(
            Claim claim, ReceivedSet set, VendorInvoice read, List<HistoryEntry> history, ChargeTable charges) {
        return source(claim, history)
                .compose(this::payload)
                .compose(file -> file.map(bytes -> set(bytes.bytes(), set.reference()))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .map(x12 -> new Dossier(claim.id(), read, x12, history, charges));
    }

    /** The bytes in which the invoice stands: of the last edit, or of the file in which it came. */
    private Future<Optional<ContentHash>> source(Claim claim, List<HistoryEntry> history) {
        Optional<ContentHash> edited = LastEdit.of(history);
        return edited.isPresent()
                ? Future.succeededFuture(edited)
                : engine.onContext(engine.journal().find(claim.id()))
                        .compose(document -> document.flatMap(found -> found.file())
                                .map(file -> engine.onContext(engine.journal().file(file))
                                        .map(found -> found.filter(record -> record.size() <= LARGEST_FILE)
                                                .map(record -> record.content())))
                                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    /** Read beside the event loop: a file may have many documents. */
    private Future<Optional<byte[]>> set(byte[] file, EnvelopeReference reference) {
        return engine.loop()
                .beside(() -> engine.codec().decode(file).documents().stream()
                        .filter(set -> set.reference().equals(reference) && set.length() > 0)
                        .findFirst()
                        .map(set -> Arrays.copyOfRange(file, (int) set.offset(), (int)
                                Math.min(file.length, set.offset() + set.length() + 1))));
    }

    private Future<Optional<Payload>> payload(Optional<ContentHash> hash) {
        return hash.map(known -> engine.onContext(engine.journal().payload(known)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }
}
