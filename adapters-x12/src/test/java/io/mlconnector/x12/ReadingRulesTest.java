package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.PartnerGuide.Necessity;
import io.mlconnector.domain.agreement.PartnerGuide.Rule;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.ReadingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The validation level of a partner:")
class ReadingRulesTest {
    private static final String BIG = "BIG*20260322*INV-7781*20260310*PO-000471***DI";
    private static final String IT1 = "IT1*1*120*EA*9.95**VN*ABC-1";

    private static DecodedDocument read(Validation validation, List<Rule> rules, String... segments) {
        var reading = new ReadingRules(validation, new PartnerGuide("ACME 810", rules));
        return new X12Codec()
                .decode(Interchange.of(segments).bytes(), reference -> reading)
                .documents()
                .get(0);
    }

    private static Rule rule(String loop, String segment, String qualifier, int element, Necessity necessity) {
        return new Rule("810", loop, segment, qualifier, element, Optional.ofNullable(necessity), Set.of(), 0, 0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "REF*IA | element-conditionally-missing AK403 2 REF02",
                "DTM*011*20260229 | date-invalid AK403 8 DTM02",
                "ZZ9*1 | segment-unknown AK304 1 ZZ9",
                "N3*A | segment-unexpected AK304 2 N3",
                "N1*ST*A*92 | element-conditionally-missing AK403 2 N104"
            })
    @DisplayName(
            "what a 997 refuses is a warning as usual, an error where it is to be refused, and nothing where it is off")
    void severities(String segment, String problem) {
        String[] segments = {BIG, segment, IT1, "TDS*119400", "CTT*1*120"};
        assertThat(told(read(Validation.WARN, List.of(), segments).problems())).contains("WARNING " + problem);
        DecodedDocument refused = read(Validation.REJECT, List.of(), segments);
        assertThat(told(refused.problems())).contains("ERROR " + problem);
        assertThat(refused.usable()).isFalse();
        DecodedDocument off = read(Validation.OFF, List.of(), segments);
        assertThat(off.problems()).isEmpty();
        assertThat(DecodedInvoices.invoice(off).lines()).hasSize(1);
    }

    @Test
    @DisplayName("codes of lists that partners extend stay warnings, and what cannot be read is always an error")
    void openLists() {
        String[] odd = {BIG, "REF*##*1", "IT1*1*120*QQ*9.95**VN*ABC-1", "TDS*119400", "CTT*1*120"};
        DecodedDocument document = read(Validation.REJECT, List.of(), odd);
        assertThat(document.usable()).isTrue();
        assertThat(told(document.problems()))
                .containsExactly("WARNING code-unknown AK403 7 REF01", "WARNING code-unknown AK403 7 IT103");
        assertThat(told(read(Validation.OFF, List.of(), BIG, "IT1*1*x*EA*1", "TDS*1")
                        .problems()))
                .containsExactly("ERROR number-invalid AK403 6 IT102");
    }

    @Test
    @DisplayName("a code that the guide lists is known at its place, and nowhere else")
    void agreedCodes() {
        List<Rule> rules = List.of(new Rule("810", "IT1", "IT1", "", 3, Optional.empty(), Set.of("EA", "QQ"), 0, 0));
        DecodedDocument document = read(
                Validation.REJECT, rules, BIG, "IT1*1*120*QQ*9.95**VN*ABC-1", "TDS*119400", "ISS*120*QQ", "CTT*1*120");
        assertThat(told(document.problems())).containsExactly("WARNING code-unknown AK403 7 ISS02");
    }

    @Test
    @DisplayName("the rules are requested once for each set, with its envelope; and for what is around the sets")
    void asked() {
        var asked = new ArrayList<String>();
        new X12Codec().decode(Interchange.of(BIG, IT1).set("997", "AK1*PO*1").bytes(), reference -> {
            if (!reference.transactionSetId().isEmpty()) {
                asked.add(
                        reference.transactionSetId() + " " + reference.sender().id());
            }
            return ReadingRules.USUAL;
        });
        assertThat(asked).containsExactly("810 VENDOR1", "997 VENDOR1");
    }

