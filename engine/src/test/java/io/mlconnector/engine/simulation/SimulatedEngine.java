package io.mlconnector.engine.simulation;

import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.engine.DocumentIds;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.json.JsonNeutralOrder;
import io.mlconnector.json.JsonStoredForm;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.journal.Journal;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** The engine as every simulated process has it: what differs is its loop, its journal, its codec, its time and its name. */
final class SimulatedEngine {

    private SimulatedEngine() {}

    static Engine of(
            Loop loop, Journal journal, DocumentCodec codec, InstantSource clock, RandomGenerator random, String node) {
        return new Engine(
                loop,
                journal,
                codec,
                new JsonNeutralOrder(),
                new JsonStoredForm(),
                () -> CompletableFuture.completedFuture(CrossReferences.NONE),
                new DocumentIds(clock, random),
                clock,
                random,
                RetryTiming.USUAL,
                Engine.USUAL_LEASE,
                node);
    }
}
