package io.mlconnector.engine;

import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.alignment.CrossReferenceTable;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.NeutralOrderFormat;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.stored.StoredForm;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/**
 * What every flow needs. Time, chance and ids come from here and nowhere else.
 *
 * @param loop timers, signals and what others finish
 * @param journal the documents
 * @param codec X12
 * @param neutralOrders the neutral form of an order
 * @param storedForm how contents are written down
 * @param crossReferences translations kept by operators
 * @param ids of new documents
 * @param clock the time
 * @param random chance
 * @param timing when something is tried again
 * @param lease how long a claim lasts unless it is renewed; a process that dies leaves its work to others after that
 * @param node who we are among several daemons
 */
public record Engine(
        Loop loop,
        Journal journal,
        DocumentCodec codec,
        NeutralOrderFormat neutralOrders,
        StoredForm storedForm,
        CrossReferenceTable crossReferences,
        DocumentIds ids,
        InstantSource clock,
        RandomGenerator random,
        RetryTiming timing,
        Duration lease,
        String node) {

    /** Renewed every second, so that only a process that died or stands still loses it. */
    public static final Duration USUAL_LEASE = Duration.ofSeconds(4);

    /** The same engine with another timing. */
    public Engine with(RetryTiming other) {
        return new Engine(
                loop,
                journal,
                codec,
                neutralOrders,
                storedForm,
                crossReferences,
                ids,
                clock,
                random,
                other,
                lease,
                node);
    }

    /**
     * The same engine on other connections to the same database: for those who only look, so that they keep no flow
     * waiting.
     */
    public Engine over(Journal otherJournal, CrossReferenceTable otherReferences) {
        return new Engine(
                loop,
                otherJournal,
                codec,
                neutralOrders,
                storedForm,
                otherReferences,
                ids,
                clock,
                random,
                timing,
                lease,
                node);
    }

    /** The circumstances of a decision that is made now. */
    public Circumstances circumstances() {
        return new Circumstances(clock.instant(), random.nextDouble(), timing);
    }

    /** What a port answers, as a future on a context of ours. */
    public <T> Future<T> onContext(CompletionStage<T> stage) {
        return loop.await(stage);
    }

    /** A remote system of a connection works again: what waited for it goes on at once. */
    public Future<Void> wake(String connection) {
        return onContext(journal.wake(connection, clock.instant()))
                .onSuccess(ignored -> loop.signal(Signals.DUE, ""))
                .mapEmpty();
    }
}
