package io.mlconnector.runtime.lifecycle;

import io.mlconnector.postgres.audit.JournalAudit;
import io.mlconnector.postgres.audit.PersonEntries;
import io.mlconnector.postgres.database.Versions;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.runtime.workplace.ConsoleAudit;
import io.mlconnector.runtime.workplace.ConsoleSettings;
import io.vertx.sqlclient.Pool;

/** What the console shows of the daemon as a whole, put together on the connections of those who only look. */
final class ConsoleParts {

    private ConsoleParts() {}

    static ConsoleAudit audit(DaemonResources resources) {
        Pool readers = resources.database().ofTheInterface().pool();
        return new ConsoleAudit(
                new PersonEntries(readers),
                new JournalAudit(resources.vertx(), readers),
                resources.engine().loop(),
                resources.engine().clock());
    }

    static ConsoleSettings settings(DaemonResources resources, Operators operators) {
        Pool readers = resources.database().ofTheInterface().pool();
        return new ConsoleSettings(
                resources.configuration(), resources.credentials(), operators, () -> Versions.of(readers));
    }
}
