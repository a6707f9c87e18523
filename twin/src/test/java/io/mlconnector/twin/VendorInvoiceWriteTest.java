package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.DuplicateInvoiceCheck;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import org.junit.jupiter.api.Test;

class VendorInvoiceWriteTest extends TwinTest {

    private static final String HEADERS = "VendorInvoiceHeaders";
    private static final String LINES = "VendorInvoiceLines";

    private Twin filled(DynamicsBehaviour behaviour) {
        Twin twin = start(TwinOptions.empty(1).withDynamics(behaviour));
        fill(twin.dynamics(), "P1");
        return twin;
    }

    private static JsonObject header(String number) {
        return new JsonObject()
                .put("dataAreaId", "usmf")
                .put("InvoiceAccount", "1001")
                .put("InvoiceNumber", number)
                .put("InvoiceDate", "2026-11-20")
                .put("PurchaseOrderNumber", "P1");
    }

    private static JsonObject line(String reference, long orderLine, Object quantity) {
        return new JsonObject()
                .put("dataAreaId", "usmf")
                .put("HeaderReference", reference)
                .put("PurchaseOrder", "P1")
                .put("PurchLineNumber", orderLine)
                .put("ReceiveNow", quantity);
    }

    private static String reason(HttpResponse<Buffer> answer) {
        return answer.bodyAsJsonObject()
                .getJsonObject("error")
                .getJsonObject("innererror")
                .getString("message");
    }

