package io.mlconnector.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.TextRules.CharacterSet;
import io.mlconnector.domain.agreement.TextRules.LineEnd;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.runtime.config.section.Mistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterchangeConfigurationTest {

    @TempDir
    Path folder;

    /** The small file with more about the interchange. */
    private static String with(String more) {
        try (var in = InterchangeConfigurationTest.class.getResourceAsStream("/config/minimal.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceFirst("(?m)^( *)(them: .*)$", "$1$2\n$1" + more.replace("\n", "\n$1"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private InterchangeAgreement agreement(String more) {
        return read(with(more));
    }

    private InterchangeAgreement read(String yaml) {
        return ConfigurationReader.parse(yaml, "mlc.yaml", folder)
                .connections()
                .get(0)
                .partners()
                .all()
                .get(0)
                .interchange();
    }

    @Test
    void separators_characters_and_the_wish_for_a_ta1_are_agreed_for_each_partner() {
        InterchangeAgreement agreement =
                agreement("separators: {element: \"|\", component: \":\", repetition: \"0x1e\","
                        + " segment: \"'\", lineEnd: crlf}\ncharacters: basic\nrequestAcknowledgement: true");

        assertThat(agreement.delimiters()).isEqualTo(new Delimiters('|', ':', '\u001e', '\''));
        assertThat(agreement.acknowledgementRequested()).isTrue();
        assertThat(agreement.profile().texts().characters()).isEqualTo(CharacterSet.BASIC);
        assertThat(agreement.profile().texts().lineEnd()).isEqualTo(LineEnd.CRLF);
    }

    private InterchangeAgreement known(String duns) {
        return read(with("version: \"004010\"").replace("id: \"CONTOSO\"}", "id: \"CONTOSO\", duns: " + duns + "}"));
    }

    @Test
    void our_duns_number_is_one_for_all_legal_entities_or_one_for_each() {
        LegalEntity usmf = new LegalEntity("usmf");
        assertThat(known("\"123456789\"").profile().header().ourDuns(usmf)).contains("123456789");
        assertThat(known("{usmf: \"1234567890001\"}").profile().header().ourDuns(usmf))
                .contains("1234567890001");
        assertThat(agreement("version: \"004010\"").profile().header().ourDuns(usmf))
                .isEmpty();
    }

    @Test
    void a_number_that_is_no_duns_number_or_of_no_legal_entity_is_a_mistake() {
        for (String wrong : new String[] {"\"12-345\"", "{usmf: \"12\"}", "{gbsi: \"123456789\"}"}) {
            assertThat(catchThrowableOfType(ConfigurationException.class, () -> known(wrong)))
                    .as(wrong)
                    .hasMessageContaining(wrong.contains("gbsi") ? "legalEntities" : "DUNS");
        }
    }

    @Test
    void nothing_said_is_as_most_accept_it() {
        InterchangeAgreement agreement = agreement("version: \"004010\"");

        assertThat(agreement.delimiters()).isEqualTo(Delimiters.USUAL);
        assertThat(agreement.acknowledgementRequested()).isFalse();
        assertThat(agreement.profile()).isEqualTo(WritingProfile.USUAL);
    }

    @Test
    void a_profile_lies_beside_the_configuration() throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), "orderType: KN\n");

        assertThat(agreement("profile: acme.yaml").profile().header().orderType())
                .isEqualTo("KN");
    }

    @Test
    void mistakes_in_a_profile_and_in_separators_are_found_with_all_others() throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), "orderType: KN\nsegments: [PID]\n");

        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class,
                () -> agreement("profile: acme.yaml\nseparators: {element: A, component: \"^\"}"));

        assertThat(refused.mistakes())
                .extracting(Mistake::toString)
                .anySatisfy(mistake ->
                        assertThat(mistake).startsWith("line 2, profile acme.yaml, segments: is not known here"))
                .anySatisfy(mistake -> assertThat(mistake).contains("separators.element: must be one character"))
                .anySatisfy(mistake -> assertThat(mistake).contains("four different characters"));
    }

    @Test
    void a_profile_that_is_not_there_is_a_mistake() {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> agreement("profile: none.yaml"));

        assertThat(refused.mistakes())
                .singleElement()
                .extracting(Mistake::toString)
                .asString()
                .contains("profile none.yaml", "there is no such file");
    }
}
