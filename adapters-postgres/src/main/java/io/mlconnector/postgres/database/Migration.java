package io.mlconnector.postgres.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date with Flyway. An ordinary start queries Flyway's history table with the reactive client first
 * and loads neither Flyway nor JDBC when there is nothing to do (docs/decisions/0006).
 */
final class Migration {

    /** The newest version below db/migration; a test compares the two. */
    static final int NEWEST = 6;

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
        Logger.getLogger("org.flywaydb").setLevel(Level.WARNING);
        Flyway.configure(Migration.class.getClassLoader())
                .dataSource(ConnectOptions.jdbcUrl(address), address.user(), address.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
