package io.mlconnector.postgres.database;

import io.mlconnector.postgres.address.ConnectOptions;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema up to date with Flyway. An ordinary start queries Flyway's history table with the reactive client first
 * and loads neither Flyway nor JDBC when there is nothing to do (docs/decisions/0006).
 */
public final class Migration {

    /** The newest version below db/migration; a test compares the two. */
    public static final int NEWEST = 27;

    private static final String UNDEFINED_TABLE = "42P01";

    private Migration() {}

    static Future<Void> bringUpToDate(Vertx vertx, Pool pool, DatabaseAddress address) {
        return version(pool).compose(version -> {
            if (version == NEWEST) {
                return Future.succeededFuture();
            }
            if (version > NEWEST) {
                return Future.failedFuture(new DatabaseException("The database " + address + " has schema version "
                        + version + ", but this program supports up to " + NEWEST
                        + ". Start the newer program that wrote it."));
            }
            return vertx.executeBlocking(() -> {
                migrate(address);
                return null;
            });
        });
    }

    private static Future<Integer> version(Pool pool) {
        return pool.query("select max(version::int) as version from flyway_schema_history where success")
                .execute()
                .map(rows -> {
                    Integer version = rows.iterator().next().getInteger("version");
                    return version == null ? 0 : version;
                })
                .recover(failure -> failure instanceof PgException error && UNDEFINED_TABLE.equals(error.getSqlState())
                        ? Future.succeededFuture(0)
                        : Future.failedFuture(failure));
    }

    private static void migrate(DatabaseAddress address) {
        upTo(address, NEWEST);
    }

    /**
     * Brings a schema up to a version; makes it if there is none. Blocks.
     *
     * @param version 1 to {@link #NEWEST}
     */
    public static void upTo(DatabaseAddress address, int version) {
        flyway(address).target(Integer.toString(version)).load().migrate();
    }

    /** Removes everything from a database, as a restored backup of an older version needs it. Blocks. */
    public static void empty(DatabaseAddress address) {
        flyway(address).cleanDisabled(false).load().clean();
    }

    private static FluentConfiguration flyway(DatabaseAddress address) {
        Logger.getLogger("org.flywaydb").setLevel(Level.WARNING);
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(ConnectOptions.jdbcUrl(address), address.user(), address.password())
                .locations("classpath:db/migration");
    }
}
