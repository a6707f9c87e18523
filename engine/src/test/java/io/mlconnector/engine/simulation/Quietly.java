package io.mlconnector.engine.simulation;

import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs without the log lines of everything that goes wrong on purpose. */
final class Quietly {

    private static final Logger LOG = Logger.getLogger("io.mlconnector");

    private Quietly() {}

    static List<String> run(long seed) {
        return quiet(() -> Simulation.run(seed));
    }

    static List<String> run(long seed, PlantedFault fault) {
        return quiet(() -> Simulation.run(seed, fault));
    }

    static List<String> story(long seed, Disturbance disturbance) {
        return quiet(() -> Simulation.story(seed, disturbance));
    }

    private static List<String> quiet(Supplier<List<String>> run) {
        Level before = LOG.getLevel();
        LOG.setLevel(Level.OFF);
        try {
            return run.get();
        } finally {
            LOG.setLevel(before);
        }
    }
}
