package io.mlconnector.postgres.address;

/**
 * What stands between us and a server.
 *
 * @param pooledByTransaction whether it is a PgBouncer in transaction mode, so that a connection is another server process
 *     after each transaction: nothing may be prepared or set beyond one
 */
public record Transport(boolean pooledByTransaction) {

    /** Nothing, or a pooler that keeps a session together. */
    public static final Transport PLAIN = new Transport(false);
}
