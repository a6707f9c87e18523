package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.CallCounter;
import io.mlconnector.twin.http.Reply;
import io.mlconnector.twin.http.SimulatedServer;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Counts the reads inside a batch, and applies to them the faults that are planned for reads of their own. */
public final class ReadFaults {

    private final FaultPlan faults;
    private final CallCounter calls;
    private final SimulatedServer.Handler environment;

    /**
     * Nothing is counted yet.
     *
     * @param faults planned faults
     * @param calls counts
     * @param environment answers with 401 and 429 in its own way
     */
    public ReadFaults(FaultPlan faults, CallCounter calls, SimulatedServer.Handler environment) {
        this.faults = faults;
        this.calls = calls;
        this.environment = environment;
    }

    /** The answer instead of the real one; null for the real one. */
    @Nullable Reply struck(Call call) {
        calls.countInside(call.method(), environment.template(call.path()));
        Fault fault = faults.strikeInside(FaultPlan.System.DYNAMICS, call.method(), call.path(), false);
        return switch (fault) {
            case Fault.Answer answer -> new Reply(answer.status(), answer.headers(), Buffer.buffer(answer.body()));
            case Fault.Throttle throttle -> throttled(throttle.retryAfterSeconds());
            case Fault.ThrottleUntil throttle -> throttled(throttle.seconds());
            case Fault.ExpiredToken expired -> environment.expired(call);
            case null, default -> null;
        };
    }

    private Reply throttled(@Nullable Integer seconds) {
        Reply reply = environment.throttled();
        return seconds == null ? reply : reply.with("Retry-After", seconds.toString());
    }
}
