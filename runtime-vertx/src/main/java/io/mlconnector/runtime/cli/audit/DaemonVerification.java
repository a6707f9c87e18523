package io.mlconnector.runtime.cli.audit;

import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A verification that a daemon does for a command, which waits for it and says how far it is. */
final class DaemonVerification {

    /** The daemon has no such address, or verifies for somebody else. */
    private static final Set<Integer> NOT_HERE = Set.of(404, 405, 409);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private DaemonVerification() {}

    /**
     * What it came to; empty if the daemon does not do it now.
     *
     * @param noted a head noted earlier
     */
    static Optional<Verdict> by(DaemonClient daemon, Optional<Head> noted, boolean withoutPayloads) {
        Answer begun = daemon.send(
                "POST",
                "/api/v1/audit:verify",
                new JsonObject()
                        .put("head", noted.map(Head::toString).orElse(null))
                        .put("withoutPayloads", withoutPayloads));
        if (NOT_HERE.contains(begun.status())) {
            return Optional.empty();
        }
        String began = Asked.good(begun).json().getString("beganAt");
        JsonObject run = begun.json();
        for (Duration pause = FIRST_PAUSE; run.getString("endedAt") == null; pause = longer(pause)) {
            paused(pause);
            run = Asked.good(daemon.get("/api/v1/audit:verification", Map.of())).json();
            if (!run.getString("beganAt").equals(began)) {
                throw new CommandFailure(
                        ExitCode.FAILED, "Another verification was begun since. Do it again, or with --direct.");
            }
            if (pause.equals(LONGEST_PAUSE) && run.getString("endedAt") == null) {
                System.err.println(run.getLong("entries") + " entries so far, since "
                        + Duration.between(Instant.parse(began), Instant.now()).toSeconds() + " s");
            }
        }
        if (run.getString("failure") != null) {
            throw new CommandFailure(ExitCode.FAILED, run.getString("failure"));
        }
        return Optional.of(Verdict.of(run));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static void paused(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Interrupted; the daemon goes on verifying.");
        }
    }
}
