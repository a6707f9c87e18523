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
 * A few connections for health, metrics and people who read, so that they neither wait for documents nor make them wait.
 * Who finds none free is told so within a second.
 */
public final class ReadingPool {

    private static final int SIZE = 2;
    private static final int WAITING = 64;

    private final Pool pool;

    private ReadingPool(Pool pool) {
        this.pool = pool;
    }

    /** Connects when it is first used. */
    public static ReadingPool open(Vertx vertx, DatabaseAddress address) {
        return open(vertx, () -> Future.succeededFuture(address));
    }

    static ReadingPool open(Vertx vertx, Supplier<Future<DatabaseAddress>> where) {
        return new ReadingPool(PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(SIZE)
                        .setMaxWaitQueueSize(WAITING)
                        .setConnectionTimeout(1)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(() -> where.get().map(at -> ConnectOptions.of(at, "ml-connector reading", 20_000)))
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
