package io.mlconnector.x12.internal.response;

import io.mlconnector.domain.answering.LineCommitment;
import io.mlconnector.domain.answering.LineResponse;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.x12.internal.invoice.PriceBasis;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.NeededValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A line of an order response while its loop is being read. */
final class LineResponseDraft {
    private final String lineNumber;
    private final String changeCode;
    private final Optional<BigDecimal> quantity;
    private final String unit;
    private final Optional<Price> price;
    private final List<ProductId> productIds;
    private final List<LineCommitment> promises = new ArrayList<>();

    private LineResponseDraft(
            SegmentCursor segment,
            String changeCode,
            Optional<BigDecimal> quantity,
            String unit,
            Optional<Price> price,
            List<ProductId> productIds) {
        this.lineNumber = segment.text(1).strip();
        this.changeCode = changeCode;
        this.quantity = quantity;
        this.unit = unit;
        this.price = price;
        this.productIds = productIds;
    }

    /** A PO1 of an 855. */
    static LineResponseDraft answered(SegmentCursor po1, NeededValues needed) {
        return new LineResponseDraft(
                po1,
                "",
                needed.decimal(po1, 2),
                po1.code(3).toUpperCase(Locale.ROOT),
                price(po1, 4, needed),
                ProductIds.of(po1, 6, 24));
    }

    /** A POC of an 865. */
    static LineResponseDraft changed(SegmentCursor poc, NeededValues needed) {
        return new LineResponseDraft(
                poc,
                poc.code(2).toUpperCase(Locale.ROOT),
                needed.decimal(poc, 3),
                poc.component(5, 1).toUpperCase(Locale.ROOT),
                price(poc, 6, needed),
                ProductIds.of(poc, 8, 26));
    }

    private static Optional<Price> price(SegmentCursor segment, int element, NeededValues needed) {
        return needed.decimal(segment, element)
                .map(amount -> new Price(
                        amount, PriceBasis.divisor(segment.code(element + 1).toUpperCase(Locale.ROOT))));
    }

    void promise(SegmentCursor ack, NeededValues needed) {
        promises.add(new LineCommitment(
                needed.text(ack, 1).toUpperCase(Locale.ROOT),
                needed.decimal(ack, 2),
                ack.code(3).toUpperCase(Locale.ROOT),
                ack.code(4),
                DateReader.read(ack, 5),
                ProductIds.of(ack, 7, 25),
                ack.text(29).strip()));
    }

    /**
     * A DTM after an ACK belongs to it unless the ACK has its own date; a DTM of the line itself is not a promised
     * date.
     */
    void date(SegmentCursor dtm) {
        if (promises.isEmpty()) {
            return;
        }
        LineCommitment last = promises.get(promises.size() - 1);
        if (last.date().isEmpty()) {
            promises.set(
                    promises.size() - 1,
                    new LineCommitment(
                            last.status(),
                            last.quantity(),
                            last.unit(),
                            dtm.code(1),
                            DateReader.read(dtm, 2),
                            last.productIds(),
                            last.industryCode()));
        }
    }

    LineResponse line() {
        return new LineResponse(lineNumber, changeCode, quantity, unit, price, productIds, promises);
    }
}
