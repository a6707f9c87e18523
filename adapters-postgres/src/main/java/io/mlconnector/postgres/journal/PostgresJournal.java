package io.mlconnector.postgres.journal;

import io.mlconnector.ports.journal.composed.ComposedJournal;
import io.mlconnector.ports.stored.StoredForm;
import io.mlconnector.postgres.continuity.CommitWatch;
import io.mlconnector.postgres.download.Downloads;
import io.mlconnector.postgres.journal.table.Documents;
import io.mlconnector.postgres.journal.table.Rows;
import io.vertx.sqlclient.Pool;
import java.time.InstantSource;

/** The journal in PostgreSQL, put together from its parts. Every method is one transaction. */
public final class PostgresJournal extends ComposedJournal {

    /**
     * On a database whose schema is up to date.
     *
     * @param form how states and problems are written down
     */
    public PostgresJournal(Pool pool, InstantSource clock, StoredForm form) {
        this(pool, clock, form, CommitWatch.NOBODY);
    }

    /**
     * The same, watched.
     *
     * @param watch is told what was committed
     */
    public PostgresJournal(Pool pool, InstantSource clock, StoredForm form, CommitWatch watch) {
        super(parts(pool, clock, form, watch));
    }

    private static Parts parts(Pool pool, InstantSource clock, StoredForm form, CommitWatch watch) {
        Rows rows = new Rows(form);
        Documents documents = new Documents(form);
        Intake intake = new Intake(documents, form);
        return new Parts(
                new PostgresFlows(pool, clock, documents, intake, rows, watch),
                new PostgresFiles(pool, clock, intake, rows, watch),
                new Downloads(pool),
                new PostgresNumbers(pool, clock),
                new PostgresViews(pool, clock, form, documents, rows),
                new PostgresNotices(pool));
    }
}
