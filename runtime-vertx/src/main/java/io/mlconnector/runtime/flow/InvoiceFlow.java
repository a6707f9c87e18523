package io.mlconnector.runtime.flow;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.Alignment;
import io.mlconnector.domain.alignment.InvoiceAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.alignment.SenderAlignment;
import io.mlconnector.domain.dedupe.DedupeKeys;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.HistoryEntry;
import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.ExistingInvoice.Place;
import io.mlconnector.domain.invoicing.InvoiceDecisions;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.invoicing.InvoiceExamination;
import io.mlconnector.domain.invoicing.InvoiceSight;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.OpenOrder;
import io.mlconnector.domain.invoicing.VendorInvoice;
import io.mlconnector.domain.ordering.OrderLine;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.DocumentId;
import io.mlconnector.runtime.journal.Mapping;
import io.mlconnector.runtime.journal.ReceivedSet;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Gathers and acts for incoming invoices; what to do is decided by {@link InvoiceDecisions}. */
final class InvoiceFlow {

    private final Engine engine;
    private final Link link;
    private final HeaderReference mode;

    InvoiceFlow(Engine engine, Link link) {
        this.engine = engine;
        this.link = link;
        this.mode = link.settings().dynamics().headerReference();
    }

    /** Aligns and checks the invoice, and commits the intent to post it. */
    Future<Optional<Claim>> prepare(Claim claim, InvoiceState.Received state) {
        return examine(claim, state).compose(examined -> {
            Change change = Change.of(
                    InvoiceDecisions.afterExamination(state, examined.examination(), mode, engine.circumstances()));
            if (!examined.partner().isEmpty()) {
                change = change.with(examined.partner(), "810");
            }
            if (examined.examination()
                    instanceof Examination.Passed(InvoiceToPost invoice, List<HistoryEntry> ignored)) {
                change = change.with(
                                claim.keys().withOrder(invoice.legalEntity().id(), invoice.orderNumber()))
                        .withJobKey(DedupeKeys.ofInvoice(link.id(), invoice));
            }
            return commit(claim, change);
        });
    }

    /** What the examination found, and who sent the invoice if that is known. */
    record Examined(String partner, Examination examination) {}

    private Future<Examined> examine(Claim claim, InvoiceState.Received state) {
        return content(claim).compose(set -> {
            if (set.isEmpty() || set.get().invoice().isEmpty()) {
                return examined("", new Examination.Stopped(unreadable(set), List.of()));
            }
            return examine(
                    set.get(),
                    set.get().invoice().get(),
                    state.waived(),
                    claim.id().text());
        });
    }

    /**
     * Aligns and checks an invoice without changing anything anywhere.
     *
     * @param mark by which it would be known as ours in F&O
     */
    Future<Examined> examine(ReceivedSet set, VendorInvoice invoice, Set<String> waived, String mark) {
        return switch (SenderAlignment.find(set.reference(), link.settings().partners())) {
            case Alignment.Missing<TradingPartner>(Problem why)
            when !waived.contains(why.code()) || why.code().equals("partner-unknown") ->
                examined("", new Examination.Stopped(why, List.of()));
            case Alignment.Missing<TradingPartner> ignored ->
                examine(
                        set,
                        invoice,
                        waived,
                        mark,
                        link.settings()
                                .partners()
                                .sending(set.reference().sender())
                                .orElseThrow());
            case Alignment.Found<TradingPartner> found -> examine(set, invoice, waived, mark, found.value());
        };
    }

    private Future<Examined> examine(
            ReceivedSet set, VendorInvoice invoice, Set<String> waived, String mark, TradingPartner partner) {
        String name = partner.id().id();
        if (kindUnclear(set) && !waived.contains("transaction-type-unclear")) {
            return examined(
                    name,
                    new Examination.Stopped(
                            Problem.of(
                                    "transaction-type-unclear",
                                    name,
                                    "BIG07 of invoice " + invoice.number()
                                            + " does not say clearly whether it is an invoice"
                                            + " or a credit note. Ask the partner; release it to post it as an invoice."),
                            List.of()));
        }
        return orders(InvoiceAlignment.orderNumbers(invoice), partner, 0, new ArrayList<>())
                .compose(orders -> switch (orders) {
                    case Outcome.Done<List<OpenOrder>>(List<OpenOrder> found) ->
                        products(found, partner).compose(products -> switch (products) {
                            case Outcome.Done<ProductFacts>(ProductFacts facts) ->
                                verdict(invoice, waived, mark, partner, found, facts);
                            default -> Future.succeededFuture(failed(products));
                        });
                    default -> Future.succeededFuture(failed(orders));
                })
                .map(examination -> new Examined(name, examination));
    }

