package io.mlconnector.runtime.workplace;

import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.workplace.Settings;
import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.postgres.database.Versions;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.explain.ExplainedValue;
import io.mlconnector.runtime.config.explain.Origin;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
                                .map(one -> new Person(
                                        one.name(),
                                        Operator.signedIn(one.name()).role().word(),
                                        one.createdAt()))
                                .toList(),
                        stored.result().stream()
                                .map(one -> new Dated(one.name(), Optional.of(one.changedAt())))
                                .toList(),
                        versions(versions.result())));
    }

    /** Values that hold, each with the daemon, its connection or its partner. */
    private List<Group> groups() {
        Map<String, List<ExplainedValue>> owned = configuration.values().stream()
                .filter(value -> !(value.origin() instanceof Origin.NotSet))
                .collect(Collectors.groupingBy(value -> owner(value.path()), LinkedHashMap::new, Collectors.toList()));
        return owned.entrySet().stream()
                .map(one -> new Group(
                        title(one.getKey()),
                        one.getValue().stream()
                                .map(value -> setting(one.getKey(), value))
                                .toList()))
                .toList();
    }

    /** The path of the innermost entry of a list that a key belongs to; empty for the daemon itself. */
    private static String owner(String path) {
        return path.substring(0, path.lastIndexOf(']') + 1);
    }

    private String title(String owner) {
        if (owner.isEmpty()) {
            return "Daemon";
        }
        int partner = owner.indexOf(".partners[");
        return partner < 0
                ? "Connection " + id(owner)
                : "Partner " + id(owner) + " of " + id(owner.substring(0, partner));
    }

    private String id(String owner) {
        return configuration.values().stream()
                .filter(value -> value.path().equals(owner + ".id"))
                .map(ExplainedValue::value)
                .collect(Collectors.joining());
    }

    private static Setting setting(String owner, ExplainedValue value) {
        String key = owner.isEmpty() ? value.path() : value.path().substring(owner.length() + 1);
        return new Setting(key, value.value(), value.secret(), value.origin().toString(), value.meaning());
    }

    private static List<Setting> versions(Versions database) {
        return List.of(
                version(Program.NAME, Program.VERSION),
                version("Java", Runtime.version() + ", " + System.getProperty("java.vendor")),
                version("PostgreSQL", database.server()),
                version("Schema", String.valueOf(database.schema())));
    }

    private static Setting version(String name, String value) {
        return new Setting(name, value, false, "", "");
    }
}
