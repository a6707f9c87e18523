package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.file;
import static io.mlconnector.x12.DecodedInvoices.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.ReceivedTransactionSet;
import io.mlconnector.ports.edi.DecodedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The reported envelope data of interchanges and functional groups, needed to acknowledge them (reference x12, sections
 * 1.2 and 9.4).
 */
@DisplayName("An envelope")
class EnvelopeTest {
    private static final String[] BODY = {"BIG*20260322*INV-1", "IT1*1*1*EA*1**VN*A", "TDS*100", "CTT*1"};
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*VENDOR1        *ZZ*BUYERCO        *260322*1400*^*00501*000000007*1*P*>~";

    private static DecodedFile decode(String text) {
        return file(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ReceivedInterchange interchange(String text) {
        List<ReceivedInterchange> interchanges = decode(text).interchanges();
        assertThat(interchanges).hasSize(1);
        return interchanges.get(0);
    }

    @Test
    @DisplayName("is reported as received, with its functional groups and transaction sets")
    void received() {
        ReceivedInterchange interchange = interchange(
                Interchange.of(BODY).set("810", "BIG*20260322*2", "TDS*1").text());
        assertThat(interchange.sender().id()).isEqualTo("VENDOR1");
        assertThat(interchange.receiver().qualifier()).isEqualTo("ZZ");
        assertThat(interchange.number()).isEqualTo("000000001");
        assertThat(interchange.date()).isEqualTo("260322");
        assertThat(interchange.time()).isEqualTo("1400");
        assertThat(interchange.version()).isEqualTo("00501");
        assertThat(interchange.acknowledgementRequested()).isEqualTo("0");
        assertThat(interchange.complete()).isTrue();
        assertThat(interchange.problems()).isEmpty();
        ReceivedGroup group = interchange.groups().get(0);
        assertThat(group.code() + group.number() + group.version() + group.declaredSets())
                .isEqualTo("IN47110050102");
        assertThat(group.sets()).extracting(ReceivedTransactionSet::number).containsExactly("0001", "0002");
        assertThat(told(group.sets().get(1).problems())).containsExactly("WARNING line-count-missing SE");
    }

    @Test
    @DisplayName("that was truncated is reported as incomplete, with the received part")
    void incomplete() {
        String text = Interchange.of(BODY).text();
        ReceivedInterchange interchange = interchange(text.substring(0, text.indexOf("GE*")));
        assertThat(interchange.complete()).isFalse();
        assertThat(told(interchange.problems())).containsExactly("FATAL interchange-incomplete TA105 023 ISA");
        assertThat(interchange.groups().get(0).declaredSets()).isEmpty();
        assertThat(interchange.groups().get(0).sets()).hasSize(1);
    }

    @Test
    @DisplayName("separates problems of groups from those of the interchange, the file has both")
    void problems() {
        DecodedFile decoded = decode(
                Interchange.of(BODY).text().replace("GE*1*4711", "GE*2*4712").replace("IEA*1*", "IEA*2*"));
        ReceivedInterchange interchange = decoded.interchanges().get(0);
        assertThat(told(interchange.groups().get(0).problems()))
                .containsExactly("ERROR set-count-wrong AK905 5 GE01", "ERROR group-number-differs AK905 4 GE02");
        assertThat(told(interchange.problems())).containsExactly("ERROR group-count-wrong TA105 021 IEA01");
        assertThat(decoded.problems()).hasSize(3);
    }

    @Test
    @DisplayName("may carry TA1 segments only")
    void acknowledgementsOnly() {
        DecodedFile decoded =
                decode(ISA + "TA1*000004711*260322*1400*R*025~TA1*000004712*260322*1400*a*000~" + "IEA*0*000000007~");
        assertThat(decoded.problems()).isEmpty();
        assertThat(decoded.documents()).isEmpty();
        assertThat(decoded.interchanges().get(0).acknowledgements())
                .containsExactly(
                        new InterchangeAcknowledgement("000004711", "260322", "1400", "R", "025"),
                        new InterchangeAcknowledgement("000004712", "260322", "1400", "A", "000"));
        assertThat(told(decode(ISA + "TA1*4711*2603*1400*Q~IEA*0*000000007~").problems()))
                .containsExactly(
                        "WARNING element-missing TA105 022 TA105",
                        "WARNING element-too-short TA105 022 TA101",
                        "WARNING date-invalid TA105 022 TA102",
                        "WARNING code-unknown TA105 022 TA104");
    }

    @Test
    @DisplayName("keeps sets outside of any group too, in a group without a code")
    void withoutGroup() {
        ReceivedInterchange interchange =
                interchange(Interchange.of(BODY).text().replaceAll("G[SE]\\*[^~]*~", ""));
        assertThat(interchange.groups()).hasSize(1);
        assertThat(interchange.groups().get(0).code()).isEmpty();
        assertThat(interchange.groups().get(0).sets()).hasSize(1);
    }

    @ParameterizedTest(name = "{1} for {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GS*IN* | GS*QQ* | WARNING group-code-unknown AK905 1 GS01",
                "*1400*4711*X | *1400*47X*X | WARNING number-invalid AK905 6 GS06",
                "*20260322*1400* | *20261322*1400* | WARNING date-invalid TA105 024 GS04",
                "*20260322*1400* | *20260322*2500* | WARNING time-invalid TA105 024 GS05"
            })
    @DisplayName("with a wrong GS is reported with the code for the 997")
    void groupHeader(String right, String wrong, String problem) {
        ReceivedInterchange interchange =
                interchange(Interchange.of(BODY).text().replace(right, wrong));
        assertThat(told(interchange.groups().get(0).problems())).contains(problem);
    }

    @ParameterizedTest(name = "{1} for {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ST*810*0001 | ST*810* | WARNING element-missing AK502 7 ST02",
                "ST*810*0001 | ST*810*1 | WARNING element-too-short AK502 7 ST02",
                "ST*810*0001 | ST**0001 | WARNING element-missing AK502 6 ST01",
                "ST*810*0001 | ST*81*0001 | WARNING element-too-short AK502 6 ST01",
                "ST*810*0001 | ST*811*0001 | ERROR transaction-set-unsupported AK502 1 ST01"
            })
    @DisplayName("with a wrong ST is reported with the code for the 997")
    void setHeader(String right, String wrong, String problem) {
        ReceivedInterchange interchange =
                interchange(Interchange.of(BODY).text().replace(right, wrong));
        assertThat(told(interchange.groups().get(0).sets().get(0).problems())).contains(problem);
    }

    @Test
    @DisplayName("with an unknown version and one with an invalid version have different codes")
    void version() {
        assertThat(told(decode(Interchange.of(BODY).text().replace("*00501*", "*00901*"))
                        .problems()))
                .containsExactly("WARNING interchange-version-unsupported TA105 003 ISA12");
        assertThat(told(decode(Interchange.of(BODY).text().replace("*00501*", "*5010X*"))
                        .problems()))
                .containsExactly("WARNING interchange-header-element TA105 017 ISA12");
    }

    @Test
    @DisplayName("read together with another yields what the two yield alone")
    void concatenation() {
        String one = Interchange.of(BODY).text();
        String other = Interchange.of(BODY)
                .number("000000002")
                .delimiters('|', ':', "\n")
                .text();
        DecodedFile both = decode(one + other);
        assertThat(both.interchanges())
                .containsExactly(
                        decode(one).interchanges().get(0),
                        decode(other).interchanges().get(0));
        assertThat(both.documents())
                .extracting(document -> document.content())
                .containsExactly(
                        decode(one).documents().get(0).content(),
                        decode(other).documents().get(0).content());
    }
}
