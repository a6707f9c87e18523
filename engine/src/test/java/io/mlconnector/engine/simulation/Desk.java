package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Edit;
import io.mlconnector.engine.intervention.Edits;
import io.mlconnector.engine.intervention.Replays;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A person at work on the documents of one connection: any document, any wish, at any moment. Most of them turn to what stands
 * still. What they wish may be unwise; it must never lead to what nobody wished.
 */
final class Desk {

    private final Chance chance;
    private final World world;

    Desk(Chance chance, World world) {
        this.chance = chance;
        this.world = world;
    }

    /** Does one thing to one document, through this engine. */
    void act(Engine engine) {
        switch (chance.below(10)) {
            case 0, 1, 2 -> in(Condition.HELD, Condition.FAILED).ifPresent(one -> Wish.RELEASE.of(one, engine));
            case 3, 4 -> in(Condition.HELD, Condition.FAILED).ifPresent(one -> Wish.DISCARD.of(one, engine));
            case 5, 6 -> in(Condition.DISCARDED).ifPresent(one -> Wish.RESTORE.of(one, engine));
            case 7 -> in(Condition.HELD, Condition.FAILED, Condition.DISCARDED).ifPresent(one -> edit(one, engine));
            default ->
                in(Condition.HELD, Condition.FAILED, Condition.DUPLICATE, Condition.DONE)
                        .ifPresent(one -> new Replays(engine).replay(one.id(), stage(), Wish.PERSON, ""));
        }
    }

    /** A document in one of these conditions; now and then any other, or where there is none. */
    private Optional<DocumentRecord> in(Condition... conditions) {
        List<DocumentRecord> all = world.findings().documents();
        List<DocumentRecord> fitting = all.stream()
                .filter(document -> List.of(conditions).contains(document.condition()))
                .toList();
        List<DocumentRecord> from = fitting.isEmpty() || chance.happens(0.1) ? all : fitting;
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(chance.below(from.size())));
    }

    private Optional<Stage> stage() {
        List<Stage> some = List.of(Stage.ANNOUNCED, Stage.ENCODED, Stage.RECEIVED, Stage.CHECKED);
        int place = chance.below(some.size() * 2);
        return place < some.size() ? Optional.of(some.get(place)) : Optional.empty();
    }

    private void edit(DocumentRecord document, Engine engine) {
        Edits edits = new Edits(engine);
        corrected(document)
                .ifPresent(bytes -> edits.read(document.id(), bytes)
                        .compose(edit -> edit instanceof Edit.Usable usable
                                ? edits.put(document.id(), usable, Wish.PERSON, "")
                                : engine.onContext(engine.journal().find(document.id()))
                                        .mapEmpty()));
    }

    /** An invoice without its charge; an order with another buyer. */
    private Optional<byte[]> corrected(DocumentRecord document) {
        if (document.state().progress() instanceof SendingState place) {
            return place.written()
                    .flatMap(file -> world.payload(file.content()))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8)
                            .replace("JANE DOE", "JOAN DOE")
                            .replace("Jane Doe", "Joan Doe")
                            .getBytes(StandardCharsets.UTF_8));
        }
        return world.play().published().stream()
                .flatMap(file -> file.invoices().stream()
                        .filter(invoice ->
                                invoice.number().equals(document.keys().invoiceNumber()))
                        .map(invoice -> plain(file.partner(), invoice)))
                .findFirst();
    }

    private static byte[] plain(TradingPartner partner, Paper.Invoice invoice) {
        Paper.Kind kind = invoice.kind() == Paper.Kind.CREDIT ? Paper.Kind.CREDIT : Paper.Kind.PLAIN;
        return Paper.file(
                partner, List.of(Paper.Interchange.ofInvoices(1, List.of(invoice.named(invoice.number(), kind)))));
    }
}
