package io.mlconnector.runtime.workplace;

import io.mlconnector.console.workplace.Settings;
import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.postgres.database.Versions;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The settings for the console: the configuration that was read, names of operators and credentials, versions. */
public final class ConsoleSettings implements Settings {

    private final Configuration configuration;
    private final Credentials credentials;
    private final Operators operators;
    private final Supplier<Future<Versions>> database;

    /**
     * Of a running daemon.
     *
     * @param database asks it for its versions
     */
    public ConsoleSettings(
            Configuration configuration,
            Credentials credentials,
            Operators operators,
            Supplier<Future<Versions>> database) {
        this.configuration = configuration;
        this.credentials = credentials;
        this.operators = operators;
        this.database = database;
    }

    @Override
    public Future<Shown> shown() {
        Future<List<Operators.Listed>> people = operators.listed();
        Future<List<Credentials.Listed>> stored = credentials.list();
        Future<Versions> versions = database.get();
        return Future.all(people, stored, versions)
                .map(ignored -> new Shown(
                        groups(),
                        people.result().stream()
                                .map(one -> new Dated(one.name(), one.createdAt()))
                                .toList(),
                        stored.result().stream()
                                .map(one -> new Dated(one.name(), Optional.of(one.changedAt())))
                                .toList(),
                        versions(versions.result())));
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("Daemon", RecordLines.of(configuration, List.of("connections"))));
        for (ConnectionSettings connection : configuration.connections()) {
            groups.add(
                    new Group("Connection " + connection.id(), RecordLines.of(connection, List.of("id", "partners"))));
            connection
                    .partners()
                    .all()
                    .forEach(partner -> groups.add(new Group(
                            "Partner " + partner.id().id() + " of " + connection.id(),
                            RecordLines.of(partner, List.of("id")))));
        }
        return groups;
    }

    private static List<Setting> versions(Versions database) {
        return List.of(
                new Setting(Program.NAME, Program.VERSION, false),
                new Setting("Java", Runtime.version() + ", " + System.getProperty("java.vendor"), false),
                new Setting("PostgreSQL", database.server(), false),
                new Setting("Schema", String.valueOf(database.schema()), false));
    }
}
