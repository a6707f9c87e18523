package io.mlconnector.console.document;

import io.mlconnector.engine.Connection;
import java.util.List;

/**
 * From what a filter is chosen.
 *
 * @param connections short names
 * @param partners short names, sorted
 * @param legalEntities sorted
 */
public record Choices(List<String> connections, List<String> partners, List<String> legalEntities) {

    public Choices {
        connections = List.copyOf(connections);
        partners = List.copyOf(partners);
        legalEntities = List.copyOf(legalEntities);
    }

    /** As configured. */
    public static Choices of(List<Connection> connections) {
        return new Choices(
                connections.stream().map(Connection::id).sorted().toList(),
                connections.stream()
                        .flatMap(one -> one.partners().all().stream())
                        .map(partner -> partner.id().id())
                        .distinct()
                        .sorted()
                        .toList(),
                connections.stream()
                        .flatMap(one -> one.orders().legalEntities().stream())
                        .map(Object::toString)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
