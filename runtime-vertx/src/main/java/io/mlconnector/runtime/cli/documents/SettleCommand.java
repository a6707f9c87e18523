package io.mlconnector.runtime.cli.documents;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Settles the answer to documents that a partner rejected, or did not answer. */
@Command(
        name = "settle",
        description = {
            "Settles the answer to documents that a partner rejected, or did not answer: says that it was accepted in"
                    + " another way, or that no answer counts any more. The documents stay as they are; nothing is sent.",
            "An answer of the partner that comes later counts as any other."
        })
final class SettleCommand extends AttentionCommand {

    @Option(
            names = "--as",
            required = true,
            paramLabel = "WORD",
            description =
                    "accepted: the partner accepted it in another way, such as by telephone; none: no answer counts"
                            + " any more, because something else took its place or it was called off.")
    private String as = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; stands in the history.")
    private String reason = "";

    @Override
    String word() {
        return "settle";
    }

    @Override
    JsonObject said() {
        return new JsonObject().put("as", as).put("reason", reason);
    }

    @Override
    String done(JsonObject said) {
        return as.equals("accepted") ? "Its answer counts as accepted." : "No answer to it counts any more.";
    }
}
