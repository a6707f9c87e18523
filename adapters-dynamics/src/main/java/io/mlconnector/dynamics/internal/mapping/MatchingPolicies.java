package io.mlconnector.dynamics.internal.mapping;

import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.invoicing.document.LineMatching;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how F&O wants the invoices of order lines to be matched (reference dynamics, sections 4.2 and 4.3). */
final class MatchingPolicies {

    private MatchingPolicies() {}

    static Map<Long, LineMatching> read(List<Row> lines) {
        Map<Long, LineMatching> policies = new HashMap<>();
        lines.forEach(row -> policies.putIfAbsent(row.number("LineNumber").longValue(), line(row)));
        return policies;
    }

    private static LineMatching line(Row row) {
        Optional<Matching> policy = switch (row.text("VendorInvoiceMatchingPolicy")) {
            case "ThreeWayMatch" -> Optional.of(Matching.THREE_WAY);
            case "TwoWayMatch" -> Optional.of(Matching.TWO_WAY);
            case "NoMatch" -> Optional.of(Matching.NONE);
            default -> Optional.empty();
        };
        return new LineMatching(
                policy,
                row.number("AllowedOverdeliveryPercentage").movePointLeft(2).max(BigDecimal.ZERO),
                row.has("PurchasePrice"),
                row.has("OrderedPurchaseQuantity"));
    }
}
