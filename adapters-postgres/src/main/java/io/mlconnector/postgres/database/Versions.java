package io.mlconnector.postgres.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;

/**
 * With what the database works.
 *
 * @param server version of PostgreSQL
 * @param schema version of our tables
 */
public record Versions(String server, int schema) {

    /** Asks the database. */
    public static Future<Versions> of(Pool pool) {
        return pool.query("select current_setting('server_version') as server,"
                        + " (select max(version::int) from flyway_schema_history where success) as schema")
                .execute()
                .map(rows -> {
                    Row row = rows.iterator().next();
                    Integer schema = row.getInteger("schema");
                    return new Versions(row.getString("server"), schema == null ? 0 : schema);
                });
    }
}
