package io.mlconnector.domain.search;

import io.mlconnector.domain.trade.Address;

/** The texts of an address. */
final class Addresses {

    private Addresses() {}

    static void add(SearchText found, Address address) {
        found.add(address.name())
                .add(address.code())
                .add(address.street())
                .add(address.city())
                .add(address.postalCode());
    }
}
