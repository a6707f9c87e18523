package io.mlconnector.dynamics.internal.masterdata;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.odata.ManyValues;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.ports.erp.MasterData;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Released products and units of measure (reference dynamics, section 4.6). */
public final class MasterDataRows implements MasterData {

    /** For more, reading all items of the company takes fewer calls than asking for these: a page has 10,000 rows. */
    private static final int MOST_BY_NUMBER = 500;

    /** Of a unit symbol. */
    private static final int LONGEST_SYMBOL = 10;

    private final ODataClient client;

    /** Reads through this client. */
    public MasterDataRows(ODataClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Outcome<Set<ItemNumber>>> released(LegalEntity legalEntity, Set<ItemNumber> items) {
        if (items.isEmpty()) {
            return CompletableFuture.completedStage(Outcome.done(Set.of()));
        }
        List<String> numbers =
                List.copyOf(items.stream().map(ItemNumber::number).collect(Collectors.toCollection(TreeSet::new)));
        Query query = Query.of("ReleasedProductsV2")
                .in(Set.of(legalEntity))
                .orderedBy("dataAreaId", "ItemNumber")
                .selecting(List.of("dataAreaId", "ItemNumber"));
        return rows(query, numbers)
                .map(outcome -> outcome.map(rows -> {
                    Set<String> found = new HashSet<>();
                    rows.forEach(row -> found.add(lower(row.path("ItemNumber").asText(""))));
                    return items.stream()
                            .filter(item -> found.contains(lower(item.number())))
                            .collect(Collectors.toUnmodifiableSet());
                }))
                .toCompletionStage();
    }

    private Future<Outcome<List<JsonNode>>> rows(Query query, List<String> numbers) {
        if (numbers.size() <= MOST_BY_NUMBER) {
            return ManyValues.of(client, query, "ItemNumber", numbers);
        }
        // A company may have more items than are read at once: then they are asked for by their numbers after all.
        return client.all(query)
                .compose(all -> all instanceof Outcome.Refused<?>
                        ? ManyValues.of(client, query, "ItemNumber", numbers)
                        : Future.succeededFuture(all));
    }

    @Override
    public CompletionStage<Outcome<Set<UnitSymbol>>> units() {
        return client.all(Query.of("UnitsOfMeasure").orderedBy("UnitSymbol").selecting(List.of("UnitSymbol")))
                .map(outcome -> outcome.map(rows -> rows.stream()
                        .map(row -> row.path("UnitSymbol").asText("").strip())
                        .filter(symbol -> !symbol.isEmpty() && symbol.length() <= LONGEST_SYMBOL)
                        .map(UnitSymbol::new)
                        .collect(Collectors.toUnmodifiableSet())))
                .toCompletionStage();
    }

    /** A blank at the beginning of an item number belongs to it. */
    private static String lower(String text) {
        return text.stripTrailing().toLowerCase(Locale.ROOT);
    }
}
