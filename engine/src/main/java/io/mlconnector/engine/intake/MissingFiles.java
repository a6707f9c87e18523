package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.recognition.Looks;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.TakenFile;
import io.vertx.core.Future;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Files of one folder that were taken before the journal was put back to an earlier time. What still lies in the folder is taken
 * anew; what does not is recorded as missing, once.
 */
final class MissingFiles {

    private static final Logger LOG = Logger.getLogger(MissingFiles.class.getName());

    private final Engine engine;
    private final Connection connection;
    private final FolderReference folder;
    private final FileEntries files;
    private boolean left = true;

    MissingFiles(Engine engine, Connection connection, FolderReference folder, FileEntries files) {
        this.engine = engine;
        this.connection = connection;
        this.folder = folder;
        this.files = files;
    }

    /**
     * Records what is missing.
     *
     * @param listed all of the folder
     */
    Future<Void> record(List<FolderEntry> listed) {
        if (!left) {
            return Future.succeededFuture();
        }
        return engine.onContext(engine.journal().forgotten(connection.id(), folder.toString()))
                .compose(forgotten -> {
                    // A restoration is noticed at a start only. What is still there becomes known when it is taken.
                    left = !forgotten.isEmpty();
                    Future<Void> all = Future.succeededFuture();
                    for (TakenFile file : forgotten) {
                        if (listed.stream().noneMatch(entry -> Looks.same(entry, file.listed()))) {
                            all = all.compose(ignored -> record(files.missing(file)));
                        }
                    }
                    return all;
                });
    }

    private Future<Void> record(NewFile missing) {
        return engine.onContext(engine.journal().receive(missing, List.of(), List.of()))
                .onSuccess(ignored -> LOG.log(
                        Level.WARNING, "{0}", missing.problem().orElseThrow().message()))
                .mapEmpty();
    }
}
