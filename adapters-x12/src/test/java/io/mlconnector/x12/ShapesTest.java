package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.ReadingRules;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes of the envelope that a person reads without a thought (reference x12, section 14, rows 2 to 11). */
@DisplayName("A file whose shape is odd")
class ShapesTest {
    private static final String END = "*0*T*>~";

    private static String text() {
        return Interchange.of(
                        "BIG*20260322*INV-7781",
                        "IT1*1*120*EA*9.95**VN*ABC-1",
                        "PID*F****RED CORN CHIPS",
                        "TDS*119400",
                        "CTT*1*120")
                .text();
    }

    private static DecodedFile decode(String text) {
        return DecodedInvoices.file(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static DecodedFile isWhole(String text) {
        DecodedFile decoded = decode(text);
        assertThat(decoded.damaged()).as("%s", decoded.problems()).isFalse();
        assertThat(decoded.documents()).hasSize(1);
        DecodedDocument document = decoded.documents().get(0);
        assertThat(document.problems()).isEmpty();
        VendorInvoice invoice = DecodedInvoices.invoice(document);
        assertThat(invoice.number()).isEqualTo("INV-7781");
        assertThat(invoice.total()).isEqualTo("1194.00");
        assertThat(invoice.lines().get(0).description()).isEqualTo("RED CORN CHIPS");
        assertThat(document.reference().sender().id()).isEqualTo("VENDOR1");
        assertThat(document.reference().sender().group()).isEqualTo("VENDOR1");
        return decoded;
    }

    @ParameterizedTest
    @ValueSource(strings = {" \n", "  \r\n", " ~", " ~\n", "   \r"})
    @DisplayName("may have blanks between ISA16 and the terminator: a blank is no terminator")
    void blankBeforeTerminator(String terminator) {
        String lines = text().replace("~", terminator);
        assertThat(told(isWhole(lines).problems())).containsExactly("WARNING interchange-header-width TA105 022 ISA");
        assertThat(told(isWhole(lines.replace("VENDOR1        *", "VENDOR1       *"))
                        .problems()))
                .containsExactly("WARNING interchange-header-width TA105 022 ISA");
        assertThat(told(isWhole(lines.replaceAll(" +\\*", "*")).problems()))
                .containsExactly("WARNING interchange-header-width TA105 022 ISA");
    }

    @Test
    @DisplayName("may have a blank only there, where no segment has one")
    void blankInHeaderOnly() {
        isWhole(text().replace(END, "*0*T*> ~"));
        isWhole(text().replace("~", "\n").replace("*0*T*>\n", "*0*T*> \n"));
        isWhole(text().replace(END, "*0*T*>~ \n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*~", " ~", "~", "\n", "*~\n", "~ \r\n", "* \n"})
    @DisplayName("may have no component separator in ISA16, or the element separator or a blank")
    void noComponentSeparator(String end) {
        String terminator = end.replaceFirst("^[* ]+", "");
        int header = text().indexOf(END) + END.length();
        DecodedFile decoded = isWhole(
                text().substring(0, header - 2) + end + text().substring(header).replace("~", terminator));
        assertThat(told(decoded.problems())).containsExactly("WARNING component-separator-missing TA105 027 ISA16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e2\u0080\u00a6", "\u00c2\u00ac", "~|~", "\r\n~", "|\r!", "'!"})
    @DisplayName("may have a terminator of several bytes, whose first byte may stand in a text")
    void longTerminator(String terminator) {
        DecodedFile decoded = isWhole(text().replace("~", terminator));
        assertThat(told(decoded.problems())).containsExactly("NOTE terminator-long ISA");
        isWhole(text().replace("~", terminator + "\r\n"));
        if (!terminator.startsWith("\r")) {
            DecodedFile inText =
                    decode(text().replace("~", terminator).replace("INV-7781", "A" + terminator.charAt(0) + "B"));
            assertThat(DecodedInvoices.invoice(inText.documents().get(0)).number())
                    .isEqualTo("A" + terminator.charAt(0) + "B");
        }
    }

    @Test
    @DisplayName("reads the same as a stream")
    void stream() throws java.io.IOException {
        for (String shape : new String[] {
            text().replace("~", " \n"),
            text().replace("~", "~|~"),
            text().replace(END, "*0*T**~"),
            text().replace("~", "\u00e2\u0080\u00a6")
        }) {
            byte[] bytes = shape.repeat(3).getBytes(StandardCharsets.ISO_8859_1);
            var seen = new java.util.ArrayList<DecodedDocument>();
            new X12Codec().decode(new ByteArrayInputStream(bytes), ReadingRules.Book.USUAL, new DocumentSink() {
                @Override
                public void document(DecodedDocument document) {
                    seen.add(document);
                }

                @Override
                public void interchange(io.mlconnector.domain.interchange.ReceivedInterchange interchange) {
                    assertThat(interchange.complete()).isTrue();
                }

                @Override
                public void problem(io.mlconnector.domain.interchange.SyntaxProblem problem) {
                    // compared below
                }

                @Override
                public void unread(io.mlconnector.ports.edi.UnreadBytes bytes) {
                    throw new AssertionError(bytes);
                }
            });
            assertThat(seen)
                    .hasSize(3)
                    .extracting(DecodedDocument::content)
                    .isEqualTo(DecodedInvoices.file(bytes).documents().stream()
                            .map(DecodedDocument::content)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u00c2\u00a0"})
    @DisplayName("may be padded with no-break spaces, in ISO-8859-1 or UTF-8")
    void noBreakSpaces(String pad) {
        String text = text().replace("VENDOR1        *", "VENDOR1" + pad.repeat(8) + "*")
                .replace("*00*          *00*", "*00*" + pad.repeat(10) + "*00*")
                .replace("*VENDOR1*BUYERCO*", "*VENDOR1" + pad + "*" + pad + "BUYERCO" + pad + "*")
                .replace("INV-7781", "INV-7781" + pad + pad)
                .replace("ABC-1", "ABC-1" + pad)
                .replace("CHIPS", "CHIPS " + pad + " ");
        DecodedFile decoded = isWhole(text);
        assertThat(decoded.documents().get(0).reference().receiver().group()).isEqualTo("BUYERCO");
        assertThat(DecodedInvoices.invoice(decoded.documents().get(0))
                        .lines()
                        .get(0)
                        .productIds()
                        .get(0)
                        .id())
                .isEqualTo("ABC-1");
    }

    @Test
    @DisplayName("keeps a letter whose last byte looks like a no-break space")
    void letter() {
        String utf8 =
                new String("\u00ef\u00bb\u00bf".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)
                        + text().replace("CHIPS", "VOIL\u00c3\u00a0");
        DecodedFile decoded = decode(utf8);
        assertThat(DecodedInvoices.invoice(decoded.documents().get(0))
                        .lines()
                        .get(0)
                        .description())
                .isEqualTo("RED CORN VOIL\u00e0");
    }

    @Test
    @DisplayName("may end without a terminator, also before the next interchange or with another control number")
    void noLastTerminator() {
        String open = text().substring(0, text().length() - 1);
        assertThat(told(isWhole(open).problems())).containsExactly("NOTE terminator-missing IEA");
        assertThat(told(isWhole(open + " \r\n\u001a").problems())).containsExactly("NOTE terminator-missing IEA");
        assertThat(told(decode(open.replace("IEA*1*000000001", "IEA*1*000000009"))
                        .problems()))
                .containsExactlyInAnyOrder(
                        "ERROR interchange-number-differs TA105 001 IEA02", "NOTE terminator-missing IEA");
        for (String between : new String[] {"", "\n", " \r\n"}) {
            DecodedFile two = decode(open + between + text().replace("000000001", "000000002"));
            assertThat(two.damaged()).isFalse();
            assertThat(two.documents()).hasSize(2).allMatch(DecodedDocument::usable);
        }
    }
}
