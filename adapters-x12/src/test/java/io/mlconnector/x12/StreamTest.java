package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.ports.edi.UnreadBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A stream")
class StreamTest {
    private static final String[] BODY = {"BIG*20260322*INV-1", "IT1*1*1*EA*1**VN*A", "TDS*100", "CTT*1"};

    /** Returns a random number of bytes per read, from one to {@code most}. */
    private static InputStream inPieces(byte[] file, RandomGenerator random, int most) {
        return new ByteArrayInputStream(file) {
            @Override
            public synchronized int read(byte[] into, int at, int count) {
                return super.read(into, at, Math.min(count, 1 + random.nextInt(most)));
            }
        };
    }

    private static final class Heard implements DocumentSink {
        private final List<DecodedDocument> documents = new ArrayList<>();
        private final List<ReceivedInterchange> interchanges = new ArrayList<>();
        private final List<SyntaxProblem> problems = new ArrayList<>();
        private final List<UnreadBytes> unread = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();

        @Override
        public void document(DecodedDocument document) {
            documents.add(document);
            calls.add("document");
        }

        @Override
        public void interchange(ReceivedInterchange interchange) {
            interchanges.add(interchange);
            calls.add(interchange.complete() ? "complete" : "incomplete");
        }

        @Override
        public void problem(SyntaxProblem problem) {
            problems.add(problem);
        }

        @Override
        public void unread(UnreadBytes bytes) {
            unread.add(bytes);
        }
    }

    private static Heard read(X12Codec codec, InputStream in) {
        var heard = new Heard();
        try {
            codec.decode(in, ReadingRules.Book.USUAL, heard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard;
    }

    private static void isLikeTheWhole(X12Codec codec, byte[] file, RandomGenerator random, String which) {
        DecodedFile whole = codec.decode(file);
        Heard heard = read(codec, inPieces(file, random, random.nextBoolean() ? 7 : 5000));
        assertThat(heard.interchanges).as(which).isEqualTo(whole.interchanges());
        assertThat(heard.problems).as(which).containsExactlyInAnyOrderElementsOf(whole.problems());
        assertThat(heard.unread).as(which).containsExactlyInAnyOrderElementsOf(whole.unread());
        assertThat(heard.documents).as(which).hasSameSizeAs(whole.documents());
        for (int i = 0; i < heard.documents.size(); i++) {
            DecodedDocument one = heard.documents.get(i);
            DecodedDocument other = whole.documents().get(i);
            assertThat(one.content()).as(which).isEqualTo(other.content());
            assertThat(one.reference()).as(which).isEqualTo(other.reference());
            assertThat(one.offset()).as(which).isEqualTo(other.offset());
            assertThat(one.length()).as(which).isEqualTo(other.length());
            assertThat(other.problems()).as(which).containsAll(one.problems());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 810})
    @DisplayName("of samples, damaged or not, in pieces of any size yields the same as the whole file")
    void samples(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<byte[]> samples = Samples.names().stream().map(Samples::file).toList();
        for (byte[] sample : samples) {
            isLikeTheWhole(new X12Codec(), sample, random, "a sample of " + sample.length + " bytes");
        }
        for (int i = 0; i < 600; i++) {
            var file = new ByteArrayOutputStream();
            for (int j = 0; j <= random.nextInt(3); j++) {
                byte[] sample = samples.get(random.nextInt(samples.size()));
                file.write(sample, 0, random.nextInt(3) == 0 ? random.nextInt(sample.length + 1) : sample.length);
                if (random.nextInt(4) == 0) {
                    file.writeBytes(" \r\njunk ISA*00*no".getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            byte[] bytes = file.toByteArray();
            for (int j = 0; j < random.nextInt(4) && bytes.length > 0; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) "*>~^\n ISA0".charAt(random.nextInt(10));
            }
            isLikeTheWhole(new X12Codec(), bytes, random, "seed " + seed + ", file " + i);
        }
    }

    @Test
    @DisplayName("longer than any window, wrapped or not, yields the same as the whole file")
    void longOnes() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(17);
        var invoices = new RandomInvoices(random);
        Interchange interchange = Interchange.empty();
        for (int i = 0; i < 300; i++) {
            interchange.set("810", InvoiceText.segments(invoices.next()));
        }
        String text = interchange.text();
        isLikeTheWhole(new X12Codec(), text.getBytes(StandardCharsets.ISO_8859_1), random, "long");
        isLikeTheWhole(
                new X12Codec(),
                text.replaceAll("(.{80})", "$1\r\n").getBytes(StandardCharsets.ISO_8859_1),
                random,
                "wrapped");
    }

    @Test
    @DisplayName("reports the end of an interchange after its documents, and whether it was complete")
    void order() {
        String first = Interchange.of(BODY).set("810", BODY).text();
        String second = Interchange.of(BODY).number("000000002").text();
        byte[] file = (first + second.substring(0, second.indexOf("GE*"))).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(new X12Codec(), new ByteArrayInputStream(file)).calls)
                .containsExactly("document", "document", "complete", "document", "incomplete");
    }

    @Test
    @DisplayName("with a set larger than allowed reports that and keeps its neighbours")
    void tooLarge() {
        String[] large = new String[400];
        Arrays.fill(large, "IT1*1*1*EA*1**VN*A");
        large[0] = "BIG*20260322*INV-1";
        byte[] file = Interchange.of(BODY).set("810", large).set("810", BODY).bytes();
        Heard heard = read(new X12Codec(4096), new ByteArrayInputStream(file));
        assertThat(heard.documents).extracting(DecodedDocument::usable).containsExactly(true, false, true);
        assertThat(heard.documents.get(1).content()).isEqualTo(new Content.Opaque());
        assertThat(told(heard.documents.get(1).problems())).contains("FATAL transaction-set-too-large IT1");
        isLikeTheWhole(
                new X12Codec(4096),
                file,
                RandomGeneratorFactory.of("L64X128MixRandom").create(1),
                "too large");
    }

    @Test
    @DisplayName("with an unterminated segment reports that, keeps its memory small and reads the next interchange")
    void endless() {
        String endless =
                Interchange.of(BODY).text().replace("TDS*100~", "NTE*GEN*" + "X".repeat(300_000) + "~TDS*100~");
        byte[] file = (endless + Interchange.of(BODY).number("000000002").text()).getBytes(StandardCharsets.ISO_8859_1);
        Heard heard = read(new X12Codec(4096), new ByteArrayInputStream(file));
        assertThat(heard.calls).containsExactly("document", "incomplete", "document", "complete");
        assertThat(heard.problems)
                .anyMatch(problem -> problem.code().equals("segment-too-long") && problem.severity() == Severity.FATAL);
        isLikeTheWhole(
                new X12Codec(4096),
                file,
                RandomGeneratorFactory.of("L64X128MixRandom").create(2),
                "endless");
    }

    @Test
    @DisplayName("that fails throws the exception of the stream, it is not the end of the file")
    void breaks() {
        byte[] file = Interchange.of(BODY).bytes();
        InputStream broken = new ByteArrayInputStream(file) {
            @Override
            public synchronized int read(byte[] into, int at, int count) {
                if (pos > 200) {
                    throw new UncheckedIOException(new IOException("reset"));
                }
                return super.read(into, at, Math.min(count, 50));
            }
        };
        var heard = new Heard();
        assertThatThrownBy(() -> new X12Codec().decode(broken, ReadingRules.Book.USUAL, heard))
                .isInstanceOf(IOException.class);
        assertThat(heard.calls).doesNotContain("complete");
    }
}
