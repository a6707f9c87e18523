package io.mlconnector.runtime.cli;

import io.mlconnector.ports.edi.ReadingRules.Book;
import io.mlconnector.runtime.cli.x12.X12Command;
import io.mlconnector.runtime.preview.PreviewJson;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.x12.X12Codec;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what would be sent or written, and why; without any side effect. */
@Command(
        name = "preview",
        description = "Shows what would be sent or written, with the reason for every aligned value. Changes nothing.",
        mixinStandardHelpOptions = true)
final class PreviewCommand extends CommandGroup {

    @Command(
            name = "order",
            description = "The file that a confirmed order would become.",
            mixinStandardHelpOptions = true)
    int order(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "LEGALENTITY") String legalEntity,
            @Parameters(paramLabel = "ORDERNUMBER") String orderNumber,
            @Option(names = "--connection", paramLabel = "ID", description = "Default: the first one.") @Nullable String connection) {
        JsonObject wanted = new JsonObject()
                .put("connection", connection)
                .put("legalEntity", legalEntity)
                .put("orderNumber", orderNumber);
        JsonObject preview = config.askingAsConfigured(
                        0, daemon -> Asked.good(daemon.send("POST", "/api/v1/previews/orders", wanted)))
                .json();
        preview.getJsonArray("reasons").forEach(reason -> System.err.println("  " + reason));
        if (preview.getJsonObject("problem") != null) {
            System.err.println(
                    "Not possible: " + preview.getJsonObject("problem").getString("message"));
            return preview.getBoolean("answered") ? ExitCode.FAILED : ExitCode.REMOTE;
        }
        System.err.println("Would become " + preview.getString("fileName") + ":");
        System.out.println(preview.getString("content"));
        return 0;
    }

    @Command(
            name = "invoice",
            description =
                    "The F&O rows that the invoices of a file would become. Without a configuration: what the file"
                            + " says, not aligned.",
            mixinStandardHelpOptions = true)
    int invoice(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--connection", paramLabel = "ID", description = "Default: the first one.") @Nullable String connection) {
        byte[] bytes = X12Command.read(file);
        if (Files.exists(config.file())) {
            Map<String, String> which = connection == null ? Map.of() : Map.of("connection", connection);
            JsonObject preview = config.askingAsConfigured(
                            bytes.length,
                            daemon -> Asked.good(daemon.send("POST", "/api/v1/previews/invoices", which, bytes)))
                    .json();
            boolean good = PreviewLines.printed(preview);
            return good ? 0 : PreviewLines.waits(preview) ? ExitCode.REMOTE : ExitCode.FAILED;
        }
        boolean good = PreviewLines.printed(PreviewJson.of(new X12Codec().decode(bytes, Book.USUAL)));
        System.out.println();
        System.out.println("Not aligned: there is no configuration " + config.file()
                + ". Name one with --config to see the rows that F&O would get.");
        return good ? 0 : ExitCode.FAILED;
    }
}
