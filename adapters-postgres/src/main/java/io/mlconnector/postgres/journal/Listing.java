package io.mlconnector.postgres.journal;

import io.mlconnector.domain.search.SearchText;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds the statement that lists documents. */
final class Listing {

    private static final String TABLES = " from document_text t join document d on d.id = t.document ";
    private static final String REASON = "(d.reason ->> 'message')";

    private final StringBuilder where = new StringBuilder();
    private final List<Word> words = new ArrayList<>();
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
            case Criterion.FoundBy(String text) ->
                SearchText.words(text).forEach(word -> words.add(SearchText.whole(word) ? standing(word) : part(word)));
            case Criterion.FromFile(DocumentId file) -> equal("file", file.text());
            case Criterion.AssignedTo(String person) -> equal("assignee", person);
            case Criterion.Snoozed(boolean snoozed, Instant now) ->
                and((snoozed ? "" : "not ") + "coalesce(d.snoozed_until > " + value(Rows.at(now)) + ", false)");
            case Criterion.IdFrom(DocumentId id) -> and("d.id >= " + value(id.text()));
            case Criterion.IdBefore(DocumentId id) -> and("d.id < " + value(id.text()));
            case Criterion.CreatedFrom(Instant time) -> and("d.created_at >= " + value(Rows.at(time)));
            case Criterion.CreatedBefore(Instant time) -> and("d.created_at < " + value(Rows.at(time)));
        }
    }

    /**
     * A word that is looked for.
     *
     * @param inTexts whether it is in the texts of a document
     * @param inReason whether it is in the reason for which it stands still
     */
    private record Word(String inTexts, String inReason) {}

    private Word part(String word) {
        String pattern = value(pattern(word));
        return new Word(
                "(t.numbers ilike " + pattern + " or t.content ilike " + pattern + ")", REASON + " ilike " + pattern);
    }

    private Word standing(String word) {
        return new Word(
                "t.short ilike " + value(pattern(" " + word + " ")),
                REASON + " ~* " + value("(^|[^[:alnum:]])" + word + "([^[:alnum:]]|$)"));
    }

    private static String pattern(String text) {
        String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + PostgresText.of(escaped) + "%";
    }

    private void mentions(String text) {
        String n = value(pattern(text.strip()));
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
        String most = " desc limit $" + values.size();
        if (words.isEmpty()) {
            return "select " + Columns.DOCUMENT + " from document d " + where + " order by d.id" + most;
        }
        // Two questions, because no index answers both at once: which have all words in their texts, and which have one
        // in
        // the reason for which they stand still. Those are few.
        String texts = all(Word::inTexts, " and ");
        String reason = "d.reason is not null and " + all(Word::inReason, " or ") + " and "
                + all(word -> "(" + word.inTexts() + " or " + word.inReason() + ")", " and ");
        return "select " + Columns.DOCUMENT + " from document d where d.id in ((select d.id" + TABLES + also(texts)
                + " order by d.id" + most + ") union all (select d.id" + TABLES + also(reason) + " order by d.id" + most
                + ")) order by d.id" + most;
    }

    private String all(Function<Word, String> condition, String between) {
        return words.stream().map(condition).collect(Collectors.joining(between, "(", ")"));
    }

    private String also(String condition) {
        return where + (where.isEmpty() ? "where " : " and ") + condition;
    }

    Tuple values() {
        return values;
    }
}
