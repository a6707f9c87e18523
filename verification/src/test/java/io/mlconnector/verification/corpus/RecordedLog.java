package io.mlconnector.verification.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged, at every level of ours, until it is closed. */
final class RecordedLog extends Handler {

    private static final Logger OURS = Logger.getLogger("io.mlconnector");
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new ArrayList<>();

    static RecordedLog begun() {
        RecordedLog log = new RecordedLog();
        log.setLevel(Level.ALL);
        ROOT.addHandler(log);
        OURS.setLevel(Level.ALL);
        return log;
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        lines.add(new SimpleFormatter().format(logged));
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        OURS.setLevel(null);
        ROOT.removeHandler(this);
    }
}
