package io.mlconnector.console;

import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import java.util.List;
import java.util.Objects;

/**
 * On what the console works.
 *
 * @param engine for those who change something
 * @param looking the same engine for those who only look, so that they keep no document waiting
 * @param connections over which forecasts look
 */
public record Workplace(Engine engine, Engine looking, List<Connection> connections) {
    public Workplace {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(looking, "looking");
        connections = List.copyOf(connections);
    }
}
