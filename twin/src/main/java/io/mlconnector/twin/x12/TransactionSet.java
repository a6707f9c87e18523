package io.mlconnector.twin.x12;

import java.util.List;
import java.util.Optional;

/**
 * A transaction set.
 *
 * @param id set id, e.g. 850
 * @param controlNumber ST02
 * @param segments everything between ST and SE
 */
public record TransactionSet(String id, String controlNumber, List<Segment> segments) {

    /** Copies the segments. */
    public TransactionSet {
        segments = List.copyOf(segments);
    }

    /**
     * The first segment of a name.
     *
     * @param name segment name
     * @return the segment, if there is one
     */
    public Optional<Segment> first(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }

    /**
     * Purpose of an order or of a change.
     *
     * @return BEG01 or BCH01, empty if neither is there
     */
    public String purpose() {
        return beginning().map(segment -> segment.get(1)).orElse("");
    }

    /**
     * The purchase order.
     *
     * @return BEG03, BCH03 or BIG04, empty if none is there
     */
    public String purchaseOrderNumber() {
        return beginning()
                .map(segment -> segment.get(3))
                .or(() -> first("BIG").map(segment -> segment.get(4)))
                .orElse("");
    }

    /**
     * How many lines it has.
     *
     * @return the count of PO1, POC or IT1
     */
    public int lineCount() {
        return (int) segments.stream()
                .filter(segment -> List.of("PO1", "POC", "IT1").contains(segment.name()))
                .count();
    }

    private Optional<Segment> beginning() {
        return first("BEG").or(() -> first("BCH"));
    }
}
