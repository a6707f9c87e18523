package io.mlconnector.runtime.cli;

import io.mlconnector.domain.flow.Problem;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.DocumentId;
import io.mlconnector.ports.journal.DocumentRecord;
import io.mlconnector.ports.journal.FileRecord;
import io.mlconnector.ports.journal.RecordedEntry;
import io.mlconnector.runtime.http.Interventions;
import io.mlconnector.runtime.http.Interventions.Verb;
import io.mlconnector.runtime.http.Json;
import io.mlconnector.runtime.lifecycle.Ground;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The records. */
@Command(
        name = "documents",
        description = "Shows documents and lets a person act on them.",
        mixinStandardHelpOptions = true)
final class DocumentsCommand extends CommandGroup {

    /** The filters of the interface. */
    static final class Filters {
        @Option(names = "--connection", paramLabel = "ID")
        private String connection = "";

        @Option(names = "--partner", paramLabel = "ID")
        private String partner = "";

        @Option(names = "--legal-entity", paramLabel = "ID")
        private String legalEntity = "";

        @Option(names = "--direction", paramLabel = "outbound|inbound")
        private String direction = "";

        @Option(names = "--type", paramLabel = "850|860|810|997|…")
        private String type = "";

        @Option(
                names = "--condition",
                paramLabel = "WORD",
                description = "moving, waiting, held, unknown, failed, done, duplicate or discarded.")
        private String condition = "";

        @Option(names = "--stage", paramLabel = "WORD")
        private String stage = "";

        @Option(names = "--cause", paramLabel = "KEY", description = "Documents stuck for this cause.")
        private String cause = "";

        @Option(
                names = {"-q", "--query"},
                paramLabel = "TEXT",
                description = "Part of an order, invoice or control number, or of a file name.")
        private String text = "";

        @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1 to 500 (default: 100).")
        private int limit = 100;

        DocumentFilter filter() {
            try {
                return new DocumentFilter(
                        connection,
                        partner,
                        legalEntity,
                        direction,
                        type,
                        condition,
                        stage,
                        "",
                        cause,
                        text,
                        Optional.empty(),
                        Optional.empty(),
                        limit,
                        Optional.empty());
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(Main.WRONG, String.valueOf(e.getMessage()));
            }
        }
    }

    @Command(name = "list", description = "Lists documents, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ConfigOption config,
            @Mixin Filters filters,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json,
            @Option(names = "--files", description = "Lists received files instead.") boolean files) {
        config.withGround(ground -> {
            if (files) {
                print(
                        Blocking.await(
                                ground.engine().onContext(ground.journal().files(filters.limit, Optional.empty()))),
                        json);
            } else {
                List<DocumentRecord> found = Blocking.await(
                        ground.engine().onContext(ground.journal().list(filters.filter())));
                printDocuments(found, json);
            }
            return 0;
        });
        return 0;
    }

    private static void printDocuments(List<DocumentRecord> documents, boolean json) {
        if (json) {
            JsonArray items = new JsonArray();
            documents.forEach(document -> items.add(Json.of(document)));
            System.out.println(new JsonObject()
                    .put("items", items)
                    .put("next", (String) null)
                    .encodePrettily());
            return;
        }
        for (DocumentRecord document : documents) {
            System.out.println(line(document));
            document.reason().map(Problem::message).ifPresent(why -> System.out.println("    " + why));
        }
    }

    static String line(DocumentRecord document) {
        return String.format(
                Locale.ROOT,
                "%s  %s  %-10s %-5s %-14s %-14s %-10s %s",
                document.id(),
                document.type(),
                document.partner(),
                document.keys().legalEntity(),
                document.keys().orderNumber(),
                document.keys().invoiceNumber(),
                document.condition().word(),
                document.stage().word());
    }

