package io.mlconnector.domain.invoicing.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.Details;
import io.mlconnector.domain.invoicing.detail.InvoiceNote;
import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import io.mlconnector.domain.invoicing.detail.PartyDetails;
import io.mlconnector.domain.invoicing.detail.PaymentTerms;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a clerk reads beside the vendor invoice in F&O. */
class InvoiceTextTest {

    @Test
    void an_invoice_is_written_as_the_vendor_wrote_it() {
        VendorInvoice plain = AnInvoice.over(
                        AnInvoiceLine.at(1)
                                .lineNumber("10")
                                .ofOrder("PO-8")
                                .of("3", "EA")
                                .priced("2.50")
                                .named("VN:ABC-1", "BP:1000")
                                .described("Cable")
                                .charge("D240", "1.20")
                                .tax("0.40"),
                        AnInvoiceLine.at(2)
                                .withoutLineNumber()
                                .of("200", "EA")
                                .priced("9.95", "100")
                                .named()
                                .described(""))
                .ofOrder("PO-7")
                .in("USD")
                .charge("C310", "-2.00")
                .tax("1.10")
                .total("28.10")
                .build();

        assertThat(InvoiceText.of(withParties(plain)).lines())
                .containsExactly(
                        "Invoice INV-9001",
                        "Date: 2026-03-09",
                        "Order: PO-7",
                        "Currency: USD",
                        "Reference BM: 4711",
                        "Reference IA: V-9",
                        "Terms: 2/10 net 30, 2 % discount, if paid until 2026-03-19, if paid within 10 days, due"
                                + " 2026-04-08, net 30 days",
                        "Party RI: Acme Foods, 1 Main Street, Dock 2, Springfield, IL, 62701, US",
                        "",
                        "Line 10 (order PO-8): 3 EA at 2.50 = 7.50  VN:ABC-1, BP:1000  Cable",
                        "    Charge D240: 1.20",
                        "    Tax ST: 0.40",
                        "Line 2: 200 EA at 9.95 per 100 = 19.90",
                        "",
                        "Allowance C310: -2.00",
                        "Tax ST: 1.10",
                        "Total: 28.10 USD",
                        "Remark: Thank you.");
    }

    /** With all that an invoice may say of itself; what says nothing is left out. */
    private static VendorInvoice withParties(VendorInvoice plain) {
        PaymentTerms terms = new PaymentTerms(
                "01",
                "3",
                Optional.of(new BigDecimal("2")),
                Optional.of(LocalDate.of(2026, 3, 19)),
                Optional.of(new BigDecimal("10")),
                Optional.of(LocalDate.of(2026, 4, 8)),
                Optional.of(new BigDecimal("30")),
                Optional.empty(),
                Optional.empty(),
                "2/10 net 30");
        PaymentTerms silent = new PaymentTerms(
                "05",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        return new VendorInvoice(
                plain.number(),
                plain.date(),
                plain.kind(),
                plain.purpose(),
                plain.orderNumber(),
                plain.orderDate(),
                plain.currency(),
                Map.of("IA", "V-9", "BM", "4711"),
                List.of(
                        new InvoiceParty(
                                "RI",
                                "92",
                                new Address(
                                        "1003",
                                        "Acme Foods",
                                        "1 Main Street\nDock 2",
                                        "Springfield",
                                        "IL",
                                        "62701",
                                        "US"),
                                PartyDetails.NONE),
                        new InvoiceParty("ST", "92", new Address("24", "", "", "", "", "", ""), PartyDetails.NONE)),
                plain.lines(),
                plain.charges(),
                plain.taxes(),
                plain.total(),
                Details.telling("", List.of(new InvoiceNote("GEN", "Thank you.")), List.of(terms, silent)));
    }

    @Test
    void a_credit_note_says_so_and_what_it_does_not_name_is_left_out() {
        VendorInvoice credit = AnInvoice.over(AnInvoiceLine.at(1).of("1", "EA").priced("2.50"))
                .asCredit()
                .withoutOrder()
                .withoutCurrency()
                .build();

        assertThat(InvoiceText.of(credit))
                .startsWith("Credit note " + AnInvoice.NUMBER + "\r\n")
                .doesNotContain("Order:", "Currency:", "Terms:", "Party", "Remark:");
    }
}
