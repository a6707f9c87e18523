package io.mlconnector.testing.memory;

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
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.erp.InvoiceWrite;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.erp.WireExchange;
import io.mlconnector.ports.erp.WireExchange.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Vendor invoices in memory, with F&O's way of refusing a number that a vendor used before. Every method is done when it
 * returns. Safe for use by several threads.
 */
public final class MemoryVendorInvoices implements VendorInvoices {

    /** Who numbers pending vendor invoices. */
    public enum Numbering {
        /** The number sequence; a reference of ours is refused. */
        ASSIGNED,
        /** We may; the number sequence otherwise. */
        OURS_ALLOWED
    }

    /**
     * An invoice as it stands.
     *
     * @param reference header reference
     * @param place pending or posted
     * @param header what the header was made from
     * @param lines the lines it has, in the order in which they came
     * @param charges the charges it has, in the order in which they came
     */
    public record Stored(
            String reference,
            Place place,
            InvoiceToPost header,
            List<InvoiceToPost.Line> lines,
            List<ChargeToPost> charges) {
        public Stored {
            lines = List.copyOf(lines);
            charges = List.copyOf(charges);
        }

        /** The numbers of the parts it has. */
        public Set<Integer> parts() {
            return written().parts();
        }

        /** As the journal tells of it. */
        public PostedInvoice journalled() {
            return new PostedInvoice(
                    header.vendor().number(),
                    header.number(),
                    Optional.of(header.date()),
                    header.currency().code(),
                    Optional.of(header.total()),
                    Optional.empty(),
                    Optional.of(header.tax()),
                    lines.stream()
                            .map(line -> new PostedInvoice.Line(
                                    line.orderNumber(),
                                    line.orderLine(),
                                    line.quantity().amount(),
                                    line.orderNumber().isEmpty()
                                            ? ""
                                            : line.quantity().unit().symbol(),
                                    Optional.of(line.netAmount())))
                            .toList());
        }

        /** As it is read. */
        public WrittenInvoice written() {
            return new WrittenInvoice(
                    header.vendor().number(),
                    header.number(),
                    Optional.of(header.date()),
                    header.currency().code(),
                    Optional.of(header.total()),
                    Optional.of(header.tax()),
                    lines.stream().map(InvoiceToPost.Line::written).toList(),
                    charges.stream().map(WrittenInvoice.Charge::of).toList());
        }
    }

    /** The charges codes that F&O has. */
    public static final Set<String> CHARGES_CODES = Set.of("FREIGHT", "HANDLING", "DISCOUNT", "TAX");

    private final Numbering numbering;
    private final Object lock = new Object();

    // All guarded by lock.
    private final List<Stored> invoices = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<String, List<ChargesOfOrder.One>> ordered = new HashMap<>();
    private final Set<String> byHand = new TreeSet<>();
    private final Endings reads = Endings.ofDynamics();
    private final Endings writes = Endings.ofDynamics();
    private Predicate<InvoiceToPost.Line> refused = ignored -> false;
    private boolean repeatsAccepted;
    private final MemoryAttachments attachments = new MemoryAttachments();
    private boolean attachmentsAbsent;
    private boolean orderChargesAbsent;
    private int assigned;

    /** No invoice is there yet. */
    public MemoryVendorInvoices(Numbering numbering) {
        this.numbering = numbering;
    }

    /** Refuses lines from now on, as F&O refuses a line of an order that it does not know. */
    public void refuseLines(Predicate<InvoiceToPost.Line> which) {
        synchronized (lock) {
            refused = which;
        }
    }

    /** Accepts an invoice number that was used before, as a tenant may that does not check it. */
    public void acceptRepeats() {
        synchronized (lock) {
            repeatsAccepted = true;
        }
    }

    /** F&O has no attachments of vendor invoices from now on. */
    public void withoutAttachments() {
        synchronized (lock) {
            attachmentsAbsent = true;
        }
    }

    /** What is attached to an invoice, in the order in which it came. */
    public List<Attachment> attachments(LegalEntity legalEntity, String reference) {
        synchronized (lock) {
            return attachments.of(legalEntity, reference);
        }
    }

    /** Plans how the next write ends that has no planned ending yet. */
    public void nextEnding(Ending ending) {
        synchronized (lock) {
            writes.plan(ending);
        }
    }

    /** Plans how the next read ends that has no planned ending yet. */
    public void nextReadEnding(Ending ending) {
        synchronized (lock) {
            reads.planRead(ending);
        }
    }

    /** Every invoice there is, oldest first. */
    public List<Stored> invoices() {
        synchronized (lock) {
            return List.copyOf(invoices);
        }
    }

