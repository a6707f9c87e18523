package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.answering.AdvisedDocument;
import io.mlconnector.domain.answering.AdvisedDocument.Remark;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.ports.edi.EncodedFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our acknowledgements and advices checked by an independent validator, with schemas written from the reference. */
@DisplayName("An independent validator accepts our answer")
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
                        instanceof EncodedFile.Written written) {
                    answers++;
                    Reading reading = StaediReading.of(written.bytes());
                    assertThat(reading.stops()).as(shown(file, written)).isEmpty();
                    assertThat(reading.findings()).as(shown(file, written)).isEmpty();
                }
            }
        }
        assertThat(answers).isGreaterThan(FILES / 2);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    @DisplayName("to a document that cannot be used: 824, whatever the words")
    void advice(Release release) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(824);
        for (int i = 0; i < FILES; i++) {
            ApplicationAdvice advice = new ApplicationAdvice(
                    "11",
                    "ADV" + i,
                    Optional.of(LocalDate.of(2026, 3, 10)),
                    List.of(new AdvisedDocument(
                            List.of("TA", "TE", "TR").get(random.nextInt(3)),
                            "IV",
                            "INV-" + i,
                            Integer.toString(1 + random.nextInt(999_999)),
                            String.format(Locale.ROOT, "%04d", random.nextInt(10_000)),
                            "810",
                            random.nextBoolean() ? Map.of() : Map.of("PO", "PO-" + i),
                            List.of(new Remark(
                                    List.of("010", "024", "UNP").get(random.nextInt(3)),
                                    words(random),
                                    "BIG",
                                    words(random),
                                    "",
                                    random.nextInt(2_000_000),
                                    random.nextInt(150))))));
            EncodedFile encoded = CODEC.advise(advice, Orders.envelope(release, Delimiters.USUAL));
            assertThat(encoded).as(advice.toString()).isInstanceOf(EncodedFile.Written.class);
            Reading reading = StaediReading.of(((EncodedFile.Written) encoded).bytes());
            assertThat(reading.stops()).as(advice.toString()).isEmpty();
            assertThat(reading.findings()).as(advice.toString()).isEmpty();
            Remark said = advice.documents().getFirst().remarks().getFirst();
            assertThat(new String(((EncodedFile.Written) encoded).bytes(), StandardCharsets.ISO_8859_1))
                    .as("position and element, as far as they fit")
                    .containsPattern("\\*BIG\\*" + fitting(said.position(), 999_999) + "\\*"
                            + fitting(said.element(), 99) + "\\*\\*X");
        }
    }

    private static String fitting(int number, int most) {
        return number == 0 || number > most ? "" : Integer.toString(number);
    }

    /** Letters, blanks, delimiters, line ends and what ASCII does not have; never nothing. */
    private static String words(RandomGenerator random) {
        String letters = "ABC xyz0123456789.,;:*>^~\n\té\u20ac";
        var words = new StringBuilder("X");
        int length = random.nextInt(300);
        for (int i = 0; i < length; i++) {
            words.append(letters.charAt(random.nextInt(letters.length())));
        }
        return words.toString();
    }

    private static String shown(byte[] file, EncodedFile.Written answer) {
        return new String(file, StandardCharsets.ISO_8859_1)
                + "\nis answered by\n"
                + new String(answer.bytes(), StandardCharsets.ISO_8859_1);
    }
}
