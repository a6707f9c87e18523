package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.judge.Declared;
import io.mlconnector.twin.partner.Publication;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A stress twin without a rate limit and with the robot in the connector's place. */
abstract class StressTwinTest extends TwinTest {

    private final RobotConnector robot = new RobotConnector();
    private final Set<String> sent = new HashSet<>();

    protected static TwinOptions options(long seed) {
        TwinOptions options = TwinOptions.stress(seed);
        return options.withPace(Duration.ofMillis(2)).withCleo(options.cleo().withRequestsPerSecond(0));
    }

    protected RobotConnector.File write(Twin twin, Confirmation confirmation) {
        List<JsonObject> lines = filter(
                        twin,
                        "PurchaseOrderConfirmationLines",
                        "ConfirmationNumber eq '" + confirmation.confirmationNumber() + "'")
                .bodyAsJsonObject()
                .getJsonArray("value")
                .stream()
                .map(JsonObject.class::cast)
                .toList();
        return robot.write(RobotConnector.partner(twin, confirmation).orElseThrow(), confirmation, lines);
    }

    protected void send(Twin twin, RobotConnector.File file) {
        assertThat(upload(twin, file.partner().uploadFolder(), file.name(), file.content())
                        .statusCode())
                .isEqualTo(201);
    }

    /** Uploads whatever is confirmed until nothing more is. */
    protected void deliverAll(Twin twin) {
        do {
            for (Confirmation confirmation : twin.dynamics().confirmations()) {
                if (sent.add(confirmation.key())) {
                    send(twin, write(twin, confirmation));
                }
            }
            int known = sent.size();
            until(() -> twin.quiet() || twin.dynamics().confirmations().size() > known);
        } while (twin.dynamics().confirmations().size() > sent.size());
    }

    protected static List<Publication.Invoice> invoices(Twin twin) {
        return twin.record().published().stream()
                .flatMap(file -> file.invoices().stream())
                .toList();
    }

    /** Posts an invoice line by line, up to the given number of lines. */
    protected void enter(Twin twin, Publication.Invoice invoice, int lines) {
        Confirmation confirmation = twin.dynamics().confirmations().stream()
                .filter(candidate -> candidate.orderNumber().equals(invoice.purchaseOrderNumber()))
                .findFirst()
                .orElseThrow();
        HttpResponse<Buffer> header = post(
                twin,
                "VendorInvoiceHeaders?cross-company=true",
                new JsonObject()
                        .put("dataAreaId", confirmation.legalEntity())
                        .put("InvoiceAccount", confirmation.vendorAccount())
                        .put("InvoiceNumber", invoice.invoiceNumber())
                        .put("InvoiceDate", "2026-11-20"));
        assertThat(header.statusCode()).isEqualTo(201);
        invoice.lines().entrySet().stream().limit(lines).forEach(line -> {
            JsonObject body = new JsonObject()
                    .put("dataAreaId", confirmation.legalEntity())
                    .put("HeaderReference", header.bodyAsJsonObject().getString("HeaderReference"))
                    .put("PurchaseOrder", invoice.purchaseOrderNumber())
                    .put("PurchLineNumber", Integer.valueOf(line.getKey()))
                    .put("ReceiveNow", line.getValue());
            assertThat(post(twin, "VendorInvoiceLines?cross-company=true", body).statusCode())
                    .isEqualTo(201);
        });
    }

    /** Invoices with control numbers already in use: expected to be held. */
    protected static Declared held(Twin twin) {
        return new Declared(
                Set.of(),
                invoices(twin).stream()
                        .filter(invoice -> !invoice.instead().isEmpty())
                        .map(Publication.Invoice::invoiceNumber)
                        .collect(Collectors.toSet()));
    }

    protected static Map<String, Publication.Invoice> byNumber(Twin twin) {
        return invoices(twin).stream()
                .collect(Collectors.toMap(Publication.Invoice::invoiceNumber, invoice -> invoice, (one, same) -> one));
    }
}