    /** A clerk enters an invoice whose header reference is its mark. */
    public void enter(InvoiceToPost invoice) {
        synchronized (lock) {
            byHand.add(invoice.mark());
            invoices.add(new Stored(invoice.mark(), Place.PENDING, invoice, invoice.lines(), invoice.charges()));
        }
    }

    /** What a product receipt says of an order. */
    private record Receipt(LegalEntity legalEntity, String orderNumber, ReceivedQuantity received) {}

    /** The warehouse receives goods of an order. */
    public void receive(LegalEntity legalEntity, String orderNumber, ReceivedQuantity received) {
        synchronized (lock) {
            receipts.add(new Receipt(legalEntity, orderNumber, received));
        }
    }

    /** A buyer puts a charge on an order. */
    public void charge(LegalEntity legalEntity, String orderNumber, ChargesOfOrder.One charge) {
        synchronized (lock) {
            ordered.computeIfAbsent(order(legalEntity, orderNumber), order -> new ArrayList<>())
                    .add(charge);
        }
    }

    /** F&O shows the charges of no order. */
    public void withoutOrderCharges() {
        synchronized (lock) {
            orderChargesAbsent = true;
        }
    }

    private static String order(LegalEntity legalEntity, String orderNumber) {
        return legalEntity + "/" + orderNumber.toLowerCase(Locale.ROOT);
    }

    /** A clerk changes a pending invoice. */
    public void change(String reference, UnaryOperator<Stored> how) {
        synchronized (lock) {
            invoices.replaceAll(stored -> stored.reference().equals(reference) ? how.apply(stored) : stored);
        }
    }

    /** A clerk posts a pending invoice. */
    public void post(String reference) {
        synchronized (lock) {
            invoices.replaceAll(stored -> stored.reference().equals(reference)
                    ? new Stored(reference, Place.POSTED, stored.header(), stored.lines(), stored.charges())
                    : stored);
        }
    }

    @Override
    public CompletionStage<Outcome<List<ExistingInvoice>>> find(
            LegalEntity legalEntity, VendorAccount vendor, String number) {
        return answer(
                reads,
                () -> Outcome.done(invoices.stream()
                        .filter(stored -> is(stored.header(), legalEntity, vendor, number))
                        .map(this::existing)
                        .toList()));
    }

    /** F&O's journal of posted invoices knows neither description nor header reference. */
    private ExistingInvoice existing(Stored stored) {
        return switch (stored.place()) {
            case PENDING ->
                new ExistingInvoice(
                        Place.PENDING,
                        stored.reference(),
                        byHand.contains(stored.reference())
                                ? stored.header().mark()
                                : ExistingInvoice.SIGN + stored.header().mark());
            case POSTED -> new ExistingInvoice(Place.POSTED, voucher(stored), "");
        };
    }

    private static String voucher(Stored stored) {
        return "voucher of " + stored.header().number();
    }

    @Override
    public CompletionStage<Outcome<List<InvoicedQuantity>>> invoiced(LegalEntity legalEntity, String orderNumber) {
        return answer(reads, () -> Outcome.done(billed(Place.PENDING, legalEntity, orderNumber)));
    }

    @Override
    public CompletionStage<Outcome<List<InvoicedQuantity>>> posted(LegalEntity legalEntity, String orderNumber) {
        return answer(reads, () -> Outcome.done(billed(Place.POSTED, legalEntity, orderNumber)));
    }

    @Override
    public CompletionStage<Outcome<List<ReceivedQuantity>>> received(LegalEntity legalEntity, String orderNumber) {
        return answer(
                reads,
                () -> Outcome.done(receipts.stream()
                        .filter(receipt -> receipt.legalEntity().equals(legalEntity)
                                && receipt.orderNumber().equalsIgnoreCase(orderNumber))
                        .map(Receipt::received)
                        .toList()));
    }

    @Override
    public CompletionStage<Outcome<ChargesOfOrder>> charges(LegalEntity legalEntity, String orderNumber) {
        return answer(
                reads,
                () -> orderChargesAbsent
                        ? Outcome.refused(Problem.of(
                                ProblemCode.SET_NOT_READABLE, "charges", "F&O does not show the charges of orders."))
                        : Outcome.done(new ChargesOfOrder(
                                ordered.getOrDefault(order(legalEntity, orderNumber), List.of()), true)));
    }

    @Override
    public CompletionStage<Outcome<List<OtherInvoice>>> others(InvoiceToPost invoice) {
        return answer(
                reads,
                () -> Outcome.done(invoices.stream()
                        .filter(stored -> stored.header().legalEntity().equals(invoice.legalEntity())
                                && stored.header().vendor().same(invoice.vendor()))
                        .map(stored -> new OtherInvoice(
                                stored.place() == Place.POSTED,
                                stored.header().number(),
                                stored.header().orderNumber(),
                                Optional.of(stored.header().date()),
                                Optional.of(stored.header().total())))
                        .toList()));
    }

