package io.mlconnector.domain.trade;

import java.util.Objects;

/**
 * A postal address as F&O keeps it or as an N1 loop carries it. Parts that are not known are empty strings.
 *
 * @param code our code of the place (F&O: location id, warehouse or site), for N104 with qualifier 92
 * @param name name of the addressee
 * @param street street and number; may hold several lines, separated by line feeds
 * @param city city
 * @param state state or province code
 * @param postalCode postal code
 * @param country country code of two or three letters
 */
public record Address(
        String code, String name, String street, String city, String state, String postalCode, String country) {

    public Address {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(postalCode, "postalCode");
        Objects.requireNonNull(country, "country");
    }

    /** Whether nothing at all is known. */
    public boolean isEmpty() {
        return (code + name + street + city + state + postalCode + country).isBlank();
    }
}
