package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.invoicing.deletion.HeaderDeletion;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.intervention.Advising;
import io.mlconnector.engine.intervention.Discards;
import io.mlconnector.engine.intervention.Edits;
import io.mlconnector.engine.intervention.Interventions;
import io.mlconnector.engine.intervention.Interventions.Verb;
import io.mlconnector.engine.intervention.Replayed;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.runtime.cli.x12.X12Command;
import io.mlconnector.runtime.json.Json;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.OsUser;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        subcommands = {
            CausesCommand.class,
            WhatIfCommand.class,
            CommentCommand.class,
            AssignCommand.class,
            SnoozeCommand.class
        },
        mixinStandardHelpOptions = true)
public final class DocumentsCommand extends CommandGroup {

    @Command(name = "list", description = "Lists documents, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ConfigOption config,
            @Mixin Filters filters,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json,
            @Option(names = "--files", description = "Lists received files instead.") boolean files) {
        config.withResources(resources -> {
            if (files) {
                print(
                        Blocking.await(resources
                                .engine()
                                .onContext(resources.journal().files(filters.shown(), Optional.empty()))),
                        json);
            } else {
                List<DocumentRecord> found = Blocking.await(
                        resources.engine().onContext(resources.journal().list(filters.filter())));
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
            document.reason().map(Problem::message).ifPresent(why -> System.out.println("    " + Printable.line(why)));
        }
    }

    static String line(DocumentRecord document) {
        return Printable.line(String.format(
                Locale.ROOT,
                "%s  %s  %-10s %-5s %-14s %-14s %-10s %s",
                document.id(),
                document.type(),
                document.partner(),
                document.keys().legalEntity(),
                document.keys().orderNumber(),
                document.keys().invoiceNumber(),
                document.condition().word(),
                document.stage().word()));
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
            System.out.println(Printable.line(file.id() + "  " + file.folder() + "  " + file.name() + "  " + file.size()
                    + " bytes, " + file.documents() + " documents"));
            file.problem().map(Problem::message).ifPresent(why -> System.out.println("    " + Printable.line(why)));
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
        return config.withResources(resources -> show(resources, id(id), json));
    }

    private static int show(DaemonResources resources, DocumentId id, boolean json) {
        Optional<DocumentRecord> document =
                Blocking.await(resources.engine().onContext(resources.journal().find(id)));
        Optional<FileRecord> file =
                Blocking.await(resources.engine().onContext(resources.journal().file(id)));
        List<RecordedEntry> history =
                Blocking.await(resources.engine().onContext(resources.journal().history(id)));
        if (document.isEmpty() && file.isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, "There is no document or file " + id + ".");
        }
        if (json) {
            JsonObject shown =
                    document.map(Json::of).or(() -> file.map(Json::of)).orElseThrow();
            JsonArray entries = new JsonArray();
            for (RecordedEntry entry : history) {
                JsonObject item = Json.of(entry);
                difference(resources, entry).ifPresent(text -> item.put("difference", text));
                entries.add(item);
            }
            System.out.println(shown.put("history", entries).encodePrettily());
            return 0;
        }
        document.map(DocumentsCommand::line).ifPresent(System.out::println);
        file.ifPresent(
                found -> System.out.println(Printable.line(found.id() + "  " + found.folder() + "  " + found.name())));
        document.flatMap(DocumentRecord::reason)
                .or(() -> file.flatMap(FileRecord::problem))
                .map(Problem::message)
                .ifPresent(why -> System.out.println("    " + Printable.line(why)));
        for (RecordedEntry entry : history) {
            System.out.println(Printable.line(String.format(
                    Locale.ROOT,
                    "%4d  %s  %-16s %-18s %s",
                    entry.number(),
                    entry.entry().at(),
                    entry.entry().actor(),
                    entry.entry().event(),
                    entry.entry().message())));
            difference(resources, entry)
                    .ifPresent(text -> text.lines().forEach(changed -> System.out.println("        " + changed)));
        }
        return 0;
    }

    /** What an edited payload changed. */
    private static Optional<String> difference(DaemonResources resources, RecordedEntry recorded) {
        return Optional.ofNullable(recorded.entry().details().get(Edits.DIFFERENCE))
                .filter(hash -> recorded.entry().event().equals(Edits.EVENT))
                .flatMap(hash -> Blocking.await(
                        resources.engine().onContext(resources.journal().payload(new ContentHash(hash)))))
                .map(payload -> new String(payload.bytes(), StandardCharsets.UTF_8));
    }

    @Command(
            name = "replay",
            description = "Has the work done again, through the same guards as the first time.",
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin ConfigOption config,
            @Mixin Picked picked,
            @Option(
                            names = "--from",
                            paramLabel = "STAGE",
                            defaultValue = "",
                            description = "announced or encoded (orders); received, decoded or checked (invoices)."
                                    + " Default: where it stopped.")
                    String from,
            @Option(
                            names = "--forecast",
                            description = "Says what would happen to each document, and does nothing anywhere.")
                    boolean forecast,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Goes into the history.")
                    String reason,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        Optional<Stage> stage = stage(from);
        return config.withResources(resources -> {
            ReplayWork work = new ReplayWork(resources, json);
            return forecast
                    ? work.forecast(picked.documents(resources), stage)
                    : work.replay(picked.ids(resources), stage, OsUser.NAME, reason);
        });
    }

    private static Optional<Stage> stage(String word) {
        try {
            return word.isEmpty() ? Optional.empty() : Optional.of(Stage.of(word));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.WRONG,
                    e.getMessage() + ". Stages are announced, encoded, received, decoded" + " and checked.");
        }
    }

