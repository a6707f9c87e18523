package io.mlconnector.verification.verify.testbed;

import io.mlconnector.postgres.audit.StoredJournal.Document;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether every order and invoice has reached its final state. */
public final class Settlement {

    private Settlement() {}

    /** What has not, one line each, which names the order, the invoice or the file. */
    public static List<String> missing(Twin twin, DaemonJournal journal) {
        List<String> missing = new ArrayList<>();
        if (!twin.quiet()) {
            missing.add("The trading partners have not finished");
        }
        TwinRecord record = twin.record();
        List<Document> documents = journal.documents();
        Set<String> confirmations = documents.stream()
                .map(document -> document.legalEntity() + "/" + document.confirmationNumber())
                .collect(Collectors.toSet());
        Set<String> files = journal.files();
        record.confirmations().stream()
                .filter(confirmed ->
                        !confirmations.contains(confirmed.legalEntity() + "/" + confirmed.confirmationNumber()))
                .forEach(confirmed -> missing.add("Confirmation " + confirmed.legalEntity() + "/"
                        + confirmed.confirmationNumber() + " of order " + confirmed.orderNumber()
                        + " was not picked up"));
        record.published().stream()
                .filter(published -> !files.contains(published.fileName()))
                .forEach(published -> missing.add("File " + published.fileName() + " was not picked up"));
        documents.stream()
                .filter(document -> !document.condition().settled())
                .forEach(document -> missing.add(
                        "The " + document + " is still " + document.condition().word()));
        return missing;
    }
}
