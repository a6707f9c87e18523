package io.mlconnector.runtime.http.entrance;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What callers present to be recognised, and what becomes of those who present something wrong. */
public final class SignIns {

    private static final String BEARER = "bearer ";

    private final FailedSignIns failed;
    private final Counts counts;
    private final boolean behindProxy;

    /**
     * Nobody has failed yet.
     *
     * @param behindProxy whether the last address of X-Forwarded-For is the caller's, because a proxy wrote it
     */
    public SignIns(InstantSource clock, int mostFailures, boolean behindProxy, Counts counts) {
        this.failed = new FailedSignIns(clock, mostFailures);
        this.behindProxy = behindProxy;
        this.counts = counts;
    }

    /** The bearer token of a request, in whatever case the scheme is written; empty if there is none. */
    public static String bearer(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    /** Whether the caller's address is listened to; answers otherwise. */
    public boolean listensTo(RoutingContext context) {
        Optional<Duration> wait = failed.wait(address(context.request()));
        wait.ifPresent(left -> {
            counts.add(Counts.Why.TOO_MANY_SIGN_INS);
            Problems.later(
                    context,
                    429,
                    left.plusSeconds(1),
                    "Too many wrong tokens",
                    "Too many wrong tokens or keys came from this address. Wait, then send the right one.");
        });
        return wait.isEmpty();
    }

    /**
     * The caller presented something wrong.
     *
     * @param what was asked for, without a token or key in it
     */
    public void failed(RoutingContext context, String what) {
        counts.add(Counts.Why.SIGN_IN);
        failed.failed(address(context.request()), what);
    }

    private String address(HttpServerRequest request) {
        String forwarded = behindProxy ? request.getHeader("X-Forwarded-For") : null;
        if (forwarded != null && !forwarded.isBlank()) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            return last.length() > 64 ? last.substring(0, 64) : last;
        }
        SocketAddress remote = request.remoteAddress();
        return remote == null ? "nowhere" : String.valueOf(remote.hostAddress());
    }
}
