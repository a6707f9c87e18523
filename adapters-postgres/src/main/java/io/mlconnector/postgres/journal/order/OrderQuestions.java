package io.mlconnector.postgres.journal.order;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.order.OpenOrders;
import io.mlconnector.ports.journal.order.OrderReference;
import io.mlconnector.postgres.journal.table.PostgresText;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Questions about whole orders. Each reads an index of what it is about, never all documents. */
public final class OrderQuestions {

    /** Everything about an order, behind the columns of a document {@code d}. */
    public static final String ABOUT = """
             from ((select * from document
                     where connection = $1 and lower(order_number) = lower($2) and order_number <> '' and direction = 'outbound'
                     order by id desc limit $3)
                   union all
                   (select * from document
                     where connection = $1 and lower(order_number) = lower($2) and order_number <> '' and direction = 'inbound'
                     order by id desc limit $3)) d
            order by d.created_at, d.id
            """;

    /** Orders of which something is open. The lists of words are those of the partial indexes. */
    public static final String OPEN = """
            select connection, max(order_number) as order_number, min(coalesce(document.since, changed_at)) as since from document
             where order_number <> '' and condition <> 'discarded' and ($3::text is null or partner = $3)
               and ((condition in ('moving', 'waiting', 'held', 'unknown', 'failed') and condition = any($1))
                 or (acknowledgement in ('awaited', 'overdue', 'rejected') and acknowledgement = any($2)))
             group by connection, lower(order_number)
             order by since, connection, lower(order_number) limit $4
            """;

    /** Orders by their newest revision; an order of many revisions takes the place of others. */
    public static final String NEWEST = """
            select connection, max(order_number) as order_number from (
              select connection, order_number, id from document
              where direction = 'outbound' and confirmation_number <> '' order by id desc limit $1 * 4) d
            group by connection, lower(order_number) order by max(id) desc limit $1
            """;

    /** The same of one partner. */
    public static final String NEWEST_OF_PARTNER = """
            select connection, max(order_number) as order_number from (
              select connection, order_number, id from document
              where direction = 'outbound' and confirmation_number <> '' and partner = $2
              order by id desc limit $1 * 4) d
            group by connection, lower(order_number) order by max(id) desc limit $1
            """;

    private OrderQuestions() {}

    /** The values of {@link #ABOUT}. */
    public static Tuple about(OrderReference order, int most) {
        return Tuple.of(PostgresText.of(order.connection()), PostgresText.of(order.orderNumber()), most);
    }

    /** The values of {@link #OPEN}. */
    public static Tuple open(OpenOrders wanted) {
        return Tuple.of(
                wanted.conditions().stream().map(Condition::word).toArray(String[]::new),
                wanted.acknowledgements().stream().map(Acknowledgement::word).toArray(String[]::new),
                wanted.partner().map(PostgresText::of).orElse(null),
                wanted.most());
    }

    /** The values of {@link #NEWEST} and {@link #NEWEST_OF_PARTNER}. */
    public static Tuple newest(Optional<String> partner, int most) {
        return partner.map(one -> Tuple.of(most, PostgresText.of(one))).orElseGet(() -> Tuple.of(most));
    }

    /** What a row names. */
    public static OrderReference reference(Row row) {
        return new OrderReference(row.getString("connection"), row.getString("order_number"));
    }
}
