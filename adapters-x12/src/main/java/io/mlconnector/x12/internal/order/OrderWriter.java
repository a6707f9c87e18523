package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.LineChange;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.OrderMessage.NewOrder;
import io.mlconnector.domain.ordering.OrderMessage.OrderCancellation;
import io.mlconnector.domain.ordering.OrderMessage.OrderChange;
import io.mlconnector.domain.ordering.OrderMessage.ReplacingOrder;
import io.mlconnector.domain.ordering.PurchaseOrder;
import io.mlconnector.ports.edi.EncodedOrder;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Writes 850 and 860 (reference x12, sections 3 and 4). */
public final class OrderWriter {
    /** Data element 92: stand-alone order. */
    private static final String STAND_ALONE = "SA";

    private static final int HASH_TOTAL_DIGITS = 10;

    private final SegmentWriter out;
    private final OrderMessage message;
    private final PurchaseOrder order;
    private final LineWriter lines;

    private OrderWriter(OrderMessage message, SegmentWriter out) {
        this.out = out;
        this.message = message;
        this.order = message.order().order();
        this.lines = new LineWriter(out, new PartyWriter(out), message.order());
    }

    /** Writes a message as an interchange of its own. */
    public static EncodedOrder write(OrderMessage message, Envelope envelope) {
        List<SyntaxProblem> notWritable = EnvelopeWriter.check(envelope);
        if (!notWritable.isEmpty()) {
            return new EncodedOrder.Impossible(notWritable);
        }
        var out = new SegmentWriter(Dictionary.of(envelope.release()), envelope.delimiters());
        var envelopeWriter = new EnvelopeWriter(envelope, out);
        String set = message.transactionSetId();
        envelopeWriter.open(set.equals("850") ? "PO" : "PC", set);
        new OrderWriter(message, out).body();
        envelopeWriter.close();
        return judged(out);
    }

    private static EncodedOrder judged(SegmentWriter out) {
        List<SyntaxProblem> errors = out.problems().stream()
                .filter(problem -> problem.severity().compareTo(Severity.ERROR) >= 0)
                .toList();
        if (!errors.isEmpty()) {
            return new EncodedOrder.Impossible(errors);
        }
        byte[] bytes = out.written().getBytes(StandardCharsets.ISO_8859_1);
        List<SyntaxProblem> violations = WrittenCheck.check(bytes);
        return violations.isEmpty()
                ? new EncodedOrder.Written(bytes, out.problems())
                : new EncodedOrder.Impossible(violations);
    }

    private void body() {
        switch (message) {
            case NewOrder ignored -> whole("00");
            case ReplacingOrder ignored -> whole("05");
            case OrderChange change -> {
                beginChange("04", change.revision());
                change.changes().forEach(lines::changed);
                summary(change.changes(), LineChange::quantity);
            }
            case OrderCancellation cancellation -> beginChange("01", cancellation.revision());
        }
    }

    private void whole(String purpose) {
        out.begin("BEG")
                .code(purpose)
                .code(STAND_ALONE)
                .id(order.key().orderNumber())
                .skip()
                .date(order.orderDate())
                .end();
        header();
        List<AlignedLine> all = message.order().lines();
        all.forEach(lines::ordered);
        summary(all, line -> line.line().quantity().amount());
    }

    private void beginChange(String purpose, int revision) {
        out.begin("BCH")
                .code(purpose)
                .code(STAND_ALONE)
                .id(order.key().orderNumber())
                .skip()
                .id(Integer.toString(revision))
                .date(order.orderDate())
                .skip(4)
                .date(order.confirmationDate())
                .end();
        header();
    }

    private void header() {
        new HeaderWriter(out, new PartyWriter(out)).write(message.order());
    }

    /** CTT and AMT; a set without lines has neither. The hash total is left out where it does not fit. */
    private <T> void summary(List<T> written, Function<T, BigDecimal> quantity) {
        if (written.isEmpty()) {
            return;
        }
        BigDecimal hash = written.stream().map(quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        out.begin("CTT").code(Integer.toString(written.size()));
        if (SegmentWriter.plain(hash).chars().filter(Character::isDigit).count() <= HASH_TOTAL_DIGITS) {
            out.number(hash);
        }
        out.end();
        BigDecimal total = message.order().lines().stream()
                .map(line -> line.line().netAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        out.begin("AMT").code("TT").number(total).end();
    }
}
