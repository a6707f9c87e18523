package io.mlconnector.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.PartnerGuide.Rule;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.engine.PartnerReadingRules;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.runtime.config.section.Mistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideReaderTest {

    @TempDir
    private Path folder;

    private static List<String> mistakes(String text) {
        List<Mistake> mistakes = new ArrayList<>();
        GuideReader.parse(text, "guide.yaml", mistakes);
        return mistakes.stream().map(Mistake::toString).toList();
    }

    @Test
    void the_example_in_the_documentation_is_a_guide() {
        PartnerGuide guide = GuideReader.read(Path.of("../docs/guides/retailer.yaml"));

        assertThat(guide.name()).isEqualTo("Contoso vendor guide 4.2");
        assertThat(guide.rules())
                .extracting(Rule::transactionSetId, Rule::loop, Rule::segment, Rule::qualifier, Rule::element)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("810", "", "REF", "IA", 0),
                        org.assertj.core.groups.Tuple.tuple("810", "N1", "N1", "RI", 0),
                        org.assertj.core.groups.Tuple.tuple("810", "IT1/PID", "PID", "", 0),
                        org.assertj.core.groups.Tuple.tuple("810", "IT1", "IT1", "", 3),
                        org.assertj.core.groups.Tuple.tuple("810", "", "REF", "IA", 2),
                        org.assertj.core.groups.Tuple.tuple("855", "PO1/ACK", "ACK", "", 0));
    }

    @Test
    void every_mistake_is_told_with_its_line_and_the_nearest_word() {
        assertThat(mistakes("""
                        name: bad
                        sets:
                          "811": {required: [BIG]}
                          "810":
                            required: [BIGG, BIX, ACK, IT1/TDS]
                            elements:
                              BIG99: {required: true}
                              IT103: {code: [EA]}
                              REF: {required: true}
                              BIG02: {min: 9, max: 3}
                        """))
                .containsExactlyInAnyOrder(
                        "line 3, sets.811: is no set that is read (did you mean 810?); quote it: \"810\"",
                        "line 5, sets.810.required: BIGG is no place in a set; write BIG, REF:IA, IT1/PID, BIG07 or"
                                + " REF:IA/02",
                        "line 5, sets.810.required: the 810 has no segment BIX (did you mean BIG?)",
                        "line 5, sets.810.required: the 810 has no segment ACK (did you mean AMT?)",
                        "line 5, sets.810.required: IT1 has no segment TDS; it stands in TDS, and */TDS means all of"
                                + " them",
                        "line 7, sets.810.elements.BIG99: BIG has no element 99; it has 11",
                        "line 8, sets.810.elements.IT103.code: is not known here (did you mean codes?)",
                        "line 8, sets.810.elements.IT103: asks for nothing; say required, notUsed, codes, min or max",
                        "line 9, sets.810.elements.REF: names no element; write REF/02 or REF02 for the second one",
                        "line 10, sets.810.elements.BIG02: has a min of 9 above its max of 3");
    }

    @Test
    void a_partner_is_read_by_his_guide_and_a_stranger_by_the_standard() throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), "name: Acme\nsets: {\"810\": {required: [CUR]}}\n");
        String minimal = new String(
                GuideReaderTest.class
                        .getResourceAsStream("/config/minimal.yaml")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String text = minimal.replaceFirst("(?m)^( *)(them: .*)$", "$1$2\n$1guide: acme.yaml\n$1validation: reject");
        ReadingRules.Book book = PartnerReadingRules.of(ConfigurationReader.parse(text, "mlc.yaml", folder)
                .connections()
                .getFirst()
                .partners());

        ReadingRules rules = book.of(from("123456789"));
        assertThat(rules.validation()).isEqualTo(Validation.REJECT);
        assertThat(rules.guide().name()).isEqualTo("Acme");
        ReadingRules ofAStranger = book.of(from("987654321"));
        assertThat(ofAStranger.validation()).isEqualTo(ReadingRules.USUAL.validation());
        assertThat(ofAStranger.guide()).isEqualTo(ReadingRules.USUAL.guide());
        assertThat(ofAStranger.leniency()).isEqualTo(ReadingRules.USUAL.leniency());
    }

    private static EnvelopeReference from(String id) {
        return new EnvelopeReference(
                new InterchangeAddress("01", id, "ACME"),
                new InterchangeAddress("ZZ", "CONTOSO", "CONTOSO"),
                "1",
                "1",
                "1",
                "IN",
                "810",
                "005010",
                Usage.PRODUCTION);
    }
}
