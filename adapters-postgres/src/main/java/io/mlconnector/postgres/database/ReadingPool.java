package io.mlconnector.postgres.database;

import io.mlconnector.postgres.address.ConnectOptions;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A few connections for those who read, so that they neither wait for documents nor make them wait. Health and metrics have
 * theirs, people and programs that look at documents have others: no list that somebody asks for makes a daemon look ill.
 */
public final class ReadingPool {

    private static final int SIZE = 2;

    private final Pool pool;

    private ReadingPool(Pool pool) {
        this.pool = pool;
    }

    /** Connects when it is first used. */
    public static ReadingPool open(Vertx vertx, DatabaseAddress address) {
        return open(vertx, () -> Future.succeededFuture(address));
    }

    /** For health, metrics and check: who finds none free is told so within a second. */
    static ReadingPool open(Vertx vertx, Supplier<Future<DatabaseAddress>> where) {
        return open(vertx, where, "ml-connector reading", 64, 1);
    }

    /** For the interface: who finds none free is told so within five seconds. */
    static ReadingPool ofTheInterface(Vertx vertx, Supplier<Future<DatabaseAddress>> where) {
        return open(vertx, where, "ml-connector interface", 512, 5);
    }

    private static ReadingPool open(
            Vertx vertx, Supplier<Future<DatabaseAddress>> where, String application, int waiting, int seconds) {
        return new ReadingPool(PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(SIZE)
                        .setMaxWaitQueueSize(waiting)
                        .setConnectionTimeout(seconds)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(() -> where.get().map(at -> ConnectOptions.of(at, application, 20_000)))
                .using(vertx)
                .build());
    }

    /** Its connections. */
    public Pool pool() {
        return pool;
    }

    /** Whether the database answers; fails if it does not. */
    public Future<Void> answers() {
        return pool.query("select 1").execute().mapEmpty();
    }

    /** Closes all connections. */
    public Future<Void> close() {
        return pool.close();
    }
}
