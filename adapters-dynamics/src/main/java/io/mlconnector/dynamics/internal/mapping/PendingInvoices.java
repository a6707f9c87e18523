package io.mlconnector.dynamics.internal.mapping;

import static io.mlconnector.dynamics.internal.creation.InvoiceRows.HEADERS;
import static io.mlconnector.dynamics.internal.creation.InvoiceRows.HEADER_CHARGES;
import static io.mlconnector.dynamics.internal.creation.InvoiceRows.LINES;
import static io.mlconnector.dynamics.internal.creation.InvoiceRows.LINE_CHARGES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.ExistingInvoice.Place;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.invoicing.charging.comparison.ChargesOfOrder;
import io.mlconnector.domain.invoicing.document.OtherInvoice;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.invoicing.written.PostedInvoice;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.attachment.AttachmentRows;
import io.mlconnector.dynamics.internal.charge.PresentCharges;
import io.mlconnector.dynamics.internal.creation.InvoiceRows;
import io.mlconnector.dynamics.internal.odata.Literal;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.dynamics.internal.wire.Batch;
import io.mlconnector.dynamics.internal.wire.Transcript;
import io.mlconnector.dynamics.options.AttachmentTypes;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.erp.InvoiceAttachments;
import io.mlconnector.ports.erp.InvoiceInquiry;
import io.mlconnector.ports.erp.InvoiceReadAhead;
import io.mlconnector.ports.erp.InvoiceReadings;
import io.mlconnector.ports.erp.InvoiceWrite;
import io.mlconnector.ports.erp.VendorInvoices;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pending vendor invoices, and posted invoices for duplicate detection (reference dynamics, sections 4.7 to 4.12). */
public final class PendingInvoices implements VendorInvoices {

    private final ODataClient client;
    private final InvoiceEvidenceRows evidence;
    private final InvoiceAttachments attachments;
    private final PresentCharges charges;

    /** Reads and writes through this client. */
    public PendingInvoices(ODataClient client, AttachmentTypes types) {
        this.client = client;
        this.attachments = new AttachmentRows(client, types);
        this.evidence = new InvoiceEvidenceRows(client);
        this.charges = new PresentCharges(client);
    }

    @Override
    public CompletionStage<Outcome<List<ExistingInvoice>>> find(
            LegalEntity legalEntity, VendorAccount vendor, String number) {
        Query pending = Query.of(HEADERS)
                .in(Set.of(legalEntity))
                .where("InvoiceAccount", vendor.number())
                .where("InvoiceNumber", number)
                .orderedBy("dataAreaId", "HeaderReference");
        Query posted = Query.of("VendInvoiceJourBiEntities")
                .in(Set.of(legalEntity))
                .where("InvoiceAccount", vendor.number())
                .where("InvoiceId", number)
                .orderedBy("dataAreaId", "SourceKey");
        Future<Outcome<List<JsonNode>>> ofPending = client.all(pending);
        Future<Outcome<List<JsonNode>>> ofPosted = client.all(posted);
        return ofPending
                .compose(found -> ofPosted.map(journal -> both(found, notReadable(journal))))
                .toCompletionStage();
    }

    /** Without the posted invoices nobody knows what was paid already: nothing is posted then, and the reason says why. */
    private static Outcome<List<JsonNode>> notReadable(Outcome<List<JsonNode>> journal) {
        return journal instanceof Outcome.NotNow<List<JsonNode>>(Problem why, Optional<Duration> retryAfter)
                        && why.is(ProblemCode.SET_NOT_READABLE)
                ? new Outcome.NotNow<>(
                        Problem.named(
                                why.code(),
                                "VendInvoiceJourBiEntities",
                                "F&O does not show its posted invoices (VendInvoiceJourBiEntities), so that nobody can see whether an"
                                        + " invoice was posted before; invoices wait. Let the user of the client id read this"
                                        + " entity. "
                                        + why.message()),
                        retryAfter)
                : journal;
    }

