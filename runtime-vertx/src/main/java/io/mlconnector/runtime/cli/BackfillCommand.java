package io.mlconnector.runtime.cli;

import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Confirmations of a period, through the same guards as those that a poll finds. */
@Command(
        name = "backfill",
        description = {
            "Enters the orders that were confirmed in a period, also before orders.since. What is known is not entered",
            "again, and what is older than what was delivered is not sent. With --forecast, only says what would happen."
        },
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {

    private static final int NOT_READ = 502;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "The first day, such as 2026-11-01.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "The last day.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--connection", paramLabel = "ID", description = "Of one connection (default: of all).")
    private @Nullable String connection;

    @Option(names = "--legal-entity", paramLabel = "ID", description = "Of one legal entity (default: of all).")
    private @Nullable String legalEntity;

    @Option(names = "--forecast", description = "Says what would become of each; enters nothing.")
    private boolean forecast;

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw new CommandFailure(ExitCode.WRONG, "--to " + to + " is before --from " + from + ".");
        }
        JsonObject wanted = new JsonObject()
                .put("connection", connection)
                .put("legalEntity", legalEntity)
                .put("from", from.toString())
                .put("to", to.toString())
                .put("forecast", forecast);
        Answer answer = config.asking(daemon -> daemon.send("POST", "/api/v1/documents:backfill", wanted));
        if (answer.status() == NOT_READ) {
            throw new CommandFailure(ExitCode.REMOTE, answer.why());
        }
        print(Asked.good(answer).json().getJsonArray("items"));
        return 0;
    }

    private void print(JsonArray items) {
        if (json) {
            System.out.println(new JsonObject()
                    .put("items", items)
                    .put("count", items.size())
                    .encodePrettily());
            return;
        }
        for (Object item : items) {
            JsonObject one = (JsonObject) item;
            System.out.println(Printable.line(String.format(
                    Locale.ROOT,
                    "%-11s  %s  %s  %s  %s%s",
                    one.getString("verdict"),
                    one.getString("day", "          "),
                    one.getString("legalEntity"),
                    one.getString("orderNumber"),
                    one.getString("confirmationNumber"),
                    one.getString("document") == null ? "" : "  " + one.getString("document"))));
        }
        Map<String, Long> counts = items.stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.groupingBy(one -> one.getString("verdict"), TreeMap::new, Collectors.counting()));
        System.err.println(Legible.count(items.size(), "confirmation")
                + (counts.isEmpty()
                        ? ""
                        : ": "
                                + counts.entrySet().stream()
                                        .map(count -> count.getValue() + " " + count.getKey())
                                        .collect(Collectors.joining(", ")))
                + (forecast ? "; nothing was entered." : "; the daemon sends what is new by the usual rules."));
    }
}
