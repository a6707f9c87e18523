package io.mlconnector.engine.posting;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.alignment.Alignment;
import io.mlconnector.domain.alignment.InvoiceAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.alignment.SenderAlignment;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.InvoiceExamination;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.SyntaxProblems;
import io.mlconnector.ports.erp.InvoiceInquiry;
import io.mlconnector.ports.erp.InvoiceReadings;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Aligns and checks a received invoice, and asks F&O whether it has it already. Only reads, so that a preview and a forecast go
 * the very same way.
 */
public final class InvoicePreparation {

    private final Engine engine;
    private final Connection connection;
    private final OrderFacts facts;
    private final InvoiceComparison comparison;

    public InvoicePreparation(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
        this.facts = new OrderFacts(engine, connection);
        this.comparison = new InvoiceComparison(engine, connection, facts);
    }

    /**
     * What the examination found.
     *
     * @param partner who sent the invoice; empty if that is not known
     * @param legalEntity whose orders it names; empty if it names none, or those of several
     */
    public record Examined(String partner, Optional<LegalEntity> legalEntity, Examination examination) {

        /** Of an invoice whose orders are not known. */
        Examined(String partner, Examination examination) {
            this(partner, Optional.empty(), examination);
        }

        /** The same with another finding. */
        Examined with(Examination other) {
            return new Examined(partner, legalEntity, other);
        }

        /** The invoice in F&O's terms, if it came so far. */
        Optional<InvoiceToPost> invoice() {
            return switch (examination) {
                case Examination.Passed(InvoiceToPost invoice, List<HistoryEntry> ignored) -> Optional.of(invoice);
                case Examination.BegunBefore begun -> Optional.of(begun.invoice());
                default -> Optional.empty();
            };
        }
    }

    /**
     * What F&O says.
     *
     * @param orders that the invoice names
     * @param products of those orders
     * @param invoices answers about other invoices
     */
    private record Known(List<OpenOrder> orders, ProductFacts products, InvoiceReadings invoices) {
        Known {
            orders = List.copyOf(orders);
        }
    }

    /** Aligns and checks the invoice of a stored document. */
    public Future<Examined> of(DocumentId id, Optional<ContentHash> content, Set<Cause> waived) {
        return stored(content).compose(set -> examine(id, set, waived));
    }

    /** The same, of what was read of it already. */
    Future<Examined> examine(DocumentId id, Optional<ReceivedSet> set, Set<Cause> waived) {
        return set.flatMap(ReceivedSet::invoice)
                .map(invoice -> of(set.orElseThrow(), invoice, waived, id.text()))
                .orElseGet(() -> found("", new Examination.Stopped(List.of(unreadable(set)), List.of())));
    }

    /**
     * Aligns and checks an invoice without changing anything anywhere.
     *
     * @param mark by which it would be known as ours in F&O
     */
    public Future<Examined> of(ReceivedSet set, VendorInvoice invoice, Set<Cause> waived, String mark) {
        return switch (SenderAlignment.find(set.reference(), connection.partners())) {
            case Alignment.Missing<TradingPartner>(Problem why)
            when !accepted(waived, why) || why.is(ProblemCode.PARTNER_UNKNOWN) ->
                found("", new Examination.Stopped(List.of(why), List.of()));
            case Alignment.Missing<TradingPartner> ignored ->
                of(
                        set,
                        invoice,
                        waived,
                        mark,
                        connection.partners().sending(set.reference().sender()).orElseThrow());
            case Alignment.Found<TradingPartner> found -> of(set, invoice, waived, mark, found.value());
        };
    }

    private Future<Examined> of(
            ReceivedSet set, VendorInvoice invoice, Set<Cause> waived, String mark, TradingPartner partner) {
        String name = partner.id().id();
        Problem unclear = Problem.of(
                ProblemCode.TRANSACTION_TYPE_UNCLEAR,
                name,
                "BIG07 of invoice " + invoice.number()
                        + " does not say clearly whether it is an invoice or a credit note. Ask the partner; release it"
                        + " to post it as an invoice.");
        if (kindUnclear(set) && !accepted(waived, unclear)) {
            return found(name, new Examination.Stopped(List.of(unclear), List.of()));
        }
        Optional<Problem> unread = UnreadCharges.of(set, invoice, partner.id()).filter(why -> !accepted(waived, why));
        if (unread.isPresent()) {
            return found(name, new Examination.Stopped(List.of(unread.get()), List.of()));
        }
        List<String> numbers = InvoiceAlignment.orderNumbers(invoice);
        // Asked together with the orders: of an invoice that passes all of it is needed, and most do.
        InvoiceReadings known = connection
                .vendorInvoices()
                .ahead(new InvoiceInquiry(
                        partner.vendors(), new InvoiceInquiry.About(invoice.number(), invoice.date(), numbers)));
        return facts.orders(numbers, partner).compose(orders -> switch (orders) {
            case Outcome.Done<List<OpenOrder>>(List<OpenOrder> found) ->
                facts.products(found, partner)
                        .compose(products -> switch (products) {
                            case Outcome.Done<ProductFacts>(ProductFacts facts) ->
                                verdict(invoice, waived, mark, partner, new Known(found, facts, known));
                            default -> Future.succeededFuture(Examination.failed(products));
                        })
                        .map(examination -> new Examined(name, legalEntity(found), examination));
            default -> found(name, Examination.failed(orders));
        });
    }

