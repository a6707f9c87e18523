package io.mlconnector.runtime.ping;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.engine.intake.knowledge.FolderKnowledge;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the work on the folders from which files are taken has shown, as the journal remembers it.
 *
 * @param cursors asks the journal for several cursors at once
 */
public record FolderMemory(Function<Collection<String>, Future<Map<String, String>>> cursors) {

    /** Of somebody without a journal: what is configured is known, nothing else. */
    public static FolderMemory none() {
        return new FolderMemory(names -> Future.succeededFuture(Map.of()));
    }

    /** What is known of each folder of these connections from which files are taken, in the order of the configuration. */
    public Future<Map<String, Map<FolderReference, FolderKnowledge>>> of(Collection<ConnectionSettings> connections) {
        List<String> names = new ArrayList<>();
        connections.forEach(connection -> folders(connection).forEach(folder -> {
            names.add(FolderKnowledge.consumeCursor(connection.id(), folder));
            names.add(FolderKnowledge.deleteCursor(connection.id(), folder));
        }));
        return cursors.apply(names).map(known -> {
            Map<String, Map<FolderReference, FolderKnowledge>> all = new LinkedHashMap<>();
            connections.forEach(connection -> all.put(connection.id(), known(connection, known)));
            return all;
        });
    }

    private static Map<FolderReference, FolderKnowledge> known(
            ConnectionSettings connection, Map<String, String> cursors) {
        Map<FolderReference, FolderKnowledge> known = new LinkedHashMap<>();
        folders(connection)
                .forEach(folder -> known.put(
                        folder,
                        FolderKnowledge.of(
                                connection.cleo().dialect().consumeOnRead(), cursors, connection.id(), folder)));
        return known;
    }

    private static List<FolderReference> folders(ConnectionSettings connection) {
        return connection.partners().all().stream()
                .flatMap(partner -> partner.invoices().stream())
                .map(InvoiceAgreement::folder)
                .distinct()
                .toList();
    }

    /** What it means for a person. */
    static String words(FolderKnowledge known) {
        String reading = switch (known.consumeOnRead()) {
            case CONFIGURED -> "reading a file removes it, as cleo.dialect.consumeOnRead says";
            case FOUND ->
                "reading a file removes it, as it turned out; set cleo.dialect.consumeOnRead to true, so that this holds"
                        + " for all folders from their first file on";
            case NOT_KNOWN -> "whether reading a file removes it is not known: nothing has shown it so far";
        };
        String right = switch (known.deleteRight()) {
            case PROVEN -> "the user may remove files, as the last removal showed";
            case DENIED ->
                "the last removal of a file was refused: grant the user the right to delete, or set"
                        + " invoices.afterReceive to leave";
            case NOT_KNOWN -> "whether the user may remove files is not known: no removal was tried so far";
        };
        return reading + "; " + right;
    }
}
