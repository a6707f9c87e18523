package io.mlconnector.console.partner;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The control number of an interchange.
 *
 * @param number ISA13
 * @param at when the first of its documents came to be known
 * @param address of one of its documents
 * @param documents how many of the documents that were looked at it has
 */
public record UsedNumber(String number, Instant at, String address, int documents) {

    /** So many are shown. */
    private static final int MOST = 10;

    /** The last ones, the newest first. */
    static List<UsedNumber> of(List<DocumentRecord> newestFirst) {
        Map<String, UsedNumber> numbers = new LinkedHashMap<>();
        for (DocumentRecord document : newestFirst) {
            String number = document.keys().controlNumber();
            if (!number.isEmpty() && (numbers.size() < MOST || numbers.containsKey(number))) {
                UsedNumber known = numbers.get(number);
                numbers.put(
                        number,
                        new UsedNumber(
                                number,
                                document.createdAt(),
                                new DocumentRow(document).address(),
                                known == null ? 1 : known.documents() + 1));
            }
        }
        return List.copyOf(numbers.values());
    }
}
