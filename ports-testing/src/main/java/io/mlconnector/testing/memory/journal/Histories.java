package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.history.FixAct;
import io.mlconnector.ports.journal.history.Happened;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.journal.payload.PayloadOwner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What happened, and the bytes that came up. Nothing is ever changed or removed. Guarded by the journal's lock. */
final class Histories {

    private final Map<DocumentId, List<RecordedEntry>> entries = new HashMap<>();
    private final List<DocumentId> order = new ArrayList<>();
    private final Map<ContentHash, Payload> payloads = new HashMap<>();

    void copyOf(Histories other) {
        other.entries.forEach((owner, history) -> entries.put(owner, new ArrayList<>(history)));
        order.addAll(other.order);
        payloads.putAll(other.payloads);
    }

    void append(DocumentId owner, List<HistoryEntry> happened) {
        List<RecordedEntry> history = entries.computeIfAbsent(owner, ignored -> new ArrayList<>());
        for (HistoryEntry entry : happened) {
            long number = history.size() + 1L;
            String previous =
                    history.isEmpty() ? HistoryChain.START : history.getLast().hash();
            history.add(new RecordedEntry(number, entry, HistoryChain.link(previous, owner, number, entry)));
            order.add(owner);
        }
    }

    Happened after(long position, int most) {
        List<DocumentId> owners = order.stream().skip(Math.min(position, order.size())).toList().reversed().stream()
                .distinct()
                .limit(most + 1L)
                .toList();
        return new Happened(order.size(), owners.stream().limit(most).toList(), owners.size() > most);
    }

    void keep(List<Payload> more) {
        more.forEach(payload -> payloads.putIfAbsent(payload.hash(), payload));
    }

    List<RecordedEntry> of(DocumentId owner) {
        return List.copyOf(entries.getOrDefault(owner, List.of()));
    }

    /** What fixes of causes wrote, in order, by fix; the newest fix first. */
    Map<String, List<FixAct>> fixes() {
        Map<String, List<FixAct>> all = new TreeMap<>(Comparator.reverseOrder());
        entries.forEach((owner, history) -> history.stream()
                .map(RecordedEntry::entry)
                .filter(entry -> !entry.actor().equals(HistoryEntry.DAEMON))
                .forEach(entry -> Optional.ofNullable(entry.details().get("fix"))
                        .ifPresent(fix -> all.computeIfAbsent(fix, ignored -> new ArrayList<>())
                                .add(new FixAct(owner, entry)))));
        all.values()
                .forEach(acts -> acts.sort(
                        Comparator.comparing((FixAct act) -> act.entry().at()).thenComparing(FixAct::document)));
        return all;
    }

    /** The last decision about each document among the newest entries of persons that name the cause. */
    Optional<Precedent> precedent(String causeKey, Predicate<DocumentId> stuckAgain) {
        Map<DocumentId, HistoryEntry> last = new LinkedHashMap<>();
        entries.entrySet().stream()
                .filter(history -> !stuckAgain.test(history.getKey()))
                .flatMap(history -> history.getValue().stream()
                        .map(RecordedEntry::entry)
                        .filter(entry -> !entry.actor().equals(HistoryEntry.DAEMON)
                                && causeKey.equals(entry.details().get(Precedent.CAUSE)))
                        .map(entry -> Map.entry(history.getKey(), entry)))
                .sorted(Comparator.comparing(
                        (Map.Entry<DocumentId, HistoryEntry> one) ->
                                one.getValue().at(),
                        Comparator.reverseOrder()))
                .limit(Precedent.MOST)
                .forEach(one -> last.putIfAbsent(one.getKey(), one.getValue()));
        List<HistoryEntry> released = last.values().stream()
                .filter(entry -> entry.event().equals("release"))
                .toList();
        return released.isEmpty()
                ? Optional.empty()
                : Optional.of(new Precedent(
                        causeKey,
                        last.size(),
                        released.size(),
                        released.getFirst().actor(),
                        released.getFirst().at()));
    }

    Optional<Payload> payload(ContentHash hash) {
        return Optional.ofNullable(payloads.get(hash));
    }

    /** Whose entries name these bytes, by the first entry that does. */
    List<PayloadOwner> owners(ContentHash hash) {
        Map<DocumentId, Integer> numbers = new HashMap<>();
        Map<DocumentId, PayloadOwner> owners = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            DocumentId owner = order.get(i);
            HistoryEntry entry = entries.getOrDefault(owner, List.of())
                    .get(numbers.merge(owner, 1, Integer::sum) - 1)
                    .entry();
            if (entry.payloads().contains(hash)) {
                PayloadOwner first = owners.getOrDefault(owner, new PayloadOwner(owner, i + 1L, entry.at(), List.of()));
                owners.put(
                        owner,
                        new PayloadOwner(
                                owner,
                                first.position(),
                                first.at(),
                                Stream.concat(first.events().stream(), Stream.of(entry.event()))
                                        .distinct()
                                        .toList()));
            }
        }
        return List.copyOf(owners.values());
    }
}
