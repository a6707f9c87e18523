package io.mlconnector.dynamics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.erp.BusinessEvent;
import io.mlconnector.ports.erp.BusinessEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Business Events as F&O posts them to an HTTPS endpoint, in the older and the newer format (reference dynamics,
 * section 5.2), also several in an array and inside of an envelope: Event Grid and CloudEvents have the event under {@code data},
 * Dataverse as text among its parameters. An event is only a hint: the confirmed data is read from F&O.
 */
public final class JsonBusinessEvents implements BusinessEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Envelopes within envelopes that are opened. */
    private static final int DEEPEST = 8;

    /** Events of one body that are a hint; the poll finds the others. */
    private static final int MOST = 1_000;

    private static final int LONGEST_COMPANY = 4;

    /** The names of the events begin so; what follows them has changed between versions. */
    private static final String CONFIRMED = "PurchaseOrderConfirmed";

    private static final String RECEIVED = "PurchaseOrderReceived";
    private static final String POSTED = "VendorInvoicePosted";

    /** Their payloads are not documented: whatever members of F&O's tables and entities bear the number are taken. */
    private static final List<String> RECEIPTS =
            List.of("ProductReceiptNumber", "ProductReceipt", "PackingSlipId", "PackingSlip");

    private static final List<String> INVOICES =
            List.of("InvoiceNumber", "VendorInvoiceNumber", "InvoiceId", "Invoice", "VendorInvoice");
    private static final List<String> VENDORS = List.of(
            "InvoiceVendorAccountNumber", "InvoiceAccount", "VendorAccount", "VendorAccountNumber", "OrderAccount");
    private static final List<String> VOUCHERS = List.of("LedgerVoucher", "Voucher", "VoucherNumber");
    private static final List<String> COMPANIES = List.of("BusinessEventLegalEntity", "LegalEntity");

    @Override
    public List<BusinessEvent> read(byte[] body) {
        Set<BusinessEvent> found = new LinkedHashSet<>();
        json(body).ifPresent(event -> collect(event, DEEPEST, found));
        return List.copyOf(found);
    }

    /** Azure Event Grid: the code of its question is answered (Event Grid, endpoint validation with the event schema). */
    @Override
    public Optional<String> handshake(byte[] body) {
        return json(body)
                .map(json -> json.isArray() ? json.path(0) : json)
                .filter(event ->
                        event.path("eventType").asText("").equals("Microsoft.EventGrid.SubscriptionValidationEvent"))
                .map(event -> event.path("data").path("validationCode").asText(""))
                .filter(code -> !code.isBlank())
                .map(code ->
                        JSON.createObjectNode().put("validationResponse", code).toString());
    }

    /** What is not JSON is stored and acknowledged by the caller anyway; it is just not a usable hint. */
    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void collect(JsonNode node, int depth, Set<BusinessEvent> found) {
        if (found.size() >= MOST || depth == 0) {
            return;
        }
        if (node.isObject()) {
            Optional<BusinessEvent> event = event(node);
            if (event.isPresent()) {
                found.add(event.get());
                return;
            }
        }
        if (node.isContainerNode()) {
            node.forEach(inner -> collect(inner, depth - 1, found));
        } else if (node.isTextual() && node.textValue().stripLeading().startsWith("{")) {
            json(node.textValue().getBytes(StandardCharsets.UTF_8))
                    .ifPresent(inner -> collect(inner, depth - 1, found));
        }
    }

    /** An order without a kind is taken for a confirmed one: some brokers pass on only a part of the members. */
    private static Optional<BusinessEvent> event(JsonNode event) {
        String kind = text(event, List.of("BusinessEventId")).orElse("");
        Optional<LegalEntity> company = text(event, COMPANIES)
                .filter(id -> id.length() <= LONGEST_COMPANY)
                .map(LegalEntity::new);
        Optional<String> order = text(event, List.of("PurchaseOrderNumber"));
        String eventId = event.path("EventId").asText("");
        String controlNumber = event.path("ControlNumber").asText("");
        if (company.isPresent() && order.isPresent() && (kind.isEmpty() || kind.startsWith(CONFIRMED))) {
            return Optional.of(new BusinessEvent.OrderConfirmed(
                    company.get(),
                    order.get(),
                    OrderKind.of(event.path("PurchaseType").asText("")),
                    eventId,
                    controlNumber));
        }
        if (company.isPresent() && order.isPresent() && kind.startsWith(RECEIVED)) {
            return Optional.of(new BusinessEvent.ProductsReceived(
                    company.get(), order.get(), text(event, RECEIPTS), eventId, controlNumber));
        }
        Optional<String> invoice = text(event, INVOICES);
        if (company.isPresent() && invoice.isPresent() && kind.startsWith(POSTED)) {
            return Optional.of(new BusinessEvent.InvoicePosted(
                    company.get(), text(event, VENDORS), invoice.get(), text(event, VOUCHERS), eventId, controlNumber));
        }
        return kind.isEmpty() ? Optional.empty() : Optional.of(new BusinessEvent.Other(kind, eventId, controlNumber));
    }

    /** The first of these members that holds anything. */
    private static Optional<String> text(JsonNode event, List<String> members) {
        return members.stream()
                .map(member -> event.path(member).asText("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
