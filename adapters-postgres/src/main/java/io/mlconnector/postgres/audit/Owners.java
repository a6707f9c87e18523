package io.mlconnector.postgres.audit;

import io.mlconnector.ports.audit.Finding;
import io.mlconnector.ports.audit.Finding.Kind;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.function.Consumer;

/** Checks that every document, file and cross reference has a history, and every history one of them. */
final class Owners {

    private static final int PAGE = 500;

    private Owners() {}

    static Future<Void> verify(Snapshot snapshot, Consumer<Finding> findings) {
        return withoutHistory(snapshot, "document", findings)
                .compose(ignored -> withoutHistory(snapshot, "file", findings))
                .compose(ignored -> withoutHistory(snapshot, CROSS_REFERENCE, findings))
                .compose(ignored -> withoutOwner(snapshot, findings));
    }

    /** Those from before changes were recorded have none, until they are changed; many entered at once have one together. */
    private static final String CROSS_REFERENCE =
            "(select * from cross_reference where changed_by is not null and entered_with is null)";

    private static Future<Void> withoutHistory(Snapshot snapshot, String table, Consumer<Finding> findings) {
        return snapshot.pages(
                "select o.id from " + table + " o where not exists"
                        + " (select 1 from journal_entry e where e.owner = o.id) order by o.id",
                Tuple.tuple(),
                PAGE,
                page -> page.forEach(row -> findings.accept(new Finding(
                        Kind.OWNER,
                        0,
                        row.getString("id"),
                        0,
                        "The " + (table.equals(CROSS_REFERENCE) ? "cross reference" : table) + " " + row.getString("id")
                                + " has no history: it was inserted, or its entries were removed."))));
    }

    private static Future<Void> withoutOwner(Snapshot snapshot, Consumer<Finding> findings) {
        return snapshot.pages(
                """
                select e.owner, min(e.position) as first, max(e.position) as last, count(*) as entries
                from journal_entry e
                where not exists (select 1 from document d where d.id = e.owner)
                  and not exists (select 1 from file f where f.id = e.owner)
                  and not exists (select 1 from cross_reference c where c.id = e.owner)
                  and e.owner <> 'xr-together'
                group by e.owner order by first
                """,
                Tuple.tuple(),
                PAGE,
                page -> page.forEach(row -> {
                    long entries = row.getLong("entries");
                    findings.accept(new Finding(
                            Kind.OWNER,
                            row.getLong("first"),
                            row.getString("owner"),
                            0,
                            "There is no document, file or cross reference " + row.getString("owner") + ", but "
                                    + (entries == 1 ? "an entry of its" : entries + " entries of its")
                                    + " (positions " + row.getLong("first") + " to " + row.getLong("last")
                                    + "): it was removed, or they were inserted."));
                }));
    }
}
