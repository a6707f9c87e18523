package io.mlconnector.runtime.cli;

import io.mlconnector.runtime.cli.x12.X12Command;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What the sets of a file say, and what would become of invoices, for a terminal. */
final class PreviewLines {

    private PreviewLines() {}

    /**
     * Prints it.
     *
     * @return whether all of it can be used, and would go to F&O
     */
    static boolean printed(JsonObject file) {
        List<JsonObject> sets = objects(file.getJsonArray("sets"));
        boolean good = !file.getBoolean("damaged") && !sets.isEmpty();
        objects(file.getJsonArray("problems")).forEach(problem -> System.out.println(X12Command.line(problem)));
        for (JsonObject set : sets) {
            System.out.println();
            System.out.println(set.getString("type") + " " + set.getString("transactionSetNumber") + " from "
                    + set.getString("sender") + " in interchange " + set.getString("interchangeNumber")
                    + (set.getBoolean("usable") ? "" : ": cannot be used"));
            objects(set.getJsonArray("problems"))
                    .forEach(problem -> System.out.println("  " + X12Command.line(problem)));
            good &= set.getBoolean("usable");
            if (set.getJsonObject("invoice") != null) {
                print(set.getJsonObject("invoice"));
            }
            if (set.getJsonObject("outcome") != null) {
                good &= outcome(set.getJsonObject("outcome"));
            }
        }
        return good;
    }

    /** Whether of any invoice F&O could not tell what was asked. */
    static boolean waits(JsonObject file) {
        return objects(file.getJsonArray("sets")).stream()
                .map(set -> set.getJsonObject("outcome"))
                .anyMatch(outcome ->
                        outcome != null && outcome.getString("verdict").equals("waiting"));
    }

    private static void print(JsonObject invoice) {
        BigDecimal total = new BigDecimal(invoice.getString("total"));
        System.out.println("  " + (invoice.getString("kind").equals("credit-note") ? "Credit note " : "Invoice ")
                + invoice.getString("number") + " of " + invoice.getString("date") + ", order "
                + invoice.getString("orderNumber", "(none)") + ", total " + invoice.getString("total") + " "
                + invoice.getString("currency", "") + ", lines, charges and tax add up to "
                + invoice.getString("computedTotal"));
        BigDecimal difference = total.subtract(new BigDecimal(invoice.getString("computedTotal")));
        if (difference.signum() != 0) {
            System.out.println("  The totals differ: the stated total is "
                    + difference.abs().toPlainString()
                    + (difference.signum() > 0 ? " more" : " less") + " than lines, charges and tax.");
        }
        for (JsonObject line : objects(invoice.getJsonArray("lines"))) {
            System.out.println("    line " + line.getInteger("position") + " (IT101 "
                    + line.getString("lineNumber", "none") + "): " + line.getString("quantity") + " "
                    + line.getString("unit") + " at " + line.getString("price") + " per " + line.getString("per")
                    + " = " + line.getString("amount") + "  "
                    + line.getJsonArray("productIds").getList() + "  " + line.getString("description"));
            beside("      ", line);
        }
        beside("    ", invoice);
    }

    /** Charges and taxes of a line or of the whole. */
    private static void beside(String indent, JsonObject of) {
        objects(of.getJsonArray("charges"))
                .forEach(charge -> System.out.println(indent + "charge " + charge.getString("code") + " "
                        + charge.getString("amount") + "  " + charge.getString("description")));
        objects(of.getJsonArray("taxes"))
                .forEach(tax ->
                        System.out.println(indent + "tax " + tax.getString("type") + " " + tax.getString("amount")));
    }

    private static boolean outcome(JsonObject outcome) {
        outcome.getJsonArray("reasons").forEach(reason -> System.out.println("  " + reason));
        String verdict = outcome.getString("verdict");
        if (outcome.getJsonObject("problem") != null) {
            System.out.println("  Would be " + (verdict.equals("duplicate") ? "a duplicate" : verdict) + ": "
                    + outcome.getJsonObject("problem").getString("message"));
        }
        for (JsonObject row : objects(outcome.getJsonArray("rows"))) {
            System.out.println("  " + row.getString("entity") + ": "
                    + row.getJsonObject("properties").stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining(" ")));
        }
        return verdict.equals("passed") || verdict.equals("there-already");
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
