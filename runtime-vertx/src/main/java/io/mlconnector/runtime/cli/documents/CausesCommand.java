package io.mlconnector.runtime.cli.documents;

import io.mlconnector.runtime.cli.listing.CauseLines;
import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What documents stand still for, and one fix for all of a cause. */
@Command(
        name = "causes",
        description = {
            "Lists what documents stand still for, with count, money and the first day on which waiting costs something.",
            "With --fix, frees all documents of one cause; with --undo, takes back what was not sent of a fix; with"
                    + " --forecast, only says what would become of each."
        },
        mixinStandardHelpOptions = true)
final class CausesCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--partner",
            paramLabel = "ID",
            description = "Lists what documents of this partner stand still for.")
    private @Nullable String partner;

    @Option(names = "--snoozed", description = "Lists what is put off until later; without it, what is not.")
    private boolean snoozed;

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

    @Option(
            names = "--undo",
            paramLabel = "FIX",
            description =
                    "Takes back a fix: its documents of which nothing was sent stand still again. --fix names it.")
    private @Nullable String undo;

    @Option(names = "--forecast", description = "Says what would become of each document, and changes nothing.")
    private boolean forecast;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Stands in the history.")
    private String reason = "";

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    @Option(
            names = "--colour",
            negatable = true,
            description = "Colours; by default on a terminal, unless NO_COLOR is set.")
    private @Nullable Boolean colour;

    @Override
    public Integer call() {
        if (undo != null) {
            return takeBack(undo);
        }
        if (cause != null && snoozed) {
            throw new CommandFailure(
                    ExitCode.WRONG, "--snoozed chooses what is listed; --fix is for all documents of the cause.");
        }
        if (cause == null) {
            if (means != null || accept || forecast || ofATranslation() || !reason.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.WRONG,
                        "Name the cause: --fix KEY, or the fix: --undo FIX. Without them, causes are listed.");
            }
            list(config.asking(daemon -> Asked.good(daemon.get(
                            "/api/v1/causes",
                            Map.of(
                                    "partner",
                                    Objects.requireNonNullElse(partner, ""),
                                    "snoozed",
                                    Boolean.toString(snoozed))))
                    .json()));
            return 0;
        }
        if (partner != null) {
            throw new CommandFailure(
                    ExitCode.WRONG, "--partner narrows the list; --fix is for all documents of the cause.");
        }
        if (means != null && accept) {
            throw new CommandFailure(ExitCode.WRONG, "Either --means or --accept, not both.");
        }
        if (means == null && ofATranslation()) {
            throw new CommandFailure(
                    ExitCode.WRONG, "--legal-entity, --from and --unchecked are for a translation: say --means too.");
        }
        JsonObject wish = new JsonObject()
                .put("causeKey", cause)
                .put("means", means)
                .put("legalEntity", legalEntity)
                .put("from", from == null ? null : from.toString())
                .put("unchecked", unchecked)
                .put("accept", accept)
                .put("forecast", forecast)
                .put("reason", reason);
        print(config.asking(daemon ->
                Asked.good(daemon.send("POST", "/api/v1/causes:fix", wish)).json()));
        return 0;
    }

    private boolean ofATranslation() {
        return legalEntity != null || from != null || unchecked;
    }

    private int takeBack(String fix) {
        if (cause != null || partner != null || snoozed || means != null || accept || ofATranslation()) {
            throw new CommandFailure(ExitCode.WRONG, "--undo takes --forecast, --reason and --json only.");
        }
        JsonObject wish =
                new JsonObject().put("fix", fix).put("forecast", forecast).put("reason", reason);
        JsonObject undone = config.asking(daemon ->
                Asked.good(daemon.send("POST", "/api/v1/causes:undo", wish)).json());
        if (json) {
            System.out.println(undone.encodePrettily());
            return 0;
        }
        objects(undone, "items")
                .forEach(item -> System.out.println(
                        Printable.line(item.getString("id") + "  " + Legible.text(item.getString("message")))));
        System.err.println(Printable.line(undone.getInteger("takenBack") + " of " + undone.getInteger("count")
                + (forecast ? " would be taken back." : " taken back.")
                + switch (undone.getString("crossReference")) {
                    case "removed" ->
                        forecast ? " The cross-reference would be removed." : " The cross-reference is removed.";
                    case "stays" -> " The cross-reference stays: look at it with crossref list.";
                    default -> "";
                }));
        return 0;
    }

    private void list(JsonObject page) {
        if (json) {
            System.out.println(page.encodePrettily());
            return;
        }
        List<JsonObject> causes = objects(page, "items");
        if (causes.isEmpty()) {
            System.err.println("Nothing stands still.");
            return;
        }
        new CauseLines(Colours.chosen(colour), Instant.now()).of(causes).forEach(System.out::println);
    }

    private static List<JsonObject> objects(JsonObject of, String name) {
        return of.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }

    private void print(JsonObject outcome) {
        if (json) {
            System.out.println(outcome.encodePrettily());
            return;
        }
        objects(outcome, "items")
                .forEach(item -> System.out.println(
                        Printable.line(item.getString("id") + "  " + Legible.text(item.getString("message")))));
        if (outcome.getString("against") != null) {
            System.err.println(Printable.line(
                    "It would be refused: " + outcome.getString("against") + " --unchecked enters it all the same."));
        }
        if (outcome.getString("also") != null) {
            System.err.println(Printable.line("It changes more: " + outcome.getString("also")));
        }
        if (outcome.getString("fix") != null) {
            System.err.println(Printable.line("Fix " + outcome.getString("fix") + ": --undo " + outcome.getString("fix")
                    + " takes back what is not sent yet."));
        }
        if (outcome.getBoolean("more")) {
            System.err.println("More documents stand still for it: do it again.");
        }
    }
}
