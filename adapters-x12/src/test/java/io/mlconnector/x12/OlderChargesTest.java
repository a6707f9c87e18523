package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.document;
import static io.mlconnector.x12.DecodedInvoices.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** ITA, the segment of allowances and charges before release 004010. */
class OlderChargesTest {
    private static final String BIG = "BIG*20260322*INV-7781*20260310*PO-000471***DI";
    private static final String SHORT = "BIG*260322*INV-7781*260310*PO-000471***DI";
    private static final String IT1 = "IT1*1*120*EA*9.95**VN*ABC-1";

    private static final String[] CHARGES = {
        IT1,
        "ITA*A***02***1000*1*50",
        "ITA*A*VI*PA*02*****10",
        "ITA*C*VI*HDL*06**.25****8*EA",
        "ITA*C*VI*HDL*06**.25",
        "ITA*N***02***99999",
        "ITA*C***05***500",
        "TDS*119400",
        "ITA*C*VI*FRT*02*A-1**3500******FREIGHT*050",
        "ITA*C***02**.5",
        "CTT*1"
    };

    private static String[] behind(String big) {
        String[] all = new String[CHARGES.length + 1];
        all[0] = big;
        System.arraycopy(CHARGES, 0, all, 1, CHARGES.length);
        return all;
    }

    @Test
    void amounts_percentages_and_rates_of_lines_and_of_the_invoice_count_as_those_of_SAC_do() {
        VendorInvoice invoice = invoice(Interchange.of(behind(SHORT)).version("003040"));

        assertThat(invoice.lines().get(0).charges())
                .extracting(Charge::amount)
                .map(BigDecimal::toPlainString)
                .containsExactly("-10.00", "-119.40", "2.00", "30.00");
        assertThat(invoice.charges())
                .containsExactly(
                        new Charge("050", new BigDecimal("35.00"), "FREIGHT", "C", "02", "VI", "FRT"),
                        new Charge("", new BigDecimal("60.00"), "", "C", "02", "", ""));
        assertThat(invoice.details().informative()).isEmpty();
        assertThat(invoice.lines().get(0).details().informative()).hasSize(2);
    }

    @Test
    void it_is_told_where_the_release_has_SAC_in_its_place() {
        assertThat(document(Interchange.of(behind(SHORT)).version("003040")).problems())
                .extracting(SyntaxProblem::code)
                .doesNotContain("segment-of-older-release", "segment-unknown", "segment-not-in-set");
        for (String release : new String[] {"004010", "005010"}) {
            var read = document(Interchange.of(behind(BIG)).version(release));

            assertThat(read.problems())
                    .filteredOn(problem -> problem.code().equals("segment-of-older-release"))
                    .as(release)
                    .hasSize(8)
                    .extracting(SyntaxProblem::standardCode)
                    .containsOnly("AK304 6");
        }
    }

    @Test
    void one_without_any_amount_is_told_with_its_elements() {
        var read = document(Interchange.of(SHORT, IT1, "TDS*119400", "ITA*C*VI*FRT*02", "CTT*1")
                .version("003040"));

        assertThat(read.problems())
                .filteredOn(problem -> problem.code().equals("charge-without-amount"))
                .extracting(SyntaxProblem::message)
                .singleElement()
                .asString()
                .contains("ITA07", "ITA09", "ITA06");
    }
}