    private static Outcome<List<ExistingInvoice>> both(
            Outcome<List<JsonNode>> pending, Outcome<List<JsonNode>> posted) {
        return Rows.read(pending, HEADERS, rows -> rows)
                .then(headers -> Rows.read(posted, "VendInvoiceJourBiEntities", journals -> {
                    List<ExistingInvoice> all = new ArrayList<>();
                    headers.forEach(row -> all.add(new ExistingInvoice(
                            Place.PENDING, row.required("HeaderReference"), row.text("InvoiceDescription"))));
                    journals.forEach(row -> all.add(new ExistingInvoice(
                            Place.POSTED,
                            InvoiceEvidenceRows.reference(row),
                            row.firstText("InvoiceDescription", "Description"))));
                    return all;
                }));
    }

    @Override
    public CompletionStage<Outcome<List<InvoicedQuantity>>> invoiced(LegalEntity legalEntity, String orderNumber) {
        Query query = Query.of(LINES)
                .in(Set.of(legalEntity))
                .where("PurchaseOrder", orderNumber)
                .orderedBy("dataAreaId", "HeaderReference", "InvoiceLineNumber");
        return client.all(query)
                .compose(outcome -> client.made(
                        outcome,
                        () -> Rows.read(
                                outcome,
                                LINES,
                                rows -> rows.stream()
                                        .flatMap(PendingInvoices::invoiced)
                                        .toList())))
                .toCompletionStage();
    }

    /** A line without a unit is one of a category, of which no quantity was ordered. */
    private static Stream<InvoicedQuantity> invoiced(Row row) {
        InvoiceEvidenceRows.countable(row, "Unit", "ReceiveNow", "ItemNumber");
        return row.someText("Unit").stream()
                .map(unit -> new InvoicedQuantity(
                        row.number("PurchLineNumber").longValue(),
                        new Quantity(row.number("ReceiveNow"), new UnitSymbol(unit)),
                        row.text("HeaderReference")));
    }

