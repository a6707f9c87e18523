package io.mlconnector.runtime.http.entrance;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Counts connections, and closes those that do not come to a request in time: bytes that drip in do not prolong it. Used on
 * one event loop only.
 */
final class OpenConnections {

    /** A connection may rest between two requests for so long. */
    static final Duration REST = Duration.ofSeconds(60);

    /** An answer may take so long, from the headers of its request to its last byte. */
    static final Duration ANSWER = Duration.ofMinutes(5);

    /** What a command of this machine asks may take so long: a forecast of many documents asks F&O about each. */
    static final Duration COMMAND = Duration.ofHours(1);

    private final Vertx vertx;
    private final HttpLimits limits;
    private final Counts counts;
    private final Duration answer;
    private final IdentityHashMap<HttpConnection, Opened> open = new IdentityHashMap<>();
    private int served;

    OpenConnections(Vertx vertx, HttpLimits limits, Counts counts) {
        this(vertx, limits, counts, ANSWER);
    }

    /** With another time for answers. */
    OpenConnections(Vertx vertx, HttpLimits limits, Counts counts, Duration answer) {
        this.vertx = vertx;
        this.limits = limits;
        this.counts = counts;
        this.answer = answer;
    }

    private static final class Opened {
        private final boolean served;
        private int requests;
        private long timer = -1;

        Opened(boolean served) {
            this.served = served;
        }
    }

    void opened(HttpConnection connection) {
        if (open.size() >= 2 * limits.connections()) {
            counts.add(Counts.Why.CONNECTIONS);
            connection.close();
            return;
        }
        Opened opened = new Opened(served < limits.connections());
        served += opened.served ? 1 : 0;
        open.put(connection, opened);
        connection.closeHandler(ignored -> closed(connection));
        closeIn(connection, opened, limits.receive());
    }

    private void closed(HttpConnection connection) {
        Opened opened = open.remove(connection);
        if (opened != null) {
            served -= opened.served ? 1 : 0;
            vertx.cancelTimer(opened.timer);
        }
    }

    private void closeIn(HttpConnection connection, Opened opened, Duration time) {
        vertx.cancelTimer(opened.timer);
        opened.timer = vertx.setTimer(time.toMillis(), ignored -> {
            if (opened.requests == 0) {
                counts.add(Counts.Why.TOO_SLOW);
            }
            connection.close();
        });
    }

    /** Whether the connection is among those that are served. */
    boolean serves(HttpConnection connection) {
        return Optional.ofNullable(open.get(connection))
                .map(opened -> opened.served)
                .orElse(false);
    }

    void requestBegins(HttpConnection connection) {
        Opened opened = open.get(connection);
        if (opened != null) {
            opened.requests++;
            closeIn(connection, opened, answer);
        }
    }

    /** The request that is under way is that of a command. */
    void ofACommand(HttpConnection connection) {
        Opened opened = open.get(connection);
        if (opened != null && opened.requests > 0) {
            closeIn(connection, opened, COMMAND);
        }
    }

    void requestEnds(HttpConnection connection) {
        Opened opened = open.get(connection);
        if (opened != null && --opened.requests == 0) {
            closeIn(connection, opened, REST);
        }
    }
}
