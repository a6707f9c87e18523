package io.mlconnector.dynamics.internal.odata;

import java.time.Duration;
import java.util.Optional;

/**
 * An HTTP response, or one part of a batch response.
 *
 * @param status HTTP status
 * @param contentType may be empty
 * @param retryAfter value of that header; empty if absent
 * @param body text; may be empty
 */
record Answer(int status, String contentType, Optional<Duration> retryAfter, String body) {

    boolean good() {
        return status >= 200 && status < 300;
    }
}
