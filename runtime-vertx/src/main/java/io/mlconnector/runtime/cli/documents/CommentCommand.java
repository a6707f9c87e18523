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

/** Writes a comment into histories. */
@Command(name = "comment", description = "Writes a comment into the history of documents.")
final class CommentCommand extends AttentionCommand {

    @Option(names = "--text", required = true, paramLabel = "TEXT", description = "What to say.")
    private String text = "";

    @Override
    CompletionStage<Optional<DocumentRecord>> attend(Attending attending, DocumentId id, Instant now) {
        return attending.comment(id, OsUser.NAME, text);
    }
}
