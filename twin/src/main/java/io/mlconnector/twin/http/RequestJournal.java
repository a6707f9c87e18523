package io.mlconnector.twin.http;

import io.mlconnector.twin.fault.FaultPlan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Records each request on arrival, and its response. */
public final class RequestJournal {

    private final Clock clock;
    private final LongSupplier nanos;
    private final List<LoggedRequest> requests = new ArrayList<>();

    /**
     * An empty journal.
     *
     * @param clock its time
     * @param nanos a clock that never jumps
     */
    public RequestJournal(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Writes a request down; returns its place in the journal. */
    synchronized int arrived(FaultPlan.System system, String method, String path, int callerPort) {
        requests.add(
                new LoggedRequest(clock.instant(), nanos.getAsLong(), 0, callerPort, system, method, path, 0, null));
        return requests.size() - 1;
    }

    synchronized void answered(int place, int status, @Nullable String retryAfter) {
        requests.set(place, requests.get(place).answered(nanos.getAsLong(), status, retryAfter));
    }

    /**
     * The requests so far, in the order of their arrival.
     *
     * @return a snapshot
     */
    public synchronized RequestLog log() {
        return new RequestLog(requests);
    }
}
