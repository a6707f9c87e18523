package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.intervention.Advising;
import io.mlconnector.engine.intervention.Edits;
import io.mlconnector.runtime.cli.listing.DocumentHeading;
import io.mlconnector.runtime.cli.listing.DocumentTable;
import io.mlconnector.runtime.cli.listing.FileLines;
import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.cli.listing.StoryLines;
import io.mlconnector.runtime.cli.x12.X12Command;
import io.mlconnector.runtime.local.DaemonClient;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
            SettleCommand.class,
            AssignCommand.class,
            SnoozeCommand.class,
            PayloadCommand.class
        },
        mixinStandardHelpOptions = true)
public final class DocumentsCommand extends CommandGroup {

    private static final int NOT_FOUND = 404;

    @Command(name = "list", description = "Lists documents, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ConfigOption config,
            @Mixin Filters filters,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json,
            @Option(names = "--files", description = "Lists received files instead.") boolean files,
            @Option(
                            names = "--colour",
                            negatable = true,
                            description = "Colours; by default on a terminal, unless NO_COLOR is set.")
                    @Nullable Boolean colour) {
        Map<String, String> query = new LinkedHashMap<>(files ? filters.queryOfFiles() : filters.query());
        query.put("limit", Integer.toString(filters.shown()));
        JsonObject page =
                config.asking(daemon -> Asked.good(daemon.get(files ? "/api/v1/files" : "/api/v1/documents", query))
                        .json());
        List<JsonObject> items = items(page);
        if (json) {
            System.out.println(page.encodePrettily());
            return 0;
        }
        if (files) {
            FileLines.of(items, Colours.chosen(colour)).forEach(System.out::println);
        } else {
            new DocumentTable(Colours.chosen(colour), Instant.now())
                    .lines(items)
                    .forEach(System.out::println);
        }
        if (items.isEmpty()) {
            System.err.println(files ? "No file matches." : "No document matches.");
        } else if (page.getString("next") != null) {
            System.err.println("There are more: --limit shows up to 500, and filters fewer.");
        }
        return 0;
    }

