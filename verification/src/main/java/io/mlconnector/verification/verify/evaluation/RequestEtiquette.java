package io.mlconnector.verification.verify.evaluation;

import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.LoggedRequest;
import io.mlconnector.twin.http.RequestLog;
import io.mlconnector.twin.http.RequestLog.Excuses;
import io.mlconnector.twin.http.RequestLog.TooEarly;
import io.mlconnector.verification.verify.testbed.Caller;
import io.mlconnector.verification.verify.trouble.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How well callers respected the limits of the remote systems. */
public final class RequestEtiquette {

    /** How long a response and the next request may be under way on a busy machine. */
    private static final Duration LATENCY = Duration.ofMillis(100);

    /** Relays with latency and little bandwidth hold an answer back for less than this. */
    private static final Duration HELD_BACK = Duration.ofSeconds(1);

    private static final long SECOND = 1_000_000_000L;

    private final Map<Caller, RequestLog> logs = new HashMap<>();

    /** Requests from a port that several callers used in turn are ignored, because they cannot be attributed. */
    public RequestEtiquette(List<LoggedRequest> requests, List<Caller> callers) {
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

    /**
     * A request sent before the time that an earlier response had named.
     *
     * @param at when it arrived
     * @param answered when that response left
     * @param what which request and which response
     */
    record Breach(Instant at, Instant answered, String what) {

        /** Whether the response may still have been on its way, because a relay held answers back at the time. */
        boolean excused(Trouble trouble) {
            return trouble.delays() && at.isBefore(answered.plus(HELD_BACK));
        }
    }

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
                early.answer().at(),
                caller.name() + " sent " + early.request().method() + " "
                        + early.request().path() + " at " + early.request().at() + ", although the answer to "
                        + early.answer().method() + " " + early.answer().path() + " of "
                        + early.answer().at() + " (" + early.answer().status() + ") had asked it to wait for "
                        + early.answer().retryAfter());
    }

    /**
     * A second in which many requests of one caller reached one path of Cleo.
     *
     * @param requests how many
     * @param what who, where, and when each of them arrived
     */
    record Busy(int requests, String what) {}

    /** The busiest second of an interval among all callers and Cleo paths. */
    Busy busiestSecond(Instant from, Instant to) {
        Busy busiest = new Busy(0, "");
        for (Map.Entry<Caller, RequestLog> log : logs.entrySet()) {
            Map<String, List<LoggedRequest>> paths = log.getValue().requests().stream()
                    .filter(request -> request.system() == FaultPlan.System.CLEO
                            && !request.at().isBefore(from)
                            && !request.at().isAfter(to))
                    .collect(Collectors.groupingBy(LoggedRequest::scope));
            for (Map.Entry<String, List<LoggedRequest>> path : paths.entrySet()) {
                List<LoggedRequest> second =
                        busiestSecond(path.getValue(), log.getKey().deaths());
                if (second.size() > busiest.requests()) {
                    busiest = new Busy(
                            second.size(),
                            second.size() + " requests of " + log.getKey().name() + " reached /" + path.getKey()
                                    + " of Cleo within one second, the first at "
                                    + second.getFirst().at() + ", all of them after "
                                    + second.stream()
                                            .map(request -> (request.arrivedNanos()
                                                                    - second.getFirst()
                                                                            .arrivedNanos())
                                                            / 1_000_000
                                                    + " ms")
                                            .collect(Collectors.joining(", ")));
                }
            }
        }
        return busiest;
    }

    /** Counts the requests of one process only: the one that replaces it knows nothing of them. */
    private static List<LoggedRequest> busiestSecond(List<LoggedRequest> requests, List<Instant> deaths) {
        List<LoggedRequest> busiest = List.of();
        int first = 0;
        for (int last = 0; last < requests.size(); last++) {
            while (requests.get(last).arrivedNanos() - requests.get(first).arrivedNanos() >= SECOND
                    || diedBetween(requests.get(first), requests.get(last), deaths)) {
                first++;
            }
            if (last - first + 1 > busiest.size()) {
                busiest = requests.subList(first, last + 1);
            }
        }
        return busiest;
    }

    private static boolean diedBetween(LoggedRequest first, LoggedRequest last, List<Instant> deaths) {
        return deaths.stream().anyMatch(death -> !death.isBefore(first.at()) && !death.isAfter(last.at()));
    }
}
