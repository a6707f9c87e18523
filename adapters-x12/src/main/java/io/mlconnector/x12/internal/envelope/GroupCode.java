package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.Release;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.NamedRelease;
import java.util.Arrays;
import java.util.Map;

/** Which transaction sets belong into which functional group (reference x12, section 1.2). */
final class GroupCode {
    /** The data element of GS01. */
    private static final String FUNCTIONAL_IDENTIFIER = "479";

    private static final Map<String, String> BY_SET = Map.ofEntries(
            Map.entry("850", "PO"),
            Map.entry("860", "PC"),
            Map.entry("855", "PR"),
            Map.entry("865", "CA"),
            Map.entry("810", "IN"),
            Map.entry("856", "SH"),
            Map.entry("824", "AG"),
            Map.entry("997", "FA"),
            Map.entry("999", "FA"),
            Map.entry("864", "TX"),
            Map.entry("820", "RA"),
            Map.entry("812", "CD"),
            Map.entry("861", "RC"),
            Map.entry("846", "IB"),
            Map.entry("852", "PD"),
            Map.entry("830", "PS"),
            Map.entry("940", "OW"),
            Map.entry("945", "SW"));

    private GroupCode() {}

    /**
     * Whether the standard has a group of this code: in its release, or for a release without tables in any.
     *
     * @param release of the group
     */
    static boolean known(String groupCode, NamedRelease release) {
        return release.known()
                .map(known -> holds(known, groupCode))
                .orElseGet(() -> Arrays.stream(Release.values()).anyMatch(any -> holds(any, groupCode)));
    }

    private static boolean holds(Release release, String groupCode) {
        return Dictionary.of(release).codes(FUNCTIONAL_IDENTIFIER).holds(groupCode);
    }

    /** Whether a set may occur in a group, as far as both are known. */
    static boolean allows(String groupCode, String transactionSetId) {
        String expected = BY_SET.get(transactionSetId);
        if (expected != null) {
            return expected.equals(groupCode);
        }
        return !BY_SET.containsValue(groupCode);
    }
}
