package io.mlconnector.domain.answering;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a vendor says to an order (855) or, unasked, about one (865), as it was written (reference x12, section 5).
 *
 * @param purpose BAK01 or BCA01, data element 353, such as {@code 00}
 * @param type BAK02 or BCA02, data element 587, such as {@code AC}; speaks for the whole order
 * @param orderNumber BAK03 or BCA03: our order
 * @param changeNumber BCA05: the revision of the order that is answered; empty on an 855 and where it is left out
 * @param orderDate BAK04 or BCA06; empty if absent
 * @param vendorOrderNumber BAK08: the vendor's own number for the order; may be empty
 * @param date BAK09: day of the answer; empty if absent
 * @param notes texts of the header (MSG, MTX, N9, NTE, REF with text), a line each; may be empty
 * @param lines the lines that are answered; empty if the header speaks for all
 */
public record OrderResponse(
        String purpose,
        String type,
        String orderNumber,
        String changeNumber,
        Optional<LocalDate> orderDate,
        String vendorOrderNumber,
        Optional<LocalDate> date,
        List<String> notes,
        List<LineResponse> lines) {
    public OrderResponse {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(orderNumber, "orderNumber");
        Objects.requireNonNull(changeNumber, "changeNumber");
        Objects.requireNonNull(orderDate, "orderDate");
        Objects.requireNonNull(vendorOrderNumber, "vendorOrderNumber");
        Objects.requireNonNull(date, "date");
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
    }
}
