package io.mlconnector.engine.restoration;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.engine.Engine;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether F&O's confirmed orders were read since a restoration was noticed: only then is all announced that may have been sent. */
public final class OrderLooks {

    private static final String LOOKED = "orders-looked:";

    private final Engine engine;

    /** On the journal of this engine. */
    public OrderLooks(Engine engine) {
        this.engine = engine;
    }

    /** A look went well, and what it showed is announced. Remembered once for each restoration. */
    public Future<Void> looked(String connection) {
        return engine.onContext(engine.journal().cursor(Restoration.CODE))
                .map(text -> text.map(Restoration::parse).filter(Restoration::holding))
                .compose(held -> held.isEmpty()
                        ? Future.succeededFuture()
                        : since(connection, held.get())
                                .compose(known -> known
                                        ? Future.succeededFuture()
                                        : engine.onContext(engine.journal()
                                                .moveCursor(
                                                        LOOKED + connection,
                                                        held.get().noticed().toString()))));
    }

    /** The connections without such a look. */
    Future<List<String>> missing(Restoration restoration, Collection<String> connections) {
        Future<List<String>> all = Future.succeededFuture(new ArrayList<>());
        for (String connection : connections) {
            all = all.compose(missing -> since(connection, restoration).map(known -> {
                if (!known) {
                    missing.add(connection);
                }
                return missing;
            }));
        }
        return all;
    }

    private Future<Boolean> since(String connection, Restoration restoration) {
        return engine.onContext(engine.journal().cursor(LOOKED + connection))
                .map(text -> text.map(Instant::parse).equals(Optional.of(restoration.noticed())));
    }
}
