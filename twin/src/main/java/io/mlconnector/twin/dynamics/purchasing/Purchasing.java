package io.mlconnector.twin.dynamics.purchasing;

import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Tables;
import io.mlconnector.twin.dynamics.odata.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The actions of buyers: enter, change and confirm orders. */
public final class Purchasing {

    private static final String CANCELED = "Canceled";

    private final Tables tables;
    private final Clock clock;
    private final Map<String, Integer> confirmations = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final List<Map<String, Object>> withheld = new ArrayList<>();

    public Purchasing(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    public void enter(PurchaseOrder order) {
        EntitySet set = EntitySets.get(EntitySets.ORDERS);
        Row vendor = tables.find(EntitySets.VENDORS, order.legalEntity(), order.vendorAccount());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dataAreaId", order.legalEntity());
        values.put("PurchaseOrderNumber", order.orderNumber());
        values.put("OrderVendorAccountNumber", order.vendorAccount());
        values.put("InvoiceVendorAccountNumber", order.vendorAccount());
        values.put("PurchaseOrderName", vendor == null ? "" : vendor.text("VendorOrganizationName"));
        values.put("CurrencyCode", order.currency());
        values.put("LanguageId", "en-US");
        values.put("AccountingDate", Values.noon(order.orderDate()));
        values.put("RequestedDeliveryDate", Values.noon(order.deliveryDate()));
        values.put("PurchaseOrderStatus", "Backorder");
        values.put("DocumentApprovalStatus", "Approved");
        Map<String, @Nullable Object> more = new LinkedHashMap<>(order.more());
        Object kind = more.remove("PurchaseType");
        kinds.put(id(order.legalEntity(), order.orderNumber()), kind == null ? "Purch" : kind.toString());
        values.putAll(Values.read(set, more));
        Row header = tables.insert(set, values);
        for (PurchaseOrderLine line : order.lines()) {
            add(header, line);
        }
        for (int i = 0; i < order.charges().size(); i++) {
            charge(header, order.charges().get(i), i + 1, header.text("CurrencyCode"));
        }
    }

    /** Puts a charge on an order, or on one of its lines. */
    public void charge(String legalEntity, String orderNumber, PurchaseOrderCharge charge, String currency) {
        Row header = tables.find(EntitySets.ORDERS, legalEntity, orderNumber);
        if (header == null) {
            throw new IllegalArgumentException("no order " + orderNumber + " in " + legalEntity);
        }
        int before = tables.where(EntitySets.HEADER_CHARGES, row -> of(header, row))
                        .size()
                + tables.where(EntitySets.LINE_CHARGES, row -> of(header, row)).size();
        charge(header, charge, before + 1, currency);
    }

    private void charge(Row header, PurchaseOrderCharge charge, int number, String currency) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dataAreaId", header.text("dataAreaId"));
        values.put("PurchaseOrderNumber", header.text("PurchaseOrderNumber"));
        values.put("ChargeLineNumber", BigDecimal.valueOf(number));
        values.put("PurchaseChargeCode", charge.code());
        values.put("ChargeCategory", charge.category());
        values.put("ChargeDescription", charge.description());
        values.put("ChargeAccountingCurrencyCode", currency);
        values.put(
                switch (charge.category()) {
                    case "Pcs" -> "UnitChargeAmount";
                    case "Percent" -> "ChargePercentage";
                    default -> "FixedChargeAmount";
                },
                charge.value());
        if (charge.lineNumber() > 0) {
            values.put("PurchaseOrderLineNumber", charge.lineNumber());
        }
        tables.insert(charge.lineNumber() > 0 ? EntitySets.LINE_CHARGES : EntitySets.HEADER_CHARGES, values);
    }

