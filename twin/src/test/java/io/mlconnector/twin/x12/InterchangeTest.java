package io.mlconnector.twin.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterchangeTest {

    private static final List<Segment> SET = List.of(
            Segment.of("BEG", "00", "SA", "PO-1", "", "20261103"), Segment.of("PO1", "1", "2", "EA", "3", "", ""));

    private static Buffer written(InterchangeWriter.Style style, String version) {
        return new InterchangeWriter(
                        style,
                        new InterchangeWriter.Party("ZZ", "US", "USG"),
                        new InterchangeWriter.Party("01", "THEM", "THEMG"),
                        version,
                        "PO")
                .write(42, "P", Instant.parse("2026-11-20T10:05:00Z"), "850", List.of(SET, SET));
    }

    @Test
    void whatIsWrittenReadsBackWithAnyDelimiters() {
        for (InterchangeWriter.Style style : List.of(
                new InterchangeWriter.Style("*", ">", "~", ""),
                new InterchangeWriter.Style("|", ":", "\n", ""),
                new InterchangeWriter.Style("\u001d", "<", "\u001c", "\r\n"))) {
            Interchange interchange =
                    Interchange.readAll(written(style, "005010")).getFirst();
            assertThat(interchange.problems()).isEmpty();
            assertThat(interchange.sender()).isEqualTo("US");
            assertThat(interchange.groupReceiver()).isEqualTo("THEMG");
            assertThat(interchange.duplicateKey()).isEqualTo("US/THEM/000000042");
            assertThat(interchange.sets()).hasSize(2);
            assertThat(interchange.sets().getFirst().purchaseOrderNumber()).isEqualTo("PO-1");
            assertThat(interchange.sets().getFirst().lineCount()).isEqualTo(1);
        }
    }

    @Test
    void theInterchangeHeaderHasItsFixedWidth() {
        String text = written(new InterchangeWriter.Style("*", ">", "~", ""), "004010")
                .toString();
        assertThat(text.indexOf('~')).isEqualTo(105);
        assertThat(text).contains("*261120*1005*U*00401*000000042*0*P*>~GS*PO*USG*THEMG*20261120*1005*42*X*004010~");
        assertThat(text).contains("SE*4*0001~").endsWith("GE*2*42~IEA*1*000000042~");
    }

    @Test
    void severalInterchangesInOneFileAreAllRead() {
        Buffer one = written(new InterchangeWriter.Style("*", ">", "~", "\n"), "004010");
        assertThat(Interchange.readAll(one.copy().appendString("\r\n").appendBuffer(one)))
                .hasSize(2);
        assertThat(Interchange.readAll(Buffer.buffer("<html>ISAAC</html>"))).isEmpty();
    }

    @Test
    void wrongTrailersAndAMissingEndAreNamed() {
        String good = written(new InterchangeWriter.Style("*", ">", "~", ""), "004010")
                .toString();
        assertThat(problems(good.replace("SE*4*0002", "SE*5*0002"))).containsExactly("SE01 is 5, expected 4");
        assertThat(problems(good.replace("GE*2*42", "GE*1*43")))
                .containsExactly("GE01 is 1, expected 2", "GE02 is 43, expected 42");
        assertThat(problems(good.substring(0, good.length() - 20))).contains("IEA is missing");
    }

    private static List<String> problems(String text) {
        return Interchange.readAll(Buffer.buffer(text)).getFirst().problems();
    }
}
