package io.mlconnector.runtime.http.entrance;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often the entrance turned somebody away, by reason, since the start. Safe for use by several threads. */
public final class Counts {

    /** Why somebody was turned away. */
    public enum Why {
        /** More connections than are served. */
        CONNECTIONS("connections"),
        /** More requests under way than are served. */
        REQUESTS("requests"),
        /** More bytes of bodies in flight than are held. */
        BODIES("bodies-in-flight"),
        /** A body larger than is taken. */
        TOO_LARGE("too-large"),
        /** A request that did not arrive in time. */
        TOO_SLOW("too-slow"),
        /** A wrong token or key. */
        SIGN_IN("sign-in"),
        /** Not looked at after too many wrong tokens or keys. */
        TOO_MANY_SIGN_INS("too-many-sign-ins");

        private final String word;

        Why(String word) {
            this.word = word;
        }

        /** The word of the metric's label. */
        public String word() {
            return word;
        }
    }

    private final Map<Why, LongAdder> all = new EnumMap<>(Why.class);

    /** Nothing yet. */
    public Counts() {
        for (Why why : Why.values()) {
            all.put(why, new LongAdder());
        }
    }

    void add(Why why) {
        adder(why).increment();
    }

    /** How often for this reason. */
    public long of(Why why) {
        return adder(why).sum();
    }

    private LongAdder adder(Why why) {
        return java.util.Objects.requireNonNull(all.get(why));
    }
}
