package io.mlconnector.postgres.journal.table;

/** Which documents of a sequence go before others, as a condition in SQL: revisions of an order run in the order of entry. */
public final class Precedence {

    /** True of a document {@code d} before which another one of its sequence is not settled yet. */
    public static final String AN_EARLIER_ONE_IS_UNSETTLED = """
            (d.sequence_key is not null and exists (
              select 1 from document e where e.sequence_key = d.sequence_key and e.entered < d.entered
                and e.condition in ('moving', 'waiting', 'unknown')))
            """;

    private Precedence() {}
}
