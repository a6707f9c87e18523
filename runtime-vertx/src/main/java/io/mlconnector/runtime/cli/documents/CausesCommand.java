package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.crossreference.Suggestion;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.engine.cause.CauseException;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.Suggestions;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.runtime.cause.CauseFixes;
import io.mlconnector.runtime.cause.CauseJson;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.crossreference.ConfiguredPlaces;
import io.mlconnector.runtime.crossreference.ReferenceCheck;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.OsUser;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What documents stand still for, and one fix for all of a cause. */
@Command(
        name = "causes",
        description = {
            "Lists what documents stand still for, with count, money and the first day on which waiting costs something.",
            "With --fix, frees all documents of one cause; with --forecast, only says what would become of each."
        },
        mixinStandardHelpOptions = true)
final class CausesCommand implements Callable<Integer> {

    private static final Duration LONG = Duration.ofHours(1);
    private static final int MOST = 500;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--partner",
            paramLabel = "ID",
            description = "Lists what documents of this partner stand still for.")
    private @Nullable String partner;

    @Option(names = "--fix", paramLabel = "KEY", description = "The cause whose documents shall go on.")
    private @Nullable String cause;

    @Option(
            names = "--means",
            paramLabel = "WORD",
            description = "Translates the word that is not known: our unit or item number for a partner's word.")
    private @Nullable String means;

    @Option(names = "--legal-entity", paramLabel = "ID", description = "The translation holds in its documents only.")
    private @Nullable String legalEntity;

    @Option(names = "--from", paramLabel = "DAY", description = "It holds for documents of this day or later.")
    private @Nullable LocalDate from;

    @Option(
            names = "--unchecked",
            description = "Enters the translation also if F&O does not have what it means, or cannot say.")
    private boolean unchecked;

    @Option(names = "--accept", description = "Each document goes on despite its reason.")
    private boolean accept;

    @Option(names = "--forecast", description = "Says what would become of each document, and changes nothing.")
    private boolean forecast;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Stands in the history.")
    private String reason = "";

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    @Override
    public Integer call() {
        if (cause == null) {
            if (means != null || accept || forecast) {
                throw new CommandFailure(ExitCode.WRONG, "Name the cause: --fix KEY. Without it, causes are listed.");
            }
            return config.withResources(resources -> {
                List<StuckCause> causes = Blocking.await(
                        resources.engine().onContext(resources.journal().causes(Optional.ofNullable(partner), MOST)));
                list(
                        causes,
                        Blocking.await(Suggestions.of(
                                resources.engine(),
                                causes.stream().map(StuckCause::causeKey).toList())));
                return 0;
            });
        }
        if (partner != null) {
            throw new CommandFailure(
                    ExitCode.WRONG, "--partner narrows the list; --fix is for all documents of the cause.");
        }
        if (means != null && accept) {
            throw new CommandFailure(ExitCode.WRONG, "Either --means or --accept, not both.");
        }
        CauseFix fix = new CauseFix(cause, way());
        try {
            print(config.withResources(resources -> fixed(resources, fix)));
            return 0;
        } catch (CauseException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private CauseFix.Way way() {
        if (means == null) {
            return accept ? new CauseFix.Accept() : new CauseFix.Again();
        }
        try {
            return new CauseFix.Translate(
                    means,
                    Optional.ofNullable(legalEntity).map(LegalEntity::new),
                    Optional.ofNullable(from),
                    unchecked);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, String.valueOf(e.getMessage()));
        }
    }

    private CauseFixes.Outcome fixed(DaemonResources resources, CauseFix fix) {
        List<OpenConnection> open = new ArrayList<>();
        try {
            if (forecast || (means != null && !unchecked)) {
                for (ConnectionSettings settings : resources.configuration().connections()) {
                    open.add(Blocking.await(OpenConnection.open(resources, settings)));
                }
            }
            CauseFixes fixes = new CauseFixes(
                    resources.engine(),
                    resources.engine(),
                    open.stream().map(OpenConnection::connection).toList(),
                    new CrossReferenceStore(
                            resources.database().pool(), resources.engine().clock()),
                    ConfiguredPlaces.of(resources.configuration()),
                    new ReferenceCheck(
                            resources.engine().loop(),
                            open.stream().map(OpenConnection::side).toList()));
            return Blocking.await(forecast ? fixes.forecast(fix) : fixes.apply(fix, OsUser.NAME, reason), LONG);
        } finally {
            open.forEach(OpenConnection::close);
        }
    }

    private void list(List<StuckCause> causes, Map<String, List<Suggestion>> suggested) {
        if (json) {
            JsonArray items = new JsonArray();
            causes.forEach(one -> items.add(CauseJson.of(one, suggested.getOrDefault(one.causeKey(), List.of()))));
            System.out.println(
                    new JsonObject().put("items", items).putNull("next").encodePrettily());
            return;
        }
        if (causes.isEmpty()) {
            System.err.println("Nothing stands still.");
            return;
        }
        for (StuckCause one : causes) {
            System.out.println(Printable.line(one.documents() + " × " + one.causeKey()));
            System.out.println(Printable.line("    " + money(one)
                    + one.earliestDue().map(day -> "due from " + day + ", ").orElse("") + "since " + one.since()
                    + (one.partners().isEmpty() ? "" : ", of " + String.join(", ", one.partners()))));
            System.out.println(Printable.line("    " + one.example().message()));
            suggested
                    .getOrDefault(one.causeKey(), List.of())
                    .forEach(suggestion -> System.out.println(Printable.line("    perhaps "
                            + switch (suggestion.way()) {
                                case TRANSLATE -> "--means " + suggestion.means();
                                case ACCEPT -> "--accept";
                            }
                            + ": " + suggestion.evidence())));
        }
    }

    private static String money(StuckCause one) {
        return one.amounts().isEmpty()
                ? ""
                : new TreeMap<>(one.amounts())
                        .entrySet().stream()
                                .map(entry -> entry.getValue().toPlainString()
                                        + (entry.getKey().isEmpty() ? "" : " " + entry.getKey()))
                                .collect(Collectors.joining(" + ", "", ", "));
    }

    private void print(CauseFixes.Outcome outcome) {
        if (json) {
            JsonArray items = new JsonArray();
            outcome.items().values().forEach(items::add);
            System.out.println(new JsonObject()
                    .put("items", items)
                    .put("count", items.size())
                    .put("more", outcome.more())
                    .encodePrettily());
            return;
        }
        outcome.items()
                .forEach((id, item) -> System.out.println(Printable.line(id + "  " + item.getString("message"))));
        if (outcome.more()) {
            System.err.println("More documents stand still for it: do it again.");
        }
    }
}
