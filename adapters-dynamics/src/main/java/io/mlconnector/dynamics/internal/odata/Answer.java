package io.mlconnector.dynamics.internal.odata;

import java.time.Duration;
import java.util.Optional;

/**
 * An HTTP answer, or one part of a batch answer.
 *
 * @param status HTTP status
 * @param contentType may be empty
 * @param retryAfter what the header of that name asks for; empty if absent
 * @param body text; may be empty
 */
record Answer(int status, String contentType, Optional<Duration> retryAfter, String body) {

    boolean good() {
        return status >= 200 && status < 300;
    }
}
