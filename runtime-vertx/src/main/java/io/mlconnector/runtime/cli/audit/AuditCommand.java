package io.mlconnector.runtime.cli.audit;

import io.mlconnector.ports.audit.Finding;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.postgres.audit.AuditResult;
import io.mlconnector.postgres.audit.ExportFile;
import io.mlconnector.postgres.audit.JournalAudit.Exported;
import io.mlconnector.postgres.audit.Scope;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The proof that nobody changed the history. A daemon is asked for it where one runs; --direct, and an export, read the database
 * themselves: a proof for others does not ask the program that it is about.
 */
@Command(
        name = "audit",
        description = "Proves that the history is as it was written, and exports it.",
        mixinStandardHelpOptions = true)
public final class AuditCommand extends CommandGroup {

    /** A history of many millions of entries is read in hours. */
    private static final Duration LONG = Duration.ofDays(1);

    private static final int MOST_OF_A_PAGE = 500;

    /** Whoever changed more than this changed it all. */
    private static final int MOST_SHOWN = 1_000;

    @Command(
            name = "verify",
            description = {
                "Finds every changed, removed or inserted entry and payload, and names it. Ends with 0 if the history is"
                        + " whole, with 1 if it is not.",
                "A daemon that runs with this configuration does it, as the console's 'Verify the chain now'; where none"
                        + " runs, and with --direct, this command reads the database itself."
            },
            mixinStandardHelpOptions = true)
    int verify(
            @Mixin ConfigOption config,
            @Option(
                            names = "--head",
                            paramLabel = "POSITION:LINK",
                            description = "A head noted earlier: proves that nothing up to it was changed since, not"
                                    + " even by somebody who computed all hashes anew.")
                    @Nullable String head,
            @Option(names = "--without-payloads", description = "Leaves out reading every stored file.")
                    boolean withoutPayloads,
            @Option(
                            names = "--file",
                            paramLabel = "EXPORT",
                            description = "Verifies an exported file instead; needs no database and no configuration.")
                    @Nullable Path file,
            @Option(
                            names = "--direct",
                            description =
                                    "Reads the database itself, also beside a running daemon: a proof that does not"
                                            + " depend on the program that it is about.")
                    boolean direct,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        Optional<Head> noted = Optional.ofNullable(head).map(AuditCommand::head);
        List<Finding> shown = new ArrayList<>();
        Supplier<Verdict> itself = () -> Verdict.of(
                config.withAudit(audit ->
                        Blocking.await(audit.verify(noted, !withoutPayloads, finding -> show(shown, finding)), LONG)),
                shown);
        Verdict verdict = file != null
                ? Verdict.of(verify(file, noted, shown), shown)
                : direct
                        ? itself.get()
                        : config.askingOr(daemon -> DaemonVerification.by(daemon, noted, withoutPayloads), itself);
        verdict.print(json);
        return verdict.whole() ? 0 : ExitCode.FAILED;
    }

    @Command(
            name = "numbers",
            description =
                    "Prints what became of every control number, the latest first: which document bears it, or that"
                            + " it was passed over because somebody saw it in use.",
            mixinStandardHelpOptions = true)
    int numbers(
            @Mixin ConfigOption config,
            @Option(names = "--limit", defaultValue = "500", description = "At most so many lines; 500 if left out.")
                    int limit,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        if (limit < 1) {
            throw new CommandFailure(ExitCode.WRONG, "--limit must be 1 or more, not " + limit + ".");
        }
        List<JsonObject> blocks = config.asking(daemon -> numbers(daemon, limit));
        if (json) {
            System.out.println(new JsonArray(blocks).encodePrettily());
        } else {
            NumberLines.of(blocks, Colours.chosen(null)).forEach(System.out::println);
        }
        return 0;
    }

    private static List<JsonObject> numbers(DaemonClient daemon, int most) {
        List<JsonObject> found = new ArrayList<>();
        String after = "";
        while (after != null && found.size() < most) {
            String limit = Integer.toString(Math.min(MOST_OF_A_PAGE, most - found.size()));
            JsonObject page = Asked.good(daemon.get("/api/v1/control-numbers", Map.of("limit", limit, "after", after)))
                    .json();
            page.getJsonArray("items").forEach(block -> found.add((JsonObject) block));
            after = page.getString("next");
        }
        return found;
    }

    private static void show(List<Finding> shown, Finding finding) {
        if (shown.size() < MOST_SHOWN) {
            shown.add(finding);
        }
    }

    private static AuditResult verify(Path file, Optional<Head> noted, List<Finding> shown) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return new ExportFile(lines, finding -> show(shown, finding)).verify(noted);
        } catch (IOException e) {
            throw CommandFailure.unreadable(file, e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, file + ": " + e.getMessage());
        }
    }

    @Command(
            name = "export",
            description = "Writes the history as JSON Lines, one entry per line, for 'audit verify --file' and for"
                    + " anybody who keeps evidence.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin ConfigOption config,
            @Option(
                            names = "--output",
                            paramLabel = "FILE",
                            description = "A new file (default: standard output). One that is there is left alone.")
                    @Nullable Path output,
            @Option(
                            names = "--from",
                            paramLabel = "POSITION",
                            description = "Begins with this position (default: 1).",
                            defaultValue = "1")
                    long from,
            @Option(
                            names = "--document",
                            paramLabel = "ID",
                            description = "The history of this document or file alone.")
                    @Nullable String document) {
        Scope scope = scope(from, Optional.ofNullable(document));
        Exported exported = config.withAudit(audit -> {
            try (Writer out = writer(output)) {
                return Blocking.await(audit.export(scope, out), LONG);
            } catch (FileAlreadyExistsException e) {
                throw new CommandFailure(
                        ExitCode.WRONG,
                        "There is a file " + output + " already. An export is evidence: name a new file.");
            } catch (IOException e) {
                throw output == null
                        ? new CommandFailure(ExitCode.FAILED, "The export cannot be written: " + e.getMessage() + ".")
                        : CommandFailure.unwritable(output, e);
            }
        });
        System.err.println("Exported " + exported.entries() + " entries.");
        exported.head().ifPresent(head -> System.err.println("Head: " + head));
        return 0;
    }

    private static Writer writer(@Nullable Path output) throws IOException {
        return output == null
                ? new BufferedWriter(new OutputStreamWriter(standardOutput(), StandardCharsets.UTF_8))
                : Files.newBufferedWriter(output, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Stays open when the writer is closed. */
    private static OutputStream standardOutput() {
        return new FilterOutputStream(System.out) {
            @Override
            public void write(byte[] bytes, int from, int length) {
                System.out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static Scope scope(long from, Optional<String> document) {
        try {
            return new Scope(from, document);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, String.valueOf(e.getMessage()));
        }
    }

    private static Head head(String text) {
        try {
            return Head.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, String.valueOf(e.getMessage()));
        }
    }
}
