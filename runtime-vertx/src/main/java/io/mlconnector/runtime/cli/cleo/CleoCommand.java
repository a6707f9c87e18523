package io.mlconnector.runtime.cli.cleo;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.folder.FolderTree;
import io.mlconnector.runtime.lifecycle.Inspection;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Loops;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at Cleo as the account sees it. */
@Command(name = "cleo", description = "Looks at Cleo as the account sees it.", mixinStandardHelpOptions = true)
public final class CleoCommand extends CommandGroup {

    /** A large folder has many pages, each of which takes its turn. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int NOT_TOLD = 502;

    /** So many files of a folder are printed. */
    private static final int MOST_FILES = 20;

    @Command(
            name = "explore",
            description = {
                "Prints the folders and files that the account sees, as a tree with ids. Reads only.",
                "Each folder is a request, and Cleo is asked requestsPerSecond times a second at most, documents first: a"
                        + " large tree takes its time. --depth asks for less."
            },
            mixinStandardHelpOptions = true)
    int explore(
            @Mixin ConfigOption config,
            @Option(
                            names = "--connection",
                            paramLabel = "ID",
                            description = "Which connection; all of them if it is left out.")
                    @Nullable String connection,
            @Option(
                            names = "--depth",
                            paramLabel = "N",
                            defaultValue = "4",
                            description = "How many levels of folders are listed; 4 if it is left out.")
                    int depth,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        Configuration configuration = config.read();
        List<ConnectionSettings> asked = configuration.connections().stream()
                .filter(settings -> connection == null || settings.id().equals(connection))
                .toList();
        if (asked.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG,
                    "There is no connection " + connection
                            + NearestWord.orAll(
                                    String.valueOf(connection),
                                    configuration.connections().stream()
                                            .map(ConnectionSettings::id)
                                            .toList()));
        }
        if (!json) {
            System.err.println("Asking Cleo, as often as requestsPerSecond lets us ...");
        }
        List<JsonObject> trees = config.askingAsConfigured(
                configuration, daemon -> told(daemon, asked, depth), () -> seen(configuration, asked, depth));
        if (json) {
            JsonArray all = new JsonArray();
            trees.forEach(tree -> all.add(new JsonObject()
                    .put("connection", tree.getString("connection"))
                    .put("entries", tree.getJsonArray("entries"))));
            System.out.println(all.encodePrettily());
        } else {
            for (int i = 0; i < asked.size(); i++) {
                ConnectionSettings settings = asked.get(i);
                System.out.println(Printable.line(settings.id() + "  "
                        + settings.cleo().baseUrl() + "  " + settings.cleo().username()));
                print(trees.get(i).getJsonArray("entries"), 1);
            }
        }
        if (trees.stream().anyMatch(tree -> tree.getBoolean("more"))) {
            System.err.println("There is more than is shown. Look less deep with --depth.");
        }
        return 0;
    }

    /** As a daemon sees it, within its rate. */
    private static List<JsonObject> told(DaemonClient daemon, List<ConnectionSettings> asked, int depth) {
        return asked.stream()
                .map(settings -> {
                    Answer answer = daemon.get(
                            "/api/v1/connections/" + DaemonClient.encoded(settings.id()) + "/folders",
                            Map.of("depth", Integer.toString(Math.max(1, depth))));
                    if (answer.status() == NOT_TOLD) {
                        throw new CommandFailure(ExitCode.REMOTE, answer.why());
                    }
                    return Asked.good(answer).json();
                })
                .toList();
    }

    /** Where no daemon runs: without a database, which may not be there yet. */
    private static List<JsonObject> seen(Configuration configuration, List<ConnectionSettings> asked, int depth) {
        Vertx vertx = Loops.start();
        try {
            Inspection inspection =
                    Blocking.await(Inspection.open(vertx, configuration, InstantSource.system(), System.getenv()));
            try {
                return asked.stream()
                        .map(settings -> seen(inspection, settings, depth))
                        .toList();
            } finally {
                Blocking.await(inspection.close());
            }
        } finally {
            Blocking.await(vertx.close());
        }
    }

    private static JsonObject seen(Inspection inspection, ConnectionSettings settings, int depth) {
        OpenConnection open = Blocking.await(inspection.connect(settings));
        try {
            Outcome<JsonObject> outcome = Blocking.await(
                    FolderTree.read(inspection.loop(), open.cleo().explorer(), depth), LONGEST);
            return switch (outcome) {
                case Outcome.Done<JsonObject>(JsonObject tree) -> tree.put("connection", settings.id());
                case Outcome.Refused<JsonObject>(Problem why) -> throw refused(why);
                case Outcome.NotNow<JsonObject> later -> throw refused(later.why());
                case Outcome.Unknown<JsonObject>(Problem why) -> throw refused(why);
            };
        } finally {
            open.close();
        }
    }

    private static CommandFailure refused(Problem why) {
        return new CommandFailure(ExitCode.REMOTE, why.message());
    }

    private static void print(JsonArray entries, int indent) {
        int files = 0;
        for (Object one : entries) {
            JsonObject entry = (JsonObject) one;
            boolean folder = entry.getString("type").equals("folder");
            files += folder ? 0 : 1;
            if (folder || files <= MOST_FILES) {
                System.out.println(Printable.line("  ".repeat(indent) + text(entry, folder)));
                if (entry.containsKey("refused")) {
                    System.out.println(Printable.line("  ".repeat(indent + 1) + entry.getString("refused")));
                }
            }
            print(entry.getJsonArray("entries", new JsonArray()), indent + 1);
        }
        if (files > MOST_FILES) {
            System.out.println("  ".repeat(indent) + "and " + (files - MOST_FILES) + " more files");
        }
    }

    private static String text(JsonObject entry, boolean folder) {
        String named = entry.getString("name") + (folder ? "/" : "") + "  {id: " + entry.getString("id") + "}  ";
        return folder
                ? named + entry.getString("path")
                : named
                        + (entry.getLong("size") == null ? "" : entry.getLong("size") + " bytes  ")
                        + entry.getString("modified", "");
    }
}
