package io.mlconnector.domain.ordering.document;

import java.util.Objects;

/**
 * Numbers of the place where the goods go, besides the code of its warehouse or site. Any may be empty.
 *
 * @param location F&O {@code DeliveryAddressLocationId}
 * @param duns F&O {@code DeliveryAddressDunsNumber}
 */
public record PlaceNumbers(String location, String duns) {

    /** A place without such numbers. */
    public static final PlaceNumbers NONE = new PlaceNumbers("", "");

    public PlaceNumbers {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(duns, "duns");
    }
}
