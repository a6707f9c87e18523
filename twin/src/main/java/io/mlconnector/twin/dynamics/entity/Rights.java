package io.mlconnector.twin.dynamics.entity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the role of the mapped user lacks. Guarded by its owner. */
public final class Rights {

    private final Map<String, Integer> denied = new HashMap<>();

    public void deny(String entitySet, int status) {
        denied.put(entitySet.toLowerCase(Locale.ROOT), status);
    }

    public void grant(String entitySet) {
        denied.remove(entitySet.toLowerCase(Locale.ROOT));
    }

    /** Throws for a set that the role does not show: 404 as if it did not exist, or 403. */
    public void check(EntitySet set) {
        Integer status = denied.get(set.name().toLowerCase(Locale.ROOT));
        if (status != null) {
            throw status == 404 ? Refusal.noSuchSegment(set.name()) : Refusal.forbidden(set);
        }
    }
}
