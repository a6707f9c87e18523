package io.mlconnector.runtime.lifecycle;

import io.mlconnector.ports.journal.NoticeJournal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Remembers nothing: for those who look and must not write. */
final class NoNotices implements NoticeJournal {

    @Override
    public CompletionStage<Boolean> recordNotice(String connection, String key, byte[] body, Instant now) {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletionStage<Optional<String>> cursor(String name) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Map<String, String>> cursors(Collection<String> names) {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletionStage<Void> moveCursor(String name, String value) {
        return CompletableFuture.completedFuture(null);
    }
}
