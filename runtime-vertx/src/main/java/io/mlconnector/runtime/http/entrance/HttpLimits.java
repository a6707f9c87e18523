package io.mlconnector.runtime.http.entrance;

import java.time.Duration;

/**
 * What the HTTP interface takes on at once, so that no caller, however many there are, takes it away from the others
 * (docs/limits.md).
 *
 * @param body bytes of one request to the interface; at least 1
 * @param hookBody bytes of one request to a hook; at least 1
 * @param bodiesInFlight bytes of all bodies that are being received or worked on; at least 1
 * @param connections that are served; as many again are told that there are too many, further ones are closed unheard
 * @param requests under way at once, without those for health
 * @param receive how long a request may take to arrive, from the first byte of its connection or, on a connection that is
 *     used again, from its headers; more than zero
 * @param failedSignIns wrong tokens and keys of one remote address in a minute; what follows is not looked at
 */
public record HttpLimits(
        int body,
        int hookBody,
        int bodiesInFlight,
        int connections,
        int requests,
        Duration receive,
        int failedSignIns) {

    /** What holds where nothing is configured. */
    public static final HttpLimits USUAL =
            new HttpLimits(2 * 1024 * 1024, 64 * 1024, 16 * 1024 * 1024, 256, 64, Duration.ofSeconds(15), 20);

    public HttpLimits {
        if (body < 1 || hookBody < 1 || bodiesInFlight < 1 || connections < 1 || requests < 1 || failedSignIns < 1) {
            throw new IllegalArgumentException("Each limit is at least 1");
        }
        if (receive.isNegative() || receive.isZero()) {
            throw new IllegalArgumentException("The time to receive a request is more than zero");
        }
    }

    /** The same, and bodies of at least so many bytes. */
    public HttpLimits taking(int bytes) {
        return new HttpLimits(
                Math.max(body, bytes),
                hookBody,
                Math.max(bodiesInFlight, bytes),
                connections,
                requests,
                receive,
                failedSignIns);
    }
}
