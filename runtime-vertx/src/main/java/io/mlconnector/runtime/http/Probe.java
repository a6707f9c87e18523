package io.mlconnector.runtime.http;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks whether something answers, within a time, and shares the question: however often it is asked, at most one question
 * is under way, and an answer holds for a moment.
 */
final class Probe {

    /** Health must answer within a second, whatever becomes of the question. */
    static final Duration MOST = Duration.ofMillis(700);

    /** An answer holds so long. */
    static final Duration HOLDS = Duration.ofMillis(500);

    private final Supplier<Future<Void>> question;
    private final InstantSource clock;
    private Future<Void> underWay = Future.succeededFuture();
    private Instant askedAt = Instant.MIN;

    Probe(Supplier<Future<Void>> question, InstantSource clock) {
        this.question = question;
        this.clock = clock;
    }

    /** Whether it answers; never fails. */
    synchronized Future<Boolean> answers() {
        Instant now = clock.instant();
        boolean holds = !now.isBefore(askedAt) && now.isBefore(askedAt.plus(HOLDS));
        if (underWay.isComplete() && !holds) {
            askedAt = now;
            underWay = question.get();
        }
        return underWay.timeout(MOST.toMillis(), TimeUnit.MILLISECONDS)
                .transform(answer -> Future.succeededFuture(answer.succeeded()));
    }
}