    @Override
    public CompletionStage<Outcome<List<InvoicedQuantity>>> posted(LegalEntity legalEntity, String orderNumber) {
        return evidence.posted(legalEntity, orderNumber).toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<List<ReceivedQuantity>>> received(LegalEntity legalEntity, String orderNumber) {
        return evidence.received(legalEntity, orderNumber).toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<ChargesOfOrder>> charges(LegalEntity legalEntity, String orderNumber) {
        return charges.of(legalEntity, orderNumber).toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<List<OtherInvoice>>> others(InvoiceToPost invoice) {
        return evidence.others(
                        invoice.legalEntity(),
                        invoice.vendor(),
                        new InvoiceInquiry.About(invoice.number(), invoice.date(), invoice.orderNumbers()))
                .toCompletionStage();
    }

    @Override
    public InvoiceReadings ahead(InvoiceInquiry inquiry) {
        return client.readsTogether()
                ? new InvoiceReadAhead(
                        this,
                        inquiry,
                        Optional.of((legalEntity, vendor) -> evidence.others(legalEntity, vendor, inquiry.about())
                                .toCompletionStage()))
                : this;
    }

    @Override
    public CompletionStage<Outcome<Optional<WrittenInvoice>>> written(InvoiceToPost invoice, String headerReference) {
        boolean charged = !invoice.charges().isEmpty();
        Future<Outcome<List<JsonNode>>> header = rows(HEADERS, invoice, headerReference);
        Future<Outcome<List<JsonNode>>> lines = rows(LINES, invoice, headerReference, "InvoiceLineNumber");
        Future<Outcome<List<JsonNode>>> ofHeader =
                charged ? rows(HEADER_CHARGES, invoice, headerReference, "ChargeLineNumber") : nothing();
        Future<Outcome<List<JsonNode>>> ofLines =
                charged ? rows(LINE_CHARGES, invoice, headerReference, "ChargeLineNumber") : nothing();
        return Future.join(header, lines, ofHeader, ofLines)
                .map(ignored -> read(header.result(), lines.result(), ofHeader.result(), ofLines.result()))
                .toCompletionStage();
    }

    private static Outcome<Optional<WrittenInvoice>> read(
            Outcome<List<JsonNode>> header,
            Outcome<List<JsonNode>> lines,
            Outcome<List<JsonNode>> ofHeader,
            Outcome<List<JsonNode>> ofLines) {
        return Rows.read(header, HEADERS, rows -> rows.stream().findFirst().map(PendingInvoices::bare))
                .then(bare -> Rows.read(
                                lines,
                                LINES,
                                rows -> rows.stream()
                                        .map(PendingInvoices::writtenLine)
                                        .toList())
                        .then(written -> Rows.read(ofHeader, HEADER_CHARGES, PendingInvoices::charges)
                                .then(first -> Rows.read(ofLines, LINE_CHARGES, PendingInvoices::charges)
                                        .map(second -> bare.map(invoice -> invoice.with(
                                                written,
                                                Stream.concat(first.stream(), second.stream())
                                                        .toList()))))));
    }

    private static WrittenInvoice bare(Row row) {
        return new WrittenInvoice(
                row.text("InvoiceAccount"),
                row.text("InvoiceNumber"),
                row.day("InvoiceDate"),
                row.text("Currency"),
                amount(row, "ImportedAmount"),
                amount(row, "ImportedSalesTax"),
                List.of(),
                List.of());
    }

    private static WrittenInvoice.Line writtenLine(Row row) {
        return new WrittenInvoice.Line(
                row.number("InvoiceLineNumber").intValue(),
                row.text("PurchaseOrder"),
                row.number("PurchLineNumber").longValue(),
                row.number("ReceiveNow"),
                row.text("Unit"),
                amount(row, "NetAmount"));
    }

    private static List<WrittenInvoice.Charge> charges(List<Row> rows) {
        return rows.stream()
                .map(row -> new WrittenInvoice.Charge(
                        row.number("ChargeLineNumber").intValue(),
                        row.number("InvoiceLineNumber").intValue(),
                        row.text("PurchaseChargeCode"),
                        row.number("FixedChargeAmount")))
                .toList();
    }

    private static Optional<BigDecimal> amount(Row row, String property) {
        return row.has(property) ? Optional.of(row.number(property)) : Optional.empty();
    }

    private static Future<Outcome<List<JsonNode>>> nothing() {
        return Future.succeededFuture(Outcome.done(List.of()));
    }

    private Future<Outcome<List<JsonNode>>> rows(
            String set, InvoiceToPost invoice, String headerReference, String... number) {
        String[] key = Stream.concat(Stream.of("dataAreaId", "HeaderReference"), Stream.of(number))
                .toArray(String[]::new);
        return client.all(Query.of(set)
                .in(Set.of(invoice.legalEntity()))
                .where("HeaderReference", headerReference)
                .orderedBy(key));
    }

    @Override
    public CompletionStage<Outcome<Optional<PostedInvoice>>> journalled(InvoiceToPost invoice, String reference) {
        return evidence.journalled(invoice, reference).toCompletionStage();
    }

    @Override
    public CompletionStage<InvoiceWrite> deleteHeader(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent) {
        List<String> rows = partsBelow(invoice, headerReference, parts);
        String header = Literal.row(HEADERS, keyOf(invoice, headerReference));
        Transcript transcript = new Transcript();
        if (rows.isEmpty()) {
            return client.delete(HEADERS, header, intent, transcript)
                    .map(outcome -> new InvoiceWrite(outcome.map(ignored -> headerReference), transcript.exchange()))
                    .toCompletionStage();
        }
        rows.add(header);
        return client.deleteTogether(rows, invoice.mark() + "_delete", intent, transcript)
                .map(outcome -> new InvoiceWrite(outcome.map(ignored -> headerReference), transcript.exchange()))
                .toCompletionStage();
    }

    /** F&O refuses to delete a row while another depends on it (reference dynamics, section 8): charges, lines, then the header. */
    private static List<String> partsBelow(InvoiceToPost invoice, String headerReference, Set<Integer> parts) {
        List<String> rows = new ArrayList<>();
        for (ChargeToPost charge : invoice.charges(parts)) {
            Map<String, Object> key = keyOf(invoice, headerReference);
            key.put("ChargeLineNumber", charge.number());
            charge.line()
                    .ifPresentOrElse(
                            line -> key.put("InvoiceLineNumber", line),
                            () -> key.put(
                                    "VendInvoiceInfoTableDataAreaId",
                                    invoice.legalEntity().id()));
            rows.add(Literal.row(charge.line().isPresent() ? LINE_CHARGES : HEADER_CHARGES, key));
        }
        for (InvoiceToPost.Line line : invoice.lines(parts)) {
            Map<String, Object> key = keyOf(invoice, headerReference);
            key.put("InvoiceLineNumber", line.number());
            rows.add(Literal.row(LINES, key));
        }
        return rows;
    }

    private static Map<String, Object> keyOf(InvoiceToPost invoice, String headerReference) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("dataAreaId", invoice.legalEntity().id());
        key.put("HeaderReference", headerReference);
        return key;
    }

    @Override
    public CompletionStage<InvoiceWrite> createWhole(InvoiceToPost invoice, Intent<?> intent) {
        List<Batch.Creation> creations = new ArrayList<>();
        ObjectNode header = InvoiceRows.header(invoice);
        header.put("HeaderReference", invoice.mark());
        creations.add(new Batch.Creation(HEADERS, header));
        creations.addAll(InvoiceRows.parts(invoice, invoice.mark(), invoice.parts()));
        Transcript transcript = new Transcript();
        return client.createTogether(creations, invoice.mark(), intent, transcript)
                .map(outcome -> RefusedLines.named(outcome.map(ignored -> invoice.mark()), invoice.lines()))
                .map(outcome -> new InvoiceWrite(outcome, transcript.exchange()))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<InvoiceWrite> createHeader(InvoiceToPost invoice, Intent<?> intent) {
        Transcript transcript = new Transcript();
        return client.create(HEADERS, InvoiceRows.header(invoice), intent, transcript)
                .map(outcome -> outcome.then(row -> {
                    String reference = row.path("HeaderReference").asText("");
                    return reference.isBlank()
                            ? Outcome.<String>unknown(
                                    Problem.of(
                                            ProblemCode.ANSWER_UNREADABLE,
                                            "",
                                            "F&O confirmed the creation of invoice " + invoice.number()
                                                    + " without returning its HeaderReference; pending invoices are searched for it."))
                            : Outcome.done(reference);
                }))
                .map(outcome -> new InvoiceWrite(outcome, transcript.exchange()))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<InvoiceWrite> createLines(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent) {
        String boundary = invoice.mark() + "_"
                + parts.stream()
                        .sorted()
                        .map(part -> part < 0 ? "c" + -part : "" + part)
                        .limit(8)
                        .collect(Collectors.joining("_"));
        Transcript transcript = new Transcript();
        return client.createTogether(InvoiceRows.parts(invoice, headerReference, parts), boundary, intent, transcript)
                .map(outcome -> RefusedLines.named(outcome.map(ignored -> headerReference), invoice.lines(parts)))
                .map(outcome -> new InvoiceWrite(outcome, transcript.exchange()))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<Set<String>>> attached(LegalEntity legalEntity, String headerReference) {
        return attachments.attached(legalEntity, headerReference);
    }

    @Override
    public CompletionStage<Outcome<String>> attach(
            LegalEntity legalEntity, String headerReference, List<Attachment> more, Intent<?> intent) {
        return attachments.attach(legalEntity, headerReference, more, intent);
    }
}
