package io.mlconnector.engine.forecast;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.OrderAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.alignment.Reason;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.ordering.ConfirmedContent;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.OrderRecipient;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.posting.InvoicePreparation;
import io.mlconnector.engine.sending.OrderWriting;
import io.mlconnector.engine.sending.Writing;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes the way of a document without committing or writing anything. */
public final class Previews {

    /** Characters of an ISA with its terminator. */
    private static final int ISA = 106;

    private final Engine engine;
    private final Connection connection;

    /** Over one connection. */
    public Previews(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /**
     * The file that an order would become.
     *
     * @param problem why it would not become one; empty if it would
     * @param fileName its name, with control number 999999999 in place of the real one
     * @param bytes its content
     * @param reasons why each value is what it is, and what was changed to make it fit
     * @param answered whether F&O told all that was asked; if not, the problem is its refusal or silence and says nothing of the order
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    public record Order(
            Optional<Problem> problem, String fileName, byte[] bytes, List<String> reasons, boolean answered) {
        static Order impossible(Problem why, List<String> reasons) {
            return new Order(Optional.of(why), "", new byte[0], reasons, true);
        }

        static Order notTold(Outcome<?> outcome) {
            return new Order(Optional.of(why(outcome)), "", new byte[0], List.of(), false);
        }

        /** Its content for the eye: X12 with a line for each segment, whatever its separators are. */
        public String shown() {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (!text.startsWith("ISA") || text.length() < ISA) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            String terminator = text.substring(ISA - 1, ISA);
            String bare = text.replace(terminator + "\r\n", terminator).replace(terminator + "\n", terminator);
            return terminator.isBlank() ? bare : bare.replace(terminator, terminator + "\n");
        }
    }

    /** The newest confirmed revision of an order, as if the partner had none yet. */
    public Future<Order> order(LegalEntity legalEntity, String orderNumber) {
        return engine.onContext(connection.purchaseOrders().confirmationsOf(legalEntity, orderNumber))
                .compose(outcome -> {
                    if (!(outcome instanceof Outcome.Done<List<Confirmation>>(List<Confirmation> found))) {
                        return Future.succeededFuture(Order.notTold(outcome));
                    }
                    if (found.isEmpty()) {
                        return Future.succeededFuture(Order.impossible(
                                Problem.of(
                                        ProblemCode.ORDER_NOT_FOUND,
                                        orderNumber,
                                        "F&O has no confirmation of order " + orderNumber + " in " + legalEntity + "."),
                                List.of()));
                    }
                    return engine.onContext(connection
                                    .purchaseOrders()
                                    .read(found.get(found.size() - 1).key()))
                            .compose(read -> read instanceof Outcome.Done<PurchaseOrder>(PurchaseOrder order)
                                    ? judged(order)
                                    : Future.succeededFuture(Order.notTold(read)));
                });
    }

    private Future<Order> judged(PurchaseOrder read) {
        return switch (ConfirmedContent.of(read, connection.orders().comparison())) {
            case ConfirmedContent.NotWhole(Problem why) -> Future.succeededFuture(Order.impossible(why, List.of()));
            case ConfirmedContent.Unclear(Problem why) -> Future.succeededFuture(Order.impossible(why, List.of()));
            case ConfirmedContent.Whole(PurchaseOrder order, List<String> notes) ->
                connection.recipient(
                                        order.key().legalEntity(),
                                        order.vendor(),
                                        order.details().kind())
                                instanceof OrderRecipient.Nobody(Problem why)
                        ? Future.succeededFuture(Order.impossible(why, notes))
                        : written(order, notes);
        };
    }

    private Future<Order> written(PurchaseOrder order, List<String> notes) {
        Optional<TradingPartner> known = connection
                .partners()
                .withVendor(order.key().legalEntity(), order.vendor())
                .filter(found -> found.orders().isPresent());
        if (known.isEmpty()) {
            return Future.succeededFuture(Order.impossible(
                    Problem.of(
                            ProblemCode.PARTNER_UNKNOWN,
                            order.vendor().number(),
                            "No partner with an orders section is vendor " + order.vendor() + " of "
                                    + order.key().legalEntity() + "."),
                    List.of()));
        }
        TradingPartner partner = known.get();
        Set<ItemNumber> items = order.openLines().stream()
                .map(OrderLine::item)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return engine.onContext(connection.products().facts(order.key().legalEntity(), order.vendor(), items))
                .compose(outcome -> outcome instanceof Outcome.Done<ProductFacts>(ProductFacts facts)
                        ? engine.onContext(engine.crossReferences().all()).map(references -> {
                            OrderAlignment.Result result = OrderAlignment.align(order, partner, facts, references);
                            return result.order()
                                    .map(aligned -> write(
                                            new OrderWriting(
                                                    new OrderMessage.NewOrder(aligned),
                                                    partner,
                                                    partner.orders().orElseThrow(),
                                                    engine.clock().instant(),
                                                    engine.neutralOrders(),
                                                    Optional.empty(),
                                                    false),
                                            Stream.concat(notes.stream(), sentences(result).stream())
                                                    .toList()))
                                    .orElseGet(() ->
                                            Order.impossible(Problem.summary(result.problems()), sentences(result)));
                        })
                        : Future.succeededFuture(Order.notTold(outcome)));
    }

    private static List<String> sentences(OrderAlignment.Result result) {
        return result.reasons().stream().map(Reason::sentence).toList();
    }

    private Order write(OrderWriting writing, List<String> reasons) {
        return switch (writing.asIfWritten(engine.codec())) {
            case Writing.Impossible(Problem why) -> Order.impossible(why, reasons);
            case Writing.Written written -> {
                List<String> all = new ArrayList<>(reasons);
                written.notes().forEach(note -> all.add(note.place() + ": " + note.message()));
                yield new Order(
                        Optional.empty(),
                        written.file().name(),
                        written.payload().bytes(),
                        all,
                        true);
            }
        };
    }

    /** What would become of an invoice. */
    public Future<Examination> invoice(ReceivedSet set, VendorInvoice invoice) {
        return new InvoicePreparation(engine, connection)
                .of(set, invoice, Set.of(), "preview")
                .map(InvoicePreparation.Examined::examination);
    }

    private static Problem why(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(Problem why) -> why;
            case Outcome.NotNow<?> later -> later.why();
            case Outcome.Unknown<?>(Problem why) -> why;
            case Outcome.Done<?> done -> throw new IllegalStateException("Not a failure: " + done);
        };
    }
}
