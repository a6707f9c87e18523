package io.mlconnector.postgres.journal;

/** Column lists that several statements share. JSON travels as text, so that no decimal passes through a double. */
final class Columns {

    static final String DOCUMENT = """
            d.id, d.connection, d.partner, d.direction, d.type, d.legal_entity, d.order_number, d.confirmation_number,
            d.invoice_number, d.control_number, d.group_number, d.transaction_set_number, d.file_name, d.amount, d.currency, d.due, d.condition,
            d.stage, d.validity, d.acknowledgement, d.reason::text as reason, d.state::text as state, d.content, d.file,
            d.duplicate_of, d.attempts, d.due_at, d.created_at, d.changed_at, d.epoch, d.sequence_key
            """;

    static final String FILE = """
            f.id, f.connection, f.partner, f.folder, f.remote_id, f.name, f.state, f.size, f.content, f.problem::text as problem,
            f.documents, f.taken_at, f.removal_intended_at, f.removed_at
            """;

    static final String ENTRY = "number, at, actor, event, message, details::text as details, payloads, hash";

    static final String JOB_OWNER =
            "select id from document where job_key = $1 and condition not in ('duplicate', 'discarded')";

    private Columns() {}
}
