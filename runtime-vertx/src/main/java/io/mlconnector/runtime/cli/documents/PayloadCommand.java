package io.mlconnector.runtime.cli.documents;

import io.mlconnector.runtime.cli.listing.OwnerLines;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes stored bytes as they came or went. */
@Command(
        name = "payload",
        description = {
            "Writes stored bytes to the standard output, or into a file: those of a document or file, or those that a"
                    + " history names by their hash.",
            "They are unchanged: what went out, for what we send, as it was written last; the file in which it came, for what we"
                    + " received.",
            "--owners goes the other way: from the bytes to the documents and files."
        },
        mixinStandardHelpOptions = true)
final class PayloadCommand implements Callable<Integer> {

    private static final int NOT_FOUND = 404;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "ID|HASH", description = "Of a document, a file, or of the bytes.")
    private String of = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write them; must not exist yet.")
    private @Nullable Path out;

    @Option(
            names = "--read",
            description =
                    "What the document says, as it is stored, instead of the file: what was read, or is to be written.")
    private boolean read;

    @Option(
            names = "--hop",
            paramLabel = "EVENT",
            description = "The bytes of this event of its history, such as fetched or aligned; of several the last.")
    private @Nullable String hop;

    @Option(
            names = "--owners",
            description =
                    "Instead of the bytes: the documents and files that they belong to, by whose history names them.")
    private boolean owners;

    @Option(names = "--json", description = "With --owners: prints one JSON value.")
    private boolean json;

    @Override
    public Integer call() {
        if (json && !owners) {
            throw new CommandFailure(ExitCode.WRONG, "--json goes with --owners; bytes are written as they are.");
        }
        return owners ? owners() : bytes();
    }

    private int owners() {
        if (out != null) {
            throw new CommandFailure(ExitCode.WRONG, "--out is for bytes; --owners lists whose they are.");
        }
        List<JsonObject> items = config.asking(daemon -> Asked.all(daemon, path(hash(daemon)) + "/owners", Map.of()));
        if (json) {
            System.out.println(new JsonObject()
                    .put("items", new JsonArray(items))
                    .put("next", null)
                    .encodePrettily());
        } else {
            items.forEach(OwnerLines::print);
        }
        return 0;
    }

    private static String path(String hash) {
        return "/api/v1/payloads/" + hash;
    }

    private int bytes() {
        byte[] bytes = config.asking(
                daemon -> Asked.good(daemon.get(path(hash(daemon)), Map.of())).bytes());
        try (OutputStream stream = out == null
                ? new FileOutputStream(FileDescriptor.out)
                : Files.newOutputStream(out, StandardOpenOption.CREATE_NEW)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw out == null
                    ? new CommandFailure(ExitCode.FAILED, "The bytes cannot be written: " + e.getMessage() + ".")
                    : CommandFailure.unwritable(out, e);
        }
        return 0;
    }

    private String hash(DaemonClient daemon) {
        if (of.matches("[0-9a-f]{64}")) {
            if (read || hop != null) {
                throw new CommandFailure(ExitCode.WRONG, "--read and --hop are for documents; a hash names its bytes.");
            }
            return of;
        }
        if (read && hop != null) {
            throw new CommandFailure(ExitCode.WRONG, "Choose --read or --hop, not both.");
        }
        String id = of;
        Missing.unlessId(daemon, "document or file", id);
        Answer document = daemon.get("/api/v1/documents/" + id, Map.of());
        if (document.status() == NOT_FOUND) {
            Answer file = daemon.get("/api/v1/files/" + id, Map.of());
            if (file.status() == NOT_FOUND) {
                throw new CommandFailure(ExitCode.FAILED, Missing.of(daemon, "document or file", id));
            }
            if (read || hop != null) {
                throw new CommandFailure(ExitCode.WRONG, "--read and --hop are for documents; " + id + " is a file.");
            }
            return Asked.good(file).json().getString("payload");
        }
        JsonObject record = Asked.good(document).json();
        if (hop != null) {
            return ofHop(daemon, id, hop);
        }
        return Optional.ofNullable(read ? record.getString("payload") : cameOrWent(daemon, record))
                .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, nothing(daemon, id)));
    }

    /** The file that went out, or the one in which it came; null if there is none yet. */
    private static @Nullable String cameOrWent(DaemonClient daemon, JsonObject record) {
        if (record.getString("direction").equals("outbound")) {
            return record.getString("sent");
        }
        String file = record.getString("file");
        return file == null
                ? record.getString("payload")
                : Asked.good(daemon.get("/api/v1/files/" + file, Map.of()))
                        .json()
                        .getString("payload");
    }

    private static String ofHop(DaemonClient daemon, String id, String hop) {
        return withBytes(daemon, id)
                .filter(entry -> entry.getString("event").equals(hop))
                .reduce((first, second) -> second)
                .map(entry -> entry.getJsonArray("payloads").getString(0))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.WRONG, id + " has no bytes of an event " + hop + "." + others(daemon, id)));
    }

    private static String nothing(DaemonClient daemon, String id) {
        return "Of " + id + " no file was written or received yet." + others(daemon, id);
    }

    /** What else there is. */
    private static String others(DaemonClient daemon, String id) {
        String events = withBytes(daemon, id)
                .map(entry -> entry.getString("event"))
                .distinct()
                .collect(Collectors.joining(", "));
        return events.isEmpty() ? "" : " --hop shows the bytes of " + events + ".";
    }

    private static Stream<JsonObject> withBytes(DaemonClient daemon, String id) {
        return Asked.all(daemon, "/api/v1/documents/" + id + "/history", Map.of()).stream()
                .filter(entry -> !entry.getJsonArray("payloads").isEmpty());
    }
}