    @Test
    @DisplayName("violations of a guide are reported with its name, the rule and a code of the standard")
    void guide() {
        List<Rule> rules = List.of(
                rule("", "REF", "IA", 0, Necessity.REQUIRED),
                rule("", "FOB", "", 0, Necessity.NOT_USED),
                rule("IT1", "IT1", "", 1, Necessity.REQUIRED),
                rule("IT1", "IT1", "", 5, Necessity.NOT_USED),
                new Rule("810", "IT1", "IT1", "", 3, Optional.empty(), Set.of("EA", "CA"), 0, 0),
                new Rule("810", "", "BIG", "", 2, Optional.empty(), Set.of(), 3, 8),
                new Rule("850", "", "BEG", "", 0, Optional.of(Necessity.REQUIRED), Set.of(), 0, 0));
        String[] segments = {
            "BIG*20260322*INVOICE-7781", "FOB*PP", "IT1**120*LB*9.95*PE*VN*ABC-1", "TDS*119400", "CTT*1*120"
        };
        DecodedDocument document = read(Validation.WARN, rules, segments);
        assertThat(told(document.problems()))
                .containsExactly(
                        "WARNING guide-element-too-long AK403 5 BIG02",
                        "WARNING guide-segment-not-used AK304 2 FOB",
                        "WARNING guide-element-missing AK403 1 IT101",
                        "WARNING guide-code-not-allowed AK403 7 IT103",
                        "WARNING guide-element-not-used AK403 10 IT105",
                        "WARNING guide-segment-missing AK304 3 REF");
        SyntaxProblem codes = document.problems().get(3);
        assertThat(codes.rule()).isEqualTo("ACME 810: IT103 in IT1 CA, EA");
        assertThat(codes.message()).contains("ACME 810").contains("LB").contains("CA, EA");
        assertThat(document.usable()).isTrue();
        assertThat(read(Validation.REJECT, rules, segments).usable()).isFalse();
        assertThat(read(Validation.OFF, rules, segments).problems()).isEmpty();
    }

    @Test
    @DisplayName("a segment that a guide requires in a loop must occur in each occurrence of the loop")
    void inLoops() {
        List<Rule> rules = List.of(
                rule("IT1/PID", "PID", "", 0, Necessity.REQUIRED),
                rule("N1", "N4", "", 0, Necessity.REQUIRED),
                rule("N1", "N1", "ST", 0, Necessity.REQUIRED));
        String[] good = {BIG, "N1*ST*A", "N4*XX", "N1*RI*B", "N4*YY", IT1, "PID*F****T", IT1, "PID*F****T", "TDS*238800"
        };
        assertThat(told(read(Validation.WARN, rules, good).problems()))
                .containsExactly("WARNING line-count-missing SE");
        String[] bad = {BIG, "N1*BT*A", "N1*RI*B", "N4*YY", IT1, IT1, "PID*F****T", "TDS*238800", "CTT*2*240"};
        assertThat(told(read(Validation.WARN, rules, bad).problems()))
                .containsExactly(
                        "WARNING guide-segment-missing AK304 3 N4",
                        "WARNING guide-segment-missing AK304 3 PID",
                        "WARNING guide-segment-missing AK304 3 N1");
    }

    @Test
    @DisplayName("a problem names the rule that is broken")
    void rules() {
        DecodedDocument document = read(
                Validation.WARN,
                List.of(),
                BIG,
                "FOB*PP",
                "FOB*PP",
                "IT1*1*1.5E1*EACH*2*XX*VN",
                "CTP**RTL*12.5*1*EACH",
                "TDS*3000",
                "CTT*1");
        assertThat(document.problems().stream()
                        .map(problem -> problem.place().replaceAll(" .*", "") + ": " + problem.rule())
                        .toList())
                .containsExactly(
                        "FOB: FOB{1}",
                        "IT107: P0607",
                        "IT102: ",
                        "IT103: IT103 ID 2-2, data element 355",
                        "IT103: IT103 ID 2-2, data element 355",
                        "IT105: IT105 ID 2-2, data element 639",
                        "CTP05-1: CTP05-1 2-2, data element 355");
        assertThat(DecodedInvoices.invoice(document).lines().get(0).quantity()).isEqualTo("15");
        assertThat(document.problems().get(2).severity()).isEqualTo(SyntaxProblem.Severity.NOTE);
    }

    @Test
    @DisplayName("a number with a large or a damaged exponent is not a number")
    void exponents() {
        for (String number : List.of("1E21", "1E", "E5", "1E1.5", "1E--1", "1E+5")) {
            DecodedDocument document =
                    read(Validation.WARN, List.of(), BIG, "IT1*1*" + number + "*EA*1", "TDS*1", "CTT*1");
            assertThat(told(document.problems())).as(number).contains("ERROR number-invalid AK403 6 IT102");
        }
        assertThat(told(read(Validation.WARN, List.of(), BIG, IT1, "TDS*1E3", "CTT*1")
                        .problems()))
                .contains("ERROR number-invalid AK403 6 TDS01");
    }
}
