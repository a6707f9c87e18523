package io.mlconnector.twin.scenario;

import java.util.Map;

/**
 * A company of ours.
 *
 * @param id its id, lower case
 * @param name its name
 * @param currency its currency
 * @param delivery where its orders go, by the OData names of an order's header
 */
public record LegalEntity(String id, String name, String currency, Map<String, Object> delivery) {
    /** Copies the map. */
    public LegalEntity {
        delivery = Map.copyOf(delivery);
    }
}
