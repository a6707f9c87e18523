package io.mlconnector.benchmarks;

import io.mlconnector.benchmarks.data.Trade;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.flow.RetryTiming;
import io.mlconnector.domain.ordering.FolderSight;
import io.mlconnector.domain.ordering.OrderDecisions;
import io.mlconnector.domain.ordering.OrderState;
import io.mlconnector.domain.ordering.UploadReceipt;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What happens next. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {

    private final Circumstances now = new Circumstances(Trade.NOON, 0.5, RetryTiming.USUAL);
    private final OrderState ready = new OrderState.Ready(Trade.file(), 0);
    private final OrderState.Uploading uploading = new OrderState.Uploading(Trade.file(), 0);
    private final OrderState.InDoubt inDoubt = new OrderState.InDoubt(Trade.file(), Trade.NOON, 0);
    private final Outcome<UploadReceipt> done = Outcome.done(new UploadReceipt(Map.of("status", "201")));
    private final Outcome<UploadReceipt> notNow =
            Outcome.notNow(Problem.of("server-error", "", "The server failed. Nothing is lost."));
    private final Outcome<FolderSight> absent = Outcome.done(new FolderSight.Absent());

    /** The intent to write. */
    @Benchmark
    public Decision<OrderState> intent() {
        return OrderDecisions.resume(ready, now);
    }

    /** A write that happened. */
    @Benchmark
    public Decision<OrderState> delivered() {
        return OrderDecisions.afterUpload(uploading, done, now);
    }

    /** A write that is tried again. */
    @Benchmark
    public Decision<OrderState> postponed() {
        return OrderDecisions.afterUpload(uploading, notNow, now);
    }

    /** A question without an answer yet. */
    @Benchmark
    public Decision<OrderState> askedAgain() {
        return OrderDecisions.afterAsking(inDoubt, absent, OnUnknownOutcome.HOLD, now);
    }
}
