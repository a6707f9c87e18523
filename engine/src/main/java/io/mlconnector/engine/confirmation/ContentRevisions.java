package io.mlconnector.engine.confirmation;

import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.ordering.ContentRevision;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives revisions that are recognised by their content their numbers, by what the journal has of their orders: an order that comes back
 * to what it said before is told again. All others keep the numbers that F&O gave them, without a question.
 */
public final class ContentRevisions {

    private final Engine engine;
    private final Connection connection;

    /** For one connection. */
    public ContentRevisions(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** The same in the same order, each under the number of its revision. */
    public Future<List<Confirmation>> numbered(List<Confirmation> listed) {
        return numbered(listed, 0, new ArrayList<>(listed.size()));
    }

    private Future<List<Confirmation>> numbered(List<Confirmation> listed, int from, List<Confirmation> done) {
        int at = from;
        while (at < listed.size() && !ContentRevision.is(listed.get(at).key().confirmationNumber())) {
            done.add(listed.get(at++));
        }
        if (at >= listed.size()) {
            return Future.succeededFuture(done);
        }
        Confirmation confirmation = listed.get(at);
        OrderKey key = confirmation.key();
        int next = at + 1;
        return engine.onContext(engine.journal().sequence(DedupeKeys.sequenceOfOrder(connection.id(), key)))
                .compose(entered -> {
                    done.add(confirmation.as(ContentRevision.next(
                            entered.stream().map(ContentRevisions::entered).toList(), key.confirmationNumber())));
                    return numbered(listed, next, done);
                });
    }

    private static ContentRevision.Entered entered(DocumentRecord document) {
        return new ContentRevision.Entered(
                document.keys().confirmationNumber(),
                document.state() instanceof Discarded discarded
                        && discarded.why().is(ProblemCode.ORDER_CHANGED));
    }
}