    private List<InvoicedQuantity> billed(Place place, LegalEntity legalEntity, String orderNumber) {
        return invoices.stream()
                .filter(stored ->
                        stored.place() == place && stored.header().legalEntity().equals(legalEntity))
                .flatMap(stored -> stored.lines().stream()
                        .filter(line -> line.orderNumber().equalsIgnoreCase(orderNumber))
                        .map(line -> new InvoicedQuantity(line.orderLine(), line.quantity(), stored.reference())))
                .toList();
    }

    @Override
    public CompletionStage<Outcome<Optional<WrittenInvoice>>> written(InvoiceToPost invoice, String headerReference) {
        return answer(
                reads,
                () -> Outcome.done(
                        pending(invoice.legalEntity(), headerReference).map(Stored::written)));
    }

    @Override
    public CompletionStage<Outcome<Optional<PostedInvoice>>> journalled(InvoiceToPost invoice, String reference) {
        return answer(
                reads,
                () -> Outcome.done(invoices.stream()
                        .filter(stored -> stored.place() == Place.POSTED
                                && is(stored.header(), invoice.legalEntity(), invoice.vendor(), invoice.number())
                                && voucher(stored).equals(reference))
                        .map(Stored::journalled)
                        .findFirst()));
    }

    @Override
    public CompletionStage<InvoiceWrite> deleteHeader(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent) {
        return written(intent, "VendorInvoiceHeaders", invoice, () -> {
            Optional<Stored> there = pending(invoice.legalEntity(), headerReference);
            if (there.isEmpty()) {
                return Outcome.refused(
                        Problem.of(ProblemCode.NOT_FOUND, "", "There is no pending invoice " + headerReference + "."));
            }
            if (!there.get().parts().containsAll(parts)) {
                return Outcome.refused(Problem.of(
                        ProblemCode.NOT_FOUND, "", "A part of pending invoice " + headerReference + " is not there."));
            }
            if (there.get().lines().stream().anyMatch(line -> !parts.contains(line.number()))) {
                return Outcome.refused(Problem.of(
                        ProblemCode.DYNAMICS_REFUSED,
                        "",
                        "Vendor invoice header " + headerReference
                                + " cannot be deleted while dependent lines exist."));
            }
            invoices.remove(there.get());
            return Outcome.done(headerReference);
        });
    }

    @Override
    public CompletionStage<InvoiceWrite> createWhole(InvoiceToPost invoice, Intent<?> intent) {
        return written(intent, "VendorInvoiceHeaders, VendorInvoiceLines", invoice, () -> {
            if (numbering == Numbering.ASSIGNED) {
                return Outcome.refused(Problem.of(
                        ProblemCode.DYNAMICS_REFUSED, "", "The header reference must not be entered manually."));
            }
            return create(invoice, invoice.mark(), invoice.parts());
        });
    }

    @Override
    public CompletionStage<InvoiceWrite> createHeader(InvoiceToPost invoice, Intent<?> intent) {
        return written(intent, "VendorInvoiceHeaders", invoice, () -> {
            Outcome<String> created = create(invoice, "VI-" + (assigned + 1), Set.of());
            assigned += created instanceof Outcome.Done<String> ? 1 : 0;
            return created;
        });
    }

    @Override
    public CompletionStage<InvoiceWrite> createLines(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent) {
        return written(
                intent,
                "VendorInvoiceLines",
                invoice,
                () -> pending(invoice.legalEntity(), headerReference)
                        .map(stored -> add(stored, invoice, parts))
                        .orElseGet(() -> Outcome.refused(Problem.of(
                                ProblemCode.DYNAMICS_REFUSED,
                                "",
                                "There is no pending invoice " + headerReference + "."))));
    }

    @Override
    public CompletionStage<Outcome<Set<String>>> attached(LegalEntity legalEntity, String headerReference) {
        return answer(
                reads,
                () -> attachmentsAbsent
                        ? Outcome.notNow(absent())
                        : Outcome.done(pending(legalEntity, headerReference)
                                .map(stored -> attachments.of(legalEntity, headerReference).stream()
                                        .map(Attachment::name)
                                        .collect(Collectors.toSet()))
                                .orElseGet(Set::of)));
    }

    private static Problem absent() {
        return Problem.of(
                ProblemCode.SET_NOT_READABLE,
                "VendorInvoiceDocumentAttachments",
                "F&O does not have VendorInvoiceDocumentAttachments.");
    }