    private static Optional<LegalEntity> legalEntity(List<OpenOrder> orders) {
        Set<LegalEntity> all = orders.stream().map(OpenOrder::legalEntity).collect(Collectors.toSet());
        return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }

    private Future<Examination> verdict(
            VendorInvoice invoice, Set<Cause> waived, String mark, TradingPartner partner, Known known) {
        List<OpenOrder> orders = known.orders();
        return examined(invoice, waived, mark, partner, orders, known.products())
                .compose(examination -> examination instanceof Examination.Stopped stopped && lacksUnit(stopped)
                        ? facts.conversions(orders, partner).compose(units -> switch (units) {
                            case Outcome.Done<UnitConversions>(UnitConversions conversions) ->
                                examined(
                                        invoice,
                                        waived,
                                        mark,
                                        partner,
                                        orders,
                                        known.products().converting(conversions));
                            case Outcome.Refused<UnitConversions>(Problem why) ->
                                Future.succeededFuture(stopped.told(
                                        "warning", why, engine.clock().instant()));
                            default -> Future.succeededFuture(Examination.failed(units));
                        })
                        : Future.succeededFuture(examination))
                .compose(examination -> examination instanceof Examination.Passed passed
                        ? comparison.of(passed, partner, orders, known.invoices())
                        : Future.succeededFuture(examination));
    }

    /** F&O is asked for conversions only where a unit is not that of the order line: few invoices need them. */
    private static boolean lacksUnit(Examination.Stopped stopped) {
        return stopped.problems().stream().anyMatch(why -> why.is(ProblemCode.UNIT_UNKNOWN));
    }

    private Future<Examination> examined(
            VendorInvoice invoice,
            Set<Cause> waived,
            String mark,
            TradingPartner partner,
            List<OpenOrder> orders,
            ProductFacts products) {
        Checks checks = partner.invoices().map(agreed -> agreed.checks()).orElse(Checks.USUAL);
        // Beside the event loop: an invoice may have tens of thousands of lines.
        return taken(mark, partner)
                .compose(taken -> engine.onContext(engine.crossReferences().all())
                        .compose(references -> engine.loop()
                                .beside(() -> InvoiceExamination.examine(
                                        invoice,
                                        new InvoiceExamination.Facts(
                                                partner,
                                                checks,
                                                orders,
                                                products,
                                                references,
                                                waived,
                                                mark,
                                                engine.clock().instant(),
                                                taken)))));
    }

    /**
     * When the file was taken in which the invoice came, asked for only where F&O is told; of what is in no journal, as in a preview,
     * now.
     */
    private Future<Optional<Instant>> taken(String mark, TradingPartner partner) {
        boolean told = partner.invoices()
                .map(InvoiceAgreement::header)
                .orElse(HeaderAgreement.USUAL)
                .receivedDate();
        if (!told) {
            return Future.succeededFuture(Optional.empty());
        }
        return DocumentId.of(mark)
                .map(id -> engine.onContext(engine.journal().find(id)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .compose(document -> document.flatMap(DocumentRecord::file)
                        .map(file -> engine.onContext(engine.journal().file(file)))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                        .map(file -> file.map(FileRecord::takenAt)
                                .or(() -> document.map(DocumentRecord::createdAt))
                                .or(() -> Optional.of(engine.clock().instant()))));
    }

    private static boolean accepted(Set<Cause> waived, Problem why) {
        return waived.stream().anyMatch(cause -> cause.covers(why));
    }

    private static boolean kindUnclear(ReceivedSet set) {
        return set.problems().stream().anyMatch(problem -> problem.code().equals("transaction-type-unclear"));
    }

    private static Problem unreadable(Optional<ReceivedSet> set) {
        return set.map(SyntaxProblems::summary)
                .orElseGet(() -> Problem.of(
                        ProblemCode.PAYLOAD_MISSING,
                        "",
                        "Of this document no readable transaction set is stored, so that nothing can be done with it. Ask"
                                + " the partner to resend what it was; then discard it."));
    }

    private static Future<Examined> found(String partner, Examination examination) {
        return Future.succeededFuture(new Examined(partner, examination));
    }

    /** What the partner sent; empty if nothing readable is stored. */
    Future<Optional<ReceivedSet>> stored(Optional<ContentHash> content) {
        return content.map(hash -> engine.onContext(engine.journal().payload(hash))
                        .map(payload -> payload.filter(
                                        found -> found.mediaType().equals(Payload.JSON))
                                .map(found -> engine.storedForm().readSet(found.bytes()))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }
}
