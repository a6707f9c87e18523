package io.mlconnector.twin;

import io.mlconnector.twin.cleo.Upload;
import io.mlconnector.twin.dynamics.event.BusinessEvent;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.partner.Publication;
import io.mlconnector.twin.x12.Interchange;
import io.mlconnector.twin.x12.TransactionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The twin's own record: what it sent out and what it received.
 *
 * @param confirmations purchase orders confirmed
 * @param uploads files received in Cleo
 * @param invoices vendor invoices received in F&amp;O
 * @param published files that partners have published, with their expected outcome
 * @param calls number of calls by system, method and path template
 * @param events Business Events and their delivery state
 */
public record TwinRecord(
        List<Confirmation> confirmations,
        List<ReceivedFile> uploads,
        List<PendingInvoice> invoices,
        List<Publication> published,
        Map<String, Integer> calls,
        List<BusinessEvent> events) {

    /** Copies the collections. */
    public TwinRecord {
        confirmations = List.copyOf(confirmations);
        uploads = List.copyOf(uploads);
        invoices = List.copyOf(invoices);
        published = List.copyOf(published);
        calls = Collections.unmodifiableMap(new TreeMap<>(calls));
        events = List.copyOf(events);
    }

    /**
     * A file received.
     *
     * @param folder path of the folder
     * @param name name as sent
     * @param size bytes
     * @param sha256 hash
     * @param at when
     * @param isa13 control number of its first interchange, empty if it contains none
     * @param sets its transaction sets
     * @param problems problems of its envelopes
     */
    public record ReceivedFile(
            String folder,
            String name,
            int size,
            String sha256,
            Instant at,
            String isa13,
            List<ReceivedSet> sets,
            List<String> problems) {

        /** Copies the lists. */
        public ReceivedFile {
            sets = List.copyOf(sets);
            problems = List.copyOf(problems);
        }

        static ReceivedFile of(Upload upload) {
            List<Interchange> interchanges = Interchange.readAll(upload.content());
            List<ReceivedSet> sets = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            for (Interchange interchange : interchanges) {
                interchange.sets().forEach(set -> sets.add(ReceivedSet.of(set)));
                problems.addAll(interchange.problems());
            }
            return new ReceivedFile(
                    upload.folder(),
                    upload.name(),
                    upload.content().length(),
                    Ids.sha256(upload.content().getBytes()),
                    upload.at(),
                    interchanges.isEmpty() ? "" : interchanges.getFirst().controlNumber(),
                    sets,
                    problems);
        }
    }

    /**
     * A transaction set received.
     *
     * @param setId set id
     * @param purpose BEG01 or BCH01
     * @param purchaseOrderNumber purchase order
     * @param lineCount number of lines
     */
    public record ReceivedSet(String setId, String purpose, String purchaseOrderNumber, int lineCount) {
        static ReceivedSet of(TransactionSet set) {
            return new ReceivedSet(set.id(), set.purpose(), set.purchaseOrderNumber(), set.lineCount());
        }
    }
}
