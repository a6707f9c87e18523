package io.mlconnector.runtime.cli;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.runtime.access.CleoRate;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.lifecycle.Inspection;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonGoneException;
import io.mlconnector.runtime.ping.Finding;
import io.mlconnector.runtime.ping.FolderProbe;
import io.mlconnector.runtime.ping.Ping;
import io.mlconnector.runtime.ping.PollMemory;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Loops;
import io.mlconnector.runtime.terminal.OsUser;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Validates the configuration and pings both sides of every connection; writes nothing anywhere. */
@Command(
        name = "check",
        description =
                "Validates the configuration, then pings both sides of every connection. Writes nothing anywhere unless --probe"
                        + " asks for it.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    /** A remote system that answers nothing takes a minute for each question. */
    private static final Duration LONGEST_PING = Duration.ofMinutes(10);

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    @Option(
            names = "--probe",
            paramLabel = "FOLDER",
            description =
                    "Puts one harmless file into this folder of Cleo (a path, or id:ID) and removes it again, to see"
                            + " whether this user may. Never one that a data flow takes files from, unless that is what you want.")
    private @Nullable String probe;

    @Option(names = "--connection", paramLabel = "ID", description = "For --probe: which connection; else the first.")
    private @Nullable String connection;

    @Override
    public Integer call() {
        Configuration configuration = config.read();
        Vertx vertx = Loops.start();
        try {
            Inspection inspection =
                    Blocking.await(Inspection.open(vertx, configuration, InstantSource.system(), System.getenv()));
            try {
                return checked(configuration, inspection);
            } finally {
                Blocking.await(inspection.close());
            }
        } finally {
            Blocking.await(vertx.close());
        }
    }

    private int checked(Configuration configuration, Inspection inspection) {
        List<Finding> missing = new ArrayList<>();
        Blocking.await(inspection.missing()).forEach(why -> missing.add(new Finding("", "secrets", false, why)));
        inspection.database().ifPresent(answers -> missing.add(database(answers)));
        List<Finding> here = new ArrayList<>(missing);
        here.addAll(rates(configuration));
        Optional<DaemonClient> daemon = DaemonClient.find(configuration.dataDirectory(), OsUser.NAME);
        if (daemon.isPresent()) {
            here.add(new Finding("", "daemon", true, "runs; it asks both sides, within its own rate"));
        }
        if (!json) {
            System.out.println("The configuration " + config.file() + " is valid.");
        }
        // What is known already is told at once: remote systems let themselves be asked so often only.
        List<Finding> findings = new ArrayList<>(told(here));
        for (ConnectionSettings settings : configuration.connections()) {
            if (!json) {
                System.err.println("Asking both sides of " + settings.id() + ", as often as they let us ...");
            }
            findings.addAll(told(ping(inspection, daemon, settings)));
        }
        if (probe != null) {
            findings.addAll(told(probed(configuration, inspection, probe)));
        }
        if (json) {
            JsonArray all = new JsonArray();
            findings.forEach(finding -> all.add(finding.json()));
            System.out.println(all.encodePrettily());
        }
        if (missing.stream().anyMatch(finding -> !finding.good())) {
            return ExitCode.WRONG;
        }
        return findings.stream().allMatch(Finding::good) ? 0 : ExitCode.REMOTE;
    }

    private List<Finding> probed(Configuration configuration, Inspection inspection, String where) {
        ConnectionSettings settings = configuration.connections().stream()
                .filter(one -> connection == null || one.id().equals(connection))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.WRONG,
                        "There is no connection " + connection + " in " + config.file()
                                + NearestWord.orAll(
                                        String.valueOf(connection),
                                        configuration.connections().stream()
                                                .map(ConnectionSettings::id)
                                                .toList())));
        FolderReference folder = where.startsWith("id:")
                ? new FolderReference.ById(where.substring("id:".length()))
                : new FolderReference.ByPath(where);
        return connected(inspection, settings)
                .map(open -> {
                    try {
                        return Blocking.await(
                                new FolderProbe(
                                                inspection.loop(),
                                                settings.id(),
                                                open.cleo(),
                                                InstantSource.system().instant())
                                        .findings(folder),
                                LONGEST_PING);
                    } finally {
                        open.close();
                    }
                })
                .orElse(List.of());
    }

    private static Optional<OpenConnection> connected(Inspection inspection, ConnectionSettings settings) {
        try {
            return Optional.of(Blocking.await(inspection.connect(settings)));
        } catch (CredentialException e) {
            return Optional.empty();
        }
    }

    private static Finding database(Future<Void> answers) {
        return Blocking.await(answers.transform(done -> Future.succeededFuture(
                done.succeeded()
                        ? new Finding("", "database", true, "answers")
                        : new Finding(
                                "",
                                "database",
                                false,
                                "does not answer: " + done.cause().getMessage()
                                        + ". Check database.url and database.password."))));
    }

    /** What is valid and still not what was written. */
    private static List<Finding> rates(Configuration configuration) {
        return CleoRate.of(configuration.connections()).stream()
                .filter(CleoRate::disputed)
                .map(rate -> new Finding(
                        String.join(", ", rate.configured().keySet()),
                        "Cleo: requestsPerSecond",
                        true,
                        rate.explanation()))
                .toList();
    }

    /**
     * Through the daemon where one runs: the remote systems grant their requests to whoever signs in, not to each program. What it
     * does not know is asked directly.
     */
    private static List<Finding> ping(
            Inspection inspection, Optional<DaemonClient> daemon, ConnectionSettings settings) {
        Optional<List<Finding>> known = daemon.flatMap(running -> asked(running, settings.id()));
        return known.orElseGet(() -> connected(inspection, settings)
                .map(connection -> {
                    try {
                        return Blocking.await(
                                new Ping(
                                                inspection.loop(),
                                                settings,
                                                connection.dynamics(),
                                                connection.cleo(),
                                                PollMemory.none())
                                        .findings(),
                                LONGEST_PING);
                    } finally {
                        connection.close();
                    }
                })
                // What keeps it from being made is among the missing secrets already.
                .orElse(List.of()));
    }

    /** Empty if the daemon does not know the connection, or does not answer. */
    private static Optional<List<Finding>> asked(DaemonClient daemon, String connection) {
        try {
            DaemonClient.Answer answer = daemon.send(
                    "POST", "/api/v1/connections/" + DaemonClient.encoded(connection) + "/ping", Map.of(), new byte[0]);
            return answer.good()
                    ? Optional.of(answer.json().getJsonArray("findings").stream()
                            .map(JsonObject.class::cast)
                            .map(Finding::of)
                            .toList())
                    : Optional.empty();
        } catch (DaemonGoneException e) {
            return Optional.empty();
        }
    }

    /** Prints them unless they are wanted as one JSON value at the end. */
    private List<Finding> told(List<Finding> findings) {
        if (json) {
            return findings;
        }
        int width = findings.stream()
                .mapToInt(finding -> finding.what().length())
                .max()
                .orElse(1);
        for (Finding finding : findings) {
            System.out.println(Printable.line(String.format(
                    Locale.ROOT,
                    "%-4s  %s  %-" + width + "s  %s",
                    finding.good() ? "ok" : "FAIL",
                    finding.connection(),
                    finding.what(),
                    finding.words())));
        }
        System.out.flush();
        return findings;
    }
}
