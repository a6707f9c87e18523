package io.mlconnector.postgres.embedded;

import io.mlconnector.domain.words.ProblemCode;
import io.vertx.core.Vertx;

/**
 * Looks every second whether the server of the embedded database lives, and starts it again when it does not: after one
 * second, two, four and so on up to a minute. A server that does not live for five minutes in a row is started again ten times
 * at most.
 */
public final class Supervision {

    private static final long LOOK = 1_000;

    private static final long LONGEST_PAUSE = 60_000;

    private static final int MOST_STARTS = 10;

    /** So many looks that found it alive make its troubles the past. */
    private static final int STEADY = 300;

    private final Vertx vertx;
    private final EmbeddedDatabase database;
    private final DatabaseWatcher watcher;
    private int starts;
    private int steady;
    private volatile boolean ended;

    public Supervision(Vertx vertx, EmbeddedDatabase database, DatabaseWatcher watcher) {
        this.vertx = vertx;
        this.database = database;
        this.watcher = watcher;
    }

    /** Begins; on one context from then on. */
    public void begin() {
        vertx.getOrCreateContext().runOnContext(ignored -> look());
    }

    /** Ends: the server is stopped on purpose. */
    public void end() {
        ended = true;
    }

    private void later(long milliseconds, Runnable what) {
        vertx.setTimer(milliseconds, ignored -> {
            if (!ended) {
                what.run();
            }
        });
    }

    private void look() {
        vertx.executeBlocking(database::lives, false).onComplete(answer -> {
            if (ended) {
                return;
            }
            if (answer.succeeded() && answer.result()) {
                steady++;
                starts = steady >= STEADY ? 0 : starts;
                watcher.lives();
                later(LOOK, this::look);
            } else {
                steady = 0;
                startAgain("The process of the embedded PostgreSQL has ended");
            }
        });
    }

    private void startAgain(String why) {
        if (starts >= MOST_STARTS) {
            watcher.ended(
                    ProblemCode.DATABASE_GIVEN_UP,
                    why + ". It was started again " + MOST_STARTS
                            + " times without lasting; this was the last time. Find the cause in postgres/server.log below"
                            + " the data directory, then restart ml-connector.");
            return;
        }
        long pause = Math.min(LONGEST_PAUSE, LOOK << starts);
        starts++;
        watcher.ended(
                ProblemCode.DATABASE_ENDED, why + ". It is started again in " + pause / 1_000 + " s; documents wait.");
        later(
                pause,
                () -> vertx.executeBlocking(
                                () -> {
                                    database.restart();
                                    return true;
                                },
                                false)
                        .onSuccess(ignored -> look())
                        .onFailure(failure -> {
                            if (!ended) {
                                startAgain(String.valueOf(failure.getMessage()));
                            }
                        }));
    }
}