    private static void print(List<FileRecord> files, boolean json) {
        if (json) {
            JsonArray items = new JsonArray();
            files.forEach(file -> items.add(Json.of(file)));
            System.out.println(new JsonObject()
                    .put("items", items)
                    .put("next", (String) null)
                    .encodePrettily());
            return;
        }
        for (FileRecord file : files) {
            System.out.println(file.id() + "  " + file.folder() + "  " + file.name() + "  " + file.size() + " bytes, "
                    + file.documents() + " documents");
            file.problem().map(Problem::message).ifPresent(why -> System.out.println("    " + why));
        }
    }

    @Command(
            name = "show",
            description = "Shows a document or file with its whole history.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        return config.withGround(ground -> show(ground, id(id), json));
    }

    private static int show(Ground ground, DocumentId id, boolean json) {
        Optional<DocumentRecord> document =
                Blocking.await(ground.engine().onContext(ground.journal().find(id)));
        Optional<FileRecord> file =
                Blocking.await(ground.engine().onContext(ground.journal().file(id)));
        List<RecordedEntry> history =
                Blocking.await(ground.engine().onContext(ground.journal().history(id)));
        if (document.isEmpty() && file.isEmpty()) {
            throw new CommandFailure(Main.FAILED, "There is no document or file " + id + ".");
        }
        if (json) {
            JsonObject shown =
                    document.map(Json::of).or(() -> file.map(Json::of)).orElseThrow();
            JsonArray entries = new JsonArray();
            history.forEach(entry -> entries.add(Json.of(entry)));
            System.out.println(shown.put("history", entries).encodePrettily());
            return 0;
        }
        document.map(DocumentsCommand::line).ifPresent(System.out::println);
        file.ifPresent(found -> System.out.println(found.id() + "  " + found.folder() + "  " + found.name()));
        document.flatMap(DocumentRecord::reason)
                .or(() -> file.flatMap(FileRecord::problem))
                .map(Problem::message)
                .ifPresent(why -> System.out.println("    " + why));
        for (RecordedEntry entry : history) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%4d  %s  %-16s %-18s %s",
                    entry.number(),
                    entry.entry().at(),
                    entry.entry().actor(),
                    entry.entry().event(),
                    entry.entry().message()));
        }
        return 0;
    }

    @Command(
            name = "replay",
            description = "Has the work done again from where it stopped.",
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason) {
        return act(config, ids, Verb.REPLAY, reason);
    }

    @Command(
            name = "release",
            description = "Lets documents go on despite the reason for which they are held.",
            mixinStandardHelpOptions = true)
    int release(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason) {
        return act(config, ids, Verb.RELEASE, reason);
    }

    @Command(name = "discard", description = "Puts documents aside.", mixinStandardHelpOptions = true)
    int discard(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason) {
        return act(config, ids, Verb.DISCARD, reason);
    }

    @Command(name = "restore", description = "Brings discarded documents back.", mixinStandardHelpOptions = true)
    int restore(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason) {
        return act(config, ids, Verb.RESTORE, reason);
    }

    /** The daemon sees it within a second, whether it runs now or later. */
    private static int act(ConfigOption config, List<String> ids, Verb verb, String reason) {
        String who = System.getProperty("user.name", "operator");
        return config.withGround(ground -> {
            Interventions interventions =
                    new Interventions(ground.journal(), ground.engine().clock());
            int failures = 0;
            for (String text : ids) {
                Optional<DocumentRecord> after =
                        Blocking.await(ground.engine().onContext(interventions.act(id(text), verb, who, reason)));
                if (after.isEmpty()) {
                    failures++;
                    System.err.println(text + ": " + verb.word()
                            + " is not possible: there is no such document, or its condition does not allow it.");
                } else {
                    System.out.println(line(after.get()));
                }
            }
            return failures == 0 ? 0 : Main.FAILED;
        });
    }

    private static DocumentId id(String text) {
        try {
            return new DocumentId(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Main.WRONG, String.valueOf(e.getMessage()));
        }
    }
}
