package io.mlconnector.runtime.cli.documents;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a comment into histories. */
@Command(name = "comment", description = "Writes a comment into the history of documents.")
final class CommentCommand extends AttentionCommand {

    @Option(names = "--text", required = true, paramLabel = "TEXT", description = "What to say.")
    private String text = "";

    @Override
    String word() {
        return "comment";
    }

    @Override
    JsonObject said() {
        return new JsonObject().put("text", text);
    }

    @Override
    String done(JsonObject said) {
        return "The comment is in its history.";
    }
}
