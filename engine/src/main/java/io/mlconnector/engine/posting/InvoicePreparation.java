package io.mlconnector.engine.posting;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.Alignment;
import io.mlconnector.domain.alignment.InvoiceAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.alignment.SenderAlignment;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.ExistingInvoice.Place;
import io.mlconnector.domain.invoicing.InvoiceDecisions;
import io.mlconnector.domain.invoicing.InvoiceExamination;
import io.mlconnector.domain.invoicing.InvoicePresence;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.trade.ItemNumber;
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
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Aligns and checks a received invoice, and asks F&O whether it has it already. Only reads, so that a preview and a forecast go
 * the very same way.
 */
public final class InvoicePreparation {

    /** Orders that are asked for at the same time: an invoice may name hundreds. */
    private static final int AT_ONCE = 25;

    private final Engine engine;
    private final Connection connection;

    public InvoicePreparation(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** What the examination found, and who sent the invoice if that is known. */
    public record Examined(String partner, Examination examination) {

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
        return orders(numbers, partner, 0, new ArrayList<>())
                .compose(orders -> switch (orders) {
                    case Outcome.Done<List<OpenOrder>>(List<OpenOrder> found) ->
                        products(found, partner).compose(products -> switch (products) {
                            case Outcome.Done<ProductFacts>(ProductFacts facts) ->
                                verdict(invoice, waived, mark, partner, new Known(found, facts, known));
                            default -> Future.succeededFuture(failed(products));
                        });
                    default -> Future.succeededFuture(failed(orders));
                })
                .map(examination -> new Examined(name, examination));
    }

    private Future<Examination> verdict(
            VendorInvoice invoice, Set<Cause> waived, String mark, TradingPartner partner, Known known) {
        List<OpenOrder> orders = known.orders();
        return examined(invoice, waived, mark, partner, orders, known.products())
                .compose(examination -> examination instanceof Examination.Stopped stopped && lacksUnit(stopped)
                        ? conversions(orders, partner).compose(units -> switch (units) {
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
                            default -> Future.succeededFuture(failed(units));
                        })
                        : Future.succeededFuture(examination))
                .compose(examination -> examination instanceof Examination.Passed passed
                        ? notThereYet(passed, partner, known)
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
        return engine.onContext(engine.crossReferences().all())
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
                                        engine.clock().instant()))));
    }

    /** The conversions of units of everything on those orders that are the partner's. */
    private Future<Outcome<UnitConversions>> conversions(List<OpenOrder> orders, TradingPartner partner) {
        Future<Outcome<UnitConversions>> all = Future.succeededFuture(Outcome.done(UnitConversions.NONE));
        for (OpenOrder order : orders) {
            if (ofPartner(order, partner)) {
                Set<String> products = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                order.lines().forEach(line -> {
                    line.item().map(ItemNumber::number).ifPresent(products::add);
                    line.details().variantNumber().ifPresent(products::add);
                });
                all = all.compose(before -> before instanceof Outcome.Done<UnitConversions>(UnitConversions known)
                        ? engine.onContext(connection.products().conversions(order.legalEntity(), products))
                                .map(outcome -> outcome.map(known::and))
                        : Future.succeededFuture(before));
            }
        }
        return all;
    }

    private static boolean ofPartner(OpenOrder order, TradingPartner partner) {
        return partner.isVendor(order.legalEntity(), order.vendor())
                || partner.isVendor(order.legalEntity(), order.invoiceVendor());
    }

    /** Asks F&O whether it has the invoice already, whoever keyed it. */
    private Future<Examination> notThereYet(Examination.Passed passed, TradingPartner partner, Known known) {
        InvoiceToPost invoice = passed.invoice();
        return engine.onContext(known.invoices().find(invoice.legalEntity(), invoice.vendor(), invoice.number()))
                .compose(outcome -> switch (outcome) {
                    case Outcome.Done<List<ExistingInvoice>>(List<ExistingInvoice> found) ->
                        orphans(InvoicePresence.unknownMarks(found, invoice))
                                .compose(orphans -> switch (InvoicePresence.of(
                                        found, invoice, Optional.empty(), orphans)) {
                                    case InvoicePresence.Absent ignored -> notBilledBefore(passed, partner, known);
                                    case InvoicePresence.Ours(ExistingInvoice ours) ->
                                        ours.place() == Place.POSTED
                                                ? Future.succeededFuture(whole(passed, ours))
                                                : parts(passed, ours);
                                    case InvoicePresence.Foreign(ExistingInvoice other) ->
                                        Future.succeededFuture(new Examination.AlreadyThere(
                                                InvoiceDecisions.existing(invoice, other), Optional.empty()));
                                });
                    default -> Future.succeededFuture(failed(outcome));
                });
    }

    /** F&O has nothing of it, so whatever it has of the orders belongs to other invoices. */
    private Future<Examination> notBilledBefore(Examination.Passed passed, TradingPartner partner, Known known) {
        List<OpenOrder> orders = known.orders();
        return new InvoiceEvidence(engine, known.invoices())
                .of(passed.invoice())
                .compose(outcome -> converting(outcome, partner, orders))
                .map(outcome -> outcome instanceof Outcome.Done<InvoiceExamination.Evidence>(var evidence)
                        ? InvoiceExamination.compared(
                                passed,
                                partner,
                                orders,
                                evidence,
                                engine.clock().instant())
                        : failed(outcome));
    }

    /** Conversions are asked for only where F&O has something in another unit than the order line. */
    private Future<Outcome<InvoiceExamination.Evidence>> converting(
            Outcome<InvoiceExamination.Evidence> read, TradingPartner partner, List<OpenOrder> orders) {
        if (!(read instanceof Outcome.Done<InvoiceExamination.Evidence>(InvoiceExamination.Evidence evidence))
                || !evidence.inOtherUnits(orders)) {
            return Future.succeededFuture(read);
        }
        return conversions(orders, partner)
                .map(known -> known instanceof Outcome.Refused<UnitConversions>(Problem why)
                        ? Outcome.done(evidence.refused(why))
                        : known.map(evidence::converting));
    }

    /** Those marks of which the journal knows no document: it is older than what it did. */
    private Future<Set<String>> orphans(Set<String> marks) {
        Future<Set<String>> all = Future.succeededFuture(new HashSet<>());
        for (String mark : marks) {
            Optional<DocumentId> id = DocumentId.of(mark);
            if (id.isEmpty()) {
                continue;
            }
            all = all.compose(orphans -> engine.onContext(engine.journal().find(id.get()))
                    .map(known -> {
                        if (known.isEmpty()) {
                            orphans.add(mark);
                        }
                        return orphans;
                    }));
        }
        return all;
    }

    private Examination whole(Examination.Passed passed, ExistingInvoice ours) {
        List<HistoryEntry> history = new ArrayList<>(passed.history());
        history.add(HistoryEntry.entry(
                engine.clock().instant(),
                "begun-before",
                "F&O has posted invoice " + passed.invoice().number() + " as " + ours.reference()
                        + ", created by ml-connector"));
        return new Examination.BegunBefore(passed.invoice(), ours.reference(), Set.of(), history);
    }

    private Future<Examination> parts(Examination.Passed passed, ExistingInvoice ours) {
        InvoiceToPost invoice = passed.invoice();
        return engine.onContext(connection.vendorInvoices().parts(invoice, ours.reference()))
                .map(outcome -> {
                    if (!(outcome instanceof Outcome.Done<Set<Integer>>(Set<Integer> there))) {
                        return failed(outcome);
                    }
                    Set<Integer> missing = new TreeSet<>(invoice.parts());
                    missing.removeAll(there);
                    List<HistoryEntry> history = new ArrayList<>(passed.history());
                    history.add(HistoryEntry.entry(
                            engine.clock().instant(),
                            "begun-before",
                            "F&O has invoice " + invoice.number() + " as " + ours.reference()
                                    + ", created by ml-connector; missing: " + InvoiceToPost.inWords(missing)));
                    return new Examination.BegunBefore(invoice, ours.reference(), missing, history);
                });
    }

    private Future<Outcome<List<OpenOrder>>> orders(
            List<String> numbers, TradingPartner partner, int at, List<OpenOrder> found) {
        if (at >= numbers.size()) {
            return Future.succeededFuture(Outcome.done(List.copyOf(found)));
        }
        int to = Math.min(numbers.size(), at + AT_ONCE);
        List<Future<Outcome<List<OpenOrder>>>> asked = numbers.subList(at, to).stream()
                .map(number -> engine.onContext(
                        connection.purchaseOrders().find(partner.vendors().keySet(), number)))
                .toList();
        return Future.join(asked).compose(answered -> {
            for (Future<Outcome<List<OpenOrder>>> one : asked) {
                if (!(one.result() instanceof Outcome.Done<List<OpenOrder>>(List<OpenOrder> more))) {
                    return Future.succeededFuture(one.result());
                }
                found.addAll(more);
            }
            return orders(numbers, partner, to, found);
        });
    }

    /** What F&O knows of the items of those orders that are the partner's. */
    private Future<Outcome<ProductFacts>> products(List<OpenOrder> orders, TradingPartner partner) {
        List<Future<Outcome<ProductFacts>>> asked = new ArrayList<>();
        for (OpenOrder order : orders) {
            if (!ofPartner(order, partner)) {
                continue;
            }
            Set<ItemNumber> items = order.lines().stream()
                    .map(OrderLine::item)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            asked.add(engine.onContext(connection.products().facts(order.legalEntity(), order.vendor(), items)));
        }
        return Future.join(asked).map(answered -> {
            Outcome<ProductFacts> all = Outcome.done(ProductFacts.NONE);
            for (Future<Outcome<ProductFacts>> one : asked) {
                all = all.then(known -> one.result().map(known::and));
            }
            return all;
        });
    }

    private static Examination failed(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> throw new IllegalStateException("Not a failure: " + done.getClass());
            case Outcome.Refused<?>(Problem why) -> new Examination.Refused(why);
            case Outcome.NotNow<?>(Problem why, Optional<Duration> retryAfter) ->
                new Examination.Later(why, retryAfter);
            case Outcome.Unknown<?>(Problem why) -> new Examination.Later(why, Optional.empty());
        };
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
