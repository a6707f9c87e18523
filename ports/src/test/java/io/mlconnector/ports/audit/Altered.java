package io.mlconnector.ports.audit;

import io.mlconnector.ports.journal.history.StoredEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries with one thing changed. */
final class Altered {

    private Altered() {}

    private static StoredEntry of(
            StoredEntry e,
            long position,
            String owner,
            long number,
            Instant at,
            String actor,
            String event,
            String message,
            String hash,
            String link) {
        return new StoredEntry(
                position, owner, number, at, actor, event, message, e.details(), e.payloads(), hash, link);
    }

    static StoredEntry position(StoredEntry e, long to) {
        return of(e, to, e.owner(), e.number(), e.at(), e.actor(), e.event(), e.message(), e.hash(), e.link());
    }

    static StoredEntry owner(StoredEntry e, String to) {
        return of(e, e.position(), to, e.number(), e.at(), e.actor(), e.event(), e.message(), e.hash(), e.link());
    }

    static StoredEntry number(StoredEntry e, long to) {
        return of(e, e.position(), e.owner(), to, e.at(), e.actor(), e.event(), e.message(), e.hash(), e.link());
    }

    static StoredEntry at(StoredEntry e, Instant to) {
        return of(e, e.position(), e.owner(), e.number(), to, e.actor(), e.event(), e.message(), e.hash(), e.link());
    }

    static StoredEntry actor(StoredEntry e, String to) {
        return of(e, e.position(), e.owner(), e.number(), e.at(), to, e.event(), e.message(), e.hash(), e.link());
    }

    static StoredEntry event(StoredEntry e, String to) {
        return of(e, e.position(), e.owner(), e.number(), e.at(), e.actor(), to, e.message(), e.hash(), e.link());
    }

    static StoredEntry message(StoredEntry e, String to) {
        return of(e, e.position(), e.owner(), e.number(), e.at(), e.actor(), e.event(), to, e.hash(), e.link());
    }

    static StoredEntry hash(StoredEntry e, String to) {
        return of(e, e.position(), e.owner(), e.number(), e.at(), e.actor(), e.event(), e.message(), to, e.link());
    }

    static StoredEntry link(StoredEntry e, String to) {
        return of(e, e.position(), e.owner(), e.number(), e.at(), e.actor(), e.event(), e.message(), e.hash(), to);
    }

    static StoredEntry details(StoredEntry e, Map<String, String> to) {
        return new StoredEntry(
                e.position(),
                e.owner(),
                e.number(),
                e.at(),
                e.actor(),
                e.event(),
                e.message(),
                to,
                e.payloads(),
                e.hash(),
                e.link());
    }

    static StoredEntry payloads(StoredEntry e, List<String> to) {
        return new StoredEntry(
                e.position(),
                e.owner(),
                e.number(),
                e.at(),
                e.actor(),
                e.event(),
                e.message(),
                e.details(),
                to,
                e.hash(),
                e.link());
    }
}
