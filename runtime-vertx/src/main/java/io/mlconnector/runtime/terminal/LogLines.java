package io.mlconnector.runtime.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A record of the log is one line, whatever text from outside is in it; a stack trace follows it, indented. */
public final class LogLines extends Formatter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private final ZoneId zone;

    LogLines(ZoneId zone) {
        this.zone = zone;
    }

    /** Has every log of this process, and both standard streams, written safely. */
    public static void install() {
        // The zone of the machine, as everything else in its logs has it.
        LogLines lines = new LogLines(ZoneId.systemDefault());
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFormatter(lines);
        }
        System.setOut(new SafeStream(System.out, System.out.charset()));
        System.setErr(new SafeStream(System.err, System.err.charset()));
    }

    @Override
    public String format(LogRecord record) {
        String time = TIME.format(record.getInstant().atZone(zone));
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT, "%s %-7s %s%n", time, record.getLevel().getName(), Printable.line(formatMessage(record))));
        if (record.getThrown() != null) {
            StringWriter trace = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(trace, true));
            trace.toString()
                    .lines()
                    .forEach(part -> line.append("    ")
                            .append(Printable.line(part.replace("\t", "  ")))
                            .append(System.lineSeparator()));
        }
        return line.toString();
    }
}
