package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.NearDuplicates;
import io.mlconnector.domain.invoicing.document.OtherInvoice;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.invoicing.written.PostedInvoice;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.ports.erp.InvoiceInquiry;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what an invoice is compared with besides its orders: posted invoice lines, product receipts, and other invoices of the
 * vendor (reference dynamics, sections 4.2, 4.7 and 4.10).
 */
final class InvoiceEvidenceRows {

    private static final String HEADERS = "VendorInvoiceHeaders";
    private static final String JOURNAL = "VendInvoiceJourBiEntities";
    private static final String POSTED_LINES = "VendInvoiceTransBiEntities";

    /** Newer environments have the second one in place of the first. */
    private static final List<String> RECEIPTS = List.of("ProductReceiptLines", "ProductReceiptLinesV2");

    private final ODataClient client;

    InvoiceEvidenceRows(ODataClient client) {
        this.client = client;
    }

    Future<Outcome<List<InvoicedQuantity>>> posted(LegalEntity legalEntity, String orderNumber) {
        Query query = Query.of(POSTED_LINES)
                .in(Set.of(legalEntity))
                .where("PurchId", orderNumber)
                .orderedBy("dataAreaId", "SourceKey");
        return client.all(query)
                .compose(outcome -> client.made(
                        outcome,
                        () -> refused(
                                Rows.read(outcome, POSTED_LINES, each(InvoiceEvidenceRows::posted)),
                                "what posted invoices billed of the order")));
    }

    /** A line without a unit is one of a category, of which no quantity was ordered. */
    private static Stream<InvoicedQuantity> posted(Row row) {
        countable(row, "PurchUnit", "Qty", "ItemId");
        return row.someText("PurchUnit").stream()
                .map(unit -> new InvoicedQuantity(
                        row.number("PurchaseLineLineNumber").longValue(),
                        new Quantity(row.number("Qty"), new UnitSymbol(unit)),
                        row.firstText("InvoiceId", "InternalInvoiceId", "SourceKey")));
    }

    /**
     * A row of an item without its unit or its quantity would count as nothing.
     *
     * @throws UnreadableRow if F&O does not tell it
     */
    static void countable(Row row, String unit, String quantity, String item) {
        boolean bare = row.text(unit).isBlank();
        if (bare ? !row.text(item).isBlank() : !row.has(quantity)) {
            throw new UnreadableRow(
                    (bare ? unit : quantity) + " is not told, so that nothing of the row can be counted");
        }
    }

    Future<Outcome<List<ReceivedQuantity>>> received(LegalEntity legalEntity, String orderNumber) {
        return received(legalEntity, orderNumber, 0).map(outcome -> refused(outcome, "what was received of the order"));
    }

    private Future<Outcome<List<ReceivedQuantity>>> received(LegalEntity legalEntity, String orderNumber, int at) {
        Query query = Query.of(RECEIPTS.get(at))
                .in(Set.of(legalEntity))
                .where("PurchaseOrderNumber", orderNumber)
                .orderedBy("dataAreaId", "RecordId");
        return client.all(query)
                .compose(outcome -> client.made(
                        outcome, () -> Rows.read(outcome, RECEIPTS.get(at), each(InvoiceEvidenceRows::received))))
                .compose(read -> notReadable(read) && at + 1 < RECEIPTS.size()
                        ? received(legalEntity, orderNumber, at + 1)
                        : Future.succeededFuture(read));
    }

    private static Stream<ReceivedQuantity> received(Row row) {
        countable(row, "PurchaseUnitSymbol", "ReceivedPurchaseQuantity", "ItemNumber");
        return row.someText("PurchaseUnitSymbol").stream()
                .map(unit -> new ReceivedQuantity(
                        row.number("PurchaseOrderLineNumber").longValue(),
                        new Quantity(row.number("ReceivedPurchaseQuantity"), new UnitSymbol(unit)),
                        row.text("ProductReceiptNumber")));
    }

    Future<Outcome<List<OtherInvoice>>> others(
            LegalEntity legalEntity, VendorAccount vendor, InvoiceInquiry.About invoice) {
        LocalDate since = invoice.date().minusYears(1);
        Query pending = Query.of(HEADERS)
                .in(Set.of(legalEntity))
                .where("InvoiceAccount", vendor.number())
                .where(alike(invoice, "InvoiceNumber", "PurchaseOrderNumber"))
                .orderedBy("dataAreaId", "HeaderReference");
        Query posted = Query.of(JOURNAL)
                .in(Set.of(legalEntity))
                .where("InvoiceAccount", vendor.number())
                .where("InvoiceDate ge " + since + "T00:00:00Z")
                .where(alike(invoice, "InvoiceId", "PurchId"))
                .orderedBy("dataAreaId", "SourceKey");
        Future<Outcome<List<OtherInvoice>>> ofPending =
                client.all(pending).map(outcome -> Rows.read(outcome, HEADERS, each(row -> Stream.of(pending(row)))));
        Future<Outcome<List<OtherInvoice>>> ofPosted =
                client.all(posted).map(outcome -> Rows.read(outcome, JOURNAL, each(row -> Stream.of(journalled(row)))));
        return ofPending
                .compose(first -> ofPosted.map(second -> first.then(found -> second.map(more -> joined(found, more)))))
                .map(outcome -> refused(outcome, "other invoices of the vendor"));
    }

    /** By what a posted invoice is called: its voucher, where F&O tells it. */
    static String reference(Row row) {
        return row.firstText("LedgerVoucher", "InternalInvoiceId", "SourceKey");
    }