    private static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    }

    @Command(
            name = "show",
            description = "Shows a document or file with its whole history.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--story", description = "Tells it in chapters, as the console does.") boolean story,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        if (story && json) {
            throw new CommandFailure(ExitCode.WRONG, "Choose --story or --json, not both.");
        }
        return config.asking(daemon -> show(daemon, id, story, json));
    }

    private static int show(DaemonClient daemon, String id, boolean story, boolean json) {
        Missing.unlessId(daemon, "document or file", id);
        Answer document = daemon.get("/api/v1/documents/" + id, Map.of());
        boolean file = document.status() == NOT_FOUND;
        Answer found = file ? daemon.get("/api/v1/files/" + id, Map.of()) : document;
        if (found.status() == NOT_FOUND) {
            throw new CommandFailure(ExitCode.FAILED, Missing.of(daemon, "document or file", id));
        }
        JsonObject record = Asked.good(found).json();
        List<JsonObject> history =
                Asked.all(daemon, (file ? "/api/v1/files/" : "/api/v1/documents/") + id + "/history", Map.of());
        if (json) {
            history.forEach(entry -> difference(daemon, entry).ifPresent(text -> entry.put("difference", text)));
            System.out.println(record.put("history", new JsonArray(history)).encodePrettily());
            return 0;
        }
        if (file) {
            FileLines.of(List.of(record), Colours.chosen(null)).forEach(System.out::println);
        } else {
            DocumentHeading.lines(record, Instant.now()).forEach(System.out::println);
            DocumentTable.why(record).ifPresent(why -> System.out.println("    " + why));
        }
        if (story) {
            new StoryLines(Colours.chosen(null)).of(history).forEach(System.out::println);
            return 0;
        }
        for (JsonObject entry : history) {
            System.out.println(Printable.line(String.format(
                    Locale.ROOT,
                    "%4d  %s  %-16s %-18s %s",
                    entry.getLong("number"),
                    Legible.time(Instant.parse(entry.getString("at"))),
                    entry.getString("actor"),
                    entry.getString("event"),
                    Legible.text(entry.getString("message")))));
            entry.getJsonArray("payloads")
                    .forEach(hash -> System.out.println(Printable.line("        payload " + hash)));
            difference(daemon, entry)
                    .ifPresent(text -> text.lines().forEach(changed -> System.out.println("        " + changed)));
        }
        return 0;
    }

    /** What an edited payload changed. */
    private static Optional<String> difference(DaemonClient daemon, JsonObject entry) {
        return Optional.ofNullable(entry.getJsonObject("details").getString(Edits.DIFFERENCE))
                .filter(hash -> entry.getString("event").equals(Edits.EVENT))
                .map(hash -> daemon.get("/api/v1/payloads/" + hash, Map.of()))
                .filter(Answer::good)
                .map(answer -> new String(answer.bytes(), StandardCharsets.UTF_8));
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
        picked.check();
        JsonObject wish = new JsonObject().put("forecast", forecast).put("reason", reason);
        stage(from).ifPresent(stage -> wish.put("from", stage.word()));
        return config.asking(daemon -> new ReplayWork(daemon, json).each(picked.ids(daemon), "replay", wish));
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
        return config.asking(daemon -> new ReplayWork(daemon, json).resubmit(id, bytes, reason, forecast));
    }

    @Command(
            name = "release",
            description = "Lets documents go on despite the reason for which they are held.",
            mixinStandardHelpOptions = true)
    int release(
            @Mixin ConfigOption config,
            @Mixin Picked picked,
            @Option(
                            names = "--forecast",
                            description = "Says what would happen to each document, and does nothing anywhere.")
                    boolean forecast,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Goes into the history.")
                    String reason,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        return act(config, picked, "release", new JsonObject().put("reason", reason), forecast, json);
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
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Goes into the history.")
                    String reason,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        JsonObject wish = new JsonObject().put("reason", reason).put("deleteHeader", deleteHeader);
        return act(config, picked, "discard", wish, forecast, json);
    }

    /** What there is to know of a header in F&O after a discard. */
    private static Optional<String> ofItsHeader(JsonObject after, boolean deleteHeader) {
        if (!deleteHeader) {
            return Optional.ofNullable(after.getString("notice"));
        }
        return Optional.of(
                after.getString("condition").equals("discarded")
                        ? "F&O has no header of it."
                        : "The daemon deletes its header in F&O and discards it then: documents show "
                                + after.getString("id") + " tells the outcome.");
    }

    @Command(name = "restore", description = "Brings discarded documents back.", mixinStandardHelpOptions = true)
    int restore(
            @Mixin ConfigOption config,
            @Mixin Picked picked,
            @Option(
                            names = "--forecast",
                            description = "Says what would happen to each document, and does nothing anywhere.")
                    boolean forecast,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Goes into the history.")
                    String reason,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        return act(config, picked, "restore", new JsonObject().put("reason", reason), forecast, json);
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
        JsonObject said = new JsonObject()
                .put("verdict", words.verdict())
                .put("code", words.code())
                .put("text", words.text());
        Answer answer = config.asking(daemon -> {
            Missing.unlessId(daemon, "document", id);
            Missing.orAnswer(daemon, "document", id, daemon.get("/api/v1/documents/" + id, Map.of()));
            return daemon.send("POST", "/api/v1/documents/" + id + "/advise", said);
        });
        if ("Said before".equals(answer.json().getString("title"))) {
            System.out.println("The same was said before; nothing is sent a second time.");
            return 0;
        }
        String advice = Asked.good(answer).json().getString("advice");
        System.out.println(Printable.line("The partner is told by 824 " + advice + ": " + words.verdict() + " "
                + words.code() + ", " + words.text()));
        System.out.println("It goes out in a moment: documents show " + advice + " tells what becomes of it.");
        return 0;
    }

    /** The daemon sees it within a second, whether it runs now or later. */
    private static int act(
            ConfigOption config, Picked picked, String verb, JsonObject wish, boolean forecast, boolean json) {
        picked.check();
        if (forecast || json) {
            return config.asking(daemon -> new ReplayWork(daemon, json)
                    .each(picked.ids(daemon), verb, forecast ? wish.put("forecast", true) : wish));
        }
        return config.asking(daemon -> {
            int failures = 0;
            for (String id : picked.ids(daemon)) {
                Answer answer = daemon.send("POST", "/api/v1/documents/" + id + "/" + verb, wish);
                if (answer.good()) {
                    System.out.println(DocumentTable.line(answer.json()));
                    System.out.println("    " + done(verb, answer.json(), wish));
                } else {
                    failures++;
                    System.err.println(Printable.line(
                            answer.status() == NOT_FOUND
                                    ? Missing.of(daemon, "document", id)
                                    : id + ": " + answer.why()));
                }
            }
            return failures == 0 ? 0 : ExitCode.FAILED;
        });
    }

    /** What was done to a document, in a sentence. */
    private static String done(String verb, JsonObject after, JsonObject wish) {
        return switch (verb) {
            case "release" -> "It goes on despite its reason.";
            case "restore" -> "It is back where it was.";
            default -> {
                Optional<String> header = ofItsHeader(after, wish.getBoolean("deleteHeader", false));
                yield (after.getString("condition").equals("discarded") ? "It is discarded. " : "")
                        .concat(header.map(Printable::line).orElse(""))
                        .strip();
            }
        };
    }
}
