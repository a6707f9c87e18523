package io.mlconnector.runtime.preview;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.invoicing.heading.HeaderFields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The rows that F&O would get, in the order in which they are written, with its names for entities and properties. */
final class PreviewedRows {

    private PreviewedRows() {}

    static JsonArray of(InvoiceToPost posting) {
        JsonArray rows = new JsonArray().add(row("VendorInvoiceHeaders", header(posting)));
        posting.lines().forEach(line -> rows.add(row("VendorInvoiceLines", line(line))));
        posting.charges()
                .forEach(charge -> rows.add(row(
                        charge.line().isPresent() ? "VendorInvoiceLineCharges" : "VendorInvoiceHeaderCharges",
                        charge(charge))));
        return rows;
    }

    private static JsonObject row(String entity, JsonObject properties) {
        return new JsonObject().put("entity", entity).put("properties", properties);
    }

    private static JsonObject header(InvoiceToPost posting) {
        JsonObject properties = new JsonObject()
                .put("dataAreaId", String.valueOf(posting.legalEntity()))
                .put("InvoiceAccount", String.valueOf(posting.vendor()))
                .put("InvoiceNumber", posting.number())
                .put("InvoiceDate", posting.date().toString())
                .put("PurchaseOrderNumber", String.valueOf(posting.orderNumber()))
                .put("Currency", String.valueOf(posting.currency()))
                .put("ImportedAmount", posting.total().toPlainString())
                .put("ImportedSalesTax", posting.tax().toPlainString());
        beyond(posting.header(), properties);
        return properties;
    }

    /** Fields of the header that are written only where they are wanted and known. */
    private static void beyond(HeaderFields header, JsonObject properties) {
        header.receivedDate().ifPresent(day -> properties.put("InvoiceReceivedDate", day.toString()));
        if (!header.terms().isEmpty()) {
            properties.put("TermsOfPayment", header.terms());
        }
        header.dueDate().ifPresent(day -> properties.put("DueDate", day.toString()));
        if (!header.documentNumber().isEmpty()) {
            properties.put("DocumentNumber", header.documentNumber());
        }
    }

    private static JsonObject line(InvoiceToPost.Line line) {
        JsonObject properties = new JsonObject()
                .put("InvoiceLineNumber", String.valueOf(line.number()))
                .put("PurchaseOrder", String.valueOf(line.orderNumber()))
                .put("PurchLineNumber", String.valueOf(line.orderLine()))
                .put("ItemNumber", line.item().map(Object::toString).orElse(""))
                .put("ReceiveNow", line.quantity().amount().toPlainString())
                .put("Unit", String.valueOf(line.quantity().unit()))
                .put("UnitPrice", line.price().amount().toPlainString())
                .put("PriceUnit", line.price().per().toPlainString())
                .put("NetAmount", line.netAmount().toPlainString());
        return line.category().isBlank() ? properties : properties.put("ProcurementCategoryName", line.category());
    }

    private static JsonObject charge(ChargeToPost charge) {
        JsonObject properties = new JsonObject();
        charge.line().ifPresent(line -> properties.put("InvoiceLineNumber", String.valueOf(line)));
        return properties
                .put("ChargeLineNumber", String.valueOf(charge.number()))
                .put("PurchaseChargeCode", charge.chargesCode())
                .put("FixedChargeAmount", charge.amount().toPlainString())
                .put("ChargeDescription", charge.description());
    }
}
