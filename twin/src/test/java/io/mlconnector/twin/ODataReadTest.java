package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ODataReadTest extends TwinTest {

    private static final String NEXT = "@odata.nextLink";

    private Twin filled(DynamicsBehaviour behaviour, String... orders) {
        Twin twin = start(TwinOptions.empty(1).withDynamics(behaviour));
        fill(twin.dynamics(), orders);
        return twin;
    }

    private static List<String> numbers(HttpResponse<Buffer> answer) {
        assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
        List<String> numbers = new ArrayList<>();
        for (Object row : answer.bodyAsJsonObject().getJsonArray("value")) {
            numbers.add(((JsonObject) row).getString("PurchaseOrderNumber"));
        }
        return numbers;
    }

    @Test
    void pagesAreFollowedByAbsoluteLinksUntilTheLast() {
        Twin twin = filled(DynamicsBehaviour.defaults().withMaxPageSize(2), "P1", "P2", "P3", "P4", "P5");
        String query = "PurchaseOrderHeadersV2?$count=true&$orderby=PurchaseOrderNumber%20desc";
        JsonObject page = get(twin, query).bodyAsJsonObject();
        assertThat(page.getInteger("@odata.count")).isEqualTo(5);
        List<String> seen = new ArrayList<>();
        int pages = 1;
        page.getJsonArray("value").forEach(row -> seen.add(((JsonObject) row).getString("PurchaseOrderNumber")));
        while (page.containsKey(NEXT)) {
            assertThat(page.getString(NEXT))
                    .startsWith(twin.environmentUrl() + "/data/")
                    .contains("$skip=" + 2 * pages);
            String rest = page.getString(NEXT).substring((twin.environmentUrl() + "/data/").length());
            page = get(twin, rest).bodyAsJsonObject();
            page.getJsonArray("value").forEach(row -> seen.add(((JsonObject) row).getString("PurchaseOrderNumber")));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactly("P5", "P4", "P3", "P2", "P1");
    }

    @Test
    void topHoldsAcrossPagesAndTheLinkMayNameAnotherHost() {
        Twin twin = filled(
                DynamicsBehaviour.defaults().withMaxPageSize(2).withNextLinkHost("https://other.example"),
                "P1",
                "P2",
                "P3",
                "P4");
        JsonObject page = get(twin, "PurchaseOrderHeadersV2?$top=3").bodyAsJsonObject();
        assertThat(page.getString(NEXT)).isEqualTo("https://other.example/data/PurchaseOrderHeadersV2?$top=1&$skip=2");
        assertThat(numbers(get(twin, "PurchaseOrderHeadersV2?$top=1&$skip=2"))).containsExactly("P3");
    }

    @Test
    void anotherCompanyIsSeenOnlyAcrossCompanies() {
        Twin twin = filled(DynamicsBehaviour.defaults(), "P1");
        twin.dynamics().addPurchaseOrder(order("gbsi", "G1"));
        assertThat(numbers(get(twin, "PurchaseOrderHeadersV2"))).containsExactly("P1");
        assertThat(numbers(get(twin, "PurchaseOrderHeadersV2?cross-company=true")))
                .containsExactly("P1", "G1");
        String key = "PurchaseOrderHeadersV2(PurchaseOrderNumber='G1',dataAreaId='GBSI')";
        HttpResponse<Buffer> hidden = get(twin, key);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isNull();
        assertThat(get(twin, key + "?cross-company=true").bodyAsJsonObject().getString("dataAreaId"))
                .isEqualTo("gbsi");
    }

    @Test
    void filtersKnowComparisonsLogicQuotesEnumsDatesAndWildcards() {
        Twin twin = filled(DynamicsBehaviour.defaults(), "P1", "P2", "Q3");
        twin.dynamics().confirm("usmf", "P2");
        String set = "PurchaseOrderHeadersV2";
        String confirmed =
                "DocumentApprovalStatus eq Microsoft.Dynamics.DataEntities.VersioningDocumentState'Confirmed'";
        assertThat(numbers(filter(twin, set, confirmed))).containsExactly("P2");
        assertThat(numbers(filter(twin, set, "not (" + confirmed + ")"))).containsExactly("P1", "Q3");
        assertThat(numbers(filter(twin, set, "PurchaseOrderNumber eq '*p*'"))).containsExactly("P1", "P2");
        assertThat(numbers(filter(twin, set, "VendorOrderReference eq 'it''s Q3'")))
                .containsExactly("Q3");
        assertThat(numbers(filter(twin, set, "PurchaseOrderNumber gt 'P1' and PurchaseOrderNumber le 'P2'")))
                .containsExactly("P2");
        assertThat(numbers(filter(
                        twin,
                        set,
                        "dataAreaId eq 'usmf' and (PurchaseOrderNumber eq 'P1' or PurchaseOrderNumber eq 'Q3')")))
                .containsExactly("P1", "Q3");
        assertThat(numbers(filter(twin, set, "AccountingDate ge 2026-11-03T00:00:00Z")))
                .hasSize(3);
        assertThat(numbers(filter(twin, set, "AccountingDate gt 2026-11-04"))).isEmpty();
        assertThat(numbers(filter(twin, "PurchaseOrderLinesV2", "LineNumber eq 2 and LineAmount eq 50.00")))
                .hasSize(3);
    }

    @Test
    void whatFiltersDoNotSupportIsRefused() {
        Twin twin = filled(DynamicsBehaviour.defaults(), "P1");
        String set = "PurchaseOrderHeadersV2";
        for (String bad : List.of(
                "PurchaseOrderNumber in ('P1','P2')",
                "PurchaseOrderStatus has Microsoft.Dynamics.DataEntities.PurchStatus'Backorder'",
                "NoSuchProperty eq 'x'",
                "PurchaseOrderStatus eq 'Backorder'",
                "PurchaseOrderStatus gt Microsoft.Dynamics.DataEntities.PurchStatus'Backorder'",
                "PurchaseOrderStatus eq Microsoft.Dynamics.DataEntities.PurchStatus'Open'",
                "PurchaseOrderNumber eq 5",
                "PurchaseOrderNumber eq 'P1",
                "PurchaseOrderNumber eq 'P1' and",
                "PurchaseOrderNumber like 'P1'")) {
            assertThat(filter(twin, set, bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(filter(twin, set, "NoSuchProperty eq 'x'").bodyAsString())
                .contains("Could not find a property named 'NoSuchProperty'");
    }

    @Test
    void rowsShowEveryPropertyInOrderWithDatesAtNoon() {
        Twin twin = filled(DynamicsBehaviour.defaults(), "P1");
        JsonObject row = get(twin, "PurchaseOrderHeadersV2(dataAreaId='usmf',PurchaseOrderNumber='P1')")
                .bodyAsJsonObject();
        assertThat(row.fieldNames()).hasSizeGreaterThan(115).startsWith("@odata.context", "@odata.etag", "dataAreaId");
        assertThat(row.getString("AccountingDate")).isEqualTo("2026-11-03T12:00:00Z");
        assertThat(row.getString("ConfirmedDeliveryDate")).isEqualTo("1900-01-01T12:00:00Z");
        assertThat(row.getString("PurchaseOrderStatus")).isEqualTo("Backorder");
        assertThat(row.getString("IsOneTimeVendor")).isEqualTo("No");
        assertThat(row.getString("@odata.etag")).startsWith("W/\"");
    }

    @Test
    void selectExpandCountAndSegmentsWork() {
        Twin twin = filled(DynamicsBehaviour.defaults(), "P1", "P2");
        JsonObject row = get(
                        twin,
                        "PurchaseOrderHeadersV2?$select=PurchaseOrderNumber&$top=1"
                                + "&$expand=PurchaseOrderLinesV2($select=LineNumber,ItemNumber)")
                .bodyAsJsonObject()
                .getJsonArray("value")
                .getJsonObject(0);
        assertThat(row.fieldNames()).containsExactly("@odata.etag", "PurchaseOrderNumber", "PurchaseOrderLinesV2");
        JsonArray lines = row.getJsonArray("PurchaseOrderLinesV2");
        assertThat(lines).hasSize(2);
        assertThat(lines.getJsonObject(1).getString("ItemNumber")).isEqualTo("B-2");
        assertThat(get(twin, "PurchaseOrderLinesV2/$count").bodyAsString()).isEqualTo("4");
        String key = "PurchaseOrderHeadersV2(dataAreaId='usmf',PurchaseOrderNumber='P2')";
        assertThat(numbers(get(twin, key + "/PurchaseOrderLinesV2"))).hasSize(2);
        assertThat(get(twin, key + "/CurrencyCode").bodyAsJsonObject().getString("value"))
                .isEqualTo("USD");
        assertThat(get(twin, "PurchaseOrderLinesV2(LineNumber=2,dataAreaId=%27usmf%27,PurchaseOrderNumber=%27P1%27)")
                        .bodyAsJsonObject()
                        .getValue("PurchasePriceQuantity"))
                .isEqualTo(100);
    }

    @Test
    void unknownSegmentsAndKeysSayWhatTheyMiss() {
        Twin twin = filled(DynamicsBehaviour.defaults(), "P1");
        HttpResponse<Buffer> set = get(twin, "PurchaseOrdersV9");
        assertThat(set.statusCode()).isEqualTo(404);
        assertThat(set.bodyAsJsonObject().getJsonObject("error").getString("message"))
                .isEqualTo("Resource not found for the segment 'PurchaseOrdersV9'.");
        assertThat(get(twin, "PurchaseOrderHeadersV2(dataAreaId='usmf')").statusCode())
                .isEqualTo(400);
        assertThat(get(twin, "PurchaseOrderHeadersV2(dataAreaId='usmf',PurchaseOrderNumber='none')")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void rowsCanCarryUnknownMembersAndLackOptionalOnes() {
        Twin twin = filled(DynamicsBehaviour.defaults().withUnknownMembers(true).withOmitOptional(true), "P1");
        JsonObject row = get(twin, "PurchaseOrderHeadersV2")
                .bodyAsJsonObject()
                .getJsonArray("value")
                .getJsonObject(0);
        assertThat(row.containsKey("ContosoExtensionField")).isTrue();
        assertThat(row.containsKey("Email")).isFalse();
        assertThat(row.containsKey("ConfirmedDeliveryDate")).isFalse();
    }

    @Test
    void aConfirmationIsASnapshotThatLaterChangesDoNotTouch() {
        Twin twin = filled(DynamicsBehaviour.defaults(), "P1");
        twin.dynamics().confirm("usmf", "P1");
        twin.dynamics().changeQuantity("usmf", "P1", 1, java.math.BigDecimal.valueOf(20));
        twin.dynamics().confirm("usmf", "P1");
        JsonArray headers = get(twin, "PurchaseOrderConfirmationHeaders?$orderby=ConfirmationNumber")
                .bodyAsJsonObject()
                .getJsonArray("value");
        assertThat(headers.getJsonObject(0).getString("ConfirmationNumber")).isEqualTo("P1-1");
        assertThat(headers.getJsonObject(0).getValue("TotalConfirmedAmount")).isEqualTo(62.6);
        assertThat(headers.getJsonObject(1).getString("ConfirmationNumber")).isEqualTo("P1-2");
        assertThat(headers.getJsonObject(1).getValue("TotalConfirmedAmount")).isEqualTo(74);
        JsonArray lines = filter(twin, "PurchaseOrderConfirmationLines", "ConfirmationNumber eq 'P1-1'")
                .bodyAsJsonObject()
                .getJsonArray("value");
        assertThat(lines.getJsonObject(0).getValue("OrderedPurchaseQuantity")).isEqualTo(10.5);
    }

    @Test
    void aChangedOrderShowsItsChangesOnceConfirmedAgain() {
        Twin twin = filled(DynamicsBehaviour.defaults(), "P1");
        twin.dynamics().confirm("usmf", "P1");
        twin.dynamics().changePrice("usmf", "P1", 1, new java.math.BigDecimal("1.30"));
        twin.dynamics().cancelLine("usmf", "P1", 2);
        twin.dynamics()
                .addLine(
                        "usmf",
                        "P1",
                        io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine.of(
                                3, "A-1", "More apples", "2", "kg", "1"));
        assertThat(filter(twin, "PurchaseOrderHeadersV2", "PurchaseOrderNumber eq 'P1'")
                        .bodyAsString())
                .contains("\"DocumentApprovalStatus\":\"Approved\"");
        assertThat(twin.dynamics().confirm("usmf", "P1").amount()).isEqualByComparingTo("15.65");
        JsonArray lines = filter(twin, "PurchaseOrderConfirmationLines", "ConfirmationNumber eq 'P1-2'")
                .bodyAsJsonObject()
                .getJsonArray("value");
        assertThat(lines).hasSize(3);
        assertThat(lines.getJsonObject(1).getString("PurchaseOrderLineStatus")).isEqualTo("Canceled");
    }

    @Test
    void theMetadataNamesSetsKeysAndTypes() {
        Twin twin = filled(DynamicsBehaviour.defaults());
        String metadata = get(twin, "$metadata").bodyAsString();
        assertThat(metadata)
                .contains("<EntitySet Name=\"VendorInvoiceHeaders\"")
                .contains("<Property Name=\"InvoiceLineNumber\" Type=\"Edm.Decimal\"/>");
    }
}
