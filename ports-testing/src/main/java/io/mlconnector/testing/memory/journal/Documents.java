package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.intake.Repetition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The documents and the keys under which they exist once. Guarded by the journal's lock. */
final class Documents {

    /** In order of their ids, in which they are shown. */
    private final NavigableMap<DocumentId, StoredDocument> documents = new TreeMap<>();

    /** In the order in which they entered, in which the documents of a sequence run. */
    private final Map<DocumentId, StoredDocument> entered = new LinkedHashMap<>();

    private final Map<String, StoredDocument> byDedupeKey = new HashMap<>();

    /** Takes over copies of all that the other holds. */
    void copyOf(Documents other) {
        other.entered.forEach((id, document) -> {
            StoredDocument copy = document.copy();
            entered.put(id, copy);
            documents.put(id, copy);
        });
        other.byDedupeKey.forEach((key, document) -> find(document.id()).ifPresent(copy -> byDedupeKey.put(key, copy)));
    }

    Optional<StoredDocument> find(DocumentId id) {
        return Optional.ofNullable(documents.get(id));
    }

    /** The document that has this document's dedupe key already. */
    Optional<StoredDocument> earlier(NewDocument document) {
        return document.dedupeKey().flatMap(key -> Optional.ofNullable(byDedupeKey.get(key)));
    }

    /** A transaction that would use an id twice is a defect of the caller and changes nothing. */
    void refuseUsedIds(List<NewDocument> entering) {
        Set<DocumentId> ids = new HashSet<>();
        for (NewDocument document : entering) {
            if (documents.containsKey(document.id()) || !ids.add(document.id())) {
                throw new IllegalArgumentException("There is a document " + document.id() + " already");
            }
        }
    }

    /** Enters a document; one that repeats another enters without its dedupe key, unless it takes the other's place. */
    void enter(NewDocument document, Optional<Repetition> repetition, Optional<DocumentId> file, Instant now) {
        FlowState state = document.state();
        Optional<DocumentId> duplicateOf = Optional.empty();
        boolean ownsKey = true;
        if (repetition.isPresent()) {
            switch (repetition.get()) {
                case Repetition.Duplicate duplicate -> {
                    state = duplicate.state();
                    duplicateOf = Optional.of(duplicate.duplicateOf());
                    ownsKey = false;
                }
                case Repetition.Revival revival -> {
                    state = revival.state();
                    duplicateOf = Optional.of(revival.duplicateOf());
                    ownsKey = false;
                }
                case Repetition.Clash clash -> {
                    state = clash.state();
                    ownsKey = false;
                }
                case Repetition.Replacement replacement -> state = replacement.state();
            }
        }
        StoredDocument stored = new StoredDocument(document, state, file, duplicateOf, now);
        documents.put(document.id(), stored);
        entered.put(document.id(), stored);
        if (ownsKey) {
            document.dedupeKey().ifPresent(key -> byDedupeKey.put(key, stored));
        }
    }

    /** The document that keeps this job key. */
    Optional<DocumentId> ownerOfJob(String jobKey) {
        return documents.values().stream()
                .filter(document -> document.heldJobKey().map(jobKey::equals).orElse(false))
                .map(StoredDocument::id)
                .findFirst();
    }

    /** Another document that keeps this job key. */
    Optional<DocumentId> otherOwnerOfJob(String jobKey, DocumentId except) {
        return documents.values().stream()
                .filter(document -> !document.id().equals(except)
                        && document.heldJobKey().map(jobKey::equals).orElse(false))
                .map(StoredDocument::id)
                .findFirst();
    }

    /** Makes what waits in a connection due; how many that were. */
    int wake(String connection, Instant now) {
        int woken = 0;
        for (StoredDocument document : documents.values()) {
            if (document.record().connection().equals(connection) && document.wake(now)) {
                woken++;
            }
        }
        return woken;
    }

    /** Ends the claims of a node. */
    int takeOver(String node, Instant now) {
        int ended = 0;
        for (StoredDocument document : documents.values()) {
            if (document.claimedBy(node)) {
                document.endClaim(now);
                ended++;
            }
        }
        return ended;
    }

