package io.mlconnector.runtime.cli;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Settles what was sent before the journal was put back to an earlier time. */
@Command(
        name = "reconcile",
        description = {
            "After the database was put back to an earlier time: shows each outgoing document that is held, with what speaks"
                    + " for its having been sent before. Otherwise, and with --day: what came and went on a day, and what of"
                    + " it is unaccounted for in F&O, in the folders and here. Changes nothing without an option. Ends with 3 if"
                    + " something could not be looked at.",
            "Works beside the daemon."
        },
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/reconciliation";
    private static final String MOST_OF_A_PAGE = Integer.toString(DocumentFilter.LARGEST_LIMIT);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--day",
            paramLabel = "DAY",
            description =
                    "The ledger of this day, such as 2026-11-01, today or yesterday, in the time zone of this machine.")
    private @Nullable String day;

    @Option(
            names = "--sent",
            paramLabel = "ID",
            arity = "1..*",
            description = "The partner has these: they are recorded as sent and never sent again.")
    private List<String> sent = List.of();

    @Option(names = "--all-sent", description = "The partner has all that are held.")
    private boolean allSent;

    @Option(
            names = "--send",
            paramLabel = "ID",
            arity = "1..*",
            description = "The partner lacks these: they are sent.")
    private List<String> send = List.of();

    @Option(
            names = "--all-unseen",
            description = "The partner lacks all for which nothing speaks: they are sent. That nothing was seen proves"
                    + " nothing; ask the partners first.")
    private boolean allUnseen;

    @Option(names = "--done", description = "Ends it: new documents are not held any more. Refused while any is held.")
    private boolean done;

    @Option(
            names = "--hold",
            description = "Begins it: the database was put back, though the daemon could not see that, as when a whole"
                    + " machine was put back.")
    private boolean hold;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Goes into the history.")
    private String reason = "";

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    @Override
    public Integer call() {
        if (allSent && allUnseen) {
            throw new CommandFailure(ExitCode.WRONG, "Choose --all-sent or --all-unseen, not both.");
        }
        Set<String> both = new LinkedHashSet<>(sent);
        both.retainAll(send);
        if (!both.isEmpty()) {
            throw new CommandFailure(ExitCode.WRONG, "Named under --sent and under --send: " + String.join(", ", both));
        }
        if (day != null) {
            if (acting() || done || hold) {
                throw new CommandFailure(ExitCode.WRONG, "--day only shows: leave the other options out.");
            }
            LocalDate date = date(day);
            return config.asking(daemon -> shown(ledger(daemon, date)));
        }
        Set<String> has = named(sent);
        Set<String> lacks = named(send);
        return config.asking(daemon -> reconcile(daemon, has, lacks));
    }

    private static LocalDate date(String text) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return switch (text) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            default -> {
                try {
                    yield LocalDate.parse(text);
                } catch (DateTimeException e) {
                    throw new CommandFailure(
                            ExitCode.WRONG, "--day must be today, yesterday or a date such as " + today + ".");
                }
            }
        };
    }

    private static JsonObject ledger(DaemonClient daemon, LocalDate date) {
        return Asked.good(daemon.get(
                        PATH + "/days/" + date,
                        Map.of("zone", ZoneId.systemDefault().getId())))
                .json();
    }

    private int shown(JsonObject ledger) {
        DailyLedgerLines lines = new DailyLedgerLines(ledger);
        if (json) {
            System.out.println(ledger.encodePrettily());
        } else {
            lines.print();
        }
        return lines.incomplete() ? ExitCode.REMOTE : 0;
    }

    private static Set<String> named(List<String> ids) {
        return ids.stream()
                .map(id -> DocumentId.of(id)
                        .map(DocumentId::text)
                        .orElseThrow(() -> new CommandFailure(ExitCode.WRONG, "Not a document id: " + id)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean acting() {
        return !sent.isEmpty() || !send.isEmpty() || allSent || allUnseen;
    }

    /** Only who looks for evidence looks into folders: the rest works without the remote systems. */
    private boolean looks() {
        return allUnseen || !(acting() || done || hold);
    }

    private int reconcile(DaemonClient daemon, Set<String> has, Set<String> lacks) {
        if (hold) {
            Asked.good(daemon.send("POST", PATH + ":hold", new JsonObject()));
            System.out.println("Outgoing documents are held from now on.");
        }
        JsonObject found = looks() ? found(daemon) : new JsonObject();
        int failures = acted(daemon, has, lacks, found);
        boolean whole = !looks() || acting() || print(daemon, found);
        if (done) {
            Asked.good(daemon.send("POST", PATH + ":end", new JsonObject()));
            System.out.println("Done: outgoing documents are not held any more.");
        }
        if (failures > 0) {
            return ExitCode.FAILED;
        }
        return whole ? 0 : ExitCode.REMOTE;
    }

    /**
     * Where nothing is to be settled after a restoration, the ledger of today follows.
     *
     * @return whether all could be looked at
     */
    private boolean print(DaemonClient daemon, JsonObject found) {
        boolean settled =
                !found.getBoolean("holding") && found.getJsonArray("held").isEmpty();
        if (settled) {
            found.put("ledger", ledger(daemon, date("today")));
        }
        if (json) {
            System.out.println(found.encodePrettily());
        } else {
            new ReconciliationLines(found).print();
        }
        if (!settled) {
            return true;
        }
        DailyLedgerLines lines = new DailyLedgerLines(found.getJsonObject("ledger"));
        if (!json) {
            System.out.println();
            lines.print();
        }
        return !lines.incomplete();
    }

    /** What there is to see, with the held documents of all pages. */
    private static JsonObject found(DaemonClient daemon) {
        JsonObject found = Asked.good(daemon.get(PATH, Map.of())).json();
        JsonArray held = found.getJsonArray("held");
        String next = found.getString("next");
        while (next != null) {
            JsonObject page =
                    Asked.good(daemon.get(PATH, Map.of("after", next))).json();
            held.addAll(page.getJsonArray("held"));
            next = page.getString("next");
        }
        found.remove("next");
        return found;
    }

    private int acted(DaemonClient daemon, Set<String> has, Set<String> lacks, JsonObject found) {
        if (allSent) {
            List<JsonObject> held = Asked.all(
                    daemon, "/api/v1/documents", Map.of("causeKey", Restoration.CODE, "limit", MOST_OF_A_PAGE));
            held.reversed().forEach(one -> has.add(one.getString("id")));
        }
        if (allUnseen) {
            found.getJsonArray("held").stream()
                    .map(JsonObject.class::cast)
                    .filter(one -> one.getBoolean("unseen"))
                    .forEach(one -> lacks.add(one.getString("id")));
        }
        sent.forEach(lacks::remove);
        send.forEach(has::remove);
        int failures = 0;
        for (String id : has) {
            failures += settled(daemon, id, "mark-as-sent", "recorded as sent");
        }
        for (String id : lacks) {
            failures += settled(daemon, id, "let-go", "let go");
        }
        return failures;
    }

    private int settled(DaemonClient daemon, String id, String verb, String what) {
        Answer answer =
                daemon.send("POST", "/api/v1/documents/" + id + "/" + verb, new JsonObject().put("reason", reason));
        if (answer.status() == NOT_FOUND || answer.status() == CONFLICT) {
            System.err.println(id + " is not held for this, or is being worked on. Run reconcile again.");
            return 1;
        }
        Asked.good(answer);
        System.out.println(id + " " + what + ".");
        return 0;
    }
}
