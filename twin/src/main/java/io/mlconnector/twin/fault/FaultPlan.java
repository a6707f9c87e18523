package io.mlconnector.twin.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults still to come. Each strikes the next request that fits it, in the order they were planned. */
public final class FaultPlan {

    /** The system whose answer goes wrong. */
    @SuppressWarnings("JavaLangClash") // the field's word; always used as FaultPlan.System
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
         * Lets the fault strike more than one request.
         *
         * @param n how many requests it strikes in all
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
     * Plans a fault for the next request that fits.
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
     * Lets chance decide for each request that no planned fault strikes. The same seed and the same order of requests
     * give the same faults.
     *
     * @param seed the seed
     * @param share probability that a request is struck, from 0 to 1
     * @param kinds kinds of fault, each as likely as the others among those that make sense for the request
     */
    public synchronized void randomly(long seed, double share, Set<FaultKind> kinds) {
        random = new RandomFaults(seed, share, kinds);
    }

    /** Leaves nothing to chance any more; planned faults stay. */
    public synchronized void stopRandom() {
        random = null;
    }

    /**
     * How many requests each kind of fault has struck, planned or by chance.
     *
     * @return a copy, without the kinds that have struck none
     */
    public synchronized Map<FaultKind, Integer> struck() {
        return Map.copyOf(struck);
    }

    /**
     * Takes the fault that strikes this request, if any.
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

    private @Nullable Fault planned(System system, String method, String path) {
        planned.removeIf(entry -> entry.left <= 0);
        for (Planned entry : planned) {
            if (entry.fits(system, method, path)) {
                entry.left--;
                return entry.fault;
            }
        }
        return null;
    }

    /**
     * How many strikes are still to come.
     *
     * @return the count
     */
    public synchronized int pending() {
        return planned.stream().mapToInt(entry -> Math.max(0, entry.left)).sum();
    }

    /** Forgets all planned faults and leaves nothing to chance. */
    public synchronized void clear() {
        planned.clear();
        random = null;
    }
}
