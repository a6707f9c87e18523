package io.mlconnector.runtime.cli.cleo;

import io.mlconnector.cleo.Cleo;
import io.mlconnector.cleo.view.TreeEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.lifecycle.Inspection;
import io.mlconnector.runtime.lifecycle.OpenConnection;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at Cleo as the account sees it. */
@Command(name = "cleo", description = "Looks at Cleo as the account sees it.", mixinStandardHelpOptions = true)
public final class CleoCommand extends CommandGroup {

    /** A large folder has many pages, each of which takes its turn. */
    private static final Duration LONGEST_LISTING = Duration.ofMinutes(10);

    private static final int MOST_AGAIN = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** So many files of a folder are printed. */
    private static final int MOST_FILES = 20;

    @Command(
            name = "explore",
            description = "Prints the folders and files that the account sees, as a tree with ids. Reads only.",
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
                    "There is no connection " + connection + "; there are "
                            + configuration.connections().stream()
                                    .map(ConnectionSettings::id)
                                    .toList() + ".");
        }
        Vertx vertx = Loops.start();
        try {
            Inspection inspection =
                    Blocking.await(Inspection.open(vertx, configuration, InstantSource.system(), System.getenv()));
            try {
                JsonArray all = new JsonArray();
                asked.forEach(settings -> all.add(explored(inspection, settings, depth, json)));
                if (json) {
                    System.out.println(all.encodePrettily());
                }
                return 0;
            } finally {
                Blocking.await(inspection.close());
            }
        } finally {
            Blocking.await(vertx.close());
        }
    }

    private static JsonObject explored(Inspection inspection, ConnectionSettings settings, int depth, boolean json) {
        OpenConnection open = Blocking.await(inspection.connect(settings));
        try {
            if (!json) {
                System.out.println(Printable.line(settings.id() + "  "
                        + settings.cleo().baseUrl() + "  " + settings.cleo().username()));
            }
            return new JsonObject()
                    .put("connection", settings.id())
                    .put("entries", level(inspection, open.cleo(), Optional.empty(), depth, json ? -1 : 1));
        } finally {
            open.close();
        }
    }

    /**
     * One level of the tree.
     *
     * @param depth how many levels are left
     * @param indent for the text; less than 0 prints nothing
     */
    private static JsonArray level(
            Inspection inspection, Cleo cleo, Optional<TreeEntry> folder, int depth, int indent) {
        JsonArray entries = new JsonArray();
        int files = 0;
        for (TreeEntry entry : children(inspection, cleo, folder)) {
            JsonObject shown = json(entry);
            entries.add(shown);
            files += entry.folder() ? 0 : 1;
            if (indent >= 0 && (entry.folder() || files <= MOST_FILES)) {
                System.out.println(Printable.line("  ".repeat(indent) + text(entry)));
            }
            if (entry.folder() && depth > 1) {
                shown.put(
                        "entries",
                        level(inspection, cleo, Optional.of(entry), depth - 1, indent < 0 ? -1 : indent + 1));
            }
        }
        if (indent >= 0 && files > MOST_FILES) {
            System.out.println("  ".repeat(indent) + "and " + (files - MOST_FILES) + " more files");
        }
        return entries;
    }

    /** Another program of the account may have used up the rate for a moment. */
    private static List<TreeEntry> children(Inspection inspection, Cleo cleo, Optional<TreeEntry> folder) {
        for (int again = 0; ; again++) {
            Outcome<List<TreeEntry>> outcome =
                    Blocking.await(inspection.loop().await(cleo.explorer().children(folder)), LONGEST_LISTING);
            switch (outcome) {
                case Outcome.Done<List<TreeEntry>>(List<TreeEntry> entries) -> {
                    return new ArrayList<>(entries);
                }
                case Outcome.Refused<List<TreeEntry>>(Problem why) -> throw refused(why);
                case Outcome.NotNow<List<TreeEntry>>(Problem why, Optional<Duration> pause) -> {
                    if (again == MOST_AGAIN || !why.is(ProblemCode.THROTTLED)) {
                        throw refused(why);
                    }
                    Blocking.pause(pause.filter(time -> time.compareTo(LONGEST_PAUSE) < 0)
                            .orElse(LONGEST_PAUSE));
                }
                case Outcome.Unknown<List<TreeEntry>>(Problem why) -> throw refused(why);
            }
        }
    }

    private static CommandFailure refused(Problem why) {
        return new CommandFailure(ExitCode.REMOTE, why.message());
    }

    private static String text(TreeEntry entry) {
        return entry.folder()
                ? entry.name() + "/  {id: " + entry.id() + "}  " + entry.path()
                : entry.name() + "  {id: " + entry.id() + "}  "
                        + (entry.size().isPresent() ? entry.size().getAsLong() + " bytes  " : "") + entry.modified();
    }

    private static JsonObject json(TreeEntry entry) {
        JsonObject json = new JsonObject()
                .put("type", entry.folder() ? "folder" : "file")
                .put("id", entry.id())
                .put("name", entry.name())
                .put("path", entry.path());
        entry.size().ifPresent(size -> json.put("size", size));
        if (!entry.modified().isEmpty()) {
            json.put("modified", entry.modified());
        }
        return json;
    }
}
