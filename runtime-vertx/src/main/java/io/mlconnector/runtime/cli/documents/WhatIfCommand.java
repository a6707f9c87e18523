package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.invoicing.whatif.ToleranceChange;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.engine.whatif.ToleranceTrials;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import io.mlconnector.runtime.whatif.WhatIfApi;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What another tolerance would change. */
@Command(
        name = "what-if",
        description = {
            "Says which held invoices of a partner would pass with another tolerance, what they come to, and which that"
                    + " passed would be held.",
            "Nothing is changed."
        },
        mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--partner", paramLabel = "ID", required = true, description = "Whose invoices.")
    private String partner = "";

    @Option(names = "--legal-entity", paramLabel = "ID", description = "The tolerance would apply there only.")
    private @Nullable String legalEntity;

    @Option(
            names = "--check",
            paramLabel = "CHECK",
            required = true,
            description = "price (also unit-price), quantity or total.")
    private String check = "";

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            required = true,
            description = "3%% or 0.03; of the total an amount for each line and charge.")
    private String tolerance = "";

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            ToleranceChange.parse(
                    check, tolerance, Optional.ofNullable(legalEntity).map(LegalEntity::new));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.WRONG,
                    e.getMessage()
                            + NearestWord.of(check, WhatIfApi.CHECKS)
                                    .filter(nearest -> !WhatIfApi.CHECKS.contains(check))
                                    .map(nearest -> "; did you mean " + nearest + "?")
                                    .orElse("."));
        }
        JsonObject wish = new JsonObject()
                .put("partner", partner)
                .put("legalEntity", legalEntity)
                .put("check", check)
                .put("tolerance", tolerance);
        JsonObject result = config.asking(daemon -> Asked.good(daemon.send("POST", "/api/v1/documents:what-if", wish))
                .json());
        if (json) {
            System.out.println(result.encodePrettily());
            return 0;
        }
        print("would pass that are held now", result.getJsonObject("freed"));
        print("would be held that passed", result.getJsonObject("stopped"));
        System.out.println(result.getInteger("unchanged") + " stay as they are judged now, "
                + result.getInteger("untold") + " cannot be told");
        if (result.getBoolean("more")) {
            System.err.println("There are more: the newest " + ToleranceTrials.MOST_HELD + " held and "
                    + ToleranceTrials.MOST_PASSED + " posted ones were looked at.");
        }
        return 0;
    }

    private static void print(String what, JsonObject part) {
        String value = part.getJsonObject("amounts").stream()
                .map(entry -> (entry.getValue() + " " + entry.getKey()).strip())
                .collect(Collectors.joining(" + "));
        System.out.println(
                Printable.line(part.getInteger("count") + " " + what + (value.isEmpty() ? "" : ": " + value)));
        JsonObject largest = part.getJsonObject("largestLine");
        if (largest != null) {
            System.out.println(Printable.line("    largest line: "
                    + money(largest.getString("amount"), largest.getString("currency")) + ", line "
                    + largest.getInteger("line") + " of invoice " + largest.getString("invoiceNumber")));
        }
        part.getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .forEach(one -> System.out.println(
                        Printable.line("    " + one.getString("id") + "  " + one.getString("invoiceNumber") + "  "
                                + money(one.getString("total"), one.getString("currency")))));
    }

    private static String money(String amount, String currency) {
        return currency.isEmpty() ? amount : amount + " " + currency;
    }
}
