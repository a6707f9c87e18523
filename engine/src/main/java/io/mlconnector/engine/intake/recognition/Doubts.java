package io.mlconnector.engine.intake.recognition;

import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.ports.gateway.FolderEntry;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Settles whether files that look like those that were taken are others, a few with each look into their folder. */
public final class Doubts {

    private static final Logger LOG = Logger.getLogger(Doubts.class.getName());

    /** So many files that may be others than those that were taken are read with each look. */
    private static final int MOST_PER_LOOK = 20;

    private final Engine engine;
    private final Doubt doubt;
    private final StoredDownloads stored;
    private final Recognition recognition;
    private final BooleanSupplier stopping;
    private final String name;

    /**
     * Of one folder.
     *
     * @param recognition is told what was found
     * @param stopping whether the next file is left to the next start
     * @param name the folder's name in messages
     */
    public Doubts(
            Engine engine,
            Doubt doubt,
            StoredDownloads stored,
            Recognition recognition,
            BooleanSupplier stopping,
            String name) {
        this.engine = engine;
        this.doubt = doubt;
        this.stored = stored;
        this.recognition = recognition;
        this.stopping = stopping;
        this.name = name;
    }

    /**
     * Reads the first ones.
     *
     * @param listed all of the folder
     * @param progressed is told before each file
     * @param another is told when one is another file, which the next look takes
     */
    public Future<Void> settle(
            List<FolderEntry> doubtful, List<FolderEntry> listed, Runnable progressed, Runnable another) {
        return OneAfterAnother.of(
                doubtful.subList(0, Math.min(MOST_PER_LOOK, doubtful.size())),
                entry -> stopping.getAsBoolean()
                        ? Future.succeededFuture()
                        : settle(entry, listed, progressed, another));
    }

    private Future<Void> settle(FolderEntry entry, List<FolderEntry> listed, Runnable progressed, Runnable another) {
        progressed.run();
        return doubt.settle(entry, listed)
                .compose(found -> found == Doubt.Finding.SAME || found == Doubt.Finding.SAME_UNDER_ANOTHER_ID
                        ? stored.settled(entry).map(ignored -> found)
                        : Future.succeededFuture(found))
                .onSuccess(found -> {
                    Instant now = engine.clock().instant();
                    switch (found) {
                        case SAME -> recognition.settle(entry, now);
                        case SAME_UNDER_ANOTHER_ID -> {
                            if (recognition.idChanged(entry, now)) {
                                LOG.log(
                                        Level.INFO,
                                        "{0}: the ids of its files change although their content does not, and are not used"
                                                + " to tell files apart",
                                        name);
                            }
                        }
                        case ANOTHER -> {
                            recognition.isAnother(entry);
                            another.run();
                        }
                        case NOT_KNOWN_NOW -> {}
                    }
                })
                .mapEmpty();
    }
}
