package io.mlconnector.twin.dynamics.payables;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The charges codes of accounts payable, by company. */
public final class ChargesCodes {

    private final Set<String> codes = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);

    /** No code is set up yet. */
    public ChargesCodes() {}

    /** Sets up a code. */
    public void add(String legalEntity, String code) {
        codes.add(legalEntity + ":" + code);
    }

    boolean has(String legalEntity, String code) {
        return codes.contains(legalEntity + ":" + code);
    }
}
