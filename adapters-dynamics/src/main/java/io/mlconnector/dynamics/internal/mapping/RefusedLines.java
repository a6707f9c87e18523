package io.mlconnector.dynamics.internal.mapping;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which lines of an invoice F&O speaks of when it refuses a change set. The answer names the first row of the set, whichever it was
 * that failed (reference dynamics, section 3), so that only the words tell: F&O puts the values that it speaks of between quotes.
 */
final class RefusedLines {

    /** More are not listed. */
    private static final int MOST = 5;

    private RefusedLines() {}

    /**
     * The same outcome, whose refusal names the lines.
     *
     * @param lines of the invoice that were in the change set
     */
    static Outcome<String> named(Outcome<String> outcome, List<InvoiceToPost.Line> lines) {
        if (!(outcome instanceof Outcome.Refused<String>(Problem why))) {
            return outcome;
        }
        List<InvoiceToPost.Line> meant =
                lines.stream().filter(line -> named(why.message(), line)).toList();
        // What names every line tells nobody where to look.
        return meant.isEmpty() || (meant.size() == lines.size() && lines.size() > 1)
                ? outcome
                : Outcome.refused(
                        new Problem(why.code(), why.message() + " " + inWords(meant), why.causeKey(), why.details())
                                .with("lines", numbers(meant)));
    }

    private static boolean named(String message, InvoiceToPost.Line line) {
        return line.item()
                        .map(item -> message.contains("'" + item.number() + "'"))
                        .orElse(false)
                || (line.orderLine() > 0 && message.contains("'" + line.orderLine() + "'"))
                || (!line.category().isBlank() && message.contains("'" + line.category() + "'"));
    }

    private static String numbers(List<InvoiceToPost.Line> lines) {
        return lines.stream().map(line -> Integer.toString(line.number())).collect(Collectors.joining(","));
    }

    private static String inWords(List<InvoiceToPost.Line> lines) {
        List<String> told = new ArrayList<>();
        lines.stream()
                .limit(MOST)
                .forEach(line -> told.add("line " + line.number() + " ("
                        + (line.orderNumber().isEmpty()
                                ? "category " + line.category()
                                : "line " + line.orderLine() + " of order " + line.orderNumber())
                        + line.item().map(item -> ", item " + item.number()).orElse("") + ")"));
        return "This is about " + String.join(", ", told)
                + (lines.size() > MOST ? " and " + (lines.size() - MOST) + " more lines" : "") + " of the invoice.";
    }
}
