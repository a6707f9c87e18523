package io.mlconnector.runtime.cli.crossreference;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.crossreference.ConfiguredPlaces;
import io.mlconnector.runtime.crossreference.CrossReferenceCsv;
import io.mlconnector.runtime.crossreference.CrossReferenceJson;
import io.mlconnector.runtime.crossreference.CrossReferencesApi;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The alignment tables. */
@Command(
        name = "crossref",
        description = "Keeps translations between a partner's words and ours: units and items.",
        subcommands = ImportCommand.class,
        mixinStandardHelpOptions = true)
public final class CrossReferenceCommand extends CommandGroup {

    private static final String PATH = "/api/v1/cross-references";
    private static final int NOT_FOUND = 404;

    @Command(
            name = "set",
            description = "Enters a translation, such as: crossref set acme unit CT ctn.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin ConfigOption config,
            @Mixin Word word,
            @Parameters(index = "3", paramLabel = "OURS", description = "A unit symbol or an item number.") String ours,
            @Option(
                            names = "--until",
                            paramLabel = "DAY",
                            description = "The last day (default: until further notice).")
                    @Nullable LocalDate until,
            @Option(names = "--replace", description = "Puts it in the place of one that says something else.")
                    boolean replace,
            @Option(names = "--unchecked", description = Refusals.UNCHECKED) boolean unchecked,
            @Option(
                            names = "--forecast",
                            description =
                                    "Says what would become of documents that stand still for the word; changes nothing.")
                    boolean forecast,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Stands in the history.", defaultValue = "")
                    String reason) {
        CrossReference reference = word.means(ours, Optional.ofNullable(until), ConfiguredPlaces.of(config.read()));
        JsonObject wish = CrossReferenceJson.of(reference)
                .put("replace", replace)
                .put("unchecked", unchecked)
                .put("forecast", forecast)
                .put("reason", reason);
        Answer answer = config.asking(daemon -> daemon.send("PUT", PATH, wish));
        Refusals.ofDynamics(answer);
        if (answer.json().getString("title", "").equals(CrossReferencesApi.OTHERWISE)) {
            CrossReference before = CrossReferenceJson.read(answer.json().getJsonObject("before"));
            throw new CommandFailure(
                    ExitCode.FAILED,
                    before.key() + " means " + before.ours() + " already. Say --replace to put " + reference.ours()
                            + " in its place.");
        }
        if (forecast) {
            Effects.print(Asked.good(answer).json());
            return 0;
        }
        System.err.println(
                Asked.good(answer).json().getBoolean("changed")
                        ? "Entered. "
                                + reference
                                        .scope()
                                        .partner()
                                        .map(partner ->
                                                "Documents that stopped for it: ml-connector documents replay --cause "
                                                        + reference.kind().word() + "-unknown:" + partner + ":"
                                                        + reference.theirs())
                                        .orElse(
                                                "Documents that stopped for it: ml-connector documents causes names the"
                                                        + " cause of each partner, and documents replay --cause KEY does them again.")
                        : "It stands there already.");
        return 0;
    }

    @Command(name = "list", description = "Lists all translations.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ConfigOption config,
            @Option(names = "--partner", paramLabel = "ID", description = "Of one partner.") @Nullable String partner,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        List<JsonObject> all =
                config.asking(daemon -> Asked.all(daemon, PATH, Map.of("partner", partner == null ? "" : partner)));
        if (json) {
            System.out.println(new JsonArray(all).encodePrettily());
            return 0;
        }
        ReferenceLines.of(all, Colours.chosen(null)).forEach(System.out::println);
        return 0;
    }

    @Command(
            name = "remove",
            description = "Removes a translation; its history stays.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin ConfigOption config,
            @Mixin Word word,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Stands in the history.", defaultValue = "")
                    String reason) {
        JsonObject wish = new JsonObject().put("reason", reason);
        Word.named(word.key(ConfiguredPlaces.of(config.read()))).forEach(wish::put);
        Answer answer = config.asking(daemon -> daemon.send("DELETE", PATH, wish));
        boolean was = answer.status() != NOT_FOUND && Asked.good(answer).good();
        System.err.println(was ? "Removed." : "There is no such translation.");
        return was ? 0 : ExitCode.FAILED;
    }

    @Command(
            name = "history",
            description = "Who entered and changed a translation, when and why.",
            mixinStandardHelpOptions = true)
    int history(
            @Mixin ConfigOption config,
            @Mixin Word word,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        CrossReference.Key key = word.key(ConfiguredPlaces.of(config.read()));
        Map<String, String> named = Word.named(key);
        List<JsonObject> entries =
                config.asking(daemon -> daemon.get(PATH + ":history", named).status() == NOT_FOUND
                        ? List.of()
                        : Asked.all(daemon, PATH + ":history", named));
        if (json) {
            JsonArray array = new JsonArray();
            entries.forEach(entry -> array.add(new JsonObject()
                    .put("at", entry.getString("at"))
                    .put("actor", entry.getString("actor"))
                    .put("event", entry.getString("event"))
                    .put("message", entry.getString("message"))));
            System.out.println(array.encodePrettily());
        } else {
            entries.forEach(entry -> System.out.println(Printable.line(Legible.time(entry.getString("at")) + "  "
                    + entry.getString("actor") + "  " + Legible.text(entry.getString("message")))));
        }
        if (entries.isEmpty()) {
            System.err.println("Nothing is recorded of " + key + ".");
        }
        return entries.isEmpty() ? ExitCode.FAILED : 0;
    }

    @Command(
            name = "export",
            description = "Writes all translations as a CSV file, which import reads.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: standard output.") @Nullable Path file) {
        String text = new String(
                config.asking(daemon -> Asked.good(daemon.get(PATH + ":export", Map.of())))
                        .bytes(),
                StandardCharsets.UTF_8);
        if (file == null) {
            System.out.print(text);
            return 0;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw CommandFailure.unwritable(file, e);
        }
        System.err.println(CrossReferenceCsv.count(text) + " translations were written to " + file + ".");
        return 0;
    }
}