    @Command(
            name = "resubmit",
            description =
                    "Puts an edited payload in the place of a document's own and has it done again. The original is"
                            + " kept.",
            mixinStandardHelpOptions = true)
    int resubmit(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--payload",
                            paramLabel = "FILE",
                            required = true,
                            description = "X12 with one interchange and one transaction set.")
                    Path payload,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Goes into the history.")
                    String reason,
            @Option(names = "--forecast", description = "Says what would happen, and does nothing anywhere.")
                    boolean forecast,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        byte[] bytes = X12Command.read(payload);
        return config.withResources(
                resources -> new ReplayWork(resources, json).resubmit(id(id), bytes, OsUser.NAME, reason, forecast));
    }

    @Command(
            name = "release",
            description = "Lets documents go on despite the reason for which they are held.",
            mixinStandardHelpOptions = true)
    int release(
            @Mixin ConfigOption config,
            @Mixin Picked picked,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason) {
        return act(config, picked, Verb.RELEASE, reason);
    }

    @Command(
            name = "discard",
            description = "Discards documents; restore brings them back.",
            mixinStandardHelpOptions = true)
    int discard(
            @Mixin ConfigOption config,
            @Mixin Picked picked,
            @Option(
                            names = "--delete-header",
                            description =
                                    "Also deletes the pending vendor invoice header in F&O that was left without its lines,"
                                            + " if it is ours, not posted and has no lines; also after a discard.")
                    boolean deleteHeader,
            @Option(
                            names = "--forecast",
                            description = "Says what would happen to each document, and does nothing anywhere.")
                    boolean forecast,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason,
            @Option(names = "--json", description = "Prints the forecast as one JSON value.") boolean json) {
        if (forecast) {
            return config.withResources(
                    resources -> new ReplayWork(resources, json).discarded(picked.documents(resources), deleteHeader));
        }
        return deleteHeader
                ? config.withResources(resources -> deleteHeaders(resources, picked.ids(resources), reason))
                : act(config, picked, Verb.DISCARD, reason);
    }

    /** The daemon deletes them within a second, whether it runs now or later. */
    private static int deleteHeaders(DaemonResources resources, List<DocumentId> ids, String reason) {
        Discards discards = new Discards(resources.engine());
        int failures = 0;
        for (DocumentId id : ids) {
            Replayed replayed = Blocking.await(discards.withHeader(id, OsUser.NAME, reason));
            Optional<DocumentRecord> after = replayed.document();
            if (after.isEmpty()) {
                failures++;
                System.err.println(id + ": " + Printable.line(replayed.message()));
                continue;
            }
            System.out.println(line(after.get()));
            System.out.println("    "
                    + (after.get().condition() == Condition.DISCARDED
                            ? "F&O has no header of it."
                            : "The daemon deletes its header in F&O and discards it then: documents show " + id
                                    + " tells the outcome."));
        }
        return failures == 0 ? 0 : ExitCode.FAILED;
    }

    @Command(name = "restore", description = "Brings discarded documents back.", mixinStandardHelpOptions = true)
    int restore(
            @Mixin ConfigOption config,
            @Mixin Picked picked,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "") String reason) {
        return act(config, picked, Verb.RESTORE, reason);
    }

    @Command(
            name = "advise",
            description =
                    "Tells the partner by an 824 what is wrong with a document that he sent. The same words about the"
                            + " same document go out once.",
            mixinStandardHelpOptions = true)
    int advise(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "ID", description = "Id of the received document.") String id,
            @Option(
                            names = "--verdict",
                            defaultValue = "TR",
                            description =
                                    "TR rejected (if left out), TE accepted with error, TC with change, TP in part, TH"
                                            + " held, TA accepted.")
                    String verdict,
            @Option(
                            names = "--code",
                            required = true,
                            description =
                                    "What is wrong: data element 647, such as 010 (total out of balance), 133 (item not"
                                            + " on the order), 006 (duplicate) or 024 (other, see text).")
                    String code,
            @Option(names = "--text", required = true, description = "What is wrong, in words.") String text) {
        Advising.Words words;
        try {
            words = new Advising.Words(verdict, code, text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, e.getMessage() + ".");
        }
        return config.withResources(resources -> switch (Blocking.await(
                new Advising(resources.engine()).advise(new DocumentId(id), words, OsUser.NAME))) {
            case Advising.Result.Announced(DocumentId advice) -> {
                System.out.println("Announced 824 " + advice + ".");
                yield 0;
            }
            case Advising.Result.SaidBefore ignored -> {
                System.out.println("The same was said before; nothing is sent a second time.");
                yield 0;
            }
            case Advising.Result.Refused(String why) -> {
                System.err.println(why);
                yield ExitCode.FAILED;
            }
        });
    }

    /** The daemon sees it within a second, whether it runs now or later. */
    private static int act(ConfigOption config, Picked picked, Verb verb, String reason) {
        return config.withResources(resources -> {
            Interventions interventions =
                    new Interventions(resources.journal(), resources.engine().clock());
            int failures = 0;
            for (DocumentId id : picked.ids(resources)) {
                Optional<DocumentRecord> after =
                        Blocking.await(resources.engine().onContext(interventions.act(id, verb, OsUser.NAME, reason)));
                if (after.isEmpty()) {
                    failures++;
                    System.err.println(id + ": " + verb.word()
                            + " is not possible: there is no such document, or its condition does not allow it.");
                } else {
                    System.out.println(line(after.get()));
                    HeaderDeletion.stillThere(after.get().state(), id)
                            .filter(ignored -> verb == Verb.DISCARD)
                            .ifPresent(there -> System.out.println("    " + Printable.line(there)));
                }
            }
            return failures == 0 ? 0 : ExitCode.FAILED;
        });
    }

    static DocumentId id(String text) {
        try {
            return new DocumentId(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, String.valueOf(e.getMessage()));
        }
    }
}
