package io.mlconnector.domain.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.interchange.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrectionRulesTest {

    private static final InterchangeAddress US = new InterchangeAddress("ZZ", "US", "US");
    private static final InterchangeAddress ACME = new InterchangeAddress("ZZ", "ACME", "ACME");
    private static final InterchangeAddress OTHER = new InterchangeAddress("01", "OTHER", "OTHER");

    @Test
    void an_invoice_between_the_same_ends_may_have_other_numbers_and_say_anything() {
        assertThat(CorrectionRules.ofInvoice(
                        Optional.of(reference(ACME, US, "810", "000000001")),
                        List.of(),
                        List.of(set(reference(ACME, US, "810", "000000002"), "", true))))
                .isEmpty();
    }

    @Test
    void an_invoice_of_which_nothing_is_known_any_more_may_come_from_anywhere() {
        assertThat(CorrectionRules.ofInvoice(
                        Optional.empty(), List.of(), List.of(set(reference(OTHER, US, "810", "1"), "", true))))
                .isEmpty();
    }

    @Test
    void an_edit_does_not_change_who_sent_an_invoice_nor_to_whom() {
        Optional<EnvelopeReference> original = Optional.of(reference(ACME, US, "810", "1"));
        assertThat(why(CorrectionRules.ofInvoice(
                        original, List.of(), List.of(set(reference(OTHER, US, "810", "1"), "", true)))))
                .isEqualTo(
                        "The edited file goes from 01:OTHER to ZZ:US, the original from ZZ:ACME to ZZ:US. An edit corrects"
                                + " what an invoice says, not who sent it: keep both ends.");
        assertThat(CorrectionRules.ofInvoice(
                        original, List.of(), List.of(set(reference(ACME, OTHER, "810", "1"), "", true))))
                .isPresent();
    }

    @Test
    void a_correction_is_one_set_of_the_same_kind() {
        CorrectedSet invoice = set(reference(ACME, US, "810", "1"), "", true);
        assertThat(why(CorrectionRules.ofInvoice(Optional.empty(), List.of(), List.of(invoice, invoice))))
                .contains("exactly one interchange with one 810; it holds 2");
        assertThat(why(CorrectionRules.ofInvoice(Optional.empty(), List.of(), List.of())))
                .contains("it holds 0");
        assertThat(why(CorrectionRules.ofInvoice(
                        Optional.empty(), List.of(), List.of(set(reference(ACME, US, "850", "1"), "", true)))))
                .isEqualTo("The edited file holds an 850, not an 810.");
    }

    @Test
    void only_what_makes_an_invoice_unusable_refuses_it() {
        EnvelopeReference reference = reference(ACME, US, "810", "1");
        CorrectedSet warned =
                new CorrectedSet(reference, "", true, List.of(problem(Severity.WARNING), problem(Severity.NOTE)));
        assertThat(CorrectionRules.ofInvoice(Optional.empty(), List.of(problem(Severity.WARNING)), List.of(warned)))
                .isEmpty();
        assertThat(CorrectionRules.ofInvoice(Optional.empty(), List.of(problem(Severity.ERROR)), List.of(warned))
                        .orElseThrow())
                .isEqualTo(
                        new CorrectionFault("The edited file breaks the standard.", List.of(problem(Severity.ERROR))));
        CorrectedSet broken =
                new CorrectedSet(reference, "", false, List.of(problem(Severity.NOTE), problem(Severity.FATAL)));
        assertThat(CorrectionRules.ofInvoice(Optional.empty(), List.of(), List.of(broken))
                        .orElseThrow())
                .isEqualTo(
                        new CorrectionFault("The edited 810 breaks the standard.", List.of(problem(Severity.FATAL))));
    }

    @Test
    void an_order_keeps_its_envelope_and_its_number() {
        CorrectedSet original = set(reference(US, ACME, "850", "7"), "PO-1", true);
        assertThat(order(original, original)).isEmpty();
        assertThat(why(order(original, set(reference(US, ACME, "850", "8"), "PO-1", true))))
                .startsWith("The envelope differs from the one of 850.edi");
        assertThat(why(order(original, set(reference(US, ACME, "850", "7"), "PO-2", true))))
                .isEqualTo("BEG03 says order PO-2, but this document is order PO-1. Keep the order number.");
        CorrectedSet change = set(reference(US, ACME, "860", "7"), "PO-1", true);
        assertThat(why(CorrectionRules.ofOrder(
                        "860.edi",
                        Optional.of(change),
                        List.of(),
                        List.of(set(reference(US, ACME, "860", "7"), "PO-2", true)),
                        "860")))
                .startsWith("BCH03 says order PO-2");
        assertThat(CorrectionRules.ofOrder("850.edi", Optional.empty(), List.of(), List.of(original), "850"))
                .as("a file that cannot be read any more")
                .isPresent();
    }

    @Test
    void an_order_that_we_send_has_not_even_a_warning() {
        EnvelopeReference reference = reference(US, ACME, "850", "7");
        CorrectedSet original = set(reference, "PO-1", true);
        CorrectedSet noted = new CorrectedSet(reference, "PO-1", true, List.of(problem(Severity.NOTE)));
        assertThat(order(original, noted)).isEmpty();
        CorrectedSet warned = new CorrectedSet(reference, "PO-1", true, List.of(problem(Severity.WARNING)));
        assertThat(order(original, warned).orElseThrow())
                .isEqualTo(
                        new CorrectionFault("The edited 850 breaks the standard.", List.of(problem(Severity.WARNING))));
        assertThat(CorrectionRules.ofOrder(
                        "850.edi", Optional.of(original), List.of(problem(Severity.WARNING)), List.of(noted), "850"))
                .isPresent();
    }

    private static Optional<CorrectionFault> order(CorrectedSet original, CorrectedSet edited) {
        return CorrectionRules.ofOrder("850.edi", Optional.of(original), List.of(), List.of(edited), "850");
    }

    private static String why(Optional<CorrectionFault> unusable) {
        CorrectionFault fault = unusable.orElseThrow();
        assertThat(fault.problems()).isEmpty();
        return fault.why();
    }

    private static CorrectedSet set(EnvelopeReference reference, String orderNumber, boolean usable) {
        return new CorrectedSet(reference, orderNumber, usable, List.of());
    }

    private static SyntaxProblem problem(Severity severity) {
        return new SyntaxProblem("segment-count-wrong", severity, "", "SE", 9, 8, 1, 0, 0, "", "", "It is wrong.");
    }

    private static EnvelopeReference reference(
            InterchangeAddress sender, InterchangeAddress receiver, String id, String number) {
        return new EnvelopeReference(sender, receiver, number, "1", "0001", "PO", id, "004010", Usage.PRODUCTION);
    }
}
