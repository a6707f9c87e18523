package io.mlconnector.dynamics.internal.charge;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.invoicing.charging.comparison.ChargesOfOrder;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderCharge.Category;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Charges of an order in its present state, against which invoices are compared (reference dynamics, section 4.1). */
public final class PresentCharges {

    private static final String OF_HEADERS = "PurchaseOrderHeaderCharges";
    private static final String OF_LINES = "PurchaseOrderLineChargesV2";

    private final ODataClient client;

    /** Reads through this client. */
    public PresentCharges(ODataClient client) {
        this.client = client;
    }

    /**
     * All that F&O shows of them.
     *
     * @return refused if it shows none at all; not complete if it shows those of the order or those of lines only
     */
    public Future<Outcome<ChargesOfOrder>> of(LegalEntity legalEntity, String order) {
        Future<Outcome<List<JsonNode>>> ofHeader =
                client.all(query(OF_HEADERS, legalEntity, order, "ChargeLineNumber"));
        Future<Outcome<List<JsonNode>>> ofLines =
                client.all(query(OF_LINES, legalEntity, order, "PurchaseOrderLineNumber", "ChargeLineNumber"));
        return ofHeader.compose(header -> ofLines.map(lines -> both(header, lines)));
    }

    private static Query query(String set, LegalEntity legalEntity, String order, String... rest) {
        List<String> key = new ArrayList<>(List.of("dataAreaId", "PurchaseOrderNumber"));
        key.addAll(List.of(rest));
        return Query.of(set)
                .in(Set.of(legalEntity))
                .where("PurchaseOrderNumber", order)
                .orderedBy(key.toArray(String[]::new));
    }

    private static Outcome<ChargesOfOrder> both(Outcome<List<JsonNode>> header, Outcome<List<JsonNode>> lines) {
        Optional<Problem> noHeader = notShown(header);
        Optional<Problem> noLines = notShown(lines);
        if (noHeader.isPresent() && noLines.isPresent()) {
            return Outcome.refused(Problem.named(
                    noHeader.get().code(),
                    "the charges of orders",
                    "F&O does not show the charges of orders (" + OF_HEADERS + ", " + OF_LINES + "). "
                            + noHeader.get().message()));
        }
        boolean all = noHeader.isEmpty() && noLines.isEmpty();
        return shown(header, noHeader).then(first -> shown(lines, noLines).map(second -> read(first, second, all)));
    }

    private static Optional<Problem> notShown(Outcome<List<JsonNode>> rows) {
        return rows instanceof Outcome.NotNow<List<JsonNode>>(Problem why, var ignored)
                        && why.is(ProblemCode.SET_NOT_READABLE)
                ? Optional.of(why)
                : Optional.empty();
    }

    private static Outcome<List<JsonNode>> shown(Outcome<List<JsonNode>> rows, Optional<Problem> notShown) {
        return notShown.isPresent() ? Outcome.done(List.of()) : rows;
    }

    private static ChargesOfOrder read(List<JsonNode> header, List<JsonNode> lines, boolean all) {
        List<ChargesOfOrder.One> charges = new ArrayList<>();
        boolean complete = all;
        for (JsonNode row : header) {
            complete &= add(charges, row, Optional.of(0L));
        }
        for (JsonNode row : lines) {
            JsonNode line = row.path("PurchaseOrderLineNumber");
            complete &= add(charges, row, line.isNumber() ? Optional.of(line.longValue()) : Optional.empty());
        }
        return new ChargesOfOrder(charges, complete);
    }

    /** Whether it could be read: nothing is made of a charge whose kind or amount F&O does not tell. */
    private static boolean add(List<ChargesOfOrder.One> charges, JsonNode row, Optional<Long> line) {
        String code = text(row, "PurchaseChargeCode");
        Optional<Category> category = category(text(row, "ChargeCategory"));
        JsonNode value = row.path(field(text(row, "ChargeCategory")));
        if (code.isEmpty() || line.isEmpty() || category.isEmpty() || !value.isNumber()) {
            return false;
        }
        charges.add(new ChargesOfOrder.One(
                line.get(),
                new OrderCharge(code, category.get(), value.decimalValue(), text(row, "ChargeDescription")),
                text(row, "ChargeAccountingCurrencyCode")));
        return true;
    }

    private static Optional<Category> category(String word) {
        return switch (word) {
            case "Fixed", "External", "Proportional" -> Optional.of(Category.FIXED);
            case "Pcs" -> Optional.of(Category.PER_UNIT);
            case "Percent", "InterCompanyPercent" -> Optional.of(Category.PERCENT);
            default -> Optional.empty();
        };
    }

    private static String field(String word) {
        return switch (word) {
            case "Pcs" -> "UnitChargeAmount";
            case "Percent", "InterCompanyPercent" -> "ChargePercentage";
            case "External" -> "ExternalChargeAmount";
            case "Proportional" -> "ProportionalChargeAmount";
            default -> "FixedChargeAmount";
        };
    }

    private static String text(JsonNode row, String property) {
        return row.path(property).asText("").strip();
    }
}
