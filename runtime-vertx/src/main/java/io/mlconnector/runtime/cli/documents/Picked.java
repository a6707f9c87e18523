package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The documents that a command acts on: those named, or all that match a filter. */
final class Picked {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Documents; or name a filter instead.")
    private List<String> named = List.of();

    @Mixin
    private Filters filters = new Filters();

    @Option(names = "--all", description = "Every document: without it a filter must restrict something.")
    private boolean all;

    /** Their ids; oldest first if they come from a filter. */
    List<DocumentId> ids(DaemonResources resources) {
        return byFilter()
                ? selected(resources).stream().map(DocumentRecord::id).toList()
                : named.stream().map(DocumentsCommand::id).toList();
    }

    /** The documents themselves; oldest first if they come from a filter. */
    List<DocumentRecord> documents(DaemonResources resources) {
        return byFilter()
                ? selected(resources)
                : named.stream()
                        .map(DocumentsCommand::id)
                        .map(id -> Blocking.await(resources
                                        .engine()
                                        .onContext(resources.journal().find(id)))
                                .orElseThrow(
                                        () -> new CommandFailure(ExitCode.FAILED, "There is no document " + id + ".")))
                        .toList();
    }

    private List<DocumentRecord> selected(DaemonResources resources) {
        return Blocking.await(Selection.of(resources.engine(), filters.filter(), filters.taken()))
                .documents();
    }

    private boolean byFilter() {
        DocumentFilter filter = filters.filter();
        if (!named.isEmpty() && (all || !filter.showsAll())) {
            throw new CommandFailure(ExitCode.WRONG, "Name documents or a filter, not both.");
        }
        if (named.isEmpty() && !all && filter.showsAll()) {
            throw new CommandFailure(
                    ExitCode.WRONG,
                    "Name documents, or a filter such as --condition held or --cause KEY; --all is for every document.");
        }
        return named.isEmpty();
    }
}
