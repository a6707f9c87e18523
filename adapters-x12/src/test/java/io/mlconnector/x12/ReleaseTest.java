package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.document;
import static io.mlconnector.x12.DecodedInvoices.file;
import static io.mlconnector.x12.DecodedInvoices.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.EncodedFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the release that GS08 names changes (reference x12, sections 1.1 and 1.3). */
@DisplayName("The release")
class ReleaseTest {
    private static final String[] SHORT_DATES = {
        "BIG*980322*INV-7781*980310*PO-1", "DTM*011*980320", "IT1*1*120*EA*9.95**VN*ABC-1", "TDS*119400", "CTT*1"
    };

    private static final String[] INVOICE = {
        "BIG*20260322*INV-7781", "IT1*1*120*EA*9.95**VN*ABC-1", "TDS*119400", "CTT*1"
    };

    private static DecodedFile shortDates(String version) {
        return file(Interchange.of(SHORT_DATES)
                .version(version)
                .text()
                .replace("*20260322*1400*", "*980322*1400*")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"003010", "003040VICS", "003060UCS", "VICS 3060", "002040"})
    @DisplayName("before 004010 has dates of six digits, also in GS04")
    void sixDigits(String version) {
        DecodedFile decoded = shortDates(version);
        assertThat(decoded.problems()).isEmpty();
        DecodedDocument document = decoded.documents().get(0);
        assertThat(told(document.problems())).containsExactly("WARNING release-unsupported ST");
        assertThat(DecodedInvoices.invoice(document).date()).isEqualTo("1998-03-22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"004010", "004010VICS", "005010UCS", "4010"})
    @DisplayName("from 004010 on has dates of eight digits")
    void eightDigits(String version) {
        DecodedFile decoded = shortDates(version);
        assertThat(told(decoded.problems())).containsExactly("WARNING date-short TA105 024 GS04");
        assertThat(told(decoded.documents().get(0).problems()))
                .containsExactly(
                        "WARNING date-short AK403 8 BIG01",
                        "WARNING date-short AK403 8 BIG03",
                        "WARNING date-short AK403 8 DTM02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"004010VICS", "005010VICS", "004010UCS", "VICS005010", "4010", "005010X230"})
    @DisplayName("is known with the name of an industry around it or without its zeros")
    void industries(String version) {
        DecodedDocument document = document(Interchange.of(INVOICE).version(version));
        assertThat(document.problems()).isEmpty();
        assertThat(document.usable()).isTrue();
    }

    @ParameterizedTest(name = "IT102 of eleven digits in {0}: {1}")
    @CsvSource({
        "004010VICS,WARNING element-too-long AK403 5 IT102",
        "VICS4010,WARNING element-too-long AK403 5 IT102",
        "005010VICS,",
        "5010UCS,"
    })
    @DisplayName("decides the lengths of elements, whatever ISA12 says")
    void elements(String version, String expected) {
        String invoice = Interchange.of("BIG*20260322*2", "IT1*1*12345678901*EA*1**VN*A", "TDS*1", "CTT*1")
                .version("005010")
                .text()
                .replace("*X*005010~", "*X*" + version + "~");
        assertThat(told(file(invoice.getBytes(StandardCharsets.ISO_8859_1))
                        .documents()
                        .get(0)
                        .problems()))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    @DisplayName("of which we have no tables is not judged by those of another, but what we need must be there")
    void otherRelease() {
        DecodedDocument older = document(Interchange.of(
                        "BIG*980322*1", "ZZ9*1", "IT1*1*12345678901*QQ*1**VN*A*VN", "CUR*SE*USD", "TDS*1", "CTT*1")
                .version("003040"));
        assertThat(told(older.problems())).containsExactly("WARNING release-unsupported ST");
        assertThat(older.usable()).isTrue();
        DecodedDocument useless =
                document(Interchange.of("BIG*980322*1", "IT1*1*1*EA*1**VN*A").version("006020"));
        assertThat(told(useless.problems())).contains("ERROR segment-missing AK304 3 TDS");
        assertThat(useless.usable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"003040", "006020", "004030VICS", "X"})
    @DisplayName("that was read all the same is not refused in the 997")
    void answer(String version) {
        DecodedFile decoded = file(Interchange.of(INVOICE).version(version).bytes());
        EncodedFile answer = new X12Codec()
                .acknowledge(
                        InterchangeAnswers.to(decoded.interchanges().get(0), Confirmation.NEVER, true, false),
                        Orders.envelope(Release.R004010, Delimiters.USUAL));
        String text = new String(((EncodedFile.Written) answer).bytes(), StandardCharsets.ISO_8859_1);
        assertThat(Arrays.stream(text.split("~")).filter(segment -> segment.startsWith("AK9")))
                .containsExactly("AK9*A*1*1*1");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "004010,865,AK4*12*373*8*2026",
        "004010,860A,AK4*5>1*355*4*E",
        "005010,860B,AK4*5>2*1018*5*1234567890123456"
    })
    @DisplayName("names the data elements of an answer, those of components too")
    void elementNumbers(String version, String set, String expected) {
        String[] segments = switch (set) {
            case "865" -> new String[] {"BCA*00*AC*PO-1***20260310******2026", "POC*1*CA*1**EA*1**VN*A", "CTT*1"};
            case "860A" -> new String[] {"BCH*04*SA*PO-1***20260310", "POC*1*CA*1**E*1**VN*A", "CTT*1"};
            default -> new String[] {"BCH*04*SA*PO-1***20260310", "POC*1*CA*1**EA>1234567890123456*1**VN*A", "CTT*1"};
        };
        String id = set.substring(0, 3);
        DecodedFile decoded = file(Interchange.empty()
                .set(id, segments)
                .group(id.equals("865") ? "CA" : "PC")
                .version(version)
                .bytes());
        EncodedFile answer = new X12Codec()
                .acknowledge(
                        InterchangeAnswers.to(decoded.interchanges().get(0), Confirmation.NEVER, true, false),
                        Orders.envelope(Release.of(version), Delimiters.USUAL));
        String text = new String(((EncodedFile.Written) answer).bytes(), StandardCharsets.ISO_8859_1);
        assertThat(text.split("~")).contains(expected);
    }

    @Test
    @DisplayName("limits the references in a composite")
    void composites() {
        String[] invoice = {"BIG*20260322*1", "REF*IA*1**BM>" + "9".repeat(31), "IT1*1*1*EA*1**VN*A", "TDS*100", "CTT*1"
        };
        assertThat(document(Interchange.of(invoice)).problems()).isEmpty();
        assertThat(told(document(Interchange.of(invoice).version("004010")).problems()))
                .containsExactly("WARNING element-too-long AK403 5 REF04");
    }
}
