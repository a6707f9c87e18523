package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.ports.edi.EncodedOrder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our answers before a validator of others, with schemas written from the reference. */
@DisplayName("A validator of others has nothing to say against our answer")
class ForeignValidationTest {
    private static final X12Codec CODEC = new X12Codec();
    private static final int FILES = 1500;

    @ParameterizedTest
    @EnumSource(Release.class)
    @DisplayName("to any broken file: 997 and TA1")
    void acknowledgements(Release release) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(997);
        var files = new SmallFiles(random);
        int answers = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] file = files.next();
            for (ReceivedInterchange received : DecodedInvoices.file(file).interchanges()) {
                var answer = InterchangeAnswers.to(received, Confirmation.ALWAYS, true);
                if (CODEC.acknowledge(answer, Orders.envelope(release, Delimiters.USUAL))
                        instanceof EncodedOrder.Written written) {
                    answers++;
                    Reading reading = StaediReading.of(written.bytes());
                    assertThat(reading.stops()).as(shown(file, written)).isEmpty();
                    assertThat(reading.findings()).as(shown(file, written)).isEmpty();
                }
            }
        }
        assertThat(answers).isGreaterThan(FILES / 2);
    }

    private static String shown(byte[] file, EncodedOrder.Written answer) {
        return new String(file, StandardCharsets.ISO_8859_1)
                + "\nis answered by\n"
                + new String(answer.bytes(), StandardCharsets.ISO_8859_1);
    }
}
