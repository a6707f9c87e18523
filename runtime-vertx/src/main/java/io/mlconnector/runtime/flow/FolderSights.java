package io.mlconnector.runtime.flow;

import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.ordering.FolderSight;
import io.mlconnector.domain.ordering.OutboundFile;
import io.vertx.core.Future;

/** Looks for a file whose upload is in doubt. */
final class FolderSights {

    private FolderSights() {}

    /** What its folder shows of the file now. */
    static Future<Outcome<FolderSight>> of(Engine engine, Link link, OutboundFile file) {
        return engine.onContext(link.mailbox().list(file.folder()))
                .map(outcome -> outcome.map(entries -> entries.stream()
                        .filter(entry -> entry.name().equals(file.name()))
                        .findFirst()
                        .<FolderSight>map(
                                entry -> new FolderSight.Present(entry.size().orElse(-1)))
                        .orElseGet(FolderSight.Absent::new)));
    }
}
