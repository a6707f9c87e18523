package io.mlconnector.benchmarks;

import io.mlconnector.benchmarks.data.Trade;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.domain.sending.FolderSearchResult;
import io.mlconnector.domain.sending.SendingDecisions;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
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
    private final SendingState ready = new SendingState.Ready(Trade.file(), 0);
    private final SendingState.Uploading uploading = new SendingState.Uploading(Trade.file(), 0);
    private final SendingState.InDoubt inDoubt = new SendingState.InDoubt(Trade.file(), Trade.NOON, 0);
    private final Outcome<UploadReceipt> done = Outcome.done(new UploadReceipt(Map.of("status", "201")));
    private final Outcome<UploadReceipt> notNow =
            Outcome.notNow(Problem.named("server-error", "", "The server failed. Nothing is lost."));
    private final Outcome<FolderSearchResult> absent = Outcome.done(new FolderSearchResult.Absent());

    /** The intent to write. */
    @Benchmark
    public Decision intent() {
        return SendingDecisions.resume(ready, now);
    }

    /** A write that happened. */
    @Benchmark
    public Decision delivered() {
        return SendingDecisions.afterUpload(uploading, done, now);
    }

    /** A write that is tried again. */
    @Benchmark
    public Decision postponed() {
        return SendingDecisions.afterUpload(uploading, notNow, now);
    }

    /** A question without an answer yet. */
    @Benchmark
    public Decision askedAgain() {
        return SendingDecisions.afterAsking(inDoubt, absent, OnUnknownOutcome.HOLD, now);
    }
}
