package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.Content.FunctionalAcknowledgement;
import io.mlconnector.ports.edi.Content.FunctionalAcknowledgement.Answer;
import io.mlconnector.ports.edi.DecodedDocument;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A 997")
class AcknowledgementTest {
    private static DecodedDocument document(String... segments) {
        return DecodedInvoices.document(Interchange.empty().group("FA").set("997", segments));
    }

    private static FunctionalAcknowledgement acknowledgement(String... segments) {
        DecodedDocument document = document(segments);
        assertThat(document.usable()).as("%s", document.problems()).isTrue();
        if (document.content() instanceof FunctionalAcknowledgement acknowledgement) {
            return acknowledgement;
        }
        throw new AssertionError(document.content());
    }

    @Test
    @DisplayName("contains the verdict on the group and on each set, with the errors")
    void verdicts() {
        FunctionalAcknowledgement acknowledgement = acknowledgement(
                "AK1*PO*4711*005010",
                "AK2*850*0001",
                "AK5*A",
                "AK2*850*0002",
                "AK3*PO1*6**8",
                "AK4*3*355*7*QQ",
                "AK4*5>2**6",
                "AK3*CTT*9**3",
                "AK5*R*5*4",
                "AK9*P*2*2*1");
        assertThat(acknowledgement.groupCode()).isEqualTo("PO");
        assertThat(acknowledgement.groupNumber()).isEqualTo(4711);
        assertThat(acknowledgement.groupVerdict()).isEqualTo("P");
        assertThat(acknowledgement.answers())
                .containsExactly(
                        new Answer("850", "0001", "A", List.of()),
                        new Answer(
                                "850",
                                "0002",
                                "R",
                                List.of(
                                        "Segment PO1 at position 6: code 8, segment has element errors",
                                        "Element 3 (data element 355): code 7, invalid code: QQ",
                                        "Element 5, component 2: code 6, invalid character",
                                        "Segment CTT at position 9: code 3, mandatory segment missing",
                                        "Set: code 5, one or more segments in error",
                                        "Set: code 4, segment count wrong")));
    }

    @Test
    @DisplayName("without sets applies to the whole group, its number compared without leading zeros")
    void wholeGroup() {
        FunctionalAcknowledgement acknowledgement = acknowledgement("AK1*PC*000004711", "AK9*A*1*1*1");
        assertThat(acknowledgement.groupNumber()).isEqualTo(4711);
        assertThat(acknowledgement.answers()).isEmpty();
        assertThat(acknowledgement.groupVerdict()).isEqualTo("A");
    }

    @Test
    @DisplayName("without AK9 is usable: each set has its verdict")
    void withoutGroupVerdict() {
        DecodedDocument document = document("AK1*PO*1", "AK2*850*0001", "AK5*E*5");
        assertThat(document.usable()).isTrue();
        assertThat(DecodedInvoices.told(document.problems())).containsExactly("WARNING segment-missing AK304 3 AK9");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "AK1*PO,AK9*A*1*1*1,ERROR element-missing AK403 1 AK102",
        "AK1*PO*x,AK9*A*1*1*1,ERROR number-invalid AK403 6 AK102",
        "AK9*A*1*1*1,AK9*A*1*1*1,ERROR segment-missing AK304 3 AK1",
        "AK1*PO*1,AK2*850*0001,ERROR segment-missing AK304 3 AK5"
    })
    @DisplayName("that does not identify the acknowledged group is an error")
    void unusable(String first, String second, String problem) {
        DecodedDocument document = document(first, second);
        assertThat(document.usable()).isFalse();
        assertThat(document.content()).isEqualTo(new Content.Opaque());
        assertThat(DecodedInvoices.told(document.problems())).contains(problem);
    }

    @Test
    @DisplayName("of the samples contains a rejection with its reason")
    void sample() {
        DecodedDocument document = DecodedInvoices.file(Samples.file("997_5010_rejected.edi"))
                .documents()
                .get(0);
        assertThat(document.problems()).isEmpty();
        assertThat(document.content())
                .isEqualTo(new FunctionalAcknowledgement(
                        "HC",
                        1,
                        "R",
                        List.of(),
                        List.of(new Answer(
                                "837",
                                "0021",
                                "R",
                                List.of(
                                        "Segment NM1 at position 8: code 8, segment has element errors",
                                        "Element 8 (data element 66): code 7, invalid code: MI",
                                        "Set: code 5, one or more segments in error")))));
    }
}