    @Test
    void aHeaderGetsItsReferenceAndLinesTakeDefaultsFromTheOrder() {
        Twin twin = filled(DynamicsBehaviour.defaults());
        HttpResponse<Buffer> created = post(twin, HEADERS, header("INV-1"));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.getHeader("ETag")).startsWith("W/\"");
        JsonObject row = created.bodyAsJsonObject();
        String reference = row.getString("HeaderReference");
        assertThat(reference).isNotBlank();
        assertThat(created.getHeader("Location")).endsWith("(dataAreaId='usmf',HeaderReference='" + reference + "')");
        assertThat(row.getString("InvoiceDate")).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(row.getString("VendorName")).isEqualTo("Acme Foods");
        assertThat(row.getString("Currency")).isEqualTo("USD");
        assertThat(post(twin, LINES, line(reference, 1, 10.5)).statusCode()).isEqualTo(201);
        JsonObject second = post(twin, LINES, line(reference, 2, 2500)).bodyAsJsonObject();
        assertThat(second.getValue("InvoiceLineNumber")).isEqualTo(2);
        assertThat(second.getString("ItemNumber")).isEqualTo("B-2");
        assertThat(second.getValue("NetAmount")).isEqualTo(50);
        PendingInvoice invoice = twin.dynamics().invoices().getFirst();
        assertThat(invoice.netTotal()).isEqualByComparingTo("62.6");
        assertThat(invoice.lines()).hasSize(2);
        assertThat(twin.record().invoices()).containsExactly(invoice);
    }

    @Test
    void anUnknownVendorIsNotFoundInTheRelatedTable() {
        Twin twin = filled(DynamicsBehaviour.defaults());
        HttpResponse<Buffer> answer = post(twin, HEADERS, header("INV-1").put("InvoiceAccount", "9"));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonObject error = answer.bodyAsJsonObject().getJsonObject("error");
        assertThat(error.getString("code")).isEmpty();
        assertThat(error.getString("message")).isEqualTo("An error has occurred.");
        assertThat(error.getJsonObject("innererror").getString("type")).endsWith("AxODataWriteException");
        assertThat(reason(answer))
                .isEqualTo(
                        "Write failed for table row of type 'VendorInvoiceHeaderEntity'. Infolog: Warning: The value "
                                + "'9' in field 'Invoice account' is not found in the related table 'Vendors'.; Warning: "
                                + "validateField failed on field 'VendorInvoiceHeaderEntity.InvoiceAccount'..");
    }

    @Test
    void mandatoryFieldsUnknownPropertiesAndBadValuesAreRefused() {
        Twin twin = filled(DynamicsBehaviour.defaults().withValidationStatus(500));
        JsonObject nameless = header("x");
        nameless.remove("InvoiceNumber");
        HttpResponse<Buffer> missing = post(twin, HEADERS, nameless);
        assertThat(missing.statusCode()).isEqualTo(500);
        assertThat(reason(missing)).contains("must be filled in");
        HttpResponse<Buffer> unknown = post(twin, HEADERS, header("x").put("CurrencyCode", "USD"));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(reason(unknown)).contains("The property 'CurrencyCode' does not exist");
        assertThat(post(twin, HEADERS, header("x").put("ImportedAmount", "12")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCallersOwnReferenceIsAcceptedOnlyWhereTheNumberSequenceAllows() {
        Twin assigned = filled(DynamicsBehaviour.defaults());
        HttpResponse<Buffer> refused = post(assigned, HEADERS, header("INV-1").put("HeaderReference", "MINE"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(reason(refused)).contains("must not be entered manually");
    }

    @Test
    void whereManualReferencesAreAllowedTheSameOneTwiceIsADuplicateKey() {
        Twin twin = filled(DynamicsBehaviour.defaults().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED));
        assertThat(post(twin, HEADERS, header("INV-1").put("HeaderReference", "MINE"))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<Buffer> again = post(twin, HEADERS, header("INV-2").put("HeaderReference", "mine"));
        assertThat(reason(again)).contains("Cannot create a record in").endsWith("The record already exists..");
    }

    @Test
    void aUsedInvoiceNumberIsRefusedWhilePendingAndOncePosted() {
        Twin twin = filled(DynamicsBehaviour.defaults());
        assertThat(post(twin, HEADERS, header("INV-1")).statusCode()).isEqualTo(201);
        assertThat(reason(post(twin, HEADERS, header("inv-1")))).contains("already been used");
        twin.dynamics().post(twin.dynamics().invoices().getFirst());
        assertThat(twin.dynamics().invoices()).isEmpty();
        assertThat(twin.record().invoices()).hasSize(1);
        assertThat(post(twin, HEADERS, header("INV-1")).statusCode()).isEqualTo(400);
        assertThat(filter(twin, "VendInvoiceJourBiEntities", "InvoiceAccount eq '1001' and InvoiceId eq 'INV-1'")
                        .bodyAsJsonObject()
                        .getJsonArray("value"))
                .hasSize(1);
    }

    @Test
    void duplicateNumbersCanBeAccepted() {
        Twin twin = filled(DynamicsBehaviour.defaults().withDuplicateInvoiceCheck(DuplicateInvoiceCheck.ACCEPT));
        post(twin, HEADERS, header("INV-1"));
        assertThat(post(twin, HEADERS, header("INV-1")).statusCode()).isEqualTo(201);
    }

    @Test
    void linesMustFitHeaderOrderAndItem() {
        Twin twin = filled(DynamicsBehaviour.defaults());
        String reference =
                post(twin, HEADERS, header("INV-1")).bodyAsJsonObject().getString("HeaderReference");
        assertThat(reason(post(twin, LINES, line("nowhere", 1, 1)))).contains("'Vendor invoice header'");
        assertThat(reason(post(twin, LINES, line(reference, 7, 1)))).contains("'Purchase order lines'");
        assertThat(reason(post(twin, LINES, line(reference, 1, 1).put("PurchaseOrder", "P9"))))
                .contains("'Purchase orders'");
        assertThat(reason(post(twin, LINES, line(reference, 1, 1).put("ItemNumber", "NONE"))))
                .contains("'Released products'");
        assertThat(reason(post(twin, LINES, line(reference, 1, 1).put("ItemNumber", "B-2"))))
                .contains("differs");
        assertThat(twin.dynamics().invoices().getFirst().lines()).isEmpty();
    }

    @Test
    void aHeaderCanBeDeletedOnlyAfterItsLinesAndPatchChecksTheEtag() {
        Twin twin = filled(DynamicsBehaviour.defaults());
        String reference =
                post(twin, HEADERS, header("INV-1")).bodyAsJsonObject().getString("HeaderReference");
        post(twin, LINES, line(reference, 1, 1));
        String key = HEADERS + "(HeaderReference='" + reference + "',dataAreaId='usmf')?cross-company=true";
        JsonObject date = new JsonObject().put("Date", "2026-11-21");
        assertThat(await(data(twin, HttpMethod.PATCH, key).sendJsonObject(date)).statusCode())
                .isEqualTo(204);
        assertThat(await(data(twin, HttpMethod.PATCH, key)
                                .putHeader("If-Match", "W/\"old\"")
                                .sendJsonObject(date))
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<Buffer> refused = await(data(twin, HttpMethod.DELETE, key).send());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(reason(refused)).contains("cannot be deleted while dependent");
        String line = LINES + "(dataAreaId='usmf',HeaderReference='" + reference + "',InvoiceLineNumber=1)";
        assertThat(await(data(twin, HttpMethod.DELETE, line).send()).statusCode())
                .isEqualTo(204);
        assertThat(await(data(twin, HttpMethod.DELETE, key).send()).statusCode())
                .isEqualTo(204);
        assertThat(twin.dynamics().invoices()).isEmpty();
    }
}
