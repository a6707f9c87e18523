package io.mlconnector.runtime.cli.documents;

import io.mlconnector.engine.view.DocumentFilters;
import io.mlconnector.engine.view.FilterException;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The filters of the interface. */
final class Filters {

    private static final Set<String> OF_FILES = Set.of("connection", "partner", "from", "to", "q");

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

    @Option(
            names = "--acknowledgement",
            paramLabel = "WORD",
            description = "none, awaited, accepted, accepted-with-errors, rejected or overdue.")
    private String acknowledgement = "";

    @Option(names = "--cause", paramLabel = "KEY", description = "Documents stuck for this cause.")
    private String cause = "";

    @Option(names = "--assignee", paramLabel = "NAME", description = "Documents that this person looks after.")
    private String assignee = "";

    @Option(names = "--file", paramLabel = "ID", description = "Documents that came in this file.")
    private String file = "";

    @Option(
            names = "--snoozed",
            negatable = true,
            description = "Documents that are put off until later; with --no-snoozed those that are not.")
    private @Nullable Boolean snoozed;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Those that came on this day (2026-03-10), at this time (2026-03-10T09:15, in the time zone of this machine,"
                            + " or 2026-03-10T09:15:00Z), or later.")
    private String since = "";

    @Option(names = "--before", paramLabel = "TIME", description = "Those that came before this time or day.")
    private String before = "";

    @Option(
            names = {"-q", "--query"},
            paramLabel = "TEXT",
            description =
                    "Words, or parts of words, of what is seen of the document: numbers, file, partner, items, descriptions, references, names, the reason for which it stands still. All of them have to be there.")
    private String text = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many, 1 to 500 (default: a list shows 100; what acts takes all).")
    private @Nullable Integer limit;

    /** How many a list shows. */
    int shown() {
        return limit == null ? DocumentFilter.USUAL_LIMIT : limit;
    }

    /** How many are acted on. */
    int taken() {
        return limit == null ? Integer.MAX_VALUE : limit;
    }

    /** Whether it is said how many. */
    boolean limited() {
        return limit != null;
    }

    /**
     * The filters of received files; checked before anything is asked.
     *
     * @throws CommandFailure if one is given that only documents have
     */
    Map<String, String> queryOfFiles() {
        Map<String, String> query = query();
        query.keySet().stream()
                .filter(name -> !OF_FILES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new CommandFailure(
                            ExitCode.WRONG,
                            "--" + option(name)
                                    + " says nothing about files. With --files there are --connection, --partner, --since, --before,"
                                    + " --query and --limit.");
                });
        return query;
    }

    /**
     * As the interface names them, without those that are not set; checked before anything is asked.
     *
     * @throws CommandFailure if a value is none, with the nearest that is
     */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("connection", connection);
        query.put("partner", partner);
        query.put("legalEntity", legalEntity);
        query.put("direction", direction);
        query.put("type", type);
        query.put("condition", condition);
        query.put("stage", stage);
        query.put("acknowledgement", acknowledgement);
        query.put("causeKey", cause);
        query.put("assignee", assignee);
        query.put("file", file);
        query.put("snoozed", snoozed == null ? "" : snoozed.toString());
        query.put("from", time(since));
        query.put("to", time(before));
        query.put("q", text);
        query.values().removeIf(String::isBlank);
        try {
            DocumentFilters.of(name -> query.getOrDefault(name, ""), "", Instant.now());
        } catch (FilterException e) {
            throw new CommandFailure(ExitCode.WRONG, "--" + option(e.name()) + rest(e));
        }
        if (limit != null && (limit < 1 || limit > DocumentFilter.LARGEST_LIMIT)) {
            throw new CommandFailure(
                    ExitCode.WRONG, "--limit must be 1 to " + DocumentFilter.LARGEST_LIMIT + ", not " + limit + ".");
        }
        return query;
    }

    /** Days and times without a zone are those of where the command runs; what is none is left as it is. */
    private static String time(String text) {
        return WrittenTime.of(text, ZoneId.systemDefault())
                .map(Instant::toString)
                .orElse(text);
    }

    private static String rest(FilterException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith(failure.name())
                ? message.substring(failure.name().length())
                : ": " + message;
    }

    /** The option's name for a name of the interface. */
    private static String option(String name) {
        return switch (name) {
            case "legalEntity" -> "legal-entity";
            case "causeKey" -> "cause";
            case "from" -> "since";
            case "to" -> "before";
            case "q" -> "query";
            default -> name;
        };
    }
}