    private Future<Examination> verdict(
            VendorInvoice invoice,
            Set<String> waived,
            String mark,
            TradingPartner partner,
            List<OpenOrder> orders,
            ProductFacts products) {
        Checks checks = partner.invoices().map(agreed -> agreed.checks()).orElse(Checks.USUAL);
        return engine.crossReferences().all().compose(references -> {
            Examination examination = InvoiceExamination.examine(
                    invoice,
                    new InvoiceExamination.Facts(
                            partner,
                            checks,
                            orders,
                            products,
                            references,
                            waived,
                            mark,
                            engine.clock().instant()));
            return examination instanceof Examination.Passed passed
                    ? notThereYet(passed)
                    : Future.succeededFuture(examination);
        });
    }

    /** Asks F&O whether it has the invoice already, whoever keyed it. */
    private Future<Examination> notThereYet(Examination.Passed passed) {
        InvoiceToPost invoice = passed.invoice();
        return engine.onContext(link.vendorInvoices().find(invoice.legalEntity(), invoice.vendor(), invoice.number()))
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<List<ExistingInvoice>>(List<ExistingInvoice> found) ->
                        found.isEmpty()
                                ? passed
                                : new Examination.AlreadyThere(InvoiceDecisions.existing(invoice, found.get(0)));
                    default -> failed(outcome);
                });
    }

    private Future<Outcome<List<OpenOrder>>> orders(
            List<String> numbers, TradingPartner partner, int at, List<OpenOrder> found) {
        if (at >= numbers.size()) {
            return Future.succeededFuture(Outcome.done(List.copyOf(found)));
        }
        return engine.onContext(link.purchaseOrders().find(partner.vendors().keySet(), numbers.get(at)))
                .compose(outcome -> {
                    if (!(outcome instanceof Outcome.Done<List<OpenOrder>>(List<OpenOrder> more))) {
                        return Future.succeededFuture(outcome);
                    }
                    found.addAll(more);
                    return orders(numbers, partner, at + 1, found);
                });
    }

    /** What F&O knows of the items of those orders that are the partner's. */
    private Future<Outcome<ProductFacts>> products(List<OpenOrder> orders, TradingPartner partner) {
        Future<Outcome<ProductFacts>> all = Future.succeededFuture(Outcome.done(ProductFacts.NONE));
        for (OpenOrder order : orders) {
            if (!partner.isVendor(order.legalEntity(), order.vendor())
                    && !partner.isVendor(order.legalEntity(), order.invoiceVendor())) {
                continue;
            }
            Set<ItemNumber> items = order.lines().stream()
                    .map(OrderLine::item)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            all = all.compose(before -> before instanceof Outcome.Done<ProductFacts>(ProductFacts known)
                    ? engine.onContext(link.products().facts(order.legalEntity(), order.vendor(), items))
                            .map(outcome -> outcome.map(more -> merged(known, more)))
                    : Future.succeededFuture(before));
        }
        return all;
    }

    private static ProductFacts merged(ProductFacts one, ProductFacts other) {
        Map<ItemNumber, String> vendorItems = new HashMap<>(one.vendorItems());
        vendorItems.putAll(other.vendorItems());
        var gtins = new HashMap<>(one.gtins());
        gtins.putAll(other.gtins());
        return new ProductFacts(vendorItems, gtins);
    }

    private static Examination failed(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> throw new IllegalStateException("Not a failure: " + done);
            case Outcome.Refused<?>(Problem why) -> new Examination.Refused(why);
            case Outcome.NotNow<?>(Problem why, Optional<Duration> retryAfter) ->
                new Examination.Later(why, retryAfter);
            case Outcome.Unknown<?>(Problem why) -> new Examination.Later(why, Optional.empty());
        };
    }

    private static boolean kindUnclear(ReceivedSet set) {
        return set.problems().stream().anyMatch(problem -> problem.code().equals("transaction-type-unclear"));
    }

    private static Problem unreadable(Optional<ReceivedSet> set) {
        return set.map(SyntaxProblems::summary)
                .orElseGet(() -> Problem.of(
                        "payload-missing",
                        "",
                        "The stored content of this document is gone; ask the partner to resend."));
    }

    private static Future<Examined> examined(String partner, Examination examination) {
        return Future.succeededFuture(new Examined(partner, examination));
    }

    private Future<Optional<ReceivedSet>> content(Claim claim) {
        return claim.content()
                .map(hash -> engine.onContext(engine.journal().payload(hash))
                        .map(payload -> payload.map(stored -> Mapping.readSet(stored.bytes()))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** Carries out the one write whose intent the state records. */
    Future<Optional<Claim>> write(Claim claim, InvoiceState state) {
        return switch (state) {
            case InvoiceState.PostingWhole posting ->
                ended(
                        claim,
                        link.vendorInvoices().createWhole(posting.invoice()),
                        outcome -> InvoiceDecisions.afterPostingWhole(posting, outcome, engine.circumstances()));
            case InvoiceState.PostingHeader posting ->
                ended(
                        claim,
                        link.vendorInvoices().createHeader(posting.invoice()),
                        outcome -> InvoiceDecisions.afterPostingHeader(posting, outcome, engine.circumstances()));
            case InvoiceState.PostingLines posting ->
                ended(
                        claim,
                        link.vendorInvoices()
                                .createLines(posting.invoice(), posting.headerReference(), posting.missing()),
                        outcome -> InvoiceDecisions.afterPostingLines(posting, outcome, engine.circumstances()));
            default -> throw new IllegalStateException("No write belongs to the state " + state);
        };
    }

    private Future<Optional<Claim>> ended(
            Claim claim,
            CompletionStage<Outcome<String>> write,
            java.util.function.Function<Outcome<String>, Decision<InvoiceState>> decide) {
        return engine.onContext(write).compose(outcome -> commit(claim, Change.of(decide.apply(outcome))));
    }

    /** Asks F&O for an invoice that is in doubt. */
    Future<Optional<Claim>> ask(Claim claim, InvoiceState.InDoubt state) {
        InvoiceToPost invoice = state.invoice();
        return engine.onContext(link.vendorInvoices().find(invoice.legalEntity(), invoice.vendor(), invoice.number()))
                .compose(outcome -> outcome instanceof Outcome.Done<List<ExistingInvoice>>(List<ExistingInvoice> found)
                        ? sight(invoice, state.headerReference(), found)
                        : Future.succeededFuture(outcome.map(ignored -> new InvoiceSight(List.of(), Set.of()))))
                .compose(outcome ->
                        commit(claim, Change.of(InvoiceDecisions.afterAsking(state, outcome, engine.circumstances()))));
    }

    private Future<Outcome<InvoiceSight>> sight(
            InvoiceToPost invoice, Optional<String> headerReference, List<ExistingInvoice> found) {
        return found.stream()
                .filter(one -> one.place() == Place.PENDING && InvoiceDecisions.isOurs(one, invoice, headerReference))
                .findFirst()
                .map(ours -> engine.onContext(
                                link.vendorInvoices().lineNumbers(invoice.legalEntity(), ours.reference()))
                        .map(lines -> lines.map(numbers -> new InvoiceSight(found, numbers))))
                .orElseGet(() -> Future.succeededFuture(Outcome.done(new InvoiceSight(found, Set.of()))));
    }

    /** Commits; an invoice whose job key another document has is a duplicate of that one. */
    Future<Optional<Claim>> commit(Claim claim, Change change) {
        return engine.onContext(
                        engine.journal().commit(claim, change, engine.clock().instant(), engine.lease()))
                .compose(committed -> switch (committed) {
                    case Committed.Stands ignored ->
                        Future.succeededFuture(
                                change.resting() ? Optional.empty() : Optional.of(claim.in(change.state())));
                    case Committed.Fenced ignored -> Future.succeededFuture(Optional.empty());
                    case Committed.KeyTaken(DocumentId owner) -> duplicate(claim, owner);
                });
    }

    private Future<Optional<Claim>> duplicate(Claim claim, DocumentId owner) {
        Problem why = Problem.of(
                        "invoice-repeated",
                        owner.text(),
                        "The same invoice of the same vendor is document " + owner
                                + " already. Nothing is posted for this" + " one.")
                .with("duplicateOf", owner.text());
        InvoiceState.Received state = new InvoiceState.Received(Set.of(), 0);
        return commit(
                claim,
                Change.of(InvoiceDecisions.afterExamination(
                        state, new Examination.AlreadyThere(why), mode, engine.circumstances())));
    }
}
