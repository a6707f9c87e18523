package io.mlconnector.postgres.database;

import io.mlconnector.postgres.address.ConnectOptions;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.mlconnector.postgres.embedded.DatabaseWatcher;
import io.mlconnector.postgres.embedded.EmbeddedDatabase;
import io.mlconnector.postgres.embedded.Supervision;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An open database with an up-to-date schema. */
public final class Database {

    private static final int POOL_SIZE = 6;

    /** No statement of ours is silent for so long: the server itself ends it before. */
    private static final int SILENT_AFTER_SECONDS = 35;

    private static final int MOST_MILLIS_OF_A_STATEMENT = 30_000;

    private final Pool pool;
    private final ReadingPool reading;
    private final ReadingPool ofTheInterface;
    private final Runnable shutDown;
    private final Optional<EmbeddedDatabase> embedded;
    private Optional<Supervision> supervision = Optional.empty();

    private Database(
            Pool pool,
            ReadingPool reading,
            ReadingPool ofTheInterface,
            Runnable shutDown,
            Optional<EmbeddedDatabase> embedded) {
        this.pool = pool;
        this.reading = reading;
        this.ofTheInterface = ofTheInterface;
        this.shutDown = shutDown;
        this.embedded = embedded;
    }

    /**
     * Opens a database and brings its schema up to date.
     *
     * @param shutDown called after the pool has been closed; stops an embedded server
     * @return fails with a {@link DatabaseException} with a message for an operator
     */
    public static Future<Database> open(Vertx vertx, DatabaseAddress address, Runnable shutDown) {
        return open(vertx, () -> Future.succeededFuture(address), address, shutDown, Optional.empty());
    }

    /**
     * Opens an embedded database and brings its schema up to date. Connects only while the server process lives, because
     * afterwards anybody may listen on its port; wherever it has moved.
     *
     * @return fails with a {@link DatabaseException} with a message for an operator; the server is stopped then
     */
    public static Future<Database> open(Vertx vertx, EmbeddedDatabase server) {
        Supplier<Future<DatabaseAddress>> where = () -> vertx.executeBlocking(
                () -> {
                    if (!server.lives()) {
                        throw new DatabaseException("The embedded PostgreSQL is not running at the moment.");
                    }
                    return server.address();
                },
                false);
        return open(vertx, where, server.address(), server::stop, Optional.of(server));
    }

    private static Future<Database> open(
            Vertx vertx,
            Supplier<Future<DatabaseAddress>> where,
            DatabaseAddress address,
            Runnable shutDown,
            Optional<EmbeddedDatabase> embedded) {
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(POOL_SIZE)
                        .setMaxWaitQueueSize(2_000)
                        .setConnectionTimeout(15)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                        .setIdleTimeout(20)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS))
                // A connection from which nothing comes while a statement is under way is frozen: it is closed, the
                // statement fails, and the pool makes another one. Idle connections are closed before that.
                .with(new NetClientOptions()
                        .setConnectTimeout(10_000)
                        .setTcpKeepAlive(true)
                        .setReadIdleTimeout(SILENT_AFTER_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(
                        () -> where.get().map(at -> ConnectOptions.of(at, "ml-connector", MOST_MILLIS_OF_A_STATEMENT)))
                .using(vertx)
                .build();
        return Pooler.refuseUnannounced(pool, address)
                .compose(ignored -> Migration.bringUpToDate(vertx, pool, address))
                .map(ignored -> new Database(
                        pool,
                        ReadingPool.open(vertx, where),
                        ReadingPool.ofTheInterface(vertx, where),
                        shutDown,
                        embedded))
                .recover(failure -> pool.close()
                        .transform(ignored -> stopped(vertx, shutDown))
                        .transform(ignored -> Future.failedFuture(
                                failure instanceof DatabaseException
                                        ? failure
                                        : new DatabaseException(
                                                "The database " + address + " cannot be used: " + failure.getMessage()
                                                        + advice(failure),
                                                failure))));
    }

    /** Only a pooler refuses settings with which a session begins; in another case there is none. */
    private static String advice(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("unsupported startup parameter")
                ? ". A PgBouncer stands before it: add ignore_startup_parameters = extra_float_digits,statement_timeout,"
                        + "client_min_messages to its configuration, and if its pool_mode is transaction, pgbouncer=transaction"
                        + " to database.url."
                : "";
    }

    private static Future<Void> stopped(Vertx vertx, Runnable shutDown) {
        return vertx.executeBlocking(() -> {
            shutDown.run();
            return null;
        });
    }

    /** Starts the server again whenever it ends, and tells the watcher; does nothing for a server that is not ours. */
    public void supervise(Vertx vertx, DatabaseWatcher watcher) {
        supervision = embedded.filter(EmbeddedDatabase::isOurs).map(server -> new Supervision(vertx, server, watcher));
        supervision.ifPresent(Supervision::begin);
    }

    /** A few connections for health, metrics and check. */
    public ReadingPool reading() {
        return reading;
    }

    /** A few connections for people and programs that look at documents through the interface. */
    public ReadingPool ofTheInterface() {
        return ofTheInterface;
    }

    /** Its connections. */
    public Pool pool() {
        return pool;
    }

    /** Closes all connections, then stops an embedded server. */
    public Future<Void> close(Vertx vertx) {
        supervision.ifPresent(Supervision::end);
        return reading.close()
                .eventually(ofTheInterface::close)
                .eventually(pool::close)
                .compose(ignored -> stopped(vertx, shutDown));
    }
}
