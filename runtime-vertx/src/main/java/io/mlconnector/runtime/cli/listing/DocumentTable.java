package io.mlconnector.runtime.cli.listing;

import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents as a table: a heading, then a line each, and below it why it stands still. */
public final class DocumentTable {

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.whole("ID"),
            Table.Column.whole("TYPE"),
            Table.Column.text("PARTNER"),
            Table.Column.whole("ENTITY"),
            Table.Column.text("ORDER"),
            Table.Column.text("INVOICE"),
            Table.Column.whole("CONDITION"),
            Table.Column.whole("STAGE"),
            Table.Column.whole("ANSWER"),
            Table.Column.text("ASSIGNEE"),
            Table.Column.number("AGE"),
            Table.Column.number("AMOUNT"));

    private static final int LONGEST = 28;

    private final Colours colours;
    private final Instant now;

    /**
     * As of a time.
     *
     * @param now from which ages are counted
     */
    public DocumentTable(Colours colours, Instant now) {
        this.colours = colours;
        this.now = now;
    }

    /** The lines; none for no documents. */
    public List<String> lines(List<JsonObject> documents) {
        return lines(documents, TerminalWidth.known());
    }

    List<String> lines(List<JsonObject> documents, int width) {
        Table table = new Table(COLUMNS, colours, width);
        documents.forEach(
                document -> table.add(cells(document), why(document).stream().toList()));
        return table.lines((heading, text) -> heading.equals("CONDITION") ? painted(text) : text);
    }

    /** One document in one line, without a heading. */
    public static String line(JsonObject document) {
        return Printable.line(String.format(
                Locale.ROOT,
                "%s  %s  %-10s %-5s %-14s %-14s %-10s %s",
                document.getString("id"),
                document.getString("type"),
                document.getString("partner", ""),
                document.getString("legalEntity", ""),
                document.getString("orderNumber", ""),
                document.getString("invoiceNumber", ""),
                document.getString("condition"),
                document.getString("stage")));
    }

    /** Why it stands still or goes wrong, in one line. */
    public static Optional<String> why(JsonObject record) {
        return Optional.ofNullable(record.getJsonObject("reason"))
                .map(reason -> Printable.line(Legible.text(reason.getString("message", ""))));
    }

    private List<String> cells(JsonObject document) {
        return List.of(
                cell(document, "id"),
                cell(document, "type"),
                cell(document, "partner"),
                cell(document, "legalEntity"),
                cell(document, "orderNumber"),
                cell(document, "invoiceNumber"),
                cell(document, "condition"),
                cell(document, "stage"),
                document.getString("acknowledgement").equals("none") ? "" : cell(document, "acknowledgement"),
                assignee(document),
                Legible.age(Instant.parse(document.getString("createdAt")), now),
                amount(document));
    }

    private static String cell(JsonObject document, String name) {
        String text = Printable.line(document.getString(name, ""));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String amount(JsonObject document) {
        String amount = document.getString("amount");
        return amount == null ? "" : Legible.money(amount, document.getString("currency", ""));
    }

    /** Who looks after it, and whether it is put off now. */
    private String assignee(JsonObject document) {
        String until = document.getString("snoozedUntil");
        boolean putOff = until != null && Instant.parse(until).isAfter(now);
        return Stream.of(cell(document, "assignee"), putOff ? "put off" : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String painted(String condition) {
        return switch (condition) {
            case "held", "failed", "unknown" -> colours.bad(condition);
            case "moving", "waiting" -> colours.meaning(condition);
            default -> condition;
        };
    }
}
