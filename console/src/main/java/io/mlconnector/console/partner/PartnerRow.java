package io.mlconnector.console.partner;

import io.mlconnector.domain.agreement.TradingPartner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A partner in a list.
 *
 * @param connection short name
 * @param partner what is agreed
 */
public record PartnerRow(String connection, TradingPartner partner) {

    /** Short name. */
    public String id() {
        return partner.id().id();
    }

    /** Where the partner's page is. */
    public String address() {
        return "/partners/" + connection + "/" + id();
    }

    /** Vendor accounts by legal entity, sorted. */
    public List<String> vendors() {
        return partner.vendors().entrySet().stream()
                .map(one -> one.getValue() + " in " + one.getKey())
                .sorted()
                .toList();
    }

    /** What is exchanged. */
    public String exchanged() {
        return Stream.of(
                        partner.orders().map(ignored -> "orders"),
                        partner.invoices().map(ignored -> "invoices"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
    }
}
