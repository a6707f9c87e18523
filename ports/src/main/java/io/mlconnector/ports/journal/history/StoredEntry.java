package io.mlconnector.ports.journal.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An entry exactly as it lies in a store or an export. Nothing about it is believed: whoever changed it need not have
 * kept to any form.
 *
 * @param position its place among the entries of all documents and files, in the order of commits, first = 1
 * @param owner id of the document or file
 * @param number its place in the owner's history, first = 1
 * @param at when it happened; counts to the microsecond
 * @param actor who
 * @param event what, in a word
 * @param message what, in a sentence
 * @param details facts by name
 * @param payloads hashes of the bytes that belong to it
 * @param hash over this entry and the hash of the owner's entry before: {@link HistoryChain#hash}
 * @param link over this hash, the position and the link of the position before: {@link Head#next}
 */
public record StoredEntry(
        long position,
        String owner,
        long number,
        Instant at,
        String actor,
        String event,
        String message,
        Map<String, String> details,
        List<String> payloads,
        String hash,
        String link) {

    public StoredEntry {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(message, "message");
        details = Map.copyOf(details);
        payloads = List.copyOf(payloads);
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(link, "link");
    }
}
