package io.mlconnector.runtime.whatif;

import io.mlconnector.domain.invoicing.whatif.TriedInvoice;
import io.mlconnector.domain.invoicing.whatif.WhatIf;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What another tolerance would change, in answers of the interface and of commands. */
public final class WhatIfJson {

    private WhatIfJson() {}

    /** All of it. */
    public static JsonObject of(WhatIf result) {
        return new JsonObject()
                .put("freed", part(result.freed()))
                .put("stopped", part(result.stopped()))
                .put("unchanged", result.unchanged())
                .put("untold", result.untold())
                .put("more", result.more());
    }

    private static JsonObject part(List<TriedInvoice> invoices) {
        JsonObject amounts = new JsonObject();
        WhatIf.value(invoices).forEach((currency, sum) -> amounts.put(currency, sum.toPlainString()));
        JsonArray items = new JsonArray();
        invoices.forEach(invoice -> items.add(of(invoice)));
        JsonObject part = new JsonObject()
                .put("count", invoices.size())
                .put("amounts", amounts)
                .put("items", items);
        WhatIf.largestLine(invoices)
                .ifPresentOrElse(one -> part.put("largestLine", line(one)), () -> part.putNull("largestLine"));
        return part;
    }

    private static JsonObject of(TriedInvoice invoice) {
        return new JsonObject(Map.of(
                "id", invoice.id().text(),
                "invoiceNumber", invoice.number(),
                "currency", invoice.currency(),
                "total", invoice.total().toPlainString()));
    }

    private static JsonObject line(TriedInvoice invoice) {
        TriedInvoice.Line line = invoice.largest().orElseThrow();
        return new JsonObject(Map.of(
                "id", invoice.id().text(),
                "invoiceNumber", invoice.number(),
                "line", line.position(),
                "currency", invoice.currency(),
                "amount", line.amount().toPlainString()));
    }
}
