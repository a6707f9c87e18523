package io.mlconnector.runtime.cli.crossreference;

import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enters a file of translations. */
@Command(
        name = "import",
        description = "Enters the translations of a CSV file, all of them or none.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    /** It is held in memory as a whole. */
    private static final int MOST_BYTES = 32 << 20;

    private static final int UNUSABLE = 422;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "Columns partner, legalEntity, kind, theirs, ours, from, until.")
    private Path file = Path.of("");

    @Option(
            names = {"--forecast", "--preview"},
            description = "Says what would change, and what would become of documents; changes nothing.")
    private boolean forecast;

    @Option(names = "--replace", description = "Replaces what says something else.")
    private boolean replace;

    @Option(names = "--unchecked", description = Refusals.UNCHECKED)
    private boolean unchecked;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Stands in the history.", defaultValue = "")
    private String reason = "";

    @Override
    public Integer call() {
        byte[] bytes = bytes();
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("forecast", Boolean.toString(forecast));
        wish.put("replace", Boolean.toString(replace));
        wish.put("unchecked", Boolean.toString(unchecked));
        wish.put("reason", reason.isBlank() ? "import of " + file.getFileName() : reason);
        Answer answer = config.asking(
                bytes.length, daemon -> daemon.send("POST", "/api/v1/cross-references:import", wish, bytes));
        if (answer.status() == UNUSABLE && answer.json().containsKey("problems")) {
            throw new CommandFailure(
                    ExitCode.WRONG,
                    file + ": " + String.join(System.lineSeparator() + "  ", Refusals.problems(answer)));
        }
        Refusals.ofDynamics(answer);
        JsonObject told = answer.json().containsKey("refused")
                ? answer.json()
                : Asked.good(answer).json();
        print(told);
        return told.getBoolean("refused") ? ExitCode.FAILED : 0;
    }

    private byte[] bytes() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CommandFailure(
                        ExitCode.WRONG, file + " has more than " + MOST_BYTES + " bytes. Split it: import each part.");
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                throw new CommandFailure(ExitCode.WRONG, file + " is empty.");
            }
            return bytes;
        } catch (IOException e) {
            throw CommandFailure.unreadable(file, e);
        }
    }

    private void print(JsonObject told) {
        boolean refused = told.getBoolean("refused");
        told.getJsonArray("remarks").forEach(remark -> System.err.println(Printable.line((String) remark)));
        String counts = told.getInteger("added") + " new, " + told.getInteger("replaced") + " otherwise so far, "
                + told.getInteger("unchanged") + " known, " + told.getInteger("contradicting") + " contradicting";
        System.err.println((forecast ? "Would be: " : refused ? "Nothing was entered: " : "Entered: ") + counts + "."
                + (refused && told.getInteger("contradicting") == 0 ? " Say --replace to replace them." : ""));
        JsonObject effects = told.getJsonObject("effects");
        if (effects != null) {
            Effects.print(effects);
        }
    }
}
