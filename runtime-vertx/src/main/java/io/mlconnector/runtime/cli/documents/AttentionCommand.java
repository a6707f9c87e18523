package io.mlconnector.runtime.cli.documents;

import io.mlconnector.runtime.cli.listing.DocumentTable;
import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What people say of documents to each other; the same for each of those that are picked. */
@Command(mixinStandardHelpOptions = true)
abstract sealed class AttentionCommand implements Callable<Integer>
        permits AssignCommand, CommentCommand, SettleCommand, SnoozeCommand {

    /** Describes the option that changes nothing. */
    static final String FORECAST = "Says what would become of each document, and changes nothing.";

    private static final int NOT_FOUND = 404;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private Picked picked = new Picked();

    /** Whether nothing is changed. */
    boolean forecast() {
        return false;
    }

    /** The last word of the address under which it is said. */
    abstract String word();

    /** What is said. */
    abstract JsonObject said();

    /** What was done with it, in a sentence about the document. */
    abstract String done(JsonObject said);

    @Override
    public Integer call() {
        picked.check();
        JsonObject said = said();
        if (forecast()) {
            return config.asking(daemon ->
                    new ReplayWork(daemon, false).each(picked.ids(daemon), word(), said.put("forecast", true)));
        }
        return config.asking(daemon -> {
            int failures = 0;
            for (String id : picked.ids(daemon)) {
                Answer answer = daemon.send("POST", "/api/v1/documents/" + id + "/" + word(), said);
                if (answer.status() == NOT_FOUND) {
                    failures++;
                    System.err.println(Printable.line(Missing.of(daemon, "document", id)));
                } else {
                    System.out.println(DocumentTable.line(Asked.good(answer).json()));
                    System.out.println(Printable.line("    " + Legible.text(done(said))));
                }
            }
            return failures == 0 ? 0 : ExitCode.FAILED;
        });
    }
}
