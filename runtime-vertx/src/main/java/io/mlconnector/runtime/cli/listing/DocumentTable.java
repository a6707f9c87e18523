package io.mlconnector.runtime.cli.listing;

import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents as a table: a heading, then a line each, and below it why it stands still. */
public final class DocumentTable {

    private static final List<String> HEADINGS = List.of(
            "ID",
            "TYPE",
            "PARTNER",
            "ENTITY",
            "ORDER",
            "INVOICE",
            "CONDITION",
            "STAGE",
            "ANSWER",
            "ASSIGNEE",
            "AGE",
            "AMOUNT");

    private static final int CONDITION = HEADINGS.indexOf("CONDITION");
    private static final int AGE = HEADINGS.indexOf("AGE");
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
        if (documents.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        documents.forEach(document -> rows.add(cells(document)));
        int[] widths = new int[HEADINGS.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        List<String> lines = new ArrayList<>();
        lines.add(colours.tag(line(rows.getFirst(), widths, false)));
        for (int i = 0; i < documents.size(); i++) {
            lines.add(line(rows.get(i + 1), widths, true));
            why(documents.get(i)).ifPresent(why -> lines.add("    " + why));
        }
        return lines;
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

    private String line(List<String> cells, int[] widths, boolean painted) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            String text = painted && i == CONDITION ? painted(cells.get(i)) : cells.get(i);
            // Numbers stand at the right.
            line.append(i >= AGE ? padding + text : text + padding).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private String painted(String condition) {
        return switch (condition) {
            case "held", "failed", "unknown" -> colours.bad(condition);
            case "moving", "waiting" -> colours.meaning(condition);
            default -> condition;
        };
    }
}
