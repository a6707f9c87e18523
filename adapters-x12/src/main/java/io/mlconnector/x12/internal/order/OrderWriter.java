package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.agreement.WritingProfile;
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
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.ports.edi.EncodedFile;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.order.segment.SegmentWriter;
import io.mlconnector.x12.internal.order.segment.WorkingDelimiters;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes 850 and 860 (reference x12, sections 3 and 4) as required by a partner's profile. */
public final class OrderWriter {
    private static final int HASH_TOTAL_DIGITS = 10;

    private final SegmentWriter out;
    private final OrderMessage message;
    private final PurchaseOrder order;
    private final WritingProfile profile;
    private final HeaderWriter header;
    private final ChargeWriter charges;
    private final LineWriter lines;

    private OrderWriter(OrderMessage message, Envelope envelope, WritingProfile profile, SegmentWriter out) {
        this.out = out;
        this.message = message;
        this.order = message.order().order();
        this.profile = profile;
        this.header = new HeaderWriter(out, profile, message.order(), envelope.release());
        this.charges = new ChargeWriter(out, profile.codes(), message.order());
        this.lines = new LineWriter(out, profile, message.order(), header, charges);
    }

    /** Writes a message as an interchange of its own. */
    public static EncodedFile write(OrderMessage message, Envelope envelope, WritingProfile profile) {
        List<SyntaxProblem> notWritable = EnvelopeWriter.check(envelope, profile.texts());
        if (!notWritable.isEmpty()) {
            return new EncodedFile.Impossible(notWritable);
        }
        var out = new SegmentWriter(Dictionary.of(envelope.release()), envelope.delimiters(), profile.texts());
        var envelopeWriter = new EnvelopeWriter(envelope, out);
        String set = message.transactionSetId();
        envelopeWriter.open(set.equals("850") ? "PO" : "PC", set);
        new OrderWriter(message, envelope, profile, out).body();
        out.within("");
        envelopeWriter.close();
        return judged(out, envelope);
    }

    private static EncodedFile judged(SegmentWriter out, Envelope envelope) {
        List<SyntaxProblem> errors = new ArrayList<>();
        for (SyntaxProblem problem : out.problems()) {
            if (problem.severity().compareTo(Severity.ERROR) >= 0) {
                errors.add(problem);
            }
        }
        if (!errors.isEmpty()) {
            return new EncodedFile.Impossible(
                    out.characters().clash()
                            ? advised(errors, WorkingDelimiters.advice(envelope.delimiters(), out.characters()))
                            : errors);
        }
        byte[] bytes = out.written().getBytes(StandardCharsets.ISO_8859_1);
        List<SyntaxProblem> violations = WrittenCheck.check(bytes);
        return violations.isEmpty()
                ? new EncodedFile.Written(bytes, out.problems())
                : new EncodedFile.Impossible(violations);
    }

    private static List<SyntaxProblem> advised(List<SyntaxProblem> errors, String advice) {
        return errors.stream()
                .map(problem -> problem.code().equals("character-not-sendable")
                        ? problem.saying(problem.text(), problem.message() + advice)
                        : problem)
                .toList();
    }

    private void body() {
        switch (message) {
            case NewOrder ignored -> whole("00");
            case ReplacingOrder ignored -> whole("05");
            case OrderChange change -> {
                beginChange("04", change.revision());
                List<LineChange> told = linesToSend(change);
                told.forEach(lines::changed);
                summary(told.stream().map(LineChange::quantity).toList());
            }
            case OrderCancellation cancellation -> beginChange("01", cancellation.revision());
        }
    }

    private void whole(String purpose) {
        out.begin("BEG")
                .code(purpose)
                .id(profile.header().orderType())
                .id(order.key().orderNumber())
                .skip()
                .date(order.orderDate())
                .end();
        header.write(charges);
        List<AlignedLine> all = message.order().lines();
        all.forEach(lines::ordered);
        summary(all.stream().map(line -> line.line().quantity().amount()).toList());
    }

    private void beginChange(String purpose, int revision) {
        out.begin("BCH")
                .code(purpose)
                .id(profile.header().orderType())
                .id(order.key().orderNumber())
                .skip()
                .id(Integer.toString(revision))
                .date(order.orderDate())
                .skip(4)
                .date(order.confirmationDate())
                .end();
        header.write(charges);
    }

    /** The changes, with all other lines if the partner requires every line. */
    private List<LineChange> linesToSend(OrderChange change) {
        if (!profile.lines().unchanged()) {
            return change.changes();
        }
        Set<Long> changed = new HashSet<>();
        change.changes().forEach(one -> changed.add(one.line().line().number()));
        List<LineChange> all = new ArrayList<>(change.changes());
        for (AlignedLine line : message.order().lines()) {
            if (!changed.contains(line.line().number())) {
                all.add(new LineChange(
                        LineChange.Kind.UNCHANGED, line, line.line().quantity().amount()));
            }
        }
        all.sort(Comparator.comparingLong(one -> one.line().line().number()));
        return all;
    }

    /** CTT and AMT; a set without lines has neither. The hash total is left out where it does not fit. */
    private void summary(List<BigDecimal> quantities) {
        if (quantities.isEmpty()) {
            return;
        }
        out.within("");
        BigDecimal hash = quantities.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        out.begin("CTT").code(Integer.toString(quantities.size()));
        if (profile.sends("CTT02") && SegmentWriter.fits(hash, HASH_TOTAL_DIGITS)) {
            out.number(hash);
        }
        out.end();
        if (profile.sends("AMT")) {
            boolean charged = profile.sends("SAC") && profile.sends("PO1/SAC");
            out.begin("AMT")
                    .code("TT")
                    .number(charged ? charges.total() : charges.netAmount())
                    .end();
        }
    }
}
