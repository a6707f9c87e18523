package io.mlconnector.domain.retry;

import java.time.Duration;

/** When nobody calls a remote system for a while because it fails. */
public final class CircuitRule {

    /** After so many failures in a row the circuit breaker opens. */
    public static final int FAILURES = 5;

    /** For so long nothing is sent then; after that one request tries. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    private CircuitRule() {}
}
