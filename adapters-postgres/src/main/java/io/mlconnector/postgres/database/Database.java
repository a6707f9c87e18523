package io.mlconnector.postgres.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An open database with an up-to-date schema. */
public final class Database {

    private static final int POOL_SIZE = 6;

    /** No statement of ours is silent for so long: the server itself ends it before. */
    private static final int SILENT_AFTER_SECONDS = 35;

    private final Pool pool;
    private final Runnable shutDown;
    private final Optional<EmbeddedDatabase> embedded;
    private Optional<Supervision> supervision = Optional.empty();

    private Database(Pool pool, Runnable shutDown, Optional<EmbeddedDatabase> embedded) {
        this.pool = pool;
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
        SqlConnectOptions options = options(address);
        return open(vertx, () -> Future.succeededFuture(options), address, shutDown, Optional.empty());
    }

    /**
     * Opens an embedded database and brings its schema up to date. Connects only while the server process lives, because
     * afterwards anybody may listen on its port; wherever it has moved.
     *
     * @return fails with a {@link DatabaseException} with a message for an operator; the server is stopped then
     */
    public static Future<Database> open(Vertx vertx, EmbeddedDatabase server) {
        Supplier<Future<SqlConnectOptions>> where = () -> vertx.executeBlocking(
                () -> {
                    if (!server.lives()) {
                        throw new DatabaseException("The embedded PostgreSQL is not running at the moment.");
                    }
                    return options(server.address());
                },
                false);
        return open(vertx, where, server.address(), server::stop, Optional.of(server));
    }

    private static SqlConnectOptions options(DatabaseAddress address) {
        return new PgConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setDatabase(address.name())
                .setUser(address.user())
                .setPassword(address.password())
                .setReconnectAttempts(0)
                .addProperty("client_min_messages", "warning")
                .addProperty("application_name", "ml-connector")
                .addProperty("statement_timeout", "30000");
    }

    private static Future<Database> open(
            Vertx vertx,
            Supplier<Future<SqlConnectOptions>> where,
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
                .connectingTo(where)
                .using(vertx)
                .build();
        return Migration.bringUpToDate(vertx, pool, address)
                .map(ignored -> new Database(pool, shutDown, embedded))
                .recover(failure -> pool.close()
                        .transform(ignored -> stopped(vertx, shutDown))
                        .transform(ignored -> Future.failedFuture(
                                failure instanceof DatabaseException
                                        ? failure
                                        : new DatabaseException(
                                                "The database " + address + " cannot be used: " + failure.getMessage(),
                                                failure))));
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

    /** Its connections. */
    public Pool pool() {
        return pool;
    }

    /** Closes all connections, then stops an embedded server. */
    public Future<Void> close(Vertx vertx) {
        supervision.ifPresent(Supervision::end);
        return pool.close().compose(ignored -> stopped(vertx, shutDown));
    }
}
