package io.mlconnector.runtime.cli;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.confirmation.Backfill;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private static final Duration LONG = Duration.ofHours(1);

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
        return config.withResources(this::run);
    }

    private int run(DaemonResources resources) {
        List<ConnectionSettings> wanted = resources.configuration().connections().stream()
                .filter(settings -> connection == null || settings.id().equals(connection))
                .toList();
        if (wanted.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG,
                    "There is no connection " + connection + "; there are "
                            + resources.configuration().connections().stream()
                                    .map(ConnectionSettings::id)
                                    .toList());
        }
        JsonArray items = new JsonArray();
        for (ConnectionSettings settings : wanted) {
            Set<LegalEntity> legalEntities = legalEntities(settings);
            if (!legalEntities.isEmpty()) {
                found(resources, settings, legalEntities).forEach(one -> items.add(item(settings, one)));
            }
        }
        print(items);
        return 0;
    }

    private Set<LegalEntity> legalEntities(ConnectionSettings settings) {
        Set<LegalEntity> all = new HashSet<>(settings.dynamics().legalEntities());
        if (legalEntity != null) {
            all.removeIf(one -> !one.id().equalsIgnoreCase(legalEntity));
            if (all.isEmpty() && connection != null) {
                throw new CommandFailure(
                        ExitCode.WRONG,
                        "Connection " + settings.id() + " has no legal entity " + legalEntity + ", but "
                                + settings.dynamics().legalEntities());
            }
        }
        return all;
    }

    private List<Backfill.Found> found(
            DaemonResources resources, ConnectionSettings settings, Set<LegalEntity> legalEntities) {
        OpenConnection open = Blocking.await(OpenConnection.open(resources, settings));
        try {
            Backfill.Result result = Blocking.await(
                    new Backfill(resources.engine(), open.connection()).run(legalEntities, from, to, forecast), LONG);
            return switch (result) {
                case Backfill.Done(List<Backfill.Found> found) -> new ArrayList<>(found);
                case Backfill.NotRead notRead ->
                    throw new CommandFailure(
                            ExitCode.REMOTE,
                            settings.id() + ": " + notRead.why().message()
                                    + " Nothing was entered of this connection.");
            };
        } finally {
            open.close();
        }
    }

    private static JsonObject item(ConnectionSettings settings, Backfill.Found one) {
        return new JsonObject()
                .put("connection", settings.id())
                .put("legalEntity", one.legalEntity())
                .put("orderNumber", one.orderNumber())
                .put("confirmationNumber", one.confirmationNumber())
                .put("day", one.day().map(LocalDate::toString).orElse(null))
                .put("verdict", one.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("document", one.document().map(DocumentId::text).orElse(null));
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
        System.err.println(items.size() + " confirmations " + counts
                + (forecast ? "; nothing was entered." : "; the daemon sends what is new by the usual rules."));
    }
}
