package io.mlconnector.twin.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The planned faults. Each is applied to the next matching request, in the order of planning. */
public final class FaultPlan {

    /** The system whose response is disturbed. */
    @SuppressWarnings("JavaLangClash") // the domain term; always used as FaultPlan.System
    public enum System {
        /** Dynamics 365 F&amp;O, its token endpoint included. */
        DYNAMICS,
        /** Cleo Integration Cloud. */
        CLEO
    }

    /** A planned fault. */
    public final class Planned {
        private final System system;
        private final String method;
        private final String pathPrefix;
        private final Fault fault;
        private int left = 1;

        private Planned(System system, String method, String pathPrefix, Fault fault) {
            this.system = system;
            this.method = method;
            this.pathPrefix = pathPrefix;
            this.fault = fault;
        }

        /**
         * Applies the fault to more than one request.
         *
         * @param n total number of requests to which it is applied
         * @return this
         */
        public Planned times(int n) {
            synchronized (FaultPlan.this) {
                left = n;
            }
            return this;
        }

        private boolean fits(System otherSystem, String otherMethod, String path) {
            return left > 0 && system == otherSystem && method.equals(otherMethod) && path.startsWith(pathPrefix);
        }
    }

    private final List<Planned> planned = new ArrayList<>();
    private final Map<FaultKind, Integer> struck = new EnumMap<>(FaultKind.class);
    private @Nullable RandomFaults random;

    /**
     * Plans a fault for the next matching request.
     *
     * @param system the system called
     * @param method the HTTP method
     * @param pathPrefix how the decoded path begins, e.g. {@code /data/$batch}
     * @param fault what goes wrong
     * @return the planned fault, for {@link Planned#times(int)}
     */
    public synchronized Planned next(System system, String method, String pathPrefix, Fault fault) {
        Planned entry = new Planned(system, method.toUpperCase(Locale.ROOT), pathPrefix, fault);
        planned.add(entry);
        return entry;
    }

    /**
     * Injects random faults into requests without a planned fault. The same seed and the same order of requests
     * give the same faults.
     *
     * @param seed the seed
     * @param share probability that a request is disturbed, from 0 to 1
     * @param kinds kinds of fault, equally likely among those applicable to the request
     */
    public synchronized void randomly(long seed, double share, Set<FaultKind> kinds) {
        random = new RandomFaults(seed, share, kinds);
    }

    /** Stops random faults; planned faults are kept. */
    public synchronized void stopRandom() {
        random = null;
    }

    /**
     * Number of requests to which each kind of fault was applied, planned or random.
     *
     * @return a copy, without kinds that were never applied
     */
    public synchronized Map<FaultKind, Integer> struck() {
        return Map.copyOf(struck);
    }

    /**
     * Removes and returns the fault to apply to this request, if any.
     *
     * @param system the system called
     * @param method the HTTP method
     * @param path the decoded path
     * @return the fault, or null
     */
    public synchronized @Nullable Fault strike(System system, String method, String path) {
        Fault fault = planned(system, method, path);
        RandomFaults byChance = random;
        if (fault == null && byChance != null) {
            fault = byChance.strike(system, path);
        }
        if (fault != null) {
            struck.merge(FaultKind.of(fault), 1, Integer::sum);
        }
        return fault;
    }

    /**
     * Removes and returns the planned fault to apply to a request inside a batch, if any. Chance strikes batches as a whole only.
     *
     * @param system the system called
     * @param method the HTTP method of the request inside
     * @param path its decoded path
     * @param whole whether only faults are meant that the batch as a whole suffers, such as a lost connection; otherwise only those
     *     that answer one request
     * @return the fault, or null
     */
    public synchronized @Nullable Fault strikeInside(System system, String method, String path, boolean whole) {
        Fault fault = planned(system, method, path, whole);
        if (fault != null) {
            struck.merge(FaultKind.of(fault), 1, Integer::sum);
        }
        return fault;
    }

    private @Nullable Fault planned(System system, String method, String path) {
        return planned(system, method, path, null);
    }

    private @Nullable Fault planned(System system, String method, String path, @Nullable Boolean whole) {
        planned.removeIf(entry -> entry.left <= 0);
        for (Planned entry : planned) {
            if (entry.fits(system, method, path) && (whole == null || whole != answersOne(entry.fault))) {
                entry.left--;
                return entry.fault;
            }
        }
        return null;
    }

    private static boolean answersOne(Fault fault) {
        return fault instanceof Fault.Answer
                || fault instanceof Fault.Throttle
                || fault instanceof Fault.ThrottleUntil
                || fault instanceof Fault.ExpiredToken;
    }

    /**
     * Number of planned faults still to be applied.
     *
     * @return the count
     */
    public synchronized int pending() {
        return planned.stream().mapToInt(entry -> Math.max(0, entry.left)).sum();
    }

    /** Removes all planned faults and stops random faults. */
    public synchronized void clear() {
        planned.clear();
        random = null;
    }
}
