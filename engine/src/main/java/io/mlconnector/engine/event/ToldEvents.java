package io.mlconnector.engine.event;

import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.ports.erp.BusinessEvent;
import io.vertx.core.Future;
import java.util.List;
import java.util.logging.Logger;

/** What follows from Business Events besides that orders are looked for: they are counted, and told with our documents. */
public final class ToldEvents {

    private static final Logger LOG = Logger.getLogger(ToldEvents.class.getName());

    private final EventStories stories;
    private final EventCounts counts;

    /**
     * On this engine's journal.
     *
     * @param counts where they are counted
     */
    public ToldEvents(Engine engine, EventCounts counts) {
        this.stories = new EventStories(engine);
        this.counts = counts;
    }

    /**
     * Events that were stored just now, for the first time.
     *
     * @param events of one body; none if it holds no event
     * @return when all are told; never fails: the sender has his answer, and nothing depends on it
     */
    public Future<Void> heard(String connection, List<BusinessEvent> events) {
        if (events.isEmpty()) {
            counts.addNone(connection);
        }
        Future<Void> told = Future.succeededFuture();
        for (BusinessEvent event : events) {
            counts.add(connection, event);
            told = told.compose(ignored -> stories.tell(connection, event)).recover(failure -> {
                BrokenOff.log(
                        LOG,
                        "A Business Event of " + connection
                                + " could not be written into the history of its document; nothing depends on it",
                        failure);
                return Future.succeededFuture();
            });
        }
        return told;
    }
}
