package io.mlconnector.postgres.journal.table;

/** Column lists, and a statement, that several share. JSON travels as text, so that no decimal passes through a double. */
public final class Columns {

    /** Of a document {@code d}, as {@link Rows#document} and {@link Rows#claim} read it. */
    public static final String DOCUMENT = """
            d.id, d.connection, d.partner, d.direction, d.type, d.legal_entity, d.order_number, d.confirmation_number,
            d.invoice_number, d.control_number, d.group_number, d.transaction_set_number, d.file_name, d.amount, d.currency, d.due, d.condition,
            d.stage, d.validity, d.acknowledgement, d.reason::text as reason, d.state::text as state, d.content, d.file,
            d.duplicate_of, d.attempts, d.due_at, d.created_at, d.changed_at,
            coalesce(d.since, d.changed_at) as since, d.epoch, d.sequence_key,
            d.assignee, d.snoozed_until
            """;

    /** Of a file {@code f}, as {@link Rows#file} reads it. */
    public static final String FILE = """
            f.id, f.connection, f.partner, f.folder, f.remote_id, f.name, f.state, f.size, f.content, f.problem::text as problem,
            f.documents, f.answers, f.taken_at, f.removal_intended_at, f.removed_at
            """;

    /** Of an entry of the history, as {@link Rows#entry} reads it. */
    public static final String ENTRY = "number, at, actor, event, message, details::text as details, payloads, hash";

    /** The statement that finds the document whose job key is $1. */
    public static final String JOB_OWNER =
            "select id from document where job_key = $1 and condition not in ('duplicate', 'discarded')";

    private Columns() {}
}
