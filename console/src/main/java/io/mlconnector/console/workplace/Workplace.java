package io.mlconnector.console.workplace;

import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.cause.CauseFixing;
import io.mlconnector.ports.overview.Overview;
import java.util.List;
import java.util.Objects;

/**
 * On what the console works.
 *
 * @param engine for those who change something
 * @param looking the same engine for those who only look, so that they keep no document waiting
 * @param connections over which forecasts look
 * @param fixes fixes causes
 * @param overview figures about all documents
 * @param states how the connections are
 * @param translations the cross-references
 * @param trail what persons did, and the proof of the history
 * @param settings with which it runs
 * @param minutes how the last hours went
 */
public record Workplace(
        Engine engine,
        Engine looking,
        List<Connection> connections,
        CauseFixing fixes,
        Overview overview,
        ConnectionStates states,
        Translations translations,
        AuditTrail trail,
        Settings settings,
        Minutes minutes) {
    public Workplace {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(looking, "looking");
        Objects.requireNonNull(fixes, "fixes");
        Objects.requireNonNull(overview, "overview");
        Objects.requireNonNull(states, "states");
        Objects.requireNonNull(translations, "translations");
        Objects.requireNonNull(trail, "trail");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(minutes, "minutes");
        connections = List.copyOf(connections);
    }
}
