package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.ports.erp.Products;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** External item numbers of a vendor and barcodes (reference dynamics, sections 4.5 and 4.6). */
public final class ItemReferences implements Products {

    /** Number of items that fit into a URL of about 2 KB. */
    private static final int CHUNK = 15;

    /** Complete keys, so that pages do not shift. */
    private static final String[] VENDOR_ITEM_KEY = {
        "dataAreaId",
        "ItemNumber",
        "ProductColorId",
        "ProductConfigurationId",
        "ProductSizeId",
        "ProductStyleId",
        "ProductVersionId",
        "VendorAccountNumber",
        "ProductDescriptionVendorGroupId"
    };

    private static final String[] BARCODE_KEY = {
        "dataAreaId",
        "ItemNumber",
        "ProductConfigurationId",
        "ProductColorId",
        "ProductSizeId",
        "ProductStyleId",
        "ProductVersionId",
        "ProductQuantityUnitSymbol",
        "BarcodeSetupId",
        "Barcode"
    };

    private final ODataClient client;

    /** Reads through this client. */
    public ItemReferences(ODataClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Outcome<ProductFacts>> facts(
            LegalEntity legalEntity, VendorAccount vendor, Set<ItemNumber> items) {
        if (items.isEmpty()) {
            return CompletableFuture.completedStage(Outcome.done(ProductFacts.NONE));
        }
        List<String> numbers = items.stream().map(ItemNumber::number).sorted().toList();
        Query external =
                Query.of("VendorProductDescriptionsV2").in(Set.of(legalEntity)).orderedBy(VENDOR_ITEM_KEY);
        Query barcodes = Query.of("ProductBarcodesV3").in(Set.of(legalEntity)).orderedBy(BARCODE_KEY);
        return chunks(external.where("VendorAccountNumber", vendor.number()), numbers, 0, new ArrayList<>())
                .compose(own -> ofGroup(legalEntity, vendor, external, numbers)
                        .compose(group -> chunks(barcodes, numbers, 0, new ArrayList<>())
                                .map(gtins -> own.then(ownRows -> group.then(
                                        groupRows -> gtins.then(gtinRows -> read(ownRows, groupRows, gtinRows)))))))
                .toCompletionStage();
    }

    /** Numbers may be kept for a group of vendors instead of each of them (reference dynamics, section 4.5). */
    private Future<Outcome<List<JsonNode>>> ofGroup(
            LegalEntity legalEntity, VendorAccount vendor, Query external, List<String> numbers) {
        return client.first(Query.of("VendorsV2").in(Set.of(legalEntity)).where("VendorAccountNumber", vendor.number()))
                .compose(outcome -> {
                    if (!(outcome instanceof Outcome.Done<Optional<JsonNode>>(Optional<JsonNode> row))) {
                        return Future.succeededFuture(outcome.map(ignored -> List.<JsonNode>of()));
                    }
                    return row.map(Row::new)
                            .flatMap(found -> found.someText("ProductDescriptionVendorGroupId"))
                            .map(group -> chunks(
                                    external.where("ProductDescriptionVendorGroupId", group)
                                            .where("VendorAccountNumber", ""),
                                    numbers,
                                    0,
                                    new ArrayList<>()))
                            .orElseGet(() -> Future.succeededFuture(Outcome.done(List.of())));
                });
    }

    private static Outcome<ProductFacts> read(List<JsonNode> own, List<JsonNode> group, List<JsonNode> barcodes) {
        return Rows.read(
                        Outcome.done(own),
                        "VendorProductDescriptionsV2",
                        rows -> vendorItems(rows, false).toList())
                .then(ofVendor -> Rows.read(
                                Outcome.done(group),
                                "VendorProductDescriptionsV2",
                                rows -> vendorItems(rows, true).toList())
                        .then(ofGroup -> Rows.read(
                                Outcome.done(barcodes),
                                "ProductBarcodesV3",
                                rows -> new ProductFacts(
                                        Stream.concat(ofVendor.stream(), ofGroup.stream())
                                                .toList(),
                                        barcodes(rows)))));
    }

    private Future<Outcome<List<JsonNode>>> chunks(Query query, List<String> items, int from, List<JsonNode> rows) {
        if (from >= items.size()) {
            return Future.succeededFuture(Outcome.done(List.copyOf(rows)));
        }
        List<String> chunk = items.subList(from, Math.min(from + CHUNK, items.size()));
        return client.all(query.whereAny("ItemNumber", chunk)).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> found))) {
                return Future.succeededFuture(outcome);
            }
            rows.addAll(found);
            return chunks(query, items, from + CHUNK, rows);
        });
    }

    private static Stream<ProductFacts.VendorItem> vendorItems(List<Row> rows, boolean ofGroup) {
        return rows.stream()
                .flatMap(row -> row.item().stream()
                        .flatMap(item -> row.someText("VendorProductNumber").stream()
                                .map(number -> new ProductFacts.VendorItem(item, row.variant(), ofGroup, number))));
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