    /**
     * Takes what is due, of each connection at most so many; both directions take turns, longest due first. Of a sequence only the oldest document that is not settled is taken, and
     * none while somebody has another one of it.
     */
    List<Claim> claim(String node, Map<String, Integer> free, Duration lease, Instant now) {
        free.forEach((connection, places) -> {
            if (places < 0) {
                throw new IllegalArgumentException("Connection " + connection + " cannot have " + places + " places");
            }
        });
        Map<String, Integer> left = new HashMap<>(free);
        Set<String> closed = new HashSet<>();
        for (StoredDocument document : entered.values()) {
            if (document.claimedAt(now)) {
                document.sequenceKey().ifPresent(closed::add);
            }
        }
        List<StoredDocument> due = new ArrayList<>();
        for (StoredDocument document : entered.values()) {
            if (document.settled() && !document.followedUp()) {
                continue;
            }
            // What is done and only followed up keeps no other document of its sequence waiting.
            boolean first = document.settled()
                    ? document.sequenceKey().map(key -> !closed.contains(key)).orElse(true)
                    : document.sequenceKey().map(closed::add).orElse(true);
            if (first && document.takeableAt().map(at -> !at.isAfter(now)).orElse(false)) {
                due.add(document);
            }
        }
        Comparator<StoredDocument> longestDue =
                Comparator.comparing(document -> document.takeableAt().orElse(now));
        Map<String, Integer> turns = new HashMap<>();
        IdentityHashMap<StoredDocument, Integer> turn = new IdentityHashMap<>();
        due.stream()
                .sorted(longestDue)
                .forEach(document -> turn.put(
                        document, turns.merge(document.connection() + " " + document.direction(), 1, Integer::sum)));
        return due.stream()
                .sorted(Comparator.<StoredDocument>comparingInt(document -> turn.getOrDefault(document, 0))
                        .thenComparing(longestDue))
                .filter(document -> hasPlace(left, document.connection()))
                .map(document -> document.claim(node, now.plus(lease)))
                .toList();
    }

    /** Takes one of the places of a connection, if one is left. */
    private static boolean hasPlace(Map<String, Integer> left, String connection) {
        int places = left.getOrDefault(connection, 0);
        left.computeIfPresent(connection, (ignored, before) -> Math.max(0, before - 1));
        return places > 0;
    }

    /** Counts what belongs to none of these connections and is not settled. */
    Map<String, Integer> unclaimed(Set<String> connections) {
        Map<String, Integer> counted = new TreeMap<>();
        for (StoredDocument document : documents.values()) {
            if (!document.settled() && !connections.contains(document.connection())) {
                counted.merge(document.connection(), 1, Integer::sum);
            }
        }
        return counted;
    }

    List<DocumentRecord> list(DocumentFilter filter) {
        return documents.descendingMap().values().stream()
                .filter(document -> Listing.shows(filter, document.record(), document.searchText()))
                .map(StoredDocument::record)
                .limit(filter.limit())
                .toList();
    }

    List<DocumentId> matching(DocumentFilter filter, int most) {
        DocumentFilter all = filter.page(filter.limit(), Optional.empty());
        return documents.descendingMap().values().stream()
                .filter(document -> Listing.shows(all, document.record(), document.searchText()))
                .map(document -> document.record().id())
                .limit(most)
                .toList();
    }

    /** All of them, in the order in which they entered. */
    List<DocumentRecord> records() {
        return entered.values().stream().map(StoredDocument::record).toList();
    }

    List<DocumentRecord> sequence(String sequenceKey) {
        return entered.values().stream()
                .filter(document ->
                        document.sequenceKey().map(sequenceKey::equals).orElse(false))
                .map(StoredDocument::record)
                .toList();
    }

    boolean allSettled(DocumentId file) {
        return documents.values().stream()
                .filter(document -> document.file().map(file::equals).orElse(false))
                .allMatch(StoredDocument::settled);
    }
}