    /** The total of all charges of an order. */
    private BigDecimal charges(Row header, List<Row> lines, BigDecimal quantity, BigDecimal net) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Row row : tables.where(EntitySets.HEADER_CHARGES, charge -> of(header, charge))) {
            sum = sum.add(charge(row, 0, "FixedChargeAmount").amount(quantity, net));
        }
        for (Row row : tables.where(EntitySets.LINE_CHARGES, charge -> of(header, charge))) {
            for (Row line : lines) {
                if (line.integer("LineNumber") == row.integer("PurchaseOrderLineNumber")
                        && !line.is("PurchaseOrderLineStatus", CANCELED)) {
                    sum = sum.add(charge(row, 1, "UnitChargeAmount")
                            .amount(line.decimal("OrderedPurchaseQuantity"), line.decimal("LineAmount")));
                }
            }
        }
        return sum;
    }

    private static boolean of(Row header, Row row) {
        return row.is("dataAreaId", header.text("dataAreaId"))
                && row.is("PurchaseOrderNumber", header.text("PurchaseOrderNumber"));
    }

    private static PurchaseOrderCharge charge(Row row, long line, String perUnit) {
        String category = row.text("ChargeCategory");
        String property = switch (category) {
            case "Pcs" -> perUnit;
            case "Percent" -> "ChargePercentage";
            default -> "FixedChargeAmount";
        };
        return new PurchaseOrderCharge(line, row.text("PurchaseChargeCode"), category, row.decimal(property), "");
    }

    /** Attaches a document with a text to an order, or to one of its lines. */
    public void attach(
            String legalEntity, String orderNumber, long lineNumber, String type, String restriction, String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        String set = lineNumber > 0 ? EntitySets.ORDER_LINE_NOTES : EntitySets.ORDER_NOTES;
        values.put("dataAreaId", legalEntity);
        values.put("DocumentId", new UUID(0, tables.all(set).size() + 1L).toString());
        values.put("PurchaseOrderNumber", orderNumber);
        values.put("DocumentAttachmentTypeCode", type);
        values.put("AccessRestriction", restriction);
        values.put("Notes", text);
        if (lineNumber > 0) {
            values.put("PurchaseOrderLineNumber", lineNumber);
        }
        tables.insert(set, values);
    }

    public void addLine(String legalEntity, String orderNumber, PurchaseOrderLine line) {
        Row header = order(legalEntity, orderNumber);
        add(header, line);
        unconfirmed(header);
    }

    private void add(Row header, PurchaseOrderLine line) {
        EntitySet set = EntitySets.get(EntitySets.ORDER_LINES);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dataAreaId", header.text("dataAreaId"));
        values.put("PurchaseOrderNumber", header.text("PurchaseOrderNumber"));
        values.put("LineNumber", line.lineNumber());
        values.put("ItemNumber", line.itemNumber());
        values.put("LineDescription", line.description());
        values.put("ProcurementProductCategoryName", line.category());
        values.put("OrderedPurchaseQuantity", line.quantity());
        values.put("PurchaseUnitSymbol", line.unit());
        values.put("PurchasePrice", line.price());
        values.put("PurchasePriceQuantity", line.priceQuantity());
        values.put("LineAmount", line.amount());
        values.put("PurchaseOrderLineStatus", "Backorder");
        values.put("RequestedDeliveryDate", header.value("RequestedDeliveryDate"));
        for (String shared : List.of(
                "DeliveryAddressName",
                "DeliveryAddressStreet",
                "DeliveryAddressCity",
                "DeliveryAddressStateId",
                "DeliveryAddressZipCode",
                "DeliveryAddressCountryRegionId",
                "DeliveryAddressLocationId")) {
            values.put(shared, header.value(shared));
        }
        values.put("ReceivingSiteId", header.value("DefaultReceivingSiteId"));
        values.put("ReceivingWarehouseId", header.value("DefaultReceivingWarehouseId"));
        values.putAll(Values.read(set, new LinkedHashMap<String, @Nullable Object>(line.more())));
        tables.insert(set, values);
    }

    /** Posts a product receipt of one line; in the unit of the line unless another one is given. */
    public void receive(
            String legalEntity, String orderNumber, long lineNumber, BigDecimal quantity, String unit, String receipt) {
        Row line = line(legalEntity, orderNumber, lineNumber);
        BigDecimal before = BigDecimal.ZERO;
        for (Row row : tables.all(EntitySets.RECEIPT_LINES)) {
            if (of(line, row) && row.integer("PurchaseOrderLineNumber") == lineNumber) {
                before = before.add(row.decimal("ReceivedPurchaseQuantity"));
            }
        }
        BigDecimal ordered = line.decimal("OrderedPurchaseQuantity");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dataAreaId", line.text("dataAreaId"));
        values.put(
                "RecordId",
                Tables.FIRST_REC_ID + tables.all(EntitySets.RECEIPT_LINES).size());
        values.put("ProductReceiptNumber", receipt);
        values.put("ProductReceiptDate", clock.instant());
        values.put("PurchaseOrderNumber", line.text("PurchaseOrderNumber"));
        values.put("PurchaseOrderLineNumber", lineNumber);
        values.put("LineNumber", BigDecimal.ONE);
        values.put("ItemNumber", line.text("ItemNumber"));
        values.put("LineDescription", line.text("LineDescription"));
        values.put("OrderedPurchaseQuantity", ordered);
        values.put("ReceivedPurchaseQuantity", quantity);
        values.put("RemainingPurchaseQuantity", ordered.subtract(before).subtract(quantity));
        values.put("PurchaseUnitSymbol", unit.isEmpty() ? line.text("PurchaseUnitSymbol") : unit);
        tables.insert(EntitySets.RECEIPT_LINES, values);
    }

    public void changeQuantity(String legalEntity, String orderNumber, long lineNumber, BigDecimal quantity) {
        Row line = line(legalEntity, orderNumber, lineNumber);
        change(line, quantity, line.decimal("PurchasePrice"));
    }

    public void changePrice(String legalEntity, String orderNumber, long lineNumber, BigDecimal price) {
        Row line = line(legalEntity, orderNumber, lineNumber);
        change(line, line.decimal("OrderedPurchaseQuantity"), price);
    }

    private void change(Row line, BigDecimal quantity, BigDecimal price) {
        BigDecimal amount = PurchaseOrderLine.amount(quantity, price, line.decimal("PurchasePriceQuantity"));
        tables.update(line, Map.of("OrderedPurchaseQuantity", quantity, "PurchasePrice", price, "LineAmount", amount));
        unconfirmed(order(line.text("dataAreaId"), line.text("PurchaseOrderNumber")));
    }

    /** A cancelled line keeps its quantity; its status states that nothing will be delivered. */
    public void cancelLine(String legalEntity, String orderNumber, long lineNumber) {
        tables.update(
                line(legalEntity, orderNumber, lineNumber),
                Map.of("PurchaseOrderLineStatus", CANCELED, "LineAmount", BigDecimal.ZERO));
        unconfirmed(order(legalEntity, orderNumber));
    }

    private void unconfirmed(Row header) {
        tables.update(header, Map.of("DocumentApprovalStatus", "Approved"));
    }

    private static String id(String legalEntity, String orderNumber) {
        return (legalEntity + "/" + orderNumber).toLowerCase(Locale.ROOT);
    }

    /** What kind an order is; its entity does not show that, the Business Event does. */
    public String kind(String legalEntity, String orderNumber) {
        return kinds.getOrDefault(id(legalEntity, orderNumber), "Purch");
    }

    /** Writes the confirmation journal: a snapshot of the current order. */
    public Confirmation confirm(String legalEntity, String orderNumber) {
        return confirm(legalEntity, orderNumber, Integer.MAX_VALUE);
    }

    /** Shows the lines that were withheld so far. */
    public void showAllLines() {
        withheld.forEach(values -> tables.insert(EntitySets.CONFIRMATION_LINES, values));
        withheld.clear();
    }

    /** Sets the counter of an order's confirmations back, so that the next one has the number of an earlier one. */
    public void reuseConfirmationNumber(String legalEntity, String orderNumber) {
        confirmations.remove(id(legalEntity, orderNumber));
    }

    /** Confirms, and shows only the first lines until {@link #showAllLines}. */
    public Confirmation confirm(String legalEntity, String orderNumber, int shown) {
        Row header = tables.update(order(legalEntity, orderNumber), Map.of("DocumentApprovalStatus", "Confirmed"));
        String company = header.text("dataAreaId");
        int n = confirmations.merge(id(company, orderNumber), 1, Integer::sum);
        String number = orderNumber + "-" + n;
        Map<String, Object> journal = new LinkedHashMap<>();
        journal.put("ConfirmationNumber", number);
        journal.put("ConfirmationDate", Values.noon(LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)));
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        List<Row> lines = lines(header);
        int written = 0;
        for (Row line : lines) {
            if (!line.is("PurchaseOrderLineStatus", CANCELED)) {
                total = total.add(line.decimal("LineAmount"));
                gross = gross.add(PurchaseOrderLine.amount(
                        line.decimal("OrderedPurchaseQuantity"),
                        line.decimal("PurchasePrice"),
                        line.decimal("PurchasePriceQuantity")));
                quantity = quantity.add(line.decimal("OrderedPurchaseQuantity"));
            }
            Map<String, Object> values = new LinkedHashMap<>(line.values());
            values.putAll(journal);
            values.put("OrderVendorAccountNumber", header.value("OrderVendorAccountNumber"));
            values.put("InvoiceVendorAccountNumber", header.value("InvoiceVendorAccountNumber"));
            values.put("ArePricesIncludingSalesTax", header.value("ArePricesIncludingSalesTax"));
            if (written++ < shown) {
                tables.insert(EntitySets.CONFIRMATION_LINES, values);
            } else {
                withheld.add(values);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>(header.values());
        values.putAll(journal);
        values.put("EmailAddress", header.value("Email"));
        values.put("ConfirmationVoucherNumber", "PV-" + number);
        values.put("PurchaseOrderDocumentReference", orderNumber);
        BigDecimal charges = charges(header, lines, quantity, total);
        BigDecimal discount = percent(total, header.decimal("TotalDiscountPercentage"));
        BigDecimal goods = total.subtract(discount).add(charges);
        BigDecimal tax = percent(goods, taxRate(header));
        BigDecimal taxed = header.is("ArePricesIncludingSalesTax", "Yes") ? goods : goods.add(tax);
        BigDecimal confirmed = roundOff(taxed, header.text("CurrencyCode"));
        values.put("TotalChargeAmount", charges);
        values.put("TotalDiscountAmount", discount);
        values.put("TotalLineDiscountAmount", gross.subtract(total).max(BigDecimal.ZERO));
        values.put("TotalTaxAmount", tax);
        values.put("TotalRoundOffAmount", confirmed.subtract(taxed));
        values.put("TotalConfirmedAmount", confirmed);
        values.put("SubTotalAmount", total);
        values.put("TotalQuantity", quantity);
        tables.insert(EntitySets.CONFIRMATIONS, values);
        return new Confirmation(
                company,
                header.text("PurchaseOrderNumber"),
                number,
                header.text("OrderVendorAccountNumber"),
                confirmed,
                header.text("CurrencyCode"));
    }

    private static BigDecimal percent(BigDecimal of, BigDecimal percents) {
        return of.multiply(percents).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    /** The digits of the sales tax group: {@code VAT19} is 19 percent. */
    private static BigDecimal taxRate(Row header) {
        String digits = header.text("SalesTaxGroupCode").replaceAll("\\D", "");
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    /** Swiss totals are round: 0.05 is the smallest coin. */
    private static BigDecimal roundOff(BigDecimal amount, String currency) {
        BigDecimal coins = BigDecimal.valueOf(20);
        return currency.equals("CHF")
                ? amount.multiply(coins).setScale(0, RoundingMode.HALF_UP).divide(coins, 2, RoundingMode.UNNECESSARY)
                : amount;
    }

    public Row order(String legalEntity, String orderNumber) {
        Row header = tables.find(EntitySets.ORDERS, legalEntity, orderNumber);
        if (header == null) {
            throw new IllegalArgumentException("no purchase order " + orderNumber + " in " + legalEntity);
        }
        return header;
    }

    List<Row> lines(Row header) {
        return tables.where(
                EntitySets.ORDER_LINES,
                line -> line.is("dataAreaId", header.text("dataAreaId"))
                        && line.is("PurchaseOrderNumber", header.text("PurchaseOrderNumber")));
    }

    private Row line(String legalEntity, String orderNumber, long lineNumber) {
        Row line = tables.find(EntitySets.ORDER_LINES, legalEntity, orderNumber, lineNumber);
        if (line == null) {
            throw new IllegalArgumentException("no line " + lineNumber + " on " + orderNumber + " in " + legalEntity);
        }
        return line;
    }
}
