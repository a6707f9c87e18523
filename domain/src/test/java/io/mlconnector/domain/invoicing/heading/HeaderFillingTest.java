package io.mlconnector.domain.invoicing.heading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlconnector.domain.agreement.header.DocumentNumber;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.agreement.header.TermsTable;
import io.mlconnector.domain.fixture.Details;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.invoicing.detail.PaymentTerms;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.LegalEntity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an 810 tells of its header is written as it is told, or left out. */
class HeaderFillingTest {

    private static final LocalDate TAKEN = LocalDate.of(2026, 3, 26);
    private static final LocalDate NET = LocalDate.of(2026, 4, 20);
    private static final LegalEntity GBSI = new LegalEntity("gbsi");

    private static PaymentTerms terms(
            String type, String percent, String days, String netDays, Optional<LocalDate> net, String words) {
        return new PaymentTerms(
                type,
                "3",
                number(percent),
                Optional.empty(),
                number(days),
                net,
                number(netDays),
                Optional.empty(),
                Optional.empty(),
                words);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static VendorInvoice invoice(Map<String, String> references, PaymentTerms... terms) {
        return new VendorInvoice(
                "INV-1",
                LocalDate.of(2026, 3, 25),
                VendorInvoice.Kind.INVOICE,
                "00",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                references,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                BigDecimal.TEN,
                Details.telling("4711", List.of(), List.of(terms)));
    }

    private static HeaderAgreement translating(Map<String, String> terms) {
        return new HeaderAgreement(
                false, ZoneOffset.UTC, new TermsTable(terms, Map.of()), false, new DocumentNumber.None());
    }

    private static HeaderFilling.Filled filled(HeaderAgreement agreed, PaymentTerms... terms) {
        return HeaderFilling.fill(invoice(Map.of(), terms), agreed, Partners.USMF, Optional.of(TAKEN));
    }

    @Test
    void only_the_day_of_receipt_is_written_where_nothing_is_agreed() {
        HeaderFilling.Filled filled =
                filled(HeaderAgreement.USUAL, terms("01", "2", "10", "30", Optional.of(NET), "2/10 NET 30"));
        assertThat(filled.fields()).isEqualTo(new HeaderFields(Optional.of(TAKEN), "", Optional.empty(), ""));
        assertThat(filled.reasons()).isEmpty();
    }

    @Test
    void the_day_of_receipt_is_left_out_where_it_is_not_wanted() {
        assertThat(filled(translating(Map.of())).fields()).isEqualTo(HeaderFields.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "'2/10  Net 30', words",
        "'2% 10 net 30', numbers",
        "01, the code",
    })
    void terms_are_found_by_their_words_by_their_numbers_and_by_their_code(String key, String what) {
        HeaderFilling.Filled filled = filled(
                translating(Map.of(key, "2%10N30")), terms("01", "2.0", "10", "30", Optional.empty(), "2/10 NET  30"));
        assertThat(filled.fields().terms()).as(what).isEqualTo("2%10N30");
        assertThat(filled.reasons())
                .containsExactly("Terms \"2/10 NET  30\" (ITD) are 2%10N30 by invoices.header.terms");
    }

    @Test
    void the_code_counts_only_where_neither_words_nor_numbers_are_known() {
        assertThat(filled(
                                translating(Map.of("01", "BASIC", "net 60", "N060")),
                                terms("01", "", "", "60", Optional.empty(), ""))
                        .fields()
                        .terms())
                .isEqualTo("N060");
    }

    @Test
    void words_that_contradict_the_numbers_are_not_believed() {
        HeaderFilling.Filled filled = filled(
                translating(Map.of("net 30", "N030", "net 60", "N060")),
                terms("01", "", "", "60", Optional.empty(), "NET 30"));
        assertThat(filled.fields().terms()).isEmpty();
        assertThat(filled.reasons()).singleElement().asString().contains("N030 and N060", "contradict");
    }

    @Test
    void terms_that_nobody_translated_are_left_out_and_named() {
        HeaderFilling.Filled filled =
                filled(translating(Map.of("net 30", "N030")), terms("14", "", "", "45", Optional.empty(), ""));
        assertThat(filled.fields().terms()).isEmpty();
        assertThat(filled.reasons()).singleElement().asString().contains("\"net 45\"", "invoices.header.terms");
    }

    @Test
    void of_two_terms_of_which_one_is_not_known_none_is_written() {
        assertThat(filled(
                                translating(Map.of("net 30", "N030")),
                                terms("01", "", "", "30", Optional.empty(), ""),
                                terms("08", "2", "10", "", Optional.empty(), ""))
                        .fields()
                        .terms())
                .isEmpty();
    }

    @Test
    void an_invoice_without_terms_has_none_and_nothing_is_told() {
        assertThat(filled(translating(Map.of("net 30", "N030"))))
                .isEqualTo(new HeaderFilling.Filled(HeaderFields.NONE, List.of()));
    }

    @Test
    void a_company_may_have_other_terms() {
        HeaderAgreement agreed = new HeaderAgreement(
                false,
                ZoneOffset.UTC,
                new TermsTable(
                        Map.of("net 30", "N030", "net 60", "N060"),
                        Map.of(GBSI, new TermsTable(Map.of("net 30", "30D"), Map.of()))),
                false,
                new DocumentNumber.None());
        VendorInvoice thirty = invoice(Map.of(), terms("", "", "", "30", Optional.empty(), ""));
        VendorInvoice sixty = invoice(Map.of(), terms("", "", "", "60", Optional.empty(), ""));
        assertThat(HeaderFilling.fill(thirty, agreed, GBSI, Optional.empty())
                        .fields()
                        .terms())
                .isEqualTo("30D");
        assertThat(HeaderFilling.fill(sixty, agreed, GBSI, Optional.empty())
                        .fields()
                        .terms())
                .isEqualTo("N060");
        assertThat(HeaderFilling.fill(thirty, agreed, Partners.USMF, Optional.empty())
                        .fields()
                        .terms())
                .isEqualTo("N030");
    }

    @Test
    void the_table_of_a_partner_comes_before_that_of_the_connection_key_by_key() {
        TermsTable merged = new TermsTable(Map.of("NET 30", "P30"), Map.of())
                .over(new TermsTable(
                        Map.of("net 30", "C30", "net 60", "C60"),
                        Map.of(GBSI, new TermsTable(Map.of("net 30", "G30", "net 90", "G90"), Map.of()))));
        assertThat(merged.find("net  30")).contains("P30");
        assertThat(merged.find("net 60")).contains("C60");
        assertThat(merged.in(GBSI).find("net 30")).contains("P30");
        assertThat(merged.in(GBSI).find("net 90")).contains("G90");
        assertThat(merged.in(Partners.USMF).find("net 90")).isEmpty();
    }

    private static HeaderAgreement due() {
        return new HeaderAgreement(false, ZoneOffset.UTC, TermsTable.NONE, true, new DocumentNumber.None());
    }

    @Test
    void the_day_of_payment_is_the_one_that_the_invoice_states_and_none_is_reckoned() {
        assertThat(filled(due(), terms("01", "", "", "", Optional.of(NET), ""))
                        .fields()
                        .dueDate())
                .contains(NET);
        assertThat(filled(due(), terms("01", "", "", "30", Optional.empty(), "NET 30"))
                        .fields()
                        .dueDate())
                .isEmpty();
        HeaderFilling.Filled two = filled(
                due(),
                terms("01", "", "", "", Optional.of(NET), ""),
                terms("01", "", "", "", Optional.of(NET.plusDays(1)), ""));
        assertThat(two.fields().dueDate()).isEmpty();
        assertThat(two.reasons()).singleElement().asString().contains("2026-04-20, 2026-04-21", "ITD06");
    }

    private static HeaderFilling.Filled numbered(DocumentNumber source, Map<String, String> references) {
        return HeaderFilling.fill(
                invoice(references),
                new HeaderAgreement(false, ZoneOffset.UTC, TermsTable.NONE, false, source),
                Partners.USMF,
                Optional.empty());
    }

    @Test
    void the_document_number_is_the_reference_that_was_agreed() {
        Map<String, String> references = Map.of("BM", "BOL-77", "SI", "S-1");
        assertThat(numbered(DocumentNumber.parse("REF bm"), references).fields().documentNumber())
                .isEqualTo("BOL-77");
        assertThat(numbered(DocumentNumber.parse("BIG10"), references).fields().documentNumber())
                .isEqualTo("4711");
        assertThat(numbered(DocumentNumber.parse("REF VN"), references))
                .isEqualTo(new HeaderFilling.Filled(HeaderFields.NONE, List.of()));
        assertThat(numbered(DocumentNumber.parse("none"), references).fields()).isEqualTo(HeaderFields.NONE);
    }

    @Test
    void a_document_number_that_dynamics_would_cut_off_is_left_out_and_told() {
        HeaderFilling.Filled filled = numbered(DocumentNumber.parse("REF BM"), Map.of("BM", "123456789012345678901"));
        assertThat(filled.fields().documentNumber()).isEmpty();
        assertThat(filled.reasons()).singleElement().asString().contains("123456789012345678901", "20 characters");
        assertThat(numbered(DocumentNumber.parse("REF BM"), Map.of("BM", "12345678901234567890"))
                        .fields()
                        .documentNumber())
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REF", "REF ABCD", "BIG02", ""})
    void another_source_of_a_document_number_is_a_mistake(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentNumber.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "LONGER-THAN-TEN"})
    void terms_of_dynamics_have_a_name_of_at_most_ten_characters(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TermsTable.name(text));
    }
}
