package io.mlconnector.dynamics.internal.units;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.conversion.UnitConversion;
import io.mlconnector.domain.trade.conversion.UnitConversion.Factor;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.DecimalBounds;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.odata.ManyValues;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the conversions of units (reference dynamics, section 4.6): those of every product, and those of single products. Products are
 * shared by all companies; what a company calls an item may have another product number.
 */
public final class UnitConversionRows {

    private static final String GENERAL = "UnitOfMeasureConversions";

    /** Older environments have the second one in place of the first. */
    private static final List<String> OF_PRODUCTS =
            List.of("ProductUnitOfMeasureConversions", "ProductSpecificUnitOfMeasureConversions");

    private final ODataClient client;

    /** Reads through this client. */
    public UnitConversionRows(ODataClient client) {
        this.client = client;
    }

    /** Those that are true of every product. */
    public Future<Outcome<UnitConversions>> general() {
        return client.all(Query.of(GENERAL).orderedBy("FromUnitSymbol", "ToUnitSymbol"))
                .map(outcome -> refused(outcome.map(rows -> new UnitConversions(rows.stream()
                        .flatMap(row -> conversion(row, Optional.empty()))
                        .toList()))));
    }

    /**
     * Those of some products.
     *
     * @param products numbers of items and variants, at least one; each conversion is told under the number that was asked
     */
    public Future<Outcome<UnitConversions>> ofProducts(LegalEntity legalEntity, Set<String> products) {
        return productNumbers(legalEntity, products).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Map<String, Set<String>>>(Map<String, Set<String>> asked))) {
                return Future.succeededFuture(outcome.map(ignored -> UnitConversions.NONE));
            }
            return rows(List.copyOf(new TreeSet<>(asked.keySet())), 0)
                    .map(rows -> refused(rows.map(found -> named(found, asked))));
        });
    }

    private Future<Outcome<List<JsonNode>>> rows(List<String> numbers, int at) {
        Query query = Query.of(OF_PRODUCTS.get(at)).orderedBy("ProductNumber", "FromUnitSymbol", "ToUnitSymbol");
        return ManyValues.of(client, query, "ProductNumber", numbers)
                .compose(outcome -> notReadable(outcome) && at + 1 < OF_PRODUCTS.size()
                        ? rows(numbers, at + 1)
                        : Future.succeededFuture(outcome));
    }

    /** By product number in lower case, under which numbers it was asked. */
    private Future<Outcome<Map<String, Set<String>>>> productNumbers(LegalEntity legalEntity, Set<String> asked) {
        Map<String, Set<String>> numbers = new HashMap<>();
        asked.forEach(number -> add(numbers, number, number));
        Query query = Query.of("ReleasedProductsV2")
                .in(Set.of(legalEntity))
                .orderedBy("dataAreaId", "ItemNumber")
                .selecting(List.of("dataAreaId", "ItemNumber", "ProductNumber"));
        return ManyValues.of(client, query, "ItemNumber", List.copyOf(new TreeSet<>(asked)))
                .map(outcome -> notReadable(outcome)
                        ? Outcome.done(numbers)
                        : outcome.map(rows -> {
                            rows.forEach(row -> {
                                String product = row.path("ProductNumber").asText("");
                                String item = row.path("ItemNumber").asText("");
                                asked.stream()
                                        .filter(one -> !product.isBlank() && one.equalsIgnoreCase(item))
                                        .forEach(one -> add(numbers, product, one));
                            });
                            return numbers;
                        }));
    }

    private static void add(Map<String, Set<String>> numbers, String product, String asked) {
        numbers.computeIfAbsent(product.toLowerCase(Locale.ROOT), ignored -> new TreeSet<>())
                .add(asked);
    }

    private static UnitConversions named(List<JsonNode> rows, Map<String, Set<String>> asked) {
        List<UnitConversion> found = new ArrayList<>();
        for (JsonNode row : rows) {
            String product = row.path("ProductNumber").asText("").toLowerCase(Locale.ROOT);
            asked.getOrDefault(product, Set.of()).stream()
                    .flatMap(number -> conversion(row, Optional.of(number)))
                    .forEach(found::add);
        }
        return new UnitConversions(found);
    }

    /** One with an offset, as between degrees, converts no price and is left out; so is one that cannot be read. */
    private static Stream<UnitConversion> conversion(JsonNode row, Optional<String> product) {
        String from = row.path("FromUnitSymbol").asText("").strip();
        String to = row.path("ToUnitSymbol").asText("").strip();
        Optional<BigDecimal> factor = number(row, "Factor");
        BigDecimal numerator =
                factor.orElse(BigDecimal.ZERO).multiply(number(row, "Numerator").orElse(BigDecimal.ONE));
        BigDecimal denominator = number(row, "Denominator").orElse(BigDecimal.ONE);
        boolean offset = Stream.of("InnerOffset", "OuterOffset")
                .anyMatch(property ->
                        number(row, property).orElse(BigDecimal.ZERO).signum() != 0);
        if (from.isEmpty()
                || to.isEmpty()
                || from.length() > 10
                || to.length() > 10
                || offset
                || numerator.signum() <= 0
                || denominator.signum() <= 0) {
            return Stream.empty();
        }
        return Stream.of(new UnitConversion(
                product, new UnitSymbol(from), new UnitSymbol(to), new Factor(numerator, denominator)));
    }

    /** A number, sent as a JSON number or string; empty if absent, or if it is none that F&O can have. */
    private static Optional<BigDecimal> number(JsonNode row, String property) {
        JsonNode node = row.path(property);
        try {
            return node.isNumber()
                    ? Optional.of(node.decimalValue()).filter(DecimalBounds::within)
                    : Optional.of(DecimalBounds.read(node.asText("").strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean notReadable(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotNow<?>(Problem why, var ignored) && why.is(ProblemCode.SET_NOT_READABLE);
    }

    /** An environment that does not show it will not do so soon: the invoice does not wait for it. */
    private static <T> Outcome<T> refused(Outcome<T> outcome) {
        return outcome instanceof Outcome.NotNow<T>(Problem why, var ignored) && why.is(ProblemCode.SET_NOT_READABLE)
                ? Outcome.refused(Problem.named(
                        why.code(),
                        "conversions of units",
                        "F&O does not show its conversions of units. Let the user of the client id read " + GENERAL
                                + " and " + OF_PRODUCTS.get(0) + ". " + why.message()))
                : outcome;
    }
}
