package io.mlconnector.engine.intake;

import io.mlconnector.engine.Engine;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Counts in the journal how many processes began a large file and did not end it, because a file that takes all the memory takes the
 * process with it: whoever starts after that must not begin it for ever.
 */
final class LargeFileTries {

    /** Processes also end for other reasons, several times in a row at worst. */
    static final int MOST = 10;

    private final Engine engine;
    private final String cursor;
    private final String process;

    /**
     * For one folder, of which one file is under way at a time.
     *
     * @param folder named together with its connection
     */
    LargeFileTries(Engine engine, String folder) {
        this.engine = engine;
        this.cursor = "taking " + folder;
        this.process = engine.ids().next().text();
    }

    /**
     * Something is about to be tried.
     *
     * @param what tells it from anything else in the folder
     * @return whether it may be: false when it ended the process too often
     */
    Future<Boolean> begin(String what) {
        return engine.onContext(engine.journal().cursor(cursor)).compose(before -> {
            Begun begun = Begun.of(before.orElse(""))
                    .filter(last -> last.what().equals(what))
                    .orElse(new Begun(0, "", what));
            if (begun.process().equals(process)) {
                // It failed, but the process lives: another try may do better.
                return Future.succeededFuture(true);
            }
            return begun.processes() >= MOST
                    ? Future.succeededFuture(false)
                    : engine.onContext(engine.journal()
                                    .moveCursor(cursor, new Begun(begun.processes() + 1, process, what).text()))
                            .map(ignored -> true);
        });
    }

    /** It came to an end, whatever came of it. */
    Future<Void> end() {
        return engine.onContext(engine.journal().moveCursor(cursor, ""));
    }

    /**
     * What the journal remembers.
     *
     * @param processes how many began it
     * @param process the last one
     */
    private record Begun(int processes, String process, String what) {

        static Optional<Begun> of(String text) {
            String[] parts = text.split(" ", 3);
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new Begun(Integer.parseInt(parts[0]), parts[1], parts[2]));
        }

        String text() {
            return processes + " " + process + " " + what;
        }
    }
}
