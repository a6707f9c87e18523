package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import java.util.Optional;

/** One connection with everybody behind it: both companies, the partners, the person at the desk, and the judge. */
final class World implements RemoteLine.Witness {

    private final Trade trade;
    private final VirtualTime time;
    private final Chance chance;
    private final HeaderReference mode;
    private final FileSizes sizes;
    private final Companies companies;
    private final Play play;
    private final Partners partners;
    private final Findings findings;
    private final MemoryJournal journal;
    private final boolean allEmptied;

    World(Trade trade, VirtualTime time, Chance chance, Storm storm, MemoryJournal journal, Play.Notified notified) {
        this.trade = trade;
        this.time = time;
        this.chance = chance;
        this.journal = journal;
        this.mode = chance.happens(0.5) ? HeaderReference.OURS : HeaderReference.ASSIGNED;
        // Each file as if it were a large one, set by set.
        this.sizes = chance.happens(0.5) ? new FileSizes(0, 1, 1) : FileSizes.USUAL;
        this.allEmptied = chance.happens(0.4);
        this.companies = new Companies(time, mode);
        this.play = new Play(time, chance, storm, companies, trade, notified);
        this.partners = new Partners(chance, trade, play);
        this.findings = new Findings(journal, this);
    }

    Trade trade() {
        return trade;
    }

    HeaderReference mode() {
        return mode;
    }

    FileSizes sizes() {
        return sizes;
    }

    Companies companies() {
        return companies;
    }

    Play play() {
        return play;
    }

    Partners partners() {
        return partners;
    }

    Findings findings() {
        return findings;
    }

    /** Whether the journal keeps every payload that the history of a document names. */
    boolean keepsPayloadsOf(DocumentId document) {
        return journal.history(document).toCompletableFuture().join().stream()
                .flatMap(recorded -> recorded.entry().payloads().stream())
                .allMatch(hash -> payload(hash).isPresent());
    }

    /** What the journal keeps under this hash. */
    Optional<byte[]> payload(ContentHash hash) {
        return journal.payload(hash).toCompletableFuture().join().map(Payload::bytes);
    }

    @Override
    public void leaves(String method, Object[] arguments) {
        findings.leaves(method, arguments);
    }

    /** The partner reads what reaches its folder; a router empties some of the folders, sooner or later. */
    @Override
    public void arrived(String method, Object[] arguments) {
        if (method.equals("upload") && arguments[1] instanceof Intent<?> intent) {
            intent.store()
                    .thenAccept(file -> file.ifPresent(sent -> {
                        FileToUpload uploaded = (FileToUpload) sent;
                        partners.receive(uploaded.name(), uploaded.bytes());
                        FolderReference folder = (FolderReference) arguments[0];
                        if (allEmptied || folder.equals(Trade.upload("globex"))) {
                            time.after(chance.millis(0, 3_000), () -> companies.route(folder, uploaded.name()));
                        }
                    }));
        }
    }
}
