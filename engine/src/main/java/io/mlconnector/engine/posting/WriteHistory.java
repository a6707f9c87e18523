package io.mlconnector.engine.posting;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.erp.WireExchange;
import io.mlconnector.ports.erp.WireExchange.Body;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts what was said to F&O into the history of a document: into the entry that says what became of the write, so that a write has
 * one entry, with the bodies of request and answer as its payloads.
 */
final class WriteHistory {

    private final Optional<WireExchange> exchange;
    private final Optional<Payload> request;
    private final Optional<Payload> answer;

    WriteHistory(Optional<WireExchange> exchange) {
        this.exchange = exchange;
        this.request = exchange.flatMap(said -> payload(said.request()));
        this.answer = exchange.flatMap(said -> payload(said.answer()));
    }

    /** The decision after the write; its first entry says what became of it. */
    Decision told(Decision decision) {
        if (exchange.isEmpty() || decision.history().isEmpty()) {
            return decision;
        }
        List<HistoryEntry> history = new ArrayList<>(decision.history());
        history.set(0, with(history.get(0), exchange.get()));
        return new Decision(decision.next(), decision.step(), history);
    }

    private HistoryEntry with(HistoryEntry entry, WireExchange said) {
        Map<String, String> details = new TreeMap<>();
        details.put("method", said.method());
        details.put("entitySet", said.target());
        details.put(
                "status",
                said.status().isPresent() ? Integer.toString(said.status().getAsInt()) : "none");
        List<ContentHash> payloads = new ArrayList<>(entry.payloads());
        add("request", said.request(), request, details, payloads);
        add("answer", said.answer(), answer, details, payloads);
        // What the outcome says itself counts: the status of a part of a batch rather than that of the batch.
        details.putAll(entry.details());
        return new HistoryEntry(entry.at(), entry.actor(), entry.event(), entry.message(), details, payloads);
    }

    private static void add(
            String name, Body body, Optional<Payload> kept, Map<String, String> details, List<ContentHash> payloads) {
        kept.ifPresent(payload -> {
            details.put(name, payload.hash().hex());
            payloads.add(payload.hash());
        });
        if (body.cut()) {
            details.put(name + "Cut", "the first " + body.bytes().length + " of " + body.length() + " bytes are kept");
        }
    }

    /** The change, which keeps the bodies. */
    Change kept(Change change) {
        Change all = change;
        for (Payload payload :
                List.of(request, answer).stream().flatMap(Optional::stream).toList()) {
            all = all.with(new Amendment.KeptPayload(payload));
        }
        return all;
    }

    /** Text is shown as text, whatever the other side calls it: nothing of it runs in a browser. */
    private static Optional<Payload> payload(Body body) {
        boolean json = body.mediaType().startsWith(Payload.JSON) && !body.cut();
        return body.bytes().length == 0
                ? Optional.empty()
                : Optional.of(Hashes.payload(json ? Payload.JSON : Payload.TEXT, body.bytes()));
    }
}
