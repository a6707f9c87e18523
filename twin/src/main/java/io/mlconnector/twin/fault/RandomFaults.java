package io.mlconnector.twin.fault;

import io.mlconnector.twin.fault.FaultPlan.System;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random faults: determined only by the seed and the order of requests. */
final class RandomFaults {

    private final Random random;
    private final double share;
    private final Set<FaultKind> kinds;

    RandomFaults(long seed, double share, Set<FaultKind> kinds) {
        this.random = new Random(seed);
        this.share = share;
        this.kinds = Set.copyOf(kinds);
    }

    @Nullable Fault strike(System system, String path) {
        if (random.nextDouble() >= share) {
            return null;
        }
        List<FaultKind> fitting = java.util.Arrays.stream(FaultKind.values())
                .filter(kind -> kinds.contains(kind) && fits(kind, system, path))
                .toList();
        return fitting.isEmpty() ? null : fault(fitting.get(random.nextInt(fitting.size())));
    }

    private static boolean fits(FaultKind kind, System system, String path) {
        return switch (kind) {
            case THROTTLE_PART -> system == System.DYNAMICS && path.equals("/data/$batch");
            case EXPIRED_TOKEN -> !path.endsWith("/token") && !path.equals("/api/authentication");
            default -> true;
        };
    }

    private Fault fault(FaultKind kind) {
        return switch (kind) {
            case DROP_BEFORE_WORK -> new Fault.DropBeforeWork();
            case DROP_AFTER_WORK -> new Fault.DropAfterWork();
            case LATE_WORK -> new Fault.LateWork(Duration.ofMillis(500 + random.nextInt(3000)));
            case ANSWER -> answer();
            case THROTTLE -> {
                int seconds = 1 + random.nextInt(2);
                yield random.nextBoolean() ? new Fault.Throttle(seconds) : new Fault.ThrottleUntil(seconds);
            }
            case DELAY -> new Fault.Delay(Duration.ofMillis(10 + random.nextInt(1500)));
            case TRUNCATE_BODY -> new Fault.TruncateBody(random.nextInt(200));
            case THROTTLE_PART -> new Fault.ThrottlePart(0, 1 + random.nextInt(2));
            case EXPIRED_TOKEN -> new Fault.ExpiredToken();
            case ENDLESS_ANSWER -> new Fault.EndlessAnswer();
        };
    }

    private Fault answer() {
        int status = List.of(500, 502, 503, 504).get(random.nextInt(4));
        return random.nextBoolean()
                ? new Fault.Answer(
                        status,
                        "<!DOCTYPE html><html><body><h1>" + status + "</h1><hr>proxy</body></html>",
                        Map.of("Content-Type", "text/html"))
                : new Fault.Answer(
                        status,
                        "{\"error\":{\"code\":\"\",\"message\":\"An error has occurred.\"},\"message\":\"Error\"}",
                        Map.of("Content-Type", "application/json"));
    }
}
