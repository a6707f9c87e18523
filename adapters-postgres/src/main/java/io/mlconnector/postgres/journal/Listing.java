package io.mlconnector.postgres.journal;

import io.mlconnector.ports.journal.DocumentFilter;
import io.vertx.sqlclient.Tuple;

/** Builds the statement that lists documents. */
final class Listing {

    private final StringBuilder where = new StringBuilder();
    private final Tuple values = Tuple.tuple();

    Listing(DocumentFilter filter) {
        equal("connection", filter.connection());
        equal("partner", filter.partner());
        equal("legal_entity", filter.legalEntity());
        equal("direction", filter.direction());
        equal("type", filter.type());
        equal("condition", filter.condition());
        equal("stage", filter.stage());
        equal("acknowledgement", filter.acknowledgement());
        equal("cause_key", filter.causeKey());
        if (!filter.text().isBlank()) {
            String escaped = filter.text()
                    .strip()
                    .replace("\\", "\\\\")
                    .replace("%", "\\%")
                    .replace("_", "\\_");
            String n = value("%" + escaped + "%");
            and("(d.order_number ilike " + n + " or d.confirmation_number ilike " + n + " or d.invoice_number ilike "
                    + n + " or d.control_number ilike " + n + " or d.file_name ilike " + n + ")");
        }
        filter.from().ifPresent(from -> and("d.created_at >= " + value(Rows.at(from))));
        filter.to().ifPresent(to -> and("d.created_at < " + value(Rows.at(to))));
        filter.after().ifPresent(after -> and("d.id < " + value(after.text())));
        values.addValue(filter.limit());
    }

    private void equal(String column, String wanted) {
        if (!wanted.isBlank()) {
            and("d." + column + " = " + value(wanted.strip()));
        }
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
