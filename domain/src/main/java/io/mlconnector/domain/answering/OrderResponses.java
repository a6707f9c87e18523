package io.mlconnector.domain.answering;

import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds a vendor's answer against the order that it answers (reference x12, section 5). */
public final class OrderResponses {
    private static final Set<String> REJECTING = Set.of("RJ", "RD", "RN", "RV");
    private static final Set<String> PENDING = Set.of("AH");
    private static final Set<String> CHANGING = Set.of("AC", "RO", "RF");

    private OrderResponses() {}

    /**
     * What the answer comes to.
     *
     * @param response as the vendor wrote it
     * @param sent the revision that it answers, as it was sent; empty if that is not kept
     */
    public static ResponseReport report(OrderResponse response, Optional<AlignedOrder> sent) {
        List<String> remarks = new ArrayList<>();
        Set<LineStatus> seen = EnumSet.noneOf(LineStatus.class);
        int rejected = 0;
        for (LineResponse line : response.lines()) {
            Optional<OrderLine> ordered = sent.flatMap(order -> ordered(line, order));
            LineStatus status = status(line, ordered, sent.isPresent(), remarks);
            seen.add(status);
            rejected += status == LineStatus.REJECTED ? 1 : 0;
        }
        int lines =
                sent.map(order -> order.lines().size()).orElse(response.lines().size());
        remarks.addAll(response.notes());
        return new ResponseReport(verdict(response.type(), seen, rejected > 0 && rejected >= lines), remarks);
    }

    private static ResponseResult verdict(String type, Set<LineStatus> seen, boolean allRejected) {
        if (REJECTING.contains(type) || allRejected) {
            return ResponseResult.REJECTED;
        }
        if (seen.contains(LineStatus.REJECTED)) {
            return ResponseResult.PARTLY_REJECTED;
        }
        if (seen.contains(LineStatus.CHANGED)) {
            return ResponseResult.CHANGED;
        }
        if (PENDING.contains(type) || seen.contains(LineStatus.PENDING)) {
            return ResponseResult.PENDING;
        }
        return CHANGING.contains(type) && seen.isEmpty() ? ResponseResult.CHANGED : ResponseResult.ACCEPTED;
    }

    /** The line of the order with this number, compared as text and then as a number. */
    private static Optional<OrderLine> ordered(LineResponse line, AlignedOrder order) {
        String number = line.lineNumber().replaceFirst("^0+(?=.)", "");
        return order.lines().stream()
                .map(AlignedLine::line)
                .filter(known -> Long.toString(known.number()).equals(number))
                .findFirst();
    }

    /** The gravest status of a line; a line without any ACK is taken as the header says. */
    private static LineStatus status(
            LineResponse line, Optional<OrderLine> ordered, boolean known, List<String> remarks) {
        LineStatus worst = LineStatus.AS_ORDERED;
        List<String> promises = new ArrayList<>();
        boolean told = false;
        for (LineCommitment promise : line.promises()) {
            LineStatus status = LineStatus.of(promise.status());
            worst = status.compareTo(worst) > 0 && worst != LineStatus.REJECTED ? status : worst;
            promises.add(sentence(promise));
            told |= status != LineStatus.AS_ORDERED || promise.date().isPresent();
        }
        Optional<String> shortfall = shortfall(line, ordered);
        if (shortfall.isPresent() && worst == LineStatus.AS_ORDERED) {
            worst = LineStatus.CHANGED;
        }
        shortfall.ifPresent(promises::add);
        String name = line.lineNumber().isEmpty() ? "A line without a number" : "Line " + line.lineNumber();
        boolean strange = known && ordered.isEmpty() && !line.lineNumber().isEmpty();
        if (strange) {
            promises.add("no line of the order that was sent has this number");
        }
        if (told || strange || shortfall.isPresent() || worst != LineStatus.AS_ORDERED) {
            remarks.add(name + ": " + String.join("; ", promises) + ".");
        }
        return worst;
    }

    private static String sentence(LineCommitment promise) {
        var text = new StringBuilder();
        promise.quantity()
                .ifPresent(quantity -> text.append(plain(quantity))
                        .append(promise.unit().isEmpty() ? "" : " " + promise.unit())
                        .append(' '));
        text.append(LineStatus.word(promise.status()));
        promise.date()
                .ifPresent(date -> text.append(", ")
                        .append(dateWord(promise.dateQualifier()))
                        .append(date));
        promise.productIds().forEach(id -> text.append(", ").append(id));
        if (!promise.industryCode().isEmpty()) {
            text.append(", reason ").append(promise.industryCode());
        }
        return text.toString();
    }

    private static String dateWord(String qualifier) {
        return switch (qualifier) {
            case "068", "079", "010", "011" -> "to be shipped ";
            case "067", "069", "002", "017" -> "to be delivered ";
            default -> "";
        };
    }

    /** What is promised in fewer or more pieces than ordered, where both are in one unit. */
    private static Optional<String> shortfall(LineResponse line, Optional<OrderLine> ordered) {
        boolean alike = line.promises().stream()
                .allMatch(promise -> promise.quantity().isPresent()
                        && (promise.unit().isEmpty() || promise.unit().equals(line.unit())));
        if (line.promises().isEmpty() || !alike || ordered.isEmpty()) {
            return Optional.empty();
        }
        boolean split =
                line.promises().stream().allMatch(promise -> LineStatus.of(promise.status()) == LineStatus.AS_ORDERED);
        BigDecimal promised = line.promises().stream()
                .map(promise -> promise.quantity().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal wanted = ordered.get().quantity().amount();
        return split && promised.compareTo(wanted) != 0
                ? Optional.of("promised are " + plain(promised) + " of the " + plain(wanted) + " that were ordered")
                : Optional.empty();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
