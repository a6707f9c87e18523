package io.mlconnector.postgres.alignment;

import io.mlconnector.domain.alignment.CrossReference;
import io.mlconnector.domain.alignment.CrossReference.Kind;
import io.mlconnector.domain.alignment.CrossReferences;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.ports.alignment.CrossReferenceTable;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** The translations that operators keep, in the database. */
public final class CrossReferenceStore implements CrossReferenceTable {

    private final Pool pool;

    /** On a database whose schema is up to date. */
    public CrossReferenceStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public CompletionStage<CrossReferences> all() {
        return pool.query("select partner, kind, theirs, ours from cross_reference order by partner, kind, theirs")
                .execute()
                .map(rows -> {
                    List<CrossReference> all = new ArrayList<>();
                    rows.forEach(row -> all.add(CrossReference.always(
                            new PartnerId(row.getString("partner")),
                            Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                            row.getString("theirs"),
                            row.getString("ours"))));
                    return new CrossReferences(all);
                })
                .toCompletionStage();
    }

    /** Stores a translation, replacing an older one for the same value. */
    public Future<Void> set(CrossReference reference) {
        return pool.preparedQuery("""
                        insert into cross_reference (partner, kind, theirs, ours) values ($1, $2, $3, $4)
                        on conflict (partner, kind, theirs) do update set ours = excluded.ours
                        """)
                .execute(Tuple.of(
                        reference.partner().id(), reference.kind().word(), reference.theirs(), reference.ours()))
                .mapEmpty();
    }

    /** Removes a translation; true if it existed. */
    public Future<Boolean> remove(PartnerId partner, Kind kind, String theirs) {
        return pool.preparedQuery("delete from cross_reference where partner = $1 and kind = $2 and theirs = $3")
                .execute(Tuple.of(partner.id(), kind.word(), theirs))
                .map(rows -> rows.rowCount() > 0);
    }
}
