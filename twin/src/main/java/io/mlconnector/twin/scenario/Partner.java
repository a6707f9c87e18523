package io.mlconnector.twin.scenario;

import java.util.Map;

/**
 * A trading partner, as a configuration would describe it.
 *
 * @param id short id
 * @param name its name
 * @param vendors its vendor account by legal entity
 * @param us our side of its interchanges
 * @param them its side
 * @param version 004010 or 005010
 * @param uploadFolder where its orders are put
 * @param downloadFolder where its invoices arrive
 */
public record Partner(
        String id,
        String name,
        Map<String, String> vendors,
        Side us,
        Side them,
        String version,
        String uploadFolder,
        String downloadFolder) {

    /**
     * One side of an interchange.
     *
     * @param qualifier qualifier of the id
     * @param id interchange id
     * @param group group id
     */
    public record Side(String qualifier, String id, String group) {}

    /** Copies the map. */
    public Partner {
        vendors = Map.copyOf(vendors);
    }
}
