package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.intervention.Attending;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What people say of documents to each other; the same for each of those that are picked. */
@Command(mixinStandardHelpOptions = true)
abstract sealed class AttentionCommand implements Callable<Integer>
        permits AssignCommand, CommentCommand, SnoozeCommand {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private Picked picked = new Picked();

    /** Says it of one document. */
    abstract CompletionStage<Optional<DocumentRecord>> attend(Attending attending, DocumentId id, Instant now);

    @Override
    public Integer call() {
        return config.withResources(resources -> {
            Attending attending =
                    new Attending(resources.journal(), resources.engine().clock());
            int failures = 0;
            for (DocumentId id : picked.ids(resources)) {
                Optional<DocumentRecord> after;
                try {
                    after = Blocking.await(resources
                            .engine()
                            .onContext(attend(
                                    attending, id, resources.engine().clock().instant())));
                } catch (IllegalArgumentException e) {
                    throw new CommandFailure(ExitCode.WRONG, e.getMessage() + ".");
                }
                if (after.isEmpty()) {
                    failures++;
                    System.err.println("There is no document " + id + ".");
                } else {
                    System.out.println(DocumentsCommand.line(after.get()));
                }
            }
            return failures == 0 ? 0 : ExitCode.FAILED;
        });
    }
}
