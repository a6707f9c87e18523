package io.mlconnector.runtime.cli;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.lifecycle.CleoRate;
import io.mlconnector.runtime.lifecycle.Inspection;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Loops;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Validates the configuration and pings both sides of every connection; writes nothing anywhere. */
@Command(
        name = "check",
        description =
                "Validates the configuration, then pings both sides of every connection. Writes nothing anywhere.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    /** One line of the table. */
    private record Finding(String connection, String what, boolean good, String words) {}

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
        List<Finding> findings = new ArrayList<>(missing);
        findings.addAll(rates(configuration));
        for (ConnectionSettings settings : configuration.connections()) {
            // What keeps it from being made is among the missing secrets already.
            connected(inspection, settings).ifPresent(connection -> {
                try {
                    findings.addAll(ping(inspection, settings, connection));
                } finally {
                    connection.close();
                }
            });
        }
        print(findings);
        if (missing.stream().anyMatch(finding -> !finding.good())) {
            return ExitCode.WRONG;
        }
        return findings.stream().allMatch(Finding::good) ? 0 : ExitCode.REMOTE;
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

    private static List<Finding> ping(Inspection inspection, ConnectionSettings settings, OpenConnection connection) {
        List<Finding> findings = new ArrayList<>();
        Finding signIn = finding(
                inspection, settings, "F&O: sign in", connection.dynamics().signIn(), token -> "signed in");
        findings.add(signIn);
        if (signIn.good()) {
            for (LegalEntity legalEntity : settings.dynamics().legalEntities()) {
                findings.add(finding(
                        inspection,
                        settings,
                        "F&O: legal entity " + legalEntity,
                        connection.dynamics().sees(legalEntity),
                        seen -> seen ? "visible" : "NOT visible: check the name and the rights of the mapped user"));
            }
            for (TradingPartner partner : settings.partners().all()) {
                partner.vendors()
                        .forEach((legalEntity, account) -> findings.add(finding(
                                inspection,
                                settings,
                                "F&O: vendor " + account + " in " + legalEntity,
                                connection.dynamics().vendors().find(legalEntity, account),
                                found -> found.map(vendor -> vendor.name()
                                                + vendor.onHold()
                                                        .map(hold -> ", on hold: " + hold)
                                                        .orElse(""))
                                        .orElse("NOT there: partner " + partner.id() + " would never match"))));
            }
        }
        Finding cleo =
                finding(inspection, settings, "Cleo: sign in", connection.cleo().signIn(), token -> "signed in");
        findings.add(cleo);
        if (cleo.good()) {
            Set<FolderReference> folders = new LinkedHashSet<>();
            for (TradingPartner partner : settings.partners().all()) {
                partner.orders().ifPresent(agreed -> folders.add(agreed.folder()));
                partner.invoices().ifPresent(agreed -> folders.add(agreed.folder()));
            }
            for (FolderReference folder : folders) {
                findings.add(finding(
                        inspection,
                        settings,
                        "Cleo: folder " + folder,
                        connection.cleo().mailbox().list(folder),
                        entries -> "found, " + entries.size() + " files"));
            }
        }
        return findings;
    }

    private static <T> Finding finding(
            Inspection inspection,
            ConnectionSettings settings,
            String what,
            CompletionStage<Outcome<T>> call,
            java.util.function.Function<T, String> words) {
        Outcome<T> outcome = Blocking.await(inspection.await(call));
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> {
                String said = words.apply(value);
                yield new Finding(settings.id(), what, !said.startsWith("NOT "), said);
            }
            case Outcome.Refused<T>(Problem why) -> new Finding(settings.id(), what, false, why.message());
            case Outcome.NotNow<T>(Problem why, Optional<java.time.Duration> ignored) ->
                new Finding(settings.id(), what, false, why.message());
            case Outcome.Unknown<T>(Problem why) -> new Finding(settings.id(), what, false, why.message());
        };
    }

    private void print(List<Finding> findings) {
        if (json) {
            JsonArray all = new JsonArray();
            findings.forEach(finding -> all.add(new JsonObject()
                    .put("connection", finding.connection())
                    .put("check", finding.what())
                    .put("good", finding.good())
                    .put("result", finding.words())));
            System.out.println(all.encodePrettily());
            return;
        }
        System.out.println("The configuration " + config.file() + " is valid.");
        int width = findings.stream()
                .mapToInt(finding -> finding.what().length())
                .max()
                .orElse(0);
        for (Finding finding : findings) {
            System.out.println(Printable.line(String.format(
                    Locale.ROOT,
                    "%-4s  %s  %-" + width + "s  %s",
                    finding.good() ? "ok" : "FAIL",
                    finding.connection(),
                    finding.what(),
                    finding.words())));
        }
    }
}
