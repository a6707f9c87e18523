package io.mlconnector.postgres.journal;

import io.mlconnector.postgres.journal.table.Unavailability;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Questions to which the answer is any number of rows. */
final class Query {

    private Query() {}

    /**
     * What the rows of the answer say, in their order.
     *
     * @param mapping what one row says
     */
    static <T> CompletionStage<List<T>> many(Pool pool, String sql, Tuple values, Function<Row, T> mapping) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> {
                    List<T> all = new ArrayList<>();
                    rows.forEach(row -> all.add(mapping.apply(row)));
                    return all;
                })
                .recover(Unavailability::told)
                .toCompletionStage();
    }
}
