package io.mlconnector.testing.memory.journal.order;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.order.OpenOrders;
import io.mlconnector.ports.journal.order.OrderReference;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions about whole orders, answered by looking at all documents. */
public final class MemoryOrders {

    private static final Comparator<DocumentRecord> NEWEST_FIRST =
            Comparator.comparing(DocumentRecord::id).reversed();

    private MemoryOrders() {}

    /** Everything about an order, the oldest first. */
    public static List<DocumentRecord> about(Collection<DocumentRecord> all, OrderReference order, int most) {
        List<DocumentRecord> about = all.stream()
                .filter(one -> one.connection().equals(order.connection())
                        && !one.keys().orderNumber().isEmpty()
                        && one.keys().orderNumber().equalsIgnoreCase(order.orderNumber()))
                .sorted(NEWEST_FIRST)
                .toList();
        return Stream.of(Direction.OUTBOUND, Direction.INBOUND)
                .flatMap(direction -> about.stream()
                        .filter(one -> one.direction() == direction)
                        .limit(most))
                .sorted(Comparator.comparing(DocumentRecord::createdAt).thenComparing(DocumentRecord::id))
                .toList();
    }

    /** Orders of which something is open. */
    public static List<OrderReference> open(Collection<DocumentRecord> all, OpenOrders wanted) {
        return distinct(
                all.stream()
                        .filter(one -> one.condition() != Condition.DISCARDED
                                && (wanted.conditions().contains(one.condition())
                                        || wanted.acknowledgements().contains(one.acknowledgement())))
                        .filter(one -> wanted.partner()
                                .filter(name -> !name.equals(one.partner()))
                                .isEmpty())
                        .sorted(Comparator.comparing(DocumentRecord::since)),
                wanted.most());
    }

    /** Orders by their newest revision. */
    public static List<OrderReference> newest(Collection<DocumentRecord> all, Optional<String> partner, int most) {
        return distinct(
                all.stream()
                        .filter(one -> one.direction() == Direction.OUTBOUND
                                && !one.keys().confirmationNumber().isEmpty())
                        .filter(one -> partner.filter(name -> !name.equals(one.partner()))
                                .isEmpty())
                        .sorted(NEWEST_FIRST),
                most);
    }

    private static List<OrderReference> distinct(Stream<DocumentRecord> documents, int most) {
        Map<List<String>, OrderReference> orders = new LinkedHashMap<>();
        documents
                .filter(one -> !one.keys().orderNumber().isEmpty())
                .forEach(one -> orders.putIfAbsent(
                        List.of(one.connection(), one.keys().orderNumber().toLowerCase(Locale.ROOT)),
                        new OrderReference(one.connection(), one.keys().orderNumber())));
        return orders.values().stream().limit(most).toList();
    }
}
