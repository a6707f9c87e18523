package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.trade.Gtin;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.ports.erp.Products;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

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
        List<String> numbers = items.stream().map(ItemNumber::number).sorted().toList();
        Query external = Query.of("VendorProductDescriptionsV2")
                .in(Set.of(legalEntity))
                .where("VendorAccountNumber", vendor.number())
                .orderedBy(VENDOR_ITEM_KEY);
        Query barcodes = Query.of("ProductBarcodesV3").in(Set.of(legalEntity)).orderedBy(BARCODE_KEY);
        return chunks(external, numbers, 0, new ArrayList<>())
                .compose(vendorItems -> chunks(barcodes, numbers, 0, new ArrayList<>())
                        .map(gtins -> vendorItems.then(vendorRows -> gtins.then(gtinRows -> Rows.read(
                                Outcome.done(vendorRows),
                                "VendorProductDescriptionsV2",
                                rows -> new ProductFacts(
                                        asAsked(vendorItems(rows), items),
                                        asAsked(
                                                gtins(gtinRows.stream()
                                                        .map(Row::new)
                                                        .toList()),
                                                items)))))))
                .toCompletionStage();
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

    /** F&O compares without regard to case: results are returned under the requested item number. */
    private static <T> Map<ItemNumber, T> asAsked(Map<ItemNumber, T> found, Set<ItemNumber> items) {
        Map<ItemNumber, T> asked = new HashMap<>();
        for (ItemNumber item : items) {
            found.entrySet().stream()
                    .filter(fact -> fact.getKey().same(item))
                    .findFirst()
                    .ifPresent(fact -> asked.put(item, fact.getValue()));
        }
        return asked;
    }

    private static Map<ItemNumber, String> vendorItems(List<Row> rows) {
        Map<ItemNumber, String> numbers = new HashMap<>();
        for (Row row : rows) {
            row.item()
                    .ifPresent(item ->
                            row.someText("VendorProductNumber").ifPresent(number -> numbers.putIfAbsent(item, number)));
        }
        return numbers;
    }

    /** The default barcode takes precedence over other barcodes of the same item. */
    private static Map<ItemNumber, Gtin> gtins(List<Row> rows) {
        Map<ItemNumber, Gtin> gtins = new HashMap<>();
        for (Row row : rows) {
            row.item()
                    .ifPresent(item -> Gtin.read(row.text("Barcode")).ifPresent(gtin -> {
                        if (row.yes("IsDefaultScannedBarcode")) {
                            gtins.put(item, gtin);
                        } else {
                            gtins.putIfAbsent(item, gtin);
                        }
                    }));
        }
        return gtins;
    }
}
