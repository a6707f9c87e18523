package io.mlconnector.runtime.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Listens to what is logged below a name. */
final class LogOf implements AutoCloseable {

    private final Logger logger;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    LogOf(String name) {
        logger = Logger.getLogger(name);
        logger.addHandler(handler);
    }

    List<LogRecord> records() {
        return List.copyOf(records);
    }

    List<String> messages() {
        SimpleFormatter format = new SimpleFormatter();
        return records.stream().map(format::formatMessage).toList();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}
