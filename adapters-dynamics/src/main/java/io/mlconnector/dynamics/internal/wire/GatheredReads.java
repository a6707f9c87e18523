package io.mlconnector.dynamics.internal.wire;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Sends reads that are wanted at about the same time as the parts of one {@code $batch}; one that is wanted alone leaves alone. What
 * answers a part means the same as if it answered a request of its own. Where F&O does not take reads in a batch they leave one by one:
 * that is found out once.
 */
public final class GatheredReads {

    /** Wait for others: what one document needs is asked for within one turn of the event loop. */
    private static final Duration GATHER = Duration.ofMillis(3);

    /** Reads in one batch: F&O takes 5,000, and all of their answers share its limits of time and size. */
    static final int MOST_PARTS = 200;

    /** After a batch without an answer its reads leave one by one for so long: each has the time for itself then. */
    private static final Duration ALONE = Duration.ofMinutes(5);

    /** Answers of a server, or of what stands before it, that does not take such a request; seen as such only if single reads succeed. */
    private static final Set<Integer> NOT_TAKEN = Set.of(400, 403, 404, 405, 406, 411, 413, 414, 415, 422, 500, 501);

    /** Server errors may have other causes: only several in a row, each followed by reads that succeed, are about the batch. */
    private static final int ERRORS_TO_GIVE_UP = 3;

    private final Gathering gathering;
    private final Wire wire;
    private final InstantSource clock;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger errors = new AtomicInteger();
    private volatile boolean taken;
    private volatile Instant aloneUntil = Instant.EPOCH;

    // Guarded by this.
    private List<Waiting> waiting = new ArrayList<>();

    /**
     * Nothing is sent yet.
     *
     * @param together whether to gather at all
     */
    public GatheredReads(Vertx vertx, Wire wire, InstantSource clock, boolean together) {
        this.gathering = new Gathering(vertx, GATHER);
        this.wire = wire;
        this.clock = clock;
        this.taken = together;
    }

    /** A read, and who waits for it. */
    private record Waiting(String uri, String what, Consumer<Answer> refused, Promise<Outcome<Answer>> promise) {

        void told(AsyncResult<Outcome<Answer>> asked) {
            if (asked.succeeded()) {
                tell(asked.result());
            } else {
                promise.fail(asked.cause());
            }
        }

        void tell(Outcome<Answer> outcome) {
            promise.complete(outcome.then(answer -> {
                if (answer.good()) {
                    return Outcome.done(answer);
                }
                refused.accept(answer);
                return Refusals.outcome(answer, what, false);
            }));
        }
    }

    /** Whether reads leave together at present, so that one more costs hardly anything. */
    public boolean together() {
        return taken && !clock.instant().isBefore(aloneUntil);
    }

    /**
     * Reads.
     *
     * @param uri path and query
     * @param what for messages
     * @param refused is shown a response that is no success
     */
    public Future<Outcome<Answer>> read(String uri, String what, Consumer<Answer> refused) {
        Waiting read = new Waiting(uri, what, refused, Promise.promise());
        if (!together()) {
            single(read);
            return read.promise().future();
        }
        boolean full;
        synchronized (this) {
            waiting.add(read);
            full = waiting.size() >= MOST_PARTS;
            if (waiting.size() == 1) {
                gathering.then(this::leave);
            }
        }
        if (full) {
            leave();
        }
        return read.promise().future();
    }

    private void leave() {
        List<Waiting> now;
        synchronized (this) {
            now = waiting;
            waiting = new ArrayList<>();
        }
        leave(now);
    }

    private void leave(List<Waiting> reads) {
        if (reads.size() == 1) {
            single(reads.get(0));
        } else if (!reads.isEmpty()) {
            together(reads);
        }
    }

    private void single(Waiting read) {
        wire.ask(Sending.read(read.uri(), read.what())).onComplete(asked -> read.told(asked));
    }

    private static boolean good(Future<Outcome<Answer>> asked) {
        return asked.succeeded() && asked.result() instanceof Outcome.Done<Answer>(Answer answer) && answer.good();
    }

    private void together(List<Waiting> reads) {
        Batch batch = Batch.reading(
                "reads_" + numbers.incrementAndGet(),
                reads.stream().map(Waiting::uri).toList());
        wire.ask(Sending.reads(batch, "Reading " + String.join(", ", batch.entitySets())))
                .onSuccess(outcome -> answered(reads, outcome))
                .onFailure(failure -> reads.forEach(read -> read.promise().fail(failure)));
    }

    private void answered(List<Waiting> reads, Outcome<Answer> outcome) {
        switch (outcome) {
            case Outcome.Done<Answer>(Answer answer) when answer.good() -> inside(reads, answer.parts());
            case Outcome.Done<Answer>(Answer answer)
            when NOT_TAKEN.contains(answer.status()) -> onceEach(reads, answer.status() != 500);
            case Outcome.Refused<Answer>(Problem why)
            when why.is(ProblemCode.ANSWER_TOO_LARGE) -> reads.forEach(this::single);
            case Outcome.NotNow<Answer>(Problem why, var ignored)
            when why.is(ProblemCode.NO_ANSWER) -> {
                aloneUntil = clock.instant().plus(ALONE);
                reads.forEach(read -> read.tell(outcome));
            }
            default -> reads.forEach(read -> read.tell(outcome));
        }
    }

    private void inside(List<Waiting> reads, List<Answer> parts) {
        if (parts.isEmpty() || parts.size() > reads.size() || parts.stream().allMatch(GatheredReads::notTaken)) {
            onceEach(reads, !parts.isEmpty());
            return;
        }
        errors.set(0);
        for (int at = 0; at < parts.size(); at++) {
            Answer part = parts.get(at);
            if (part.status() == 401) {
                // It renews the token, as for any read.
                single(reads.get(at));
            } else {
                reads.get(at).tell(Outcome.done(part));
            }
        }
        // A server that stops at its first error answers the others when they come again.
        leave(reads.subList(parts.size(), reads.size()));
    }

    /** A property or a filter that is refused is refused in a request of its own as well. */
    private static boolean notTaken(Answer part) {
        return NOT_TAKEN.contains(part.status())
                && Refusals.errorText(part.body())
                        .filter(text -> text.contains("property") || text.contains("query specified"))
                        .isEmpty();
    }

    /**
     * Reads one by one. If they succeed then it was for the batch that they did not together; if only some do, one of the others
     * may have been the reason.
     *
     * @param certain whether the answer to the batch leaves no other reading when all of them succeed
     */
    private void onceEach(List<Waiting> reads, boolean certain) {
        List<Future<Outcome<Answer>>> each = reads.stream()
                .map(read -> wire.ask(Sending.read(read.uri(), read.what())))
                .toList();
        Future.join(each).onComplete(done -> {
            boolean all = each.stream().allMatch(GatheredReads::good);
            boolean any = each.stream().anyMatch(GatheredReads::good);
            if ((all && certain) || (any && errors.incrementAndGet() >= ERRORS_TO_GIVE_UP)) {
                taken = false;
            }
            for (int at = 0; at < reads.size(); at++) {
                reads.get(at).told(each.get(at));
            }
        });
    }
}
