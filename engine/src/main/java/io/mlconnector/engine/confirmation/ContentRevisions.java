package io.mlconnector.engine.confirmation;

import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.ordering.ContentRevision;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.OneAfterAnother;
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
        List<Confirmation> numbered = new ArrayList<>(listed.size());
        return OneAfterAnother.of(
                        listed, one -> numbered(one).onSuccess(numbered::add).mapEmpty())
                .map(ignored -> numbered);
    }

    private Future<Confirmation> numbered(Confirmation confirmation) {
        OrderKey key = confirmation.key();
        return ContentRevision.is(key.confirmationNumber())
                ? engine.onContext(engine.journal().sequence(DedupeKeys.sequenceOfOrder(connection.id(), key)))
                        .map(entered -> confirmation.as(ContentRevision.next(
                                entered.stream().map(ContentRevisions::entered).toList(), key.confirmationNumber())))
                : Future.succeededFuture(confirmation);
    }

    private static ContentRevision.Entered entered(DocumentRecord document) {
        return new ContentRevision.Entered(
                document.keys().confirmationNumber(),
                document.state() instanceof Discarded discarded
                        && discarded.why().is(ProblemCode.ORDER_CHANGED));
    }
}
