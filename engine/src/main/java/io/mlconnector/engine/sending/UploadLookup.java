package io.mlconnector.engine.sending;

import io.mlconnector.domain.sending.FolderSearchResult;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.vertx.core.Future;

/** Looks for a file whose upload is in doubt. */
public final class UploadLookup {

    private UploadLookup() {}

    /** What its folder shows of the file now. */
    public static Future<Outcome<FolderSearchResult>> of(Engine engine, Connection connection, OutboundFile file) {
        return engine.onContext(connection.mailbox().list(file.folder()))
                .map(outcome -> outcome.map(entries -> entries.stream()
                        .filter(entry -> entry.name().equals(file.name()))
                        .findFirst()
                        .<FolderSearchResult>map(entry ->
                                new FolderSearchResult.Present(entry.size().orElse(-1)))
                        .orElseGet(FolderSearchResult.Absent::new)));
    }
}
