package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.invoicing.Examination.Passed;
import io.mlconnector.domain.invoicing.Examination.Stopped;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvoiceExaminationTest {

    private static final Checks WARN =
            new Checks(new BigDecimal("0.02"), BigDecimal.ZERO, new BigDecimal("0.01"), OnMismatch.WARN);
    private static final AnInvoiceLine RIGHT = AnInvoiceLine.at(1);
    private static final AnInvoiceLine TOO_DEAR_AND_TOO_MUCH =
            AnInvoiceLine.at(1).of("12", "EA").priced("19.95");

    private static Examination examine(AnInvoice invoice, Checks checks, Cause... waived) {
        OpenOrder order = Orders.open(
                AnOrderLine.numbered(1).of("10", "ea").build(),
                AnOrderLine.numbered(2).of("10", "each").build());
        return InvoiceExamination.examine(
                invoice.build(),
                new InvoiceExamination.Facts(
                        Partners.acme(),
                        checks,
                        List.of(order),
                        ProductFacts.NONE,
                        CrossReferences.NONE,
                        Set.of(waived),
                        Invoices.MARK,
                        Problems.NOON));
    }

    private static Passed passed(Examination examination) {
        assertThat(examination).isInstanceOf(Passed.class);
        return (Passed) examination;
    }

    private static Stopped stopped(Examination examination) {
        assertThat(examination).isInstanceOf(Stopped.class);
        return (Stopped) examination;
    }

    private static List<String> events(List<HistoryEntry> history) {
        return history.stream().map(HistoryEntry::event).toList();
    }

    @Test
    void an_invoice_that_agrees_is_put_into_the_terms_of_dynamics() {
        AnInvoice invoice = AnInvoice.over(RIGHT, AnInvoiceLine.at(2).described("SALSA HOT"))
                .tax("1.50");
        Passed passed = passed(examine(invoice, Checks.USUAL));
        InvoiceToPost posting = passed.invoice();

        assertThat(posting.legalEntity()).isEqualTo(Partners.USMF);
        assertThat(posting.vendor()).isEqualTo(Partners.ACME_IN_USMF);
        assertThat(posting.number()).isEqualTo(AnInvoice.NUMBER);
        assertThat(posting.orderNumber()).isEqualTo(Orders.NUMBER);
        assertThat(posting.total()).isEqualByComparingTo("200.50");
        assertThat(posting.tax()).isEqualByComparingTo("1.50");
        assertThat(posting.mark()).isEqualTo(Invoices.MARK);
        assertThat(posting.lines()).extracting(InvoiceToPost.Line::orderLine).containsExactly(1L, 2L);
        assertThat(posting.lines())
                .extracting(InvoiceToPost.Line::description)
                .containsExactly("CORN CHIPS", "SALSA HOT");
        assertThat(posting.lines())
                .extracting(line -> line.quantity().unit())
                .containsExactly(new UnitSymbol("ea"), new UnitSymbol("each"));
        assertThat(events(passed.history())).endsWith("checked").contains("aligned");
    }

    @Test
    void an_invoice_that_says_no_currency_is_in_the_orders() {
        assertThat(passed(examine(AnInvoice.over(RIGHT).withoutCurrency(), Checks.USUAL))
                        .invoice()
                        .currency())
                .isEqualTo(Orders.DOLLARS);
    }

    @Test
    void every_difference_is_named_at_once() {
        List<Problem> found = stopped(
                        examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH).purpose("05"), Checks.USUAL))
                .problems();

        assertThat(found)
                .extracting(Problem::code)
                .containsExactly("price-differs", "quantity-differs", "purpose-not-original");
        assertThat(found.get(0).details()).containsEntry("line", "1");
        assertThat(Problem.summary(found).message())
                .containsSubsequence("Line 1 is invoiced at 19.95", "Also: 12 ea", "Also: Invoice INV-9001");
    }

    @Test
    void every_misalignment_is_named_at_once_and_nothing_is_checked_then() {
        AnInvoice invoice = AnInvoice.over(
                        AnInvoiceLine.at(1).named("BP:ITEM-9"),
                        AnInvoiceLine.at(2).of("1", "CA"))
                .purpose("05");

        assertThat(stopped(examine(invoice, Checks.USUAL)).problems())
                .extracting(Problem::code)
                .containsExactly("item-unknown", "unit-unknown");
    }

    private static List<Map<String, String>> lines(List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> entry.event().endsWith("matched"))
                .map(HistoryEntry::details)
                .toList();
    }

    @Test
    void the_numbers_of_each_line_of_a_stopped_invoice_are_on_record_with_what_came_of_it() {
        List<Map<String, String>> lines =
                lines(stopped(examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH, AnInvoiceLine.at(2)), Checks.USUAL))
                        .history());

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .containsEntry("lines", "1")
                .containsEntry("order", Orders.NUMBER)
                .containsEntry("orderLine", "1")
                .containsEntry("ordered", "10")
                .containsEntry("now", "12")
                .containsEntry("unit", "ea")
                .containsEntry("matching", "three-way")
                .containsEntry("verdict", "held")
                .containsEntry("findings", "price-differs,quantity-differs")
                .doesNotContainKeys("received", "pending", "posted");
        assertThat(lines.getLast()).containsEntry("lines", "2").containsEntry("verdict", "agrees");
    }

    @Test
    void lines_that_warn_and_lines_that_a_person_accepted_are_told_apart() {
        Stopped warned = stopped(examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH).purpose("05"), WARN));
        assertThat(lines(warned.history()))
                .singleElement()
                .satisfies(line -> assertThat(line).containsEntry("verdict", "warned"));
        Stopped accepted = stopped(examine(
                AnInvoice.over(TOO_DEAR_AND_TOO_MUCH).purpose("05"),
                Checks.USUAL,
                new Cause("price-differs", ""),
                new Cause("quantity-differs", "")));
        assertThat(lines(accepted.history()))
                .singleElement()
                .satisfies(line -> assertThat(line).containsEntry("verdict", "accepted"));
    }

    @Test
    void a_line_without_an_order_line_is_on_record_beside_those_that_have_one_and_were_not_checked() {
        List<Map<String, String>> lines =
                lines(stopped(examine(AnInvoice.over(RIGHT, AnInvoiceLine.at(2).named("BP:ITEM-9")), Checks.USUAL))
                        .history());

        assertThat(lines.getFirst()).containsEntry("lines", "1").containsEntry("verdict", "not-checked");
        assertThat(lines.getLast())
                .containsEntry("lines", "2")
                .containsEntry("verdict", "not-matched")
                .containsEntry("findings", "item-unknown");
    }

    @Test
    void a_line_in_an_unknown_unit_is_on_record_with_the_order_line_that_the_history_names_for_it() {
        List<HistoryEntry> history = stopped(
                        examine(AnInvoice.over(RIGHT, AnInvoiceLine.at(2).of("1", "QZ")), Checks.USUAL))
                .history();

        assertThat(history)
                .anySatisfy(
                        entry -> assertThat(entry.message()).startsWith("Line 2 is line 2 of order " + Orders.NUMBER));
        assertThat(lines(history).getLast())
                .containsEntry("lines", "2")
                .containsEntry("order", Orders.NUMBER)
                .containsEntry("orderLine", "2")
                .containsKeys("item", "ordered", "orderPrice", "unit")
                .containsEntry("verdict", "not-matched")
                .containsEntry("findings", "unit-unknown")
                .doesNotContainKey("now");
    }

    @Test
    void an_invoice_is_said_to_agree_only_where_nothing_differs() {
        assertThat(passed(examine(AnInvoice.over(RIGHT), Checks.USUAL)).history())
                .extracting(HistoryEntry::message)
                .last()
                .asString()
                .contains("agrees with its order: 1 line");
        assertThat(passed(examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH), WARN)).history())
                .extracting(HistoryEntry::message)
                .noneSatisfy(message -> assertThat(message).contains("agrees with"))
                .last()
                .asString()
                .contains("differs from its order, but in nothing that stops it: 1 line");
    }

    @Test
    void a_difference_that_stops_nothing_is_told_without_advice() {
        assertThat(passed(examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH), WARN)).history())
                .filteredOn(entry -> entry.event().equals("warning"))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.message()).doesNotContain("release", "Ask the partner");
                    assertThat(entry.details()).doesNotContainKey("advice");
                });
        assertThat(stopped(examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH), Checks.USUAL))
                        .problems())
                .allSatisfy(problem -> assertThat(problem.message()).contains("release the invoice"));
    }

    @Test
    void what_a_person_accepted_is_on_record_and_stops_nothing() {
        Passed passed = passed(examine(
                AnInvoice.over(TOO_DEAR_AND_TOO_MUCH),
                Checks.USUAL,
                every("price-differs"),
                every("quantity-differs")));

        assertThat(events(passed.history())).filteredOn("accepted"::equals).hasSize(2);
    }

    @Test
    void what_a_person_did_not_accept_still_stops() {
        assertThat(stopped(examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH), Checks.USUAL, every("price-differs")))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("quantity-differs");
    }

    @Test
    void whoever_accepts_one_price_has_not_accepted_every_price() {
        AnInvoiceLine alsoTooDear = AnInvoiceLine.at(2).of("10", "EA").priced("19.95");
        Cause first = stopped(examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH), Checks.USUAL))
                .problems()
                .get(0)
                .cause();

        assertThat(stopped(examine(
                                AnInvoice.over(TOO_DEAR_AND_TOO_MUCH, alsoTooDear),
                                Checks.USUAL,
                                first,
                                every("quantity-differs")))
                        .problems())
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.code()).isEqualTo("price-differs");
                    assertThat(other.cause()).isNotEqualTo(first);
                });
    }

    /** As earlier versions recorded it: every problem of a code. */
    private static Cause every(String code) {
        return new Cause(code, "");
    }

    @Test
    void a_release_accepts_exactly_what_the_examination_named() {
        AnInvoice invoice = AnInvoice.over(TOO_DEAR_AND_TOO_MUCH).purpose("05");
        InvoiceJourney journey = InvoiceJourney.received()
                .examined(examine(invoice, Checks.USUAL))
                .released();

        assertThat(journey.state())
                .isInstanceOfSatisfying(
                        Received.class,
                        received -> assertThat(examine(
                                        invoice, Checks.USUAL, received.waived().toArray(Cause[]::new)))
                                .isInstanceOf(Passed.class));
    }

    @Test
    void a_difference_only_warns_where_that_was_agreed() {
        Passed passed = passed(examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH), WARN));

        assertThat(events(passed.history())).filteredOn("warning"::equals).hasSize(2);
    }

    @Test
    void an_obstacle_stops_even_where_differences_only_warn() {
        assertThat(stopped(examine(AnInvoice.over(TOO_DEAR_AND_TOO_MUCH).purpose("05"), WARN))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("purpose-not-original");
    }

    @Test
    void a_person_cannot_accept_what_is_not_aligned() {
        AnInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1).named("BP:ITEM-9"));

        assertThat(examine(invoice, Checks.USUAL, every("item-unknown"))).isInstanceOf(Stopped.class);
    }

    @Test
    void the_day_of_receipt_is_that_of_the_agreed_zone() {
        OpenOrder order = Orders.open(AnOrderLine.numbered(1).of("10", "ea").build());
        TradingPartner acme = Partners.acme();
        HeaderAgreement chicago = HeaderAgreement.USUAL.in(ZoneId.of("America/Chicago"));
        TradingPartner partner = new TradingPartner(
                acme.id(),
                acme.name(),
                acme.vendors(),
                acme.interchange(),
                Optional.empty(),
                Optional.of(new InvoiceAgreement(
                        Partners.UPLOAD,
                        InvoiceAgreement.AfterReceive.LEAVE,
                        Checks.USUAL,
                        Optional.empty(),
                        Leniency.NONE,
                        ChargeTable.NONE,
                        InvoiceAgreement.Advice.ASKED,
                        InvoiceAgreement.Attachments.NONE,
                        chicago)));
        Examination examination = InvoiceExamination.examine(
                AnInvoice.over(RIGHT).build(),
                new InvoiceExamination.Facts(
                        partner,
                        Checks.USUAL,
                        List.of(order),
                        ProductFacts.NONE,
                        CrossReferences.NONE,
                        Set.of(),
                        Invoices.MARK,
                        Problems.NOON,
                        Optional.of(Instant.parse("2026-03-27T03:00:00Z"))));
        InvoiceToPost posting = passed(examination).invoice();
        assertThat(posting.header().receivedDate()).contains(LocalDate.of(2026, 3, 26));
        assertThat(posting.accepting(Set.of(every("item-unknown"))).header())
                .as("what a person accepts changes no field")
                .isEqualTo(posting.header());
    }
}
