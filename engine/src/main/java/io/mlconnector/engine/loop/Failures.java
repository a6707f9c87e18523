package io.mlconnector.engine.loop;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each of several things failed in a row, so that one that fails again and again is put aside and does not keep the
 * others from their turn. Remembers a bounded number of things, those that failed last. Touched on one event loop only.
 *
 * @param <K> names a thing
 */
public final class Failures<K> {

    private static final int MOST = 10_000;

    private final int tries;
    private final Map<K, Integer> counted = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param tries how often a thing may fail before it is put aside, at least 1
     */
    public Failures(int tries) {
        if (tries < 1) {
            throw new IllegalArgumentException("A thing is tried at least once, not " + tries + " times");
        }
        this.tries = tries;
    }

    /**
     * It failed once more.
     *
     * @return whether it has failed as often as it may
     */
    public boolean usedUp(K thing) {
        int count = counted.getOrDefault(thing, 0) + 1;
        counted.remove(thing);
        counted.put(thing, count);
        if (counted.size() > MOST) {
            counted.remove(counted.keySet().iterator().next());
        }
        return count >= tries;
    }

    /** It went well, or is gone: it begins anew. */
    public void forget(K thing) {
        counted.remove(thing);
    }

    /** How often a thing may fail. */
    public int tries() {
        return tries;
    }
}
