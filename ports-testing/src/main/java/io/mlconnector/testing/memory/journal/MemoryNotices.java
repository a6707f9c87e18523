package io.mlconnector.testing.memory.journal;

import io.mlconnector.ports.journal.NoticeJournal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What remote systems announced, and what polls remember, in memory. */
final class MemoryNotices implements NoticeJournal {

    private record Notice(String connection, String key) {}

    private final Store store;
    private final Set<Notice> notices = new HashSet<>();
    private final Map<String, String> cursors = new HashMap<>();

    MemoryNotices(Store store) {
        this.store = store;
    }

    /** Takes over copies of all that the other holds; within a transaction only. */
    void copyOf(MemoryNotices other) {
        notices.addAll(other.notices);
        cursors.putAll(other.cursors);
    }

    @Override
    public CompletionStage<Boolean> recordNotice(String connection, String key, byte[] body, Instant now) {
        return store.transaction(() -> notices.add(new Notice(connection, key)));
    }

    @Override
    public CompletionStage<Optional<String>> cursor(String name) {
        return store.transaction(() -> Optional.ofNullable(cursors.get(name)));
    }

    @Override
    public CompletionStage<Map<String, String>> cursors(Collection<String> names) {
        return store.transaction(() -> {
            Map<String, String> found = new HashMap<>(cursors);
            found.keySet().retainAll(Set.copyOf(names));
            return Map.copyOf(found);
        });
    }

    @Override
    public CompletionStage<Void> moveCursor(String name, String value) {
        return store.done(() -> cursors.put(name, value));
    }
}
