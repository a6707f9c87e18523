package io.mlconnector.runtime.cli.documents;

import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
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
            "They are what came or went, unchanged."
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
            description = "Of a received document what was read, as JSON, instead of the file in which it came.")
    private boolean read;

    @Override
    public Integer call() {
        byte[] bytes = config.asking(daemon -> Asked.good(daemon.get("/api/v1/payloads/" + hash(daemon), Map.of()))
                .bytes());
        try (OutputStream stream = out == null
                ? new FileOutputStream(FileDescriptor.out)
                : Files.newOutputStream(out, StandardOpenOption.CREATE_NEW)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "The bytes cannot be written: " + e + ".");
        }
        return 0;
    }

    private String hash(DaemonClient daemon) {
        if (of.matches("[0-9a-f]{64}")) {
            return of;
        }
        String id = DocumentsCommand.id(of).text();
        Answer document = daemon.get("/api/v1/documents/" + id, Map.of());
        String file = document.good() && !read ? document.json().getString("file", "") : "";
        Answer found = document.status() == NOT_FOUND || !file.isEmpty()
                ? daemon.get("/api/v1/files/" + (file.isEmpty() ? id : file), Map.of())
                : document;
        if (found.status() == NOT_FOUND) {
            throw new CommandFailure(ExitCode.FAILED, "There is no document or file " + id + ".");
        }
        String hash = Asked.good(found).json().getString("payload");
        if (hash == null) {
            throw new CommandFailure(ExitCode.FAILED, id + " has no bytes yet: nothing was written or received.");
        }
        return hash;
    }
}
