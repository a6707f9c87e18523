package io.mlconnector.runtime.cli.documents;

import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Leaves documents out for a while. */
@Command(
        name = "snooze",
        description = "Leaves documents out where work is listed, for a while. They go on all the same if they can.")
final class SnoozeCommand extends AttentionCommand {

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "Such as 4h or 3d; without it and --until they are listed again.")
    private String duration = "";

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "Until this time (2026-03-10T09:15, in the time zone of this machine, or 2026-03-10T09:15:00Z) or the"
                            + " beginning of this day (2026-03-10).")
    private String time = "";

    @Option(names = "--forecast", description = AttentionCommand.FORECAST)
    private boolean forecast;

    @Override
    boolean forecast() {
        return forecast;
    }

    @Override
    String word() {
        return "snooze";
    }

    @Override
    JsonObject said() {
        return new JsonObject()
                .put("until", until(Instant.now()).map(Instant::toString).orElse(null));
    }

    @Override
    String done(JsonObject said) {
        String until = said.getString("until");
        return until == null
                ? "It is listed again."
                : "It is put off until " + until
                        + ": documents list marks it, documents causes leaves it out until then.";
    }

    private Optional<Instant> until(Instant now) {
        if (!time.isEmpty()) {
            if (!duration.isEmpty()) {
                throw new CommandFailure(ExitCode.WRONG, "Say --for or --until, not both.");
            }
            return Optional.of(WrittenTime.read("--until", time, ZoneId.systemDefault()));
        }
        String text = duration.strip().toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(now.plus(Duration.parse(text.endsWith("D") ? "P" + text : "PT" + text)));
        } catch (DateTimeParseException e) {
            throw new CommandFailure(ExitCode.WRONG, "--for takes a duration such as 4h or 3d, not " + duration + ".");
        }
    }
}
