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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds the statement that lists documents.
 *
 * <p>Words are looked for twice. The newest documents are read one by one, which is the shortest way to a word that many of them have;
 * only if they do not fill the page, the index over parts of words is asked for all that have every word. Left to itself the database
 * guesses how many those are, and when its guess is wrong it reads every document there is.
 */
final class Listing {

    /** So many of the newest documents are read one by one: some 20 ms. */
    private static final int NEWEST = 5_000;

    /** As the index over parts of words is defined: only these very words make use of it. */
    private static final String TEXT = "(t.particulars || E'\\n' || t.content)";

    private final StringBuilder where = new StringBuilder();
    private final List<String> bounds = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> particulars = new ArrayList<>();
    private final Tuple values = Tuple.tuple();
    private final int limit;

    /** What is asked of the index: the words, and particulars that stand in the same text. */
    private final List<String> inIndex;

    /** One page of a filter. */
    Listing(DocumentFilter filter) {
        this(filter, filter.limit());
        filter.after().ifPresent(after -> bound("<", after));
    }

    /** All that meet the criteria of a filter, whatever its page is, but so many of the newest at most. */
    Listing(DocumentFilter filter, int most) {
        limit = most;
        filter.criteria().forEach(this::restrict);
        inIndex = Stream.concat(
                        words.stream(),
                        words.isEmpty()
                                ? Stream.<String>empty()
                                : particulars.stream().map(this::word))
                .toList();
    }

    private void restrict(Criterion criterion) {
        switch (criterion) {
            case Criterion.OfConnection(String id) -> equal("connection", id);
            case Criterion.OfPartner(String id) -> particular("partner", id);
            case Criterion.OfLegalEntity(String id) -> particular("legal_entity", id);
            case Criterion.Going(Direction direction) -> equal("direction", direction.word());
            case Criterion.OfType(String type) -> equal("type", type);
            case Criterion.InCondition(Condition condition) -> equal("condition", condition.word());
            case Criterion.AtStage(Stage stage) -> equal("stage", stage.word());
            case Criterion.Answered(Acknowledgement said) -> equal("acknowledgement", said.word());
            case Criterion.StuckBecause(String causeKey) -> equal("cause_key", causeKey);
            case Criterion.Mentioning(String text) -> mentions(text);
            case Criterion.FoundBy(String text) -> SearchText.words(text).forEach(word -> words.add(word(word)));
            case Criterion.FromFile(DocumentId file) -> equal("file", file.text());
            case Criterion.AssignedTo(String person) -> equal("assignee", person);
            case Criterion.Snoozed(boolean snoozed, Instant now) ->
                and((snoozed ? "" : "not ") + "coalesce(d.snoozed_until > " + value(Rows.at(now)) + ", false)");
            case Criterion.IdFrom(DocumentId id) -> bound(">=", id);
            case Criterion.IdBefore(DocumentId id) -> bound("<", id);
            case Criterion.CreatedFrom(Instant time) -> and("d.created_at >= " + value(Rows.at(time)));
            case Criterion.CreatedBefore(Instant time) -> and("d.created_at < " + value(Rows.at(time)));
        }
    }

    private String word(String word) {
        return SearchText.whole(word)
                ? "t.short ilike " + value(PostgresText.pattern(" " + word + " "))
                : TEXT + " ilike " + value(PostgresText.pattern(word));
    }

    private void mentions(String text) {
        String n = value(PostgresText.pattern(text.strip()));
        and("(d.order_number ilike " + n + " or d.confirmation_number ilike " + n + " or d.invoice_number ilike " + n
                + " or d.control_number ilike " + n + " or d.file_name ilike " + n + ")");
    }

    private void equal(String column, String wanted) {
        and("d." + column + " = " + value(PostgresText.of(wanted.strip())));
    }

    /** What is in the text as well: the index may leave out all others. */
    private void particular(String column, String wanted) {
        equal(column, wanted);
        if (!wanted.isBlank()) {
            particulars.add(wanted.strip());
        }
    }

    private void bound(String comparison, DocumentId id) {
        bounds.add(" " + comparison + " " + value(id.text()));
    }

    private String value(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    private void and(String condition) {
        where.append(" and ").append(condition);
    }

    /** Asks for the documents. */
    String sql() {
        return words.isEmpty()
                ? "select " + Columns.DOCUMENT + " from document d where true" + where + within("d.id")
                        + " order by d.id" + page()
                : found() + "select " + Columns.DOCUMENT + " from document d where d.id in (" + both()
                        + ") order by d.id" + page();
    }

    /** Asks for their ids alone. */
    String ids() {
        return words.isEmpty()
                ? "select d.id from document d where true" + where + within("d.id") + " order by d.id" + page()
                : found() + "select document as id from (" + both() + ") b order by document" + page();
    }

    /** Asks how many there are, and no further than the bound. */
    String count() {
        return words.isEmpty()
                ? "select count(*)::int as n from (select from document d where true" + where + within("d.id")
                        + " limit " + limit + ") m"
                : found() + "select count(*)::int as n from (" + both() + ") b";
    }

    private String found() {
        String documents = where.isEmpty() ? "" : " join document d on d.id = t.document";
        String wanted = " where " + String.join(" and ", words) + where;
        String all = " where " + String.join(" and ", inIndex) + where + within("t.document");
        return "with newest as materialized (select t.document from (select * from document_text t where true"
                + within("t.document") + " order by t.document desc limit " + NEWEST + ") t" + documents + wanted
                + " order by t.document" + page() + "), found as materialized (select t.document from document_text t"
                + documents + all + " and (select count(*) from newest) < " + limit + ") ";
    }

    private String both() {
        return "select document from (select document from newest union select document from found) t order by document"
                + page();
    }

    private String within(String id) {
        return bounds.stream().map(bound -> " and " + id + bound).collect(Collectors.joining());
    }

    /** Written into the statement: the database has to know how few they are when it decides where to look. */
    private String page() {
        return " desc limit " + limit;
    }

    Tuple values() {
        return values;
    }
}
