package io.mlconnector.runtime.verify;

import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.LoggedRequest;
import io.mlconnector.twin.http.RequestLog;
import io.mlconnector.twin.http.RequestLog.Excuses;
import io.mlconnector.twin.http.RequestLog.TooEarly;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How callers behaved towards the remote systems. */
final class Manners {

    /** How long an answer and the next request may take on a machine that has much to do. */
    private static final Duration LATENCY = Duration.ofMillis(100);

    private final Map<Caller, RequestLog> logs = new HashMap<>();

    /** A port that several callers had one after the other proves nothing about any of them. */
    Manners(List<LoggedRequest> requests, List<Caller> callers) {
        Map<Integer, Long> owners = callers.stream()
                .flatMap(caller -> caller.ports().stream())
                .collect(Collectors.groupingBy(port -> port, Collectors.counting()));
        for (Caller caller : callers) {
            logs.put(
                    caller,
                    new RequestLog(requests.stream()
                            .filter(request -> caller.ports().contains(request.callerPort())
                                    && owners.getOrDefault(request.callerPort(), 0L) == 1)
                            .toList()));
        }
    }

    /** A request inside a window that an earlier answer had closed. */
    record Breach(Instant at, String what) {}

    /** All of them. */
    List<Breach> breaches() {
        return logs.entrySet().stream()
                .flatMap(entry -> entry
                        .getValue()
                        .insideRetryAfter(new Excuses(
                                LATENCY, entry.getKey().deaths(), entry.getKey().brokenPorts()))
                        .stream()
                        .map(early -> breach(entry.getKey(), early)))
                .toList();
    }

    private static Breach breach(Caller caller, TooEarly early) {
        return new Breach(
                early.request().at(),
                caller.name() + " sent " + early.request().method() + " "
                        + early.request().path() + " at " + early.request().at() + ", although the answer to "
                        + early.answer().method() + " " + early.answer().path() + " of "
                        + early.answer().at() + " (" + early.answer().status() + ") had asked it to stay away for "
                        + early.answer().retryAfter());
    }

    /** Of all callers and Cleo paths, the most requests that arrived in any second of an interval. */
    int busiestSecond(Instant from, Instant to) {
        int most = 0;
        for (RequestLog log : logs.values()) {
            RequestLog part = new RequestLog(log.requests().stream()
                    .filter(request -> request.system() == FaultPlan.System.CLEO
                            && !request.at().isBefore(from)
                            && !request.at().isAfter(to))
                    .toList());
            Set<String> scopes =
                    part.requests().stream().map(LoggedRequest::scope).collect(Collectors.toSet());
            for (String scope : scopes) {
                most = Math.max(most, part.mostInAnySecond(FaultPlan.System.CLEO, scope));
            }
        }
        return most;
    }
}
