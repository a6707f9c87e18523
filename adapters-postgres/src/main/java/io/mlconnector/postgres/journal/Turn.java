package io.mlconnector.postgres.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/** What only one transaction does at a time, among all daemons on one database. */
enum Turn {
    /** Two claimers at once could take two documents of one sequence. */
    CLAIMING(0x6d6c6301L),
    /** Two who enter the same document at once could not tell which of them was first. */
    ENTERING(0x6d6c6302L);

    private final long lock;

    Turn(long lock) {
        this.lock = lock;
    }

    /** Waits for its turn, which lasts until the transaction ends. */
    Future<Void> in(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(lock))
                .mapEmpty();
    }
}
