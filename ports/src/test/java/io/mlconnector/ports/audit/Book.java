package io.mlconnector.ports.audit;

import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.ports.journal.history.StoredEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A history over several documents as it lies in a store, and what somebody with access to the store can do to it. */
final class Book {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<StoredEntry> entries = new ArrayList<>();
    private Head head = Head.START;

    /** Each owner gets its next entry, in this order. */
    static Book of(String... owners) {
        Book book = new Book();
        Map<String, Long> numbers = new HashMap<>();
        for (String owner : owners) {
            long number = numbers.merge(owner, 1L, Long::sum);
            book.entries.add(new StoredEntry(
                    book.entries.size() + 1L,
                    owner,
                    number,
                    NOON.plusSeconds(book.entries.size()),
                    "daemon",
                    "moved",
                    "It moved.",
                    Map.of("status", "201"),
                    List.of("a".repeat(64)),
                    "",
                    ""));
        }
        book.recomputeHashes();
        book.recomputeLinks();
        return book;
    }

    /** Position counts from 1. */
    StoredEntry at(int position) {
        return entries.get(position - 1);
    }

    Head head() {
        return head;
    }

    void setHead(Head newHead) {
        head = newHead;
    }

    Book change(int position, UnaryOperator<StoredEntry> change) {
        entries.set(position - 1, change.apply(at(position)));
        return this;
    }

    Book remove(int... places) {
        for (int i = places.length - 1; i >= 0; i--) {
            entries.remove(places[i] - 1);
        }
        return this;
    }

    /** At this place, whatever position the entry says. */
    Book insert(int place, StoredEntry entry) {
        entries.add(place - 1, entry);
        return this;
    }

    /** As they stand; links stay. */
    Book renumber() {
        for (int i = 0; i < entries.size(); i++) {
            entries.set(i, Altered.position(entries.get(i), i + 1L));
        }
        head = new Head(entries.size(), head.link());
        return this;
    }

    Book recomputeHashes() {
        Map<String, String> hashes = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            StoredEntry entry = entries.get(i);
            String hash = HistoryChain.hash(hashes.getOrDefault(entry.owner(), HistoryChain.START), entry);
            hashes.put(entry.owner(), hash);
            entries.set(i, Altered.hash(entry, hash));
        }
        return this;
    }

    Book recomputeLinks() {
        head = Head.START;
        for (int i = 0; i < entries.size(); i++) {
            head = head.next(entries.get(i).hash());
            entries.set(i, Altered.link(entries.get(i), head.link()));
        }
        return this;
    }

    List<Finding> verify() {
        return verify(Optional.empty());
    }

    List<Finding> verify(Optional<Head> noted) {
        HistoryVerification verification = HistoryVerification.after(Head.START, noted);
        List<Finding> findings = feed(verification);
        findings.addAll(verification.end(Optional.of(head)));
        return findings;
    }

    /** Each with the entry of the same owner whose number is the greatest below. */
    List<Finding> feed(HistoryVerification verification) {
        List<Finding> findings = new ArrayList<>();
        for (StoredEntry entry : entries) {
            Optional<Predecessor> before = entries.stream()
                    .filter(other -> other.owner().equals(entry.owner()) && other.number() < entry.number())
                    .max((a, b) -> Long.compare(a.number(), b.number()))
                    .map(other -> new Predecessor(other.number(), other.hash()));
            findings.addAll(verification.next(entry, before));
        }
        return findings;
    }
}
