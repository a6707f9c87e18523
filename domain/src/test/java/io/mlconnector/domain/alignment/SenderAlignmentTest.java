package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.words.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SenderAlignmentTest {

    private static final TradingPartners PARTNERS = new TradingPartners(List.of(Partners.acme()));
    private static final InterchangeAddress STRANGER = new InterchangeAddress("12", "5550100", "STRANGER");

    private static Problem missing(EnvelopeReference envelope) {
        if (SenderAlignment.find(envelope, PARTNERS) instanceof Alignment.Missing<TradingPartner>(Problem why)) {
            assertThat(Problems.givesAdvice(why)).as("%s", why).isTrue();
            return why;
        }
        throw new AssertionError("Found");
    }

    @Test
    void the_sender_names_the_partner() {
        assertThat(SenderAlignment.find(Partners.envelope(), PARTNERS))
                .isInstanceOfSatisfying(Alignment.Found.class, found -> {
                    assertThat(found.value()).isEqualTo(Partners.acme());
                    assertThat(found.explanation()).contains("01:123456789", "acme");
                    assertThat(found.rule()).isEqualTo("interchange-sender");
                });
    }

    @Test
    void a_stranger_is_no_partner() {
        Problem why = missing(Partners.envelope(STRANGER, Partners.US, Usage.PRODUCTION));

        assertThat(why.causeKey()).isEqualTo("partner-unknown:12:5550100");
        assertThat(why.message()).contains("12:5550100", "partners[].interchange.them");
    }

    @Test
    void an_interchange_for_somebody_else_is_not_ours() {
        Problem why = missing(Partners.envelope(Partners.THEM, STRANGER, Usage.PRODUCTION));

        assertThat(why.code()).isEqualTo("receiver-differs");
        assertThat(why.message()).contains("12:5550100", "ZZ:CONTOSO");
    }

    @Test
    void a_test_never_posts_in_production() {
        Problem why = missing(Partners.envelope(Partners.THEM, Partners.US, Usage.TEST));

        assertThat(why.code()).isEqualTo("usage-differs");
        assertThat(why.message()).contains("marked T", "agreed is P");
    }
}