    /** A posted invoice of this company, vendor and number, by its reference; without lines where they cannot be told apart. */
    Future<Outcome<Optional<PostedInvoice>>> journalled(InvoiceToPost invoice, String reference) {
        Query headers = Query.of(JOURNAL)
                .in(Set.of(invoice.legalEntity()))
                .where("InvoiceAccount", invoice.vendor().number())
                .where("InvoiceId", invoice.number())
                .orderedBy("dataAreaId", "SourceKey");
        Query lines = Query.of(POSTED_LINES)
                .in(Set.of(invoice.legalEntity()))
                .where("InvoiceId", invoice.number())
                .orderedBy("dataAreaId", "SourceKey");
        Future<Outcome<List<JsonNode>>> ofHeaders = client.all(headers);
        Future<Outcome<List<JsonNode>>> ofLines = client.all(lines);
        return Future.join(ofHeaders, ofLines)
                .map(ignored -> Rows.read(ofHeaders.result(), JOURNAL, rows -> rows)
                        .then(rows -> rows.stream()
                                .filter(row -> reference(row).equals(reference))
                                .findFirst()
                                .map(row -> withLines(invoice, row, rows.size() == 1, ofLines.result()))
                                .orElseGet(() -> Outcome.done(Optional.empty()))));
    }

    /**
     * @param only whether no other posted invoice has its number
     * @param lines of every vendor's invoices of that number
     */
    private static Outcome<Optional<PostedInvoice>> withLines(
            InvoiceToPost invoice, Row header, boolean only, Outcome<List<JsonNode>> lines) {
        String internal = header.text("InternalInvoiceId").strip();
        return Rows.read(
                        unreadable(lines) ? Outcome.<List<JsonNode>>done(List.of()) : lines,
                        POSTED_LINES,
                        each(row -> belongs(row, invoice, internal, only) ? Stream.of(journalLine(row)) : Stream.of()))
                .then(found -> Rows.read(
                        Outcome.done(List.of(header.json())),
                        JOURNAL,
                        rows -> Optional.of(journal(rows.get(0)).with(found))));
    }

    private static boolean unreadable(Outcome<?> lines) {
        return notReadable(lines) || lines instanceof Outcome.Refused<?>;
    }

    /** Two vendors may have used the same number: orders tell them apart where F&O's own number of the invoice does not. */
    private static boolean belongs(Row line, InvoiceToPost invoice, String internal, boolean only) {
        String itsInternal = line.text("InternalInvoiceId").strip();
        if (!internal.isEmpty() && !itsInternal.isEmpty()) {
            return internal.equalsIgnoreCase(itsInternal);
        }
        return only
                && invoice.orderNumbers().stream()
                        .anyMatch(order ->
                                order.equalsIgnoreCase(line.text("PurchId").strip()));
    }

    private static PostedInvoice journal(Row row) {
        return new PostedInvoice(
                row.text("InvoiceAccount"),
                row.text("InvoiceId"),
                row.day("InvoiceDate"),
                row.text("CurrencyCode"),
                amount(row, "ImportedAmount"),
                amount(row, "InvoiceAmount"),
                amount(row, "ImportedSalesTax"),
                List.of());
    }

    private static PostedInvoice.Line journalLine(Row row) {
        return new PostedInvoice.Line(
                row.text("PurchId"),
                row.number("PurchaseLineLineNumber").longValue(),
                row.number("Qty"),
                row.text("PurchUnit"),
                row.has("LineAmount") ? Optional.of(row.number("LineAmount")) : Optional.empty());
    }

    /** F&O takes an asterisk in a text for any text (reference dynamics, section 2.2); orders are compared as they are. */
    private static String alike(InvoiceInquiry.About invoice, String number, String order) {
        List<String> conditions = new ArrayList<>();
        String core = NearDuplicates.core(invoice.number());
        if (!core.isEmpty()) {
            conditions.add(number + " eq '*" + core + "*'");
        }
        invoice.orders().forEach(one -> conditions.add(order + " eq '" + one.replace("'", "''") + "'"));
        return conditions.stream().collect(Collectors.joining(" or ", "(", ")"));
    }

    private static OtherInvoice pending(Row row) {
        return new OtherInvoice(
                false,
                row.text("InvoiceNumber"),
                row.text("PurchaseOrderNumber"),
                row.day("InvoiceDate"),
                amount(row, "ImportedAmount"));
    }

    private static OtherInvoice journalled(Row row) {
        return new OtherInvoice(
                true,
                row.text("InvoiceId"),
                row.text("PurchId"),
                row.day("InvoiceDate"),
                amount(row, "ImportedAmount").or(() -> amount(row, "InvoiceAmount")));
    }

    /** F&O writes 0 where nothing was entered. */
    private static Optional<BigDecimal> amount(Row row, String property) {
        return Optional.of(row.number(property)).filter(amount -> amount.signum() != 0);
    }

    private static List<OtherInvoice> joined(List<OtherInvoice> first, List<OtherInvoice> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static <T> Function<List<Row>, List<T>> each(Function<Row, Stream<T>> mapping) {
        return rows -> rows.stream().flatMap(mapping).toList();
    }

    private static boolean notReadable(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotNow<?>(Problem why, var ignored) && why.is(ProblemCode.SET_NOT_READABLE);
    }

    /** An environment that does not show it will not do so soon: the invoice does not wait for it. */
    private static <T> Outcome<T> refused(Outcome<T> outcome, String what) {
        return outcome instanceof Outcome.NotNow<T>(Problem why, var ignored) && why.is(ProblemCode.SET_NOT_READABLE)
                ? Outcome.refused(Problem.named(why.code(), what, "F&O does not show " + what + ". " + why.message()))
                : outcome;
    }
}
