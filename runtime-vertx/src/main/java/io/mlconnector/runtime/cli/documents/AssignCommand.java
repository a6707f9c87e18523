package io.mlconnector.runtime.cli.documents;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says who looks after documents. */
@Command(name = "assign", description = "Says who looks after documents.")
final class AssignCommand extends AttentionCommand {

    @Option(names = "--to", paramLabel = "NAME", description = "Without it: nobody.")
    private String to = "";

    @Option(names = "--forecast", description = AttentionCommand.FORECAST)
    private boolean forecast;

    @Override
    boolean forecast() {
        return forecast;
    }

    @Override
    String word() {
        return "assign";
    }

    @Override
    JsonObject said() {
        return new JsonObject().put("to", to.isBlank() ? null : to);
    }

    @Override
    String done(JsonObject said) {
        return to.isBlank() ? "Nobody looks after it now." : to.strip() + " looks after it now.";
    }
}
