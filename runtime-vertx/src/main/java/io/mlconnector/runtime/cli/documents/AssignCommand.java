package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.intervention.Attending;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.terminal.OsUser;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says who looks after documents. */
@Command(name = "assign", description = "Says who looks after documents.")
final class AssignCommand extends AttentionCommand {

    @Option(names = "--to", paramLabel = "NAME", description = "Without it: nobody.")
    private String to = "";

    @Override
    CompletionStage<Optional<DocumentRecord>> attend(Attending attending, DocumentId id, Instant now) {
        return attending.assign(id, OsUser.NAME, Optional.of(to));
    }
}
