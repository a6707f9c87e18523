package io.mlconnector.console.order;

import io.mlconnector.console.document.Chain;
import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.story.Answer;
import io.mlconnector.engine.order.LineQuantities;
import io.mlconnector.engine.order.OrderStanding;
import io.mlconnector.engine.order.Standing;
import io.mlconnector.engine.order.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of one order.
 *
 * @param frame around it
 * @param row the order
 * @param answers what the partner said of each revision, by the id of its document
 * @param quantities of its lines; empty if no revision has a content that is kept
 * @param cut whether older documents are left out
 */
public record OrderPage(
        Frame frame,
        OrderRow row,
        Map<String, List<Answer>> answers,
        Optional<LineQuantities> quantities,
        boolean cut) {

    public OrderPage {
        answers = Map.copyOf(answers);
    }

    /** How it stands. */
    public OrderStanding standing() {
        return row.standing();
    }

    /** The revision whose answer is waited for, if it is the partner's turn. */
    public Optional<Standing> waitedFor() {
        return standing().turn() == Turn.PARTNER
                ? standing().speaking()
                : standing().overdueBeside();
    }

    /** Everything, the oldest first. */
    public Chain chain() {
        return Chain.of(
                new Chain.Related(
                        Stream.of(
                                        standing().revisions(),
                                        standing().answers(),
                                        standing().invoices())
                                .flatMap(List::stream)
                                .map(Standing::document)
                                .toList(),
                        cut),
                answers,
                Optional.empty());
    }

    /** What the partner said of a revision, in order. */
    public List<Answer> answers(Standing revision) {
        return answers.getOrDefault(revision.document().id().text(), List.of());
    }

    /** The document of a standing, as a row. */
    public DocumentRow row(Standing standing) {
        return new DocumentRow(standing.document());
    }
}
