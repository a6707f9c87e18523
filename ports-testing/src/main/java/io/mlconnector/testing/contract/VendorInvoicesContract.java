package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.ExistingInvoice.Place;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.erp.InvoiceWrite;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.erp.WireExchange;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;

/**
 * What every place for vendor invoices must do. F&O knows vendors V-1 and V-2, and of each vendor V-n order PO-n with
 * lines 1 to 3 for item A-1, in both legal entities; there is no line 99. It has the charges codes FREIGHT and DISCOUNT, not NO-SUCH. It takes header references of ours, and refuses
 * a number that a vendor used before.
 */
public abstract class VendorInvoicesContract {

    private static final VendorAccount OTHER = new VendorAccount("V-2");

    /** The port under test; the same one during a test. */
    protected abstract VendorInvoices vendorInvoices();

    /** A clerk posts a pending invoice. */
    protected abstract void post(LegalEntity legalEntity, String headerReference);

    /** The warehouse receives goods of an order line, in pieces. */
    protected abstract void receive(LegalEntity legalEntity, String orderNumber, long orderLine, String quantity);

    /** How many invoices F&O has, pending and posted. */
    protected abstract int invoices();

    /** An invoice with lines that bill these order lines. */
    public static InvoiceToPost invoice(
            LegalEntity legalEntity, VendorAccount vendor, String number, long... orderLines) {
        String order = "PO-" + vendor.number().substring(2);
        List<InvoiceToPost.Line> lines = java.util.stream.IntStream.range(0, orderLines.length)
                .mapToObj(i -> new InvoiceToPost.Line(
                        i + 1,
                        order,
                        orderLines[i],
                        Optional.of(new ItemNumber("A-1")),
                        "",
                        "Größe “L” – 3\"",
                        new Quantity(new BigDecimal("2"), new UnitSymbol("ea")),
                        Price.each(new BigDecimal("2.5")),
                        new BigDecimal("5.00")))
                .toList();
        return new InvoiceToPost(
                legalEntity,
                vendor,
                number,
                LocalDate.of(2026, 3, 2),
                new CurrencyCode("USD"),
                order,
                new BigDecimal("5.00").multiply(BigDecimal.valueOf(orderLines.length)),
                new BigDecimal("0.00"),
                "mlc-" + number.toLowerCase(java.util.Locale.ROOT),
                lines,
                List.of(),
                Set.of());
    }

    private static InvoiceToPost invoice(String number, long... orderLines) {
        return invoice(Trade.USMF, Trade.VENDOR, number, orderLines);
    }

    private List<ExistingInvoice> found(InvoiceToPost invoice) {
        return done(vendorInvoices().find(invoice.legalEntity(), invoice.vendor(), invoice.number()));
    }

    private Set<Integer> lines(String reference) {
        return done(vendorInvoices().parts(invoice("INV-1", 1), reference));
    }

    @Test
    void an_invoice_that_nobody_created_is_not_found() {
        assertThat(found(invoice("INV-1", 1))).isEmpty();
        assertThat(done(vendorInvoices().parts(invoice("INV-1", 1), "no-such-reference")))
                .isEmpty();
    }

    @Test
    void a_whole_invoice_is_found_under_its_mark_with_all_lines() {
        InvoiceToPost invoice = invoice("INV-1", 1, 2, 3);
        assertThat(done(vendorInvoices().createWhole(invoice))).isEqualTo(invoice.mark());
        assertThat(found(invoice)).singleElement().satisfies(existing -> {
            assertThat(existing.place()).isEqualTo(Place.PENDING);
            assertThat(existing.reference()).isEqualTo(invoice.mark());
            assertThat(existing.mark()).contains(invoice.mark());
        });
        assertThat(lines(invoice.mark())).containsExactlyInAnyOrder(1, 2, 3);
    }

