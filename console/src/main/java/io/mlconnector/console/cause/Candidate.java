package io.mlconnector.console.cause;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.invoicing.matching.LineFacts;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a partner's word may mean, as the orders say that its documents bill. It decides nothing: a person chooses it, or not.
 *
 * @param means our word
 * @param evidence where it stands, such as {@code line 1 of order PO-7: Desk lamp}
 */
public record Candidate(String means, String evidence) {

    /** More nobody compares. */
    static final int MOST = 12;

    public Candidate {
        Objects.requireNonNull(means, "means");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** Units of the order lines with which lines of an invoice could not be compared. */
    static List<Candidate> units(List<HistoryEntry> history) {
        return distinct(history.reversed().stream()
                .filter(entry -> entry.event().equals(LineFacts.UNMATCHED))
                .map(HistoryEntry::details)
                .filter(facts ->
                        Arrays.asList(facts.getOrDefault("findings", "").split(",", -1))
                                        .contains(ProblemCode.UNIT_UNKNOWN.text())
                                && !facts.getOrDefault("unit", "").isEmpty())
                .map(facts -> new Candidate(
                        facts.getOrDefault("unit", ""),
                        "in which " + line(facts.getOrDefault("orderLine", ""), facts.getOrDefault("order", ""))
                                + " is ordered")));
    }

    /** What the lines of an order have of the kind that is missing. */
    static List<Candidate> of(AlignedOrder order, MissingTranslation missing) {
        String number = order.order().key().orderNumber();
        return distinct(
                order.lines().stream().map(one -> one.line()).flatMap(line -> of(line, number, missing.kind())));
    }

    private static Stream<Candidate> of(OrderLine line, String order, Kind kind) {
        String place = line(Long.toString(line.number()), order);
        return switch (kind) {
            case UNIT -> Stream.of(new Candidate(line.quantity().unit().symbol(), "in which " + place + " is ordered"));
            case ITEM ->
                line.item().stream()
                        .map(item -> new Candidate(
                                item.number(),
                                (line.description().isBlank() ? "" : line.description() + ", ") + place));
        };
    }

    private static String line(String line, String order) {
        return "line " + line + " of order " + order;
    }

    /** The first of those that mean the same. */
    static List<Candidate> distinct(Stream<Candidate> all) {
        Map<String, Candidate> byMeaning = new LinkedHashMap<>();
        all.forEach(one -> byMeaning.putIfAbsent(one.means(), one));
        return byMeaning.values().stream().limit(MOST).toList();
    }
}
