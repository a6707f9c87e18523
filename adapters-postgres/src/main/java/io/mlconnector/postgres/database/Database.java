package io.mlconnector.postgres.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;

/** An open database with an up-to-date schema. */
public final class Database {

    private static final int POOL_SIZE = 6;

    private final Pool pool;
    private final Runnable shutDown;

    private Database(Pool pool, Runnable shutDown) {
        this.pool = pool;
        this.shutDown = shutDown;
    }

    /**
     * Opens a database and brings its schema up to date.
     *
     * @param shutDown called after the pool has been closed; stops an embedded server
     * @return fails with a {@link DatabaseException} with a message for an operator
     */
    public static Future<Database> open(Vertx vertx, DatabaseAddress address, Runnable shutDown) {
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(POOL_SIZE)
                        .setMaxWaitQueueSize(2_000)
                        .setConnectionTimeout(15)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(ConnectOptions.of(address, "ml-connector", 60_000))
                .using(vertx)
                .build();
        return Migration.bringUpToDate(vertx, pool, address)
                .map(ignored -> new Database(pool, shutDown))
                .recover(failure -> pool.close()
                        .onComplete(ignored -> shutDown.run())
                        .compose(ignored -> Future.failedFuture(
                                failure instanceof DatabaseException
                                        ? failure
                                        : new DatabaseException(
                                                "The database " + address + " cannot be used: " + failure.getMessage(),
                                                failure))));
    }

    /** Its connections. */
    public Pool pool() {
        return pool;
    }

    /** Closes all connections, then stops an embedded server. */
    public Future<Void> close(Vertx vertx) {
        return pool.close()
                .compose(ignored -> vertx.executeBlocking(() -> {
                    shutDown.run();
                    return null;
                }));
    }
}
