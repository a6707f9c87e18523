package io.mlconnector.engine.order;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.order.OrderReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How an order stands.
 *
 * @param reference by which it is found
 * @param revisions what went to the partner, or is to go, the oldest first
 * @param answers what the partner sent about it other than invoices, the oldest first
 * @param invoices that name it, the oldest first
 */
public record OrderStanding(
        OrderReference reference, List<Standing> revisions, List<Standing> answers, List<Standing> invoices) {

    private static final Set<Condition> GOES = Set.of(Condition.DONE, Condition.MOVING, Condition.WAITING);

    public OrderStanding {
        Objects.requireNonNull(reference, "reference");
        revisions = List.copyOf(revisions);
        answers = List.copyOf(answers);
        invoices = List.copyOf(invoices);
    }

    /**
     * Of everything that names the order.
     *
     * @param documents in any order
     * @param within how long the partner of a document may take to answer; empty if no answer is expected
     */
    public static OrderStanding of(
            OrderReference reference,
            List<DocumentRecord> documents,
            Function<DocumentRecord, Optional<Duration>> within) {
        List<Standing> all = documents.stream()
                .sorted(Comparator.comparing(DocumentRecord::createdAt).thenComparing(DocumentRecord::id))
                .map(document -> Standing.of(document, within.apply(document)))
                .toList();
        List<Standing> revisions = all.stream().filter(OrderStanding::revision).toList();
        return new OrderStanding(
                reference,
                revisions.stream().map(one -> replaced(one, revisions)).toList(),
                all.stream().filter(one -> !revision(one) && !invoice(one)).toList(),
                all.stream().filter(OrderStanding::invoice).toList());
    }

    /** What the partner rejected waits for nobody any more as soon as a later revision went to the same partner, or goes by itself. */
    private static Standing replaced(Standing one, List<Standing> revisions) {
        return one.rejected()
                ? revisions.subList(revisions.indexOf(one) + 1, revisions.size()).stream()
                        .filter(later ->
                                later.document().partner().equals(one.document().partner())
                                        && GOES.contains(later.document().condition()))
                        .findFirst()
                        .map(one::replacedBy)
                        .orElse(one)
                : one;
    }

    /** A file with the same order as JSON is one as well; its type says so behind the number of the transaction set. */
    private static boolean revision(Standing one) {
        return one.document().type().startsWith("850") || one.document().type().startsWith("860");
    }

    private static boolean invoice(Standing one) {
        return one.document().type().equals("810");
    }

    private Stream<Standing> all() {
        return Stream.of(revisions, answers, invoices).flatMap(List::stream);
    }

    /** Who has to do something next. */
    public Turn turn() {
        return all().map(Standing::turn).max(Comparator.naturalOrder()).orElse(Turn.NOBODY);
    }

    /** What speaks for the order: of all documents with the order's turn the one that stands so longest; of a settled order the one that changed last. */
    public Optional<Standing> speaking() {
        Turn turn = turn();
        Stream<Standing> same = all().filter(one -> one.turn() == turn);
        Comparator<Standing> bySince = Comparator.comparing(Standing::since);
        return turn == Turn.NOBODY ? same.max(bySince) : same.min(bySince);
    }

    /** Since when it is so; empty if there is no document. */
    public Optional<Instant> since() {
        return speaking().map(Standing::since);
    }

    /** Whether an answer is missing although its time is over. */
    public boolean overdue() {
        return all().anyMatch(Standing::overdue);
    }

    /** What is missing although its time is over, where something else speaks for the order; the one that waits longest. */
    public Optional<Standing> overdueBeside() {
        return all().filter(Standing::overdue)
                .min(Comparator.comparing(Standing::since))
                .filter(one -> !speaking().equals(Optional.of(one)));
    }

    /** Short names of the partners, without repetition. */
    public List<String> partners() {
        return all().map(one -> one.document().partner())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Legal entities, without repetition. */
    public List<String> legalEntities() {
        return all().map(one -> one.document().keys().legalEntity())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
