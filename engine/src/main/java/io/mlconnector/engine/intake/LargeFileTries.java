package io.mlconnector.engine.intake;

import io.mlconnector.engine.Engine;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Counts in the journal how often a large file was begun and did not end, because a file that takes all the memory takes the
 * process with it: whoever starts after that must not begin it for ever.
 */
final class LargeFileTries {

    static final int MOST = 3;

    private final Engine engine;
    private final String cursor;

    /**
     * For one folder, of which one file is under way at a time.
     *
     * @param folder named together with its connection
     */
    LargeFileTries(Engine engine, String folder) {
        this.engine = engine;
        this.cursor = "taking " + folder;
    }

    /**
     * Something is about to be tried.
     *
     * @param what tells it from anything else in the folder
     * @return whether it may be: false when it ended the process too often
     */
    Future<Boolean> begin(String what) {
        return engine.onContext(engine.journal().cursor(cursor)).compose(before -> {
            int tries = tries(before, what);
            return tries >= MOST
                    ? Future.succeededFuture(false)
                    : engine.onContext(engine.journal().moveCursor(cursor, (tries + 1) + " " + what))
                            .map(ignored -> true);
        });
    }

    /** It came to an end, whatever came of it. */
    Future<Void> end() {
        return engine.onContext(engine.journal().moveCursor(cursor, ""));
    }

    private static int tries(Optional<String> before, String what) {
        return before.filter(text -> text.endsWith(" " + what))
                .map(text -> Integer.parseInt(text.substring(0, text.indexOf(' '))))
                .orElse(0);
    }
}
