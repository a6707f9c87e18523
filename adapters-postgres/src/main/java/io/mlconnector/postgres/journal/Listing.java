package io.mlconnector.postgres.journal;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.postgres.journal.table.Columns;
import io.mlconnector.postgres.journal.table.PostgresText;
import io.mlconnector.postgres.journal.table.Rows;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;

/** Builds the statement that lists documents. */
final class Listing {

    private final StringBuilder where = new StringBuilder();
    private final Tuple values = Tuple.tuple();

    Listing(DocumentFilter filter) {
        filter.criteria().forEach(this::restrict);
        filter.after().ifPresent(after -> and("d.id < " + value(after.text())));
        values.addValue(filter.limit());
    }

    private void restrict(Criterion criterion) {
        switch (criterion) {
            case Criterion.OfConnection(String id) -> equal("connection", id);
            case Criterion.OfPartner(String id) -> equal("partner", id);
            case Criterion.OfLegalEntity(String id) -> equal("legal_entity", id);
            case Criterion.Going(Direction direction) -> equal("direction", direction.word());
            case Criterion.OfType(String type) -> equal("type", type);
            case Criterion.InCondition(Condition condition) -> equal("condition", condition.word());
            case Criterion.AtStage(Stage stage) -> equal("stage", stage.word());
            case Criterion.Answered(Acknowledgement said) -> equal("acknowledgement", said.word());
            case Criterion.StuckBecause(String causeKey) -> equal("cause_key", causeKey);
            case Criterion.Mentioning(String text) -> mentions(text);
            case Criterion.FromFile(DocumentId file) -> equal("file", file.text());
            case Criterion.AssignedTo(String person) -> equal("assignee", person);
            case Criterion.Snoozed(boolean snoozed, Instant now) ->
                and((snoozed ? "" : "not ") + "coalesce(d.snoozed_until > " + value(Rows.at(now)) + ", false)");
            case Criterion.CreatedFrom(Instant time) -> and("d.created_at >= " + value(Rows.at(time)));
            case Criterion.CreatedBefore(Instant time) -> and("d.created_at < " + value(Rows.at(time)));
        }
    }

    private void mentions(String text) {
        String escaped = text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        String n = value("%" + PostgresText.of(escaped) + "%");
        and("(d.order_number ilike " + n + " or d.confirmation_number ilike " + n + " or d.invoice_number ilike " + n
                + " or d.control_number ilike " + n + " or d.file_name ilike " + n + ")");
    }

    private void equal(String column, String wanted) {
        and("d." + column + " = " + value(PostgresText.of(wanted.strip())));
    }

    private String value(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    private void and(String condition) {
        where.append(where.isEmpty() ? "where " : " and ").append(condition);
    }

    String sql() {
        return "select " + Columns.DOCUMENT + " from document d " + where + " order by d.id desc limit $"
                + values.size();
    }

    Tuple values() {
        return values;
    }
}
