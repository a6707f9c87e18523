package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ManyValues;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.dynamics.internal.units.UnitConversionRows;
import io.mlconnector.ports.erp.Products;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** External item numbers of a vendor and barcodes (reference dynamics, sections 4.5 and 4.6). */
public final class ItemReferences implements Products {

    private final ODataClient client;
    private final UnitConversionRows conversions;

    /** Reads through this client. */
    public ItemReferences(ODataClient client) {
        this.client = client;
        this.conversions = new UnitConversionRows(client);
    }

    @Override
    public CompletionStage<Outcome<ProductFacts>> facts(
            LegalEntity legalEntity, VendorAccount vendor, Set<ItemNumber> items) {
        if (items.isEmpty()) {
            return CompletableFuture.completedStage(Outcome.done(ProductFacts.NONE));
        }
        List<String> numbers = items.stream().map(ItemNumber::number).sorted().toList();
        Query barcodes = Query.of(EntitySet.BARCODES).in(Set.of(legalEntity));
        Future<Outcome<String>> asked = groupOf(legalEntity, vendor);
        Future<Outcome<List<JsonNode>>> external =
                ManyValues.of(client, external(legalEntity, vendor), "ItemNumber", numbers);
        Future<Outcome<List<JsonNode>>> codes = ManyValues.of(client, barcodes, "ItemNumber", numbers);
        return asked.compose(group -> external.compose(found -> codes.compose(gtins -> client.made(
                        found,
                        () -> group.then(name -> found.then(rows -> gtins.then(more -> read(rows, name, more))))))))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<UnitConversions>> conversions(LegalEntity legalEntity, Set<String> products) {
        return conversions
                .general()
                .compose(general ->
                        general instanceof Outcome.Done<UnitConversions>(UnitConversions ofAll) && !products.isEmpty()
                                ? conversions.ofProducts(legalEntity, products).map(outcome -> outcome.map(ofAll::and))
                                : Future.succeededFuture(general))
                .toCompletionStage();
    }

    /** Those of the vendor and those of all groups, of which {@link #read} takes the right ones: the group is asked for meanwhile. */
    private static Query external(LegalEntity legalEntity, VendorAccount vendor) {
        return Query.of(EntitySet.VENDOR_ITEMS)
                .in(Set.of(legalEntity))
                .whereAny("VendorAccountNumber", List.of(vendor.number(), ""));
    }

    /** Numbers may be kept for a group of vendors instead of each of them (reference dynamics, section 4.5); empty if in none. */
    private Future<Outcome<String>> groupOf(LegalEntity legalEntity, VendorAccount vendor) {
        Query query = Query.of(EntitySet.VENDORS).in(Set.of(legalEntity)).where("VendorAccountNumber", vendor.number());
        return client.first(query)
                .map(outcome -> outcome.map(row -> row.map(Row::new)
                        .flatMap(found -> found.someText("ProductDescriptionVendorGroupId"))
                        .orElse("")));
    }

    private static Outcome<ProductFacts> read(List<JsonNode> external, String group, List<JsonNode> barcodes) {
        return Rows.read(
                        Outcome.done(external),
                        EntitySet.VENDOR_ITEMS.text(),
                        rows -> rows.stream()
                                .flatMap(row -> vendorItem(row, group))
                                .toList())
                .then(numbers -> Rows.read(
                        Outcome.done(barcodes),
                        EntitySet.BARCODES.text(),
                        rows -> new ProductFacts(numbers, barcodes(rows))));
    }

    /** A row without a vendor is that of a group; one of neither is nobody's. */
    private static Stream<ProductFacts.VendorItem> vendorItem(Row row, String group) {
        boolean ofGroup = row.text("VendorAccountNumber").isBlank();
        boolean ours = !ofGroup
                || (!group.isEmpty()
                        && row.text("ProductDescriptionVendorGroupId").equalsIgnoreCase(group));
        return row.item().filter(item -> ours).stream()
                .flatMap(item -> row.someText("VendorProductNumber").stream()
                        .map(number -> new ProductFacts.VendorItem(item, row.variant(), ofGroup, number)));
    }

    /** A barcode without a unit says nothing of the unit of a line, and is left out. */
    private static List<ProductFacts.Barcode> barcodes(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.item().stream()
                        .flatMap(item -> row.someText("ProductQuantityUnitSymbol").stream()
                                .flatMap(unit -> Gtin.read(row.text("Barcode")).stream()
                                        .map(gtin -> new ProductFacts.Barcode(
                                                item,
                                                row.variant(),
                                                new UnitSymbol(unit),
                                                row.yes("IsDefaultScannedBarcode"),
                                                gtin)))))
                .toList();
    }
}