    @Override
    public CompletionStage<Outcome<String>> attach(
            LegalEntity legalEntity, String headerReference, List<Attachment> more, Intent<?> intent) {
        return Intended.by(
                intent,
                ignored -> answer(writes, () -> {
                    if (attachmentsAbsent) {
                        return Outcome.notNow(absent());
                    }
                    if (pending(legalEntity, headerReference).isEmpty()) {
                        return Outcome.refused(Problem.of(
                                ProblemCode.DYNAMICS_REFUSED,
                                "",
                                "There is no pending invoice " + headerReference + "."));
                    }
                    attachments.add(legalEntity, headerReference, more);
                    return Outcome.done(headerReference);
                }));
    }

    private Outcome<String> create(InvoiceToPost invoice, String reference, Set<Integer> parts) {
        if (!repeatsAccepted
                && invoices.stream()
                        .anyMatch(stored ->
                                is(stored.header(), invoice.legalEntity(), invoice.vendor(), invoice.number()))) {
            return Outcome.refused(Problem.of(
                    ProblemCode.DYNAMICS_REFUSED,
                    "",
                    "Invoice number " + invoice.number() + " has already been used."));
        }
        Optional<Outcome<String>> refusal = refusal(invoice, parts);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        invoices.add(new Stored(reference, Place.PENDING, invoice, invoice.lines(parts), invoice.charges(parts)));
        return Outcome.done(reference);
    }

    private Optional<Outcome<String>> refusal(InvoiceToPost invoice, Set<Integer> parts) {
        if (invoice.lines(parts).stream().anyMatch(refused)) {
            return Optional.of(
                    Outcome.refused(Problem.of(ProblemCode.DYNAMICS_REFUSED, "", "A line of the invoice is refused.")));
        }
        return invoice.charges(parts).stream()
                .map(ChargeToPost::chargesCode)
                .filter(code -> !CHARGES_CODES.contains(code))
                .findFirst()
                .map(code -> Outcome.refused(Problem.of(
                        ProblemCode.DYNAMICS_REFUSED,
                        "",
                        "The value '" + code + "' in field 'Charges code' is not found.")));
    }

    private Outcome<String> add(Stored stored, InvoiceToPost invoice, Set<Integer> parts) {
        if (parts.stream().anyMatch(stored.parts()::contains)) {
            return Outcome.unknown(
                    Problem.of(ProblemCode.ALREADY_EXISTS, "", "A part of " + stored.reference() + " exists already."));
        }
        Optional<Outcome<String>> refusal = refusal(invoice, parts);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<InvoiceToPost.Line> lines = new ArrayList<>(stored.lines());
        lines.addAll(invoice.lines(parts));
        List<ChargeToPost> charges = new ArrayList<>(stored.charges());
        charges.addAll(invoice.charges(parts));
        invoices.set(
                invoices.indexOf(stored),
                new Stored(stored.reference(), Place.PENDING, stored.header(), lines, charges));
        return Outcome.done(stored.reference());
    }

    private Optional<Stored> pending(LegalEntity legalEntity, String reference) {
        return invoices.stream()
                .filter(stored -> stored.place() == Place.PENDING
                        && stored.reference().equals(reference)
                        && stored.header().legalEntity().equals(legalEntity))
                .findFirst();
    }

    private static boolean is(InvoiceToPost invoice, LegalEntity legalEntity, VendorAccount vendor, String number) {
        return invoice.legalEntity().equals(legalEntity)
                && invoice.vendor().same(vendor)
                && invoice.number().equalsIgnoreCase(number);
    }

    private CompletionStage<InvoiceWrite> written(
            Intent<?> intent, String target, InvoiceToPost invoice, Supplier<Outcome<String>> work) {
        AtomicBoolean sent = new AtomicBoolean();
        return Intended.by(intent, ignored -> {
                    sent.set(true);
                    return answer(writes, work);
                })
                .thenApply(outcome -> new InvoiceWrite(
                        outcome, sent.get() ? Optional.of(said(target, invoice, outcome)) : Optional.empty()));
    }

    private static WireExchange said(String target, InvoiceToPost invoice, Outcome<String> outcome) {
        OptionalInt status = outcome instanceof Outcome.Done<String>
                ? OptionalInt.of(201)
                : outcome instanceof Outcome.Unknown<String> ? OptionalInt.empty() : OptionalInt.of(400);
        return new WireExchange(
                "POST",
                target,
                status,
                body(target + " of invoice " + invoice.number() + ", header reference " + invoice.mark()),
                status.isEmpty() ? Body.NONE : body(outcome.toString()));
    }

    private static Body body(String text) {
        return Body.of("text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private <T> CompletionStage<Outcome<T>> answer(Endings endings, Supplier<Outcome<T>> work) {
        synchronized (lock) {
            return CompletableFuture.completedFuture(endings.end(work));
        }
    }
}
