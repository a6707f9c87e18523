package io.mlconnector.postgres.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/** Advisory locks: what only one transaction of all daemons on one database may do at a time. */
enum TransactionLock {
    /** Two concurrent claims could take two documents of one sequence. */
    CLAIMING(0x6d6c6301L),
    /** Two transactions that enter the same document at once could not tell which was first. */
    ENTERING(0x6d6c6302L);

    private final long lock;

    TransactionLock(long lock) {
        this.lock = lock;
    }

    /** Waits for the lock, which is held until the transaction ends. */
    Future<Void> acquire(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(lock))
                .mapEmpty();
    }
}
