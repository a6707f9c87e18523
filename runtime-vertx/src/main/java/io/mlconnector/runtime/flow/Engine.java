package io.mlconnector.runtime.flow;

import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.RetryTiming;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.runtime.journal.DocumentIds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/**
 * What every flow needs. Time, chance and ids come from here and nowhere else.
 *
 * @param vertx the event loops
 * @param journal the documents
 * @param codec X12
 * @param crossReferences translations kept by operators
 * @param ids of new documents
 * @param clock the time
 * @param random chance
 * @param timing when something is tried again
 * @param lease how long a claim lasts; longer than the longest remote call
 * @param node who we are among several daemons
 */
public record Engine(
        Vertx vertx,
        Journal journal,
        DocumentCodec codec,
        CrossReferenceStore crossReferences,
        DocumentIds ids,
        InstantSource clock,
        RandomGenerator random,
        RetryTiming timing,
        Duration lease,
        String node) {

    /** Longer than an upload or a change set may take. */
    public static final Duration USUAL_LEASE = Duration.ofMinutes(6);

    /** The circumstances of a decision that is made now. */
    Circumstances circumstances() {
        return new Circumstances(clock.instant(), random.nextDouble(), timing);
    }

    /** The one place where a stage of a port becomes a future, on a context of ours. */
    public <T> Future<T> onContext(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, vertx.getOrCreateContext());
    }
}