    private static InvoiceToPost charged(InvoiceToPost plain, String headerCode) {
        return new InvoiceToPost(
                plain.legalEntity(),
                plain.vendor(),
                plain.number(),
                plain.date(),
                plain.currency(),
                plain.orderNumber(),
                plain.total().add(new BigDecimal("9.50")),
                plain.tax(),
                plain.mark(),
                plain.lines(),
                List.of(
                        new ChargeToPost(1, Optional.empty(), headerCode, new BigDecimal("12.00"), "FREIGHT & “more”"),
                        new ChargeToPost(2, Optional.of(2), "DISCOUNT", new BigDecimal("-2.50"), "")),
                Set.of());
    }

    @Test
    void charges_come_with_header_and_lines_and_are_found_as_parts() {
        InvoiceToPost invoice = charged(invoice("INV-1", 1, 2), "FREIGHT");
        String reference = done(vendorInvoices().createWhole(invoice));
        assertThat(done(vendorInvoices().parts(invoice, reference))).containsExactlyInAnyOrder(1, 2, -1, -2);
    }

    @Test
    void charges_come_with_the_lines_where_the_header_came_first() {
        InvoiceToPost invoice = charged(invoice("INV-1", 1, 2), "FREIGHT");
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(done(vendorInvoices().parts(invoice, reference))).isEmpty();
        done(vendorInvoices().createLines(invoice, reference, invoice.parts()));
        assertThat(done(vendorInvoices().parts(invoice, reference))).isEqualTo(invoice.parts());
    }

    @Test
    void a_charge_that_is_missing_is_added_by_itself() {
        InvoiceToPost invoice = charged(invoice("INV-1", 1, 2), "FREIGHT");
        String reference = done(vendorInvoices().createHeader(invoice));
        done(vendorInvoices().createLines(invoice, reference, Set.of(1, 2, -2)));
        done(vendorInvoices().createLines(invoice, reference, Set.of(-1)));
        assertThat(done(vendorInvoices().parts(invoice, reference))).isEqualTo(invoice.parts());
    }

    @Test
    void an_unknown_charges_code_is_refused_and_nothing_is_created() {
        InvoiceToPost invoice = charged(invoice("INV-1", 1, 2), "NO-SUCH");
        assertThat(await(vendorInvoices().createWhole(invoice))).isInstanceOf(Outcome.Refused.class);
        assertThat(invoices()).isZero();
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(await(vendorInvoices().createLines(invoice, reference, invoice.parts())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(
                                        ((Outcome.Refused<?>) refused).why().message())
                                .contains("NO-SUCH"));
        assertThat(done(vendorInvoices().parts(invoice, reference))).isEmpty();
    }

    @Test
    void what_pending_invoices_claim_of_an_order_is_told_line_by_line() {
        InvoiceToPost first = invoice("INV-1", 1, 2);
        InvoiceToPost second = invoice("INV-2", 2);
        done(vendorInvoices().createWhole(first));
        done(vendorInvoices().createWhole(second));
        Quantity two = new Quantity(new BigDecimal("2"), new UnitSymbol("ea"));
        assertThat(done(vendorInvoices().invoiced(Trade.USMF, first.orderNumber())))
                .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .build())
                .containsExactlyInAnyOrder(
                        new InvoicedQuantity(1, two, first.mark()),
                        new InvoicedQuantity(2, two, first.mark()),
                        new InvoicedQuantity(2, two, second.mark()));
        assertThat(done(vendorInvoices().invoiced(Trade.USMF, "PO-no-such"))).isEmpty();
    }

