package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Damage is named once, by what it is. */
@DisplayName("A damage")
class DiagnosisTest {
    private static final String[] BODY = {
        "BIG*20260322*INV-7781*20260310*PO-000471***DI",
        "CUR*SE*USD",
        "REF*IA*V10023",
        "N1*RI*VENDOR ONE INC*92*V10023",
        "ITD*01*3*2*20260401*10*20260421*30",
        "DTM*011*20260320",
        "FOB*PP*DE",
        "IT1*1*120*EA*9.95**UP*012345678905*VN*ABC-1",
        "PID*F****CORN CHIPS 12 OZ",
        "IT1*2*10*CA*48.5**UK*10012345678902*VN*ABC-2",
        "PID*F****CORN CHIPS CASE",
        "SAC*A*C310***2425*2*5*****02***VOLUME DISCOUNT",
        "TDS*165475",
        "CTT*2*130"
    };

    private static DecodedFile decode(String text) {
        return DecodedInvoices.file(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<String> all(DecodedFile decoded) {
        var problems = new ArrayList<SyntaxProblem>(decoded.problems());
        decoded.documents().forEach(document -> problems.addAll(document.problems()));
        return told(problems);
    }

    @Test
    @DisplayName("of one missing terminator is one problem, whichever it is, and nothing is lost")
    void missingTerminator() {
        String plain = Interchange.of(BODY).text();
        VendorInvoice whole = DecodedInvoices.invoice(decode(plain).documents().get(0));
        int from = plain.indexOf("~GS*") + 1;
        int last = plain.indexOf("~IEA*");
        for (String between : List.of("", "\n", "\r\n")) {
            for (int at = plain.indexOf('~', from); at < last; at = plain.indexOf('~', at + 1)) {
                String text = plain.substring(0, at).replace("~", "~" + between)
                        + between
                        + plain.substring(at + 1).replace("~", "~" + between);
                DecodedFile decoded = decode(text);
                assertThat(all(decoded))
                        .as("after %s, line end %s", plain.substring(at - 12, at + 5), between.length())
                        .hasSize(1)
                        .allMatch(told -> told.startsWith("WARNING segment-terminator-missing AK403 3 "));
                assertThat(decoded.documents()).hasSize(1).allMatch(DecodedDocument::usable);
                assertThat(DecodedInvoices.invoice(decoded.documents().get(0))).isEqualTo(whole);
            }
        }
    }

    @Test
    @DisplayName("names the element in which the next segment begins")
    void named() {
        DecodedFile decoded = decode(Interchange.of(BODY).text().replace("CHIPS 12 OZ~IT1", "CHIPS 12 OZIT1"));
        SyntaxProblem problem = decoded.documents().get(0).problems().get(0);
        assertThat(problem.message()).contains("PID05").contains("terminator");
        assertThat(problem.segment()).isEqualTo("PID");
        assertThat(problem.segmentInSet()).isEqualTo(10);
    }

    @Test
    @DisplayName("of another kind is not taken for a missing terminator")
    void otherDamage() {
        String text = Interchange.of(BODY).text();
        for (String odd : List.of(
                text.replace("PID*F****CORN CHIPS CASE", "PID*F****SIZE N1"),
                text.replace("N1*RI*VENDOR ONE INC*92*V10023", "N1*RI*VENDOR ONE REF*92*V10023*QQ"),
                text.replace("REF*IA*V10023", "REF*IA*V10N1*TEXT*BM>1*5"),
                text.replace("CTT*2*130", "CTT*2*130****A TAX*B*C"))) {
            assertThat(all(decode(odd))).noneMatch(told -> told.contains("segment-terminator-missing"));
        }
    }

    @Test
    @DisplayName("that comes more often than is kept is counted")
    void counted() {
        String[] rubbish = new String[5000];
        Arrays.fill(rubbish, "XYZ*1");
        rubbish[0] = "BIG*20260322*1";
        List<SyntaxProblem> problems =
                DecodedInvoices.document(Interchange.of(rubbish)).problems();
        assertThat(problems)
                .filteredOn(problem -> problem.code().equals("more-problems"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("4801 further problems"));
    }

    @Test
    @DisplayName("of a segment beyond the limit is that it is too long, not that the file was cut off")
    void tooLong() {
        byte[] file = Interchange.of("BIG*20260322*1", "IT1*1*1*EA*1**VN*" + "A".repeat(3000), "TDS*100", "CTT*1")
                .bytes();
        DecodedFile decoded = new X12Codec(2000).decode(file);
        assertThat(decoded.problems()).extracting(SyntaxProblem::message).noneMatch(text -> text.contains("truncated"));
        assertThat(decoded.problems()).extracting(SyntaxProblem::code).contains("segment-too-long");
        assertThat(all(decoded)).noneMatch(told -> told.contains("trailer-missing"));
        assertThat(decoded.problems())
                .filteredOn(problem -> problem.code().equals("segment-too-long"))
                .extracting(SyntaxProblem::message)
                .allMatch(text -> text.contains("too long"));
    }
}
