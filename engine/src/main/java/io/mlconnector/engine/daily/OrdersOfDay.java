package io.mlconnector.engine.daily;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.confirmation.Backfill;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The orders that F&O says were confirmed on a day, beside the documents of them. */
final class OrdersOfDay {

    private final Engine engine;
    private final Connection connection;
    private final Day day;
    private final List<Unaccounted> open = new ArrayList<>();
    private final List<DocumentId> entered = new ArrayList<>();
    private OptionalInt confirmed = OptionalInt.empty();

    OrdersOfDay(Engine engine, Connection connection, Day day) {
        this.engine = engine;
        this.connection = connection;
        this.day = day;
    }

    /** Asks F&O. The day is the one that F&O writes, whatever the zone. */
    Future<Void> read() {
        return new Backfill(engine, connection)
                .run(connection.orders().legalEntities(), day.date(), day.date(), true)
                .map(result -> {
                    switch (result) {
                        case Backfill.Done(List<Backfill.Found> found) -> compared(found);
                        case Backfill.NotRead(var why) ->
                            open.add(OpenMatters.notLooked(connection.id(), "", "confirmed orders in F&O", why));
                    }
                    return null;
                });
    }

    private void compared(List<Backfill.Found> found) {
        confirmed = OptionalInt.of(found.size());
        found.forEach(one -> {
            one.document().ifPresent(entered::add);
            OpenMatters.of(connection.id(), one).ifPresent(open::add);
        });
    }

    /** How many were confirmed; empty if F&O could not be read. */
    OptionalInt confirmed() {
        return confirmed;
    }

    /** The documents of those that have one. */
    List<DocumentId> entered() {
        return entered;
    }

    List<Unaccounted> open() {
        return open;
    }
}