    @Test
    void what_posted_invoices_billed_of_an_order_is_told_line_by_line() {
        InvoiceToPost first = invoice("INV-1", 1, 2);
        done(vendorInvoices().createWhole(first));
        done(vendorInvoices().createWhole(invoice("INV-2", 2)));
        assertThat(done(vendorInvoices().posted(Trade.USMF, first.orderNumber())))
                .isEmpty();
        post(Trade.USMF, first.mark());
        assertThat(done(vendorInvoices().posted(Trade.USMF, first.orderNumber())))
                .extracting(InvoicedQuantity::orderLine)
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(done(vendorInvoices().posted(Trade.USMF, first.orderNumber())))
                .allSatisfy(one -> {
                    assertThat(one.quantity().amount()).isEqualByComparingTo("2");
                    assertThat(one.quantity().unit().same(new UnitSymbol("ea"))).isTrue();
                });
        assertThat(done(vendorInvoices().invoiced(Trade.USMF, first.orderNumber())))
                .extracting(InvoicedQuantity::orderLine)
                .containsExactly(2L);
        assertThat(done(vendorInvoices().posted(Trade.DAT, first.orderNumber())))
                .isEmpty();
    }

    @Test
    void what_was_received_of_an_order_is_told_receipt_by_receipt() {
        assertThat(done(vendorInvoices().received(Trade.USMF, "PO-1"))).isEmpty();
        receive(Trade.USMF, "PO-1", 1, "2");
        receive(Trade.USMF, "PO-1", 1, "3");
        receive(Trade.USMF, "PO-2", 1, "7");
        assertThat(done(vendorInvoices().received(Trade.USMF, "PO-1")))
                .hasSize(2)
                .allSatisfy(one -> {
                    assertThat(one.orderLine()).isEqualTo(1);
                    assertThat(one.quantity().unit().same(new UnitSymbol("ea"))).isTrue();
                });
        assertThat(done(vendorInvoices().received(Trade.USMF, "PO-1")).stream()
                        .map(one -> one.quantity().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("5");
    }

    @Test
    void a_number_in_another_writing_is_found_among_the_other_invoices_pending_and_posted() {
        InvoiceToPost first = invoice("INV-900", 1);
        done(vendorInvoices().createWhole(first));
        List<InvoiceToPost> again =
                List.of(invoice("INV900", 1), invoice("inv-0900", 1), invoice("INV-900-R", 1), invoice("900", 1));
        for (InvoiceToPost invoice : again) {
            assertThat(done(vendorInvoices().others(invoice)))
                    .filteredOn(other -> other.number().equals("INV-900"))
                    .singleElement()
                    .satisfies(other -> {
                        assertThat(other.posted()).isFalse();
                        assertThat(other.date()).contains(first.date());
                        assertThat(other.amount().orElseThrow()).isEqualByComparingTo(first.total());
                        assertThat(other.orderNumber()).isEqualTo(first.orderNumber());
                    });
        }
        post(Trade.USMF, first.mark());
        for (InvoiceToPost invoice : again) {
            assertThat(done(vendorInvoices().others(invoice)))
                    .filteredOn(other -> other.number().equals("INV-900"))
                    .singleElement()
                    .satisfies(other -> assertThat(other.posted()).isTrue());
        }
        assertThat(done(vendorInvoices().others(invoice(Trade.USMF, OTHER, "INV900", 1))))
                .isEmpty();
        assertThat(done(vendorInvoices().others(invoice(Trade.DAT, Trade.VENDOR, "INV900", 1))))
                .isEmpty();
    }

    @Test
    void another_invoice_of_the_same_order_is_found_whatever_its_number() {
        done(vendorInvoices().createWhole(invoice("INV-1", 1)));
        assertThat(done(vendorInvoices().others(invoice("RECHNUNG 77", 1))))
                .extracting(other -> other.number())
                .contains("INV-1");
    }

    @Test
    void an_invoice_with_a_line_that_is_refused_leaves_nothing() {
        InvoiceToPost invoice = invoice("INV-1", 1, 99, 2);
        assertThat(refused(vendorInvoices().createWhole(invoice)).code()).isEqualTo("dynamics-refused");
        assertThat(found(invoice)).isEmpty();
        assertThat(lines(invoice.mark())).isEmpty();
        assertThat(invoices()).isZero();
    }

    @Test
    void nothing_is_created_without_an_intent_that_stands() {
        InvoiceToPost invoice = invoice("INV-1", 1, 2);
        Intent<Boolean> withdrawn = () -> CompletableFuture.completedFuture(Optional.empty());
        Intent<Boolean> broken = () -> CompletableFuture.failedFuture(new IllegalStateException("journal gone"));
        assertThat(notNow(vendorInvoices().createWhole(invoice, withdrawn)).code())
                .isEqualTo(ProblemCode.INTENT_WITHDRAWN.text());
        assertThat(notNow(vendorInvoices().createHeader(invoice, broken)).code())
                .isEqualTo(ProblemCode.INTENT_NOT_STORED.text());
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(notNow(vendorInvoices().createLines(invoice, reference, Set.of(1), withdrawn))
                        .code())
                .isEqualTo(ProblemCode.INTENT_WITHDRAWN.text());
        assertThat(lines(reference)).isEmpty();
        assertThat(invoices()).isEqualTo(1);
    }

    private static Problem notNow(CompletionStage<InvoiceWrite> stage) {
        InvoiceWrite write = await(stage);
        assertThat(write.exchange()).as("nothing was sent, so nothing was said").isEmpty();
        return write.outcome() instanceof Outcome.NotNow<String> later
                ? later.why()
                : Problem.named("not-so", "", "It was expected not to happen now.");
    }

    @Test
    void what_was_said_in_a_write_is_told_with_the_answer() {
        InvoiceToPost whole = invoice("INV-1", 1, 2);
        assertThat(said(vendorInvoices().createWhole(whole, Intent.stored(true))))
                .satisfies(exchange -> {
                    assertThat(exchange.method()).isEqualTo("POST");
                    assertThat(exchange.target()).contains("VendorInvoiceHeaders", "VendorInvoiceLines");
                    assertThat(exchange.status().orElse(0)).isBetween(200, 299);
                    assertThat(text(exchange.request())).contains(whole.number(), whole.mark());
                    assertThat(text(exchange.answer())).isNotEmpty();
                });
        InvoiceToPost headed = invoice("INV-2", 1, 2);
        InvoiceWrite header = await(vendorInvoices().createHeader(headed, Intent.stored(true)));
        String reference = done(CompletableFuture.completedFuture(header.outcome()));
        assertThat(header.exchange()).hasValueSatisfying(exchange -> {
            assertThat(exchange.target()).isEqualTo("VendorInvoiceHeaders");
            assertThat(exchange.status().orElse(0)).isBetween(200, 299);
            assertThat(text(exchange.request())).contains(headed.number());
            assertThat(text(exchange.answer())).contains(reference);
        });
        assertThat(said(vendorInvoices().createLines(headed, reference, Set.of(1, 2), Intent.stored(true)))
                        .target())
                .contains("VendorInvoiceLines")
                .doesNotContain("Headers");
    }

    @Test
    void what_was_said_in_a_write_that_is_refused_is_told_with_the_answer() {
        InvoiceToPost invoice = invoice("INV-1", 1, 99);
        InvoiceWrite write = await(vendorInvoices().createWhole(invoice, Intent.stored(true)));
        assertThat(write.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(write.exchange()).hasValueSatisfying(exchange -> {
            assertThat(text(exchange.request())).contains(invoice.number());
            assertThat(exchange.status()).isPresent();
            assertThat(text(exchange.answer())).isNotEmpty();
        });
    }

    private static WireExchange said(CompletionStage<InvoiceWrite> stage) {
        InvoiceWrite write = await(stage);
        assertThat(write.outcome()).isInstanceOf(Outcome.Done.class);
        return write.exchange().orElseThrow();
    }

    private static String text(WireExchange.Body body) {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void an_invoice_is_not_created_twice() {
        InvoiceToPost invoice = invoice("INV-1", 1, 2);
        done(vendorInvoices().createWhole(invoice));
        assertThat(await(vendorInvoices().createWhole(invoice))).isNotInstanceOf(Outcome.Done.class);
        assertThat(await(vendorInvoices().createHeader(invoice))).isNotInstanceOf(Outcome.Done.class);
        assertThat(found(invoice)).hasSize(1);
        assertThat(lines(invoice.mark())).hasSize(2);
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void a_header_is_created_first_and_its_lines_afterwards() {
        InvoiceToPost invoice = invoice("INV-1", 1, 2, 3);
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(reference).isNotBlank();
        assertThat(found(invoice)).singleElement().satisfies(existing -> {
            assertThat(existing.reference()).isEqualTo(reference);
            assertThat(existing.mark()).contains(invoice.mark());
        });
        assertThat(lines(reference)).isEmpty();
        assertThat(done(vendorInvoices().createLines(invoice, reference, Set.of(1, 3))))
                .isEqualTo(reference);
        assertThat(lines(reference)).containsExactlyInAnyOrder(1, 3);
        done(vendorInvoices().createLines(invoice, reference, Set.of(2)));
        assertThat(lines(reference)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void lines_are_created_all_or_none() {
        InvoiceToPost invoice = invoice("INV-1", 1, 99, 2);
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(refused(vendorInvoices().createLines(invoice, reference, Set.of(1, 2, 3)))
                        .code())
                .isEqualTo("dynamics-refused");
        assertThat(lines(reference)).isEmpty();
        assertThat(found(invoice)).hasSize(1);
    }

    @Test
    void a_line_is_not_created_twice() {
        InvoiceToPost invoice = invoice("INV-1", 1, 2);
        String reference = done(vendorInvoices().createHeader(invoice));
        done(vendorInvoices().createLines(invoice, reference, Set.of(1)));
        assertThat(await(vendorInvoices().createLines(invoice, reference, Set.of(1, 2))))
                .isNotInstanceOf(Outcome.Done.class);
        assertThat(lines(reference)).containsExactly(1);
    }

    @Test
    void lines_without_a_header_are_refused() {
        InvoiceToPost invoice = invoice("INV-1", 1);
        refused(vendorInvoices().createLines(invoice, "no-such-reference", Set.of(1)));
        assertThat(invoices()).isZero();
    }

    @Test
    void the_same_number_of_another_vendor_or_company_is_another_invoice() {
        InvoiceToPost invoice = invoice("INV-1", 1);
        InvoiceToPost others = invoice(Trade.USMF, OTHER, "INV-1", 1);
        InvoiceToPost elsewhere = invoice(Trade.DAT, Trade.VENDOR, "INV-1", 1);
        done(vendorInvoices().createHeader(invoice));
        assertThat(found(others)).isEmpty();
        assertThat(found(elsewhere)).isEmpty();
        done(vendorInvoices().createHeader(others));
        done(vendorInvoices().createHeader(elsewhere));
        assertThat(found(invoice)).hasSize(1);
        assertThat(found(others)).hasSize(1);
        assertThat(found(elsewhere)).hasSize(1);
    }

    @Test
    void a_posted_invoice_is_still_found() {
        InvoiceToPost invoice = invoice("INV-1", 1);
        post(Trade.USMF, done(vendorInvoices().createWhole(invoice)));
        assertThat(found(invoice)).singleElement().satisfies(existing -> {
            assertThat(existing.place()).isEqualTo(Place.POSTED);
            assertThat(existing.reference()).isNotBlank();
        });
        assertThat(await(vendorInvoices().createWhole(invoice))).isNotInstanceOf(Outcome.Done.class);
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void a_number_with_quotes_and_signs_is_found_too() {
        InvoiceToPost plain = invoice("INV-1", 1);
        InvoiceToPost odd = new InvoiceToPost(
                plain.legalEntity(),
                plain.vendor(),
                "O'N & +1% #7/A*",
                plain.date(),
                plain.currency(),
                plain.orderNumber(),
                plain.total(),
                plain.tax(),
                "mlc-odd",
                plain.lines(),
                List.of(),
                Set.of());
        done(vendorInvoices().createWhole(odd));
        assertThat(found(odd)).hasSize(1);
        assertThat(found(plain)).isEmpty();
    }
}
