package io.mlconnector.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Runs without the log lines of everything that goes wrong on purpose. */
final class Quietly {

    private static final Logger LOG = Logger.getLogger("io.mlconnector");

    private Quietly() {}

    /** What was wrong, and every defect of our own that the log tells: no fault of the outside is one. */
    static List<String> run(long seed) {
        Defects defects = new Defects();
        LOG.addHandler(defects);
        try {
            List<String> wrong = new ArrayList<>(at(Level.SEVERE, () -> Simulation.run(seed)));
            wrong.addAll(defects.told);
            return wrong;
        } finally {
            LOG.removeHandler(defects);
        }
    }

    static List<String> run(long seed, PlantedFault fault) {
        return quiet(() -> Simulation.run(seed, fault));
    }

    static List<String> story(long seed, Disturbance disturbance) {
        return quiet(() -> Simulation.story(seed, disturbance));
    }

    private static List<String> quiet(Supplier<List<String>> run) {
        return at(Level.OFF, run);
    }

    private static List<String> at(Level level, Supplier<List<String>> run) {
        Level before = LOG.getLevel();
        LOG.setLevel(level);
        LOG.setUseParentHandlers(false);
        try {
            return run.get();
        } finally {
            LOG.setLevel(before);
            LOG.setUseParentHandlers(true);
        }
    }

    /** Collects what is logged as a defect. */
    private static final class Defects extends Handler {

        private final List<String> told = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                told.add("defect: " + line.getMessage() + ": " + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
