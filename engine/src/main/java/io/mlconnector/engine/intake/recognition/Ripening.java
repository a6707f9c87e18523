package io.mlconnector.engine.intake.recognition;

import io.mlconnector.domain.intake.FileRipeness;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.gateway.FolderEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which files of one folder may be read, and when the folder is to be looked at again. Touched on one event loop only. */
public final class Ripening {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

    private final Engine engine;
    private final Connection connection;
    private FileRipeness seen = FileRipeness.NOTHING_SEEN;
    private Optional<Instant> next = Optional.empty();

    /** Nothing seen yet. */
    public Ripening(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** A look into the folder. */
    public FileRipeness.Look look(List<FolderEntry> waiting) {
        FileRipeness.Look look = seen.look(
                waiting.stream()
                        .map(entry -> new FileRipeness.Listed(entry.id(), entry.name(), entry.size(), entry.modified()))
                        .toList(),
                connection.folders().ripeness(),
                engine.clock().instant());
        seen = look.seen();
        next = look.next();
        return look;
    }

    /** A file is in the journal. */
    public void forget(FolderEntry entry) {
        seen = seen.without(entry.id());
    }

    /** A file has changed although its listing does not show it: it waits anew. */
    public void waitsAnew(FolderEntry entry) {
        Instant now = engine.clock().instant();
        seen = seen.changed(entry.id(), now);
        Instant due = now.plus(connection.folders().stabilityWindow());
        next = Optional.of(next.filter(due::isAfter).orElse(due));
    }

    /** How long until the next look: as agreed, or when the first file is ripe. */
    public Duration pause() {
        Duration usual = connection.folders().every();
        Duration ripe =
                next.map(due -> Duration.between(engine.clock().instant(), due)).orElse(usual);
        Duration least = ripe.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : ripe;
        return usual.compareTo(least) < 0 ? usual : least;
    }
}
