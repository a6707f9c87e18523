package io.mlconnector.twin.http;

import io.mlconnector.twin.fault.FaultPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests in the order of their arrival, and checks of the caller's request behaviour.
 *
 * @param requests the requests
 */
public record RequestLog(List<LoggedRequest> requests) {

    /** A caller's timer may be this much early; its clock counts in milliseconds. */
    private static final Duration TIMER = Duration.ofMillis(5);

    /** Copies the list. */
    public RequestLog {
        requests = List.copyOf(requests);
    }

    /**
     * Circumstances for which a caller is not responsible.
     *
     * @param latency round-trip time of a response and the caller's next request
     * @param deaths when the caller was killed: responses before that are forgotten
     * @param brokenConnections caller ports of connections on which responses may have been lost
     */
    public record Excuses(Duration latency, List<Instant> deaths, Set<Integer> brokenConnections) {

        /** Copies the collections. */
        public Excuses {
            deaths = List.copyOf(deaths);
            brokenConnections = Set.copyOf(brokenConnections);
        }

        /**
         * A caller that was never killed and received every response.
         *
         * @return no excuses
         */
        public static Excuses none() {
            return new Excuses(Duration.ZERO, List.of(), Set.of());
        }
    }

    /**
     * A request that was sent too early.
     *
     * @param request the request
     * @param answer the request whose response carried the Retry-After header
     */
    public record TooEarly(LoggedRequest request, LoggedRequest answer) {}

    /**
     * The busiest second, wherever it begins.
     *
     * @param system the system called
     * @param scope scope of the limit, see {@link LoggedRequest#scope()}
     * @return the most requests that arrived within one second
     */
    public int mostInAnySecond(FaultPlan.System system, String scope) {
        return most(system, scope, Duration.ofSeconds(1));
    }

    /**
     * Throughput while there was something to do: the busiest interval of a length, wherever it begins.
     *
     * @param system the system called
     * @param scope scope of the limit, see {@link LoggedRequest#scope()}
     * @param interval its length, a second or more
     * @return requests per second, averaged over that interval
     */
    public double busiestAverage(FaultPlan.System system, String scope, Duration interval) {
        return most(system, scope, interval) * 1e9 / interval.toNanos();
    }

    private int most(FaultPlan.System system, String scope, Duration interval) {
        List<LoggedRequest> those = requests.stream()
                .filter(request -> request.system() == system && request.scope().equals(scope))
                .toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < those.size(); last++) {
            while (those.get(last).arrivedNanos() - those.get(first).arrivedNanos() >= interval.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /**
     * Requests inside a window that an earlier response with Retry-After had closed, without exceptions.
     *
     * @return those requests; those that were on their way when the response was sent are not among them
     */
    public List<TooEarly> insideRetryAfter() {
        return insideRetryAfter(Excuses.none());
    }

    /**
     * Requests inside a window that an earlier response with Retry-After, 429 or 503 or a throttled part of a batch,
     * had closed for their system and scope.
     *
     * @param excuses circumstances for which the caller is not responsible
     * @return those requests, each once
     */
    public List<TooEarly> insideRetryAfter(Excuses excuses) {
        Map<String, List<LoggedRequest>> answers = new HashMap<>();
        for (LoggedRequest request : requests) {
            if (request.closedFor() != null && !excuses.brokenConnections().contains(request.callerPort())) {
                answers.computeIfAbsent(gate(request), absent -> new ArrayList<>())
                        .add(request);
            }
        }
        List<TooEarly> early = new ArrayList<>();
        for (LoggedRequest request : requests) {
            answers.getOrDefault(gate(request), List.of()).stream()
                    .filter(answer -> forbids(answer, request, excuses))
                    .findFirst()
                    .ifPresent(answer -> early.add(new TooEarly(request, answer)));
        }
        return early;
    }

    private static String gate(LoggedRequest request) {
        return request.system() + "/" + request.scope();
    }

    private static boolean forbids(LoggedRequest answer, LoggedRequest request, Excuses excuses) {
        Duration closed = answer.closedFor();
        Duration since = Duration.ofNanos(request.arrivedNanos() - answer.answeredNanos());
        return closed != null
                && since.compareTo(excuses.latency()) > 0
                && since.compareTo(closed.minus(TIMER)) < 0
                && excuses.deaths().stream()
                        .noneMatch(death -> !death.isBefore(answer.answeredAt()) && !death.isAfter(request.at()));
    }
}
