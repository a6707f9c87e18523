package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.file;
import static io.mlconnector.x12.DecodedInvoices.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deviations that partners actually send (reference x12, section 14). */
@DisplayName("A file")
class ToleranceTest {
    private static final String[] BODY = {
        "BIG*20260322*INV-7781", "IT1*1*120*EA*9.95**VN*ABC-1", "TDS*119400", "CTT*1*120"
    };

    private static Interchange plain() {
        return Interchange.of(BODY);
    }

    private static DecodedFile decode(String text) {
        return file(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void isWhole(DecodedFile decoded) {
        assertThat(decoded.documents()).hasSize(1);
        assertThat(decoded.documents().get(0).usable()).isTrue();
        assertThat(decoded.documents().get(0).problems()).isEmpty();
        assertThat(DecodedInvoices.invoice(decoded.documents().get(0)).total()).isEqualTo("1194.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~\n", "~\r\n", "~\r", "\n", "\r", "\r\n", "~\n\n", "~  ", "~ \t ", "~~", "~\n~"})
    @DisplayName("may have any line ends, blanks and empty segments after or as terminators, without a problem")
    void terminators(String terminator) {
        DecodedFile decoded = decode(plain().delimiters('*', '>', terminator).text());
        isWhole(decoded);
        assertThat(decoded.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|>~", "^:'", "\\>$", "}{!", "\u001d\u001f\u001c", "*~\u0015", "\t>\u007f"})
    @DisplayName("may have any delimiters, control characters too")
    void delimiters(String signs) {
        DecodedFile decoded = decode(plain().version("004010")
                .delimiters(signs.charAt(0), signs.charAt(1), signs.substring(2))
                .text());
        isWhole(decoded);
        assertThat(decoded.problems()).isEmpty();
    }

    @Test
    @DisplayName("may begin with a byte order mark, blank lines or a mail header")
    void junkBefore() {
        isWhole(decode("\r\n  \n" + plain().text()));
        DecodedFile mail = decode("From: edi@vendor.example\nSubject: VISA*12*3 of ISAAC\n\n" + plain().text());
        isWhole(mail);
        assertThat(told(mail.problems())).containsExactly("NOTE bytes-skipped");
        DecodedFile marked = decode("\u00ef\u00bb\u00bf" + plain().text());
        isWhole(marked);
        assertThat(told(marked.problems())).containsExactly("NOTE byte-order-mark");
    }

    @Test
    @DisplayName("may have stray bytes after its end")
    void junkAfter() {
        assertThat(decode(plain().text() + "\u001a\u0000\u0000\r\n").problems()).isEmpty();
        assertThat(told(decode(plain().text() + "1").problems())).containsExactly("NOTE bytes-skipped");
    }

    @Test
    @DisplayName("may be wrapped at eighty columns, and problems still state the byte in the file as received")
    void wrapped() {
        String text = plain().set("810", "BIG*20260322*2", "IT1*1*1*QQ*1**VN*A", "TDS*100", "CTT*1")
                .text();
        var lines = new StringBuilder();
        for (int i = 0; i < text.length(); i += 80) {
            lines.append(text, i, Math.min(text.length(), i + 80)).append("\r\n");
        }
        DecodedFile decoded = decode(lines.toString());
        assertThat(told(decoded.problems())).containsExactly("NOTE line-ends-removed");
        assertThat(decoded.documents()).hasSize(2).allMatch(DecodedDocument::usable);
        SyntaxProblem problem = decoded.documents().get(1).problems().get(0);
        assertThat(problem.text()).isEqualTo("QQ");
        assertThat(problem.offset()).isEqualTo(lines.indexOf("QQ"));
        long offset = decoded.documents().get(1).offset();
        assertThat(lines.substring((int) offset, (int) offset + 6)).isEqualTo("ST*810");
    }

    @Test
    @DisplayName("may miss its last terminator if the trailer is complete")
    void lastTerminator() {
        String text = plain().text();
        DecodedFile decoded = decode(text.substring(0, text.length() - 1));
        isWhole(decoded);
        assertThat(told(decoded.problems())).containsExactly("NOTE terminator-missing IEA");
    }

    @Test
    @DisplayName("may have text behind a trailer without a terminator: it was not cut off")
    void textBehindTheTrailer() {
        String text = plain().text();
        String open = text.substring(0, text.length() - 1);
        for (String behind : List.of("\nKind regards", " -- end of file", "\r\nSee a*b*c~ and\nso on~", "\n1~")) {
            DecodedFile decoded = decode(open + behind);
            isWhole(decoded);
            assertThat(told(decoded.problems()))
                    .as(behind)
                    .containsExactlyInAnyOrder("NOTE terminator-missing IEA", "NOTE bytes-skipped");
            DecodedFile two =
                    decode(open + behind + "\n" + plain().number("000000002").text());
            assertThat(two.unread()).as(behind).hasSize(1);
            assertThat(two.documents()).as(behind).hasSize(2).allMatch(DecodedDocument::usable);
        }
        // Another number is no end, and one that goes on is another number.
        assertThat(told(decode(open.substring(0, open.length() - 1) + "\nKind regards")
                        .problems()))
                .contains("FATAL interchange-incomplete TA105 023 ISA");
        assertThat(told(decode(open + "5 or so\nKind regards").problems()))
                .contains("FATAL interchange-incomplete TA105 023 ISA");
    }

    @Test
    @DisplayName("may miss the terminator between GE and IEA")
    void noTerminatorBeforeTheTrailer() {
        for (String between : List.of("", "\n", "\r\n")) {
            DecodedFile decoded = decode(plain().text().replace("~IEA*", between + "IEA*"));
            isWhole(decoded);
            assertThat(told(decoded.problems()))
                    .as("%s bytes between", between.length())
                    .containsExactly("WARNING segment-terminator-missing AK403 3 GE02");
        }
    }

    @Test
    @DisplayName("that was truncated anywhere is not processed: nothing is usable, complete sets are shown")
    void cutOff() {
        String text = plain().set("810", BODY).text();
        for (int length = 106; length < text.length() - 1; length++) {
            DecodedFile decoded = decode(text.substring(0, length));
            assertThat(decoded.damaged()).as("cut at %s", length).isTrue();
            assertThat(decoded.documents()).noneMatch(DecodedDocument::usable);
            assertThat(decoded.problems())
                    .anyMatch(problem -> problem.code().equals("interchange-incomplete")
                            && problem.standardCode().equals("TA105 023"));
        }
        DecodedFile withoutTrailer = decode(text.substring(0, text.indexOf("GE*")));
        assertThat(withoutTrailer.documents()).hasSize(2);
        assertThat(DecodedInvoices.invoice(withoutTrailer.documents().get(0)).total())
                .isEqualTo("1194.00");
    }

    @Test
    @DisplayName("keeps its other interchanges when one was truncated, even in the middle of a segment")
    void cutOffInterchangeBeforeAnother() {
        String first = plain().number("000000001").text();
        String second = plain().number("000000002").delimiters('|', ':', "\n").text();
        DecodedFile decoded = decode(first.substring(0, first.indexOf("ABC-1")) + second);
        assertThat(decoded.damaged()).isTrue();
        assertThat(decoded.documents()).extracting(DecodedDocument::usable).containsExactly(false, true);
        assertThat(decoded.documents().get(1).reference().interchangeNumber()).isEqualTo("000000002");
    }

    @Test
    @DisplayName("may hold several interchanges, each with its own delimiters")
    void severalInterchanges() {
        String first = plain().number("000000001").text();
        String second = plain().number("000000002").delimiters('|', ':', "\n").text();
        DecodedFile decoded = decode(first + "\r\n" + second);
        assertThat(decoded.problems()).isEmpty();
        assertThat(decoded.documents())
                .hasSize(2)
                .allMatch(DecodedDocument::usable)
                .extracting(document -> document.reference().interchangeNumber())
                .containsExactly("000000001", "000000002");
    }

    @Test
    @DisplayName("with a collapsed, a lower-case or an overlong header is read with a warning")
    void header() {
        String text = plain().text();
        DecodedFile collapsed = decode(text.replaceAll(" +\\*", "*"));
        isWhole(collapsed);
        assertThat(told(collapsed.problems())).containsExactly("WARNING interchange-header-width TA105 022 ISA");
        DecodedFile lower = decode(text.replace("ISA*", "isa*"));
        isWhole(lower);
        assertThat(told(lower.problems())).containsExactly("WARNING lower-case-tag ISA");
        isWhole(decode(text.replace("VENDOR1        *", "VENDOR1           *")));
    }

    @Test
    @DisplayName("never shows the content of ISA02 and ISA04 in a problem")
    void secret() {
        String text = plain().text().replace("*00*          *ZZ*VENDOR1", "*01*HUSHHUSH99*ZZ*VENDOR1");
        for (String variant : List.of(
                text,
                text.replace("ISA*", "isa*"),
                text.substring(0, 150),
                text.substring(0, 90),
                text.replace("*260322*1400*^", "*999999*9999*^"),
                text.replace("IEA*", "IEB*"),
                text.replace("IEA*", "ISA|01|HUSH      |01|HUSHHUSH  |*"),
                text.replace("ABC-1", "x\nISA|01|HUSH"),
                text.replace("INV-7781", "ISA|01|HUSH~"),
                text + text)) {
            DecodedFile decoded = decode(variant);
            assertThat(decoded.problems().toString()).doesNotContain("HUSH");
            assertThat(decoded.documents())
                    .allSatisfy(document ->
                            assertThat(document.problems().toString()).doesNotContain("HUSH"));
        }
    }

    @Test
    @DisplayName("does not accept a letter as repetition separator")
    void repetition() {
        isWhole(decode(plain().text().replace("*^*00501*", "*U*00501*")));
    }

    @Test
    @DisplayName("with a bad transaction set keeps its neighbours")
    void neighbours() {
        DecodedFile decoded = file(plain().set("810", "BIG*bad*2", "IT1*1*x*EA*1", "TDS*1", "CTT*1")
                .set("810", BODY)
                .bytes());
        assertThat(decoded.documents()).extracting(DecodedDocument::usable).containsExactly(true, false, true);
    }

    @Test
    @DisplayName("with a missing SE reports that set and keeps the next")
    void missingTrailer() {
        String text = plain().set("810", BODY).text().replaceFirst("SE\\*6\\*0001~", "");
        DecodedFile decoded = decode(text);
        assertThat(decoded.documents()).extracting(DecodedDocument::usable).containsExactly(false, true);
        assertThat(told(decoded.documents().get(0).problems()))
                .contains("ERROR transaction-set-trailer-missing AK502 2 ST");
    }

    @Test
    @DisplayName("with a missing GE is read, and not used")
    void missingGroupTrailer() {
        DecodedFile decoded = decode(plain().text().replace("GE*1*4711~", ""));
        assertThat(DecodedInvoices.invoice(decoded.documents().get(0)).total()).isEqualTo("1194.00");
        assertThat(decoded.documents().get(0).usable()).isFalse();
        assertThat(told(decoded.problems())).containsExactly("ERROR group-trailer-missing AK905 3 IEA");
    }

    @Test
    @DisplayName("compares ST02 and SE02 as numbers with a warning and else calls it an error")
    void setNumbers() {
        DecodedFile spelled = decode(plain().text().replace("SE*6*0001~", "SE*6*00001~"));
        assertThat(told(spelled.documents().get(0).problems()))
                .containsExactly("WARNING control-number-spelling AK502 3 SE02");
        DecodedFile other = decode(plain().text().replace("SE*6*0001~", "SE*6*0002~"));
        assertThat(told(other.documents().get(0).problems()))
                .containsExactly("ERROR transaction-set-number-differs AK502 3 SE02");
        assertThat(other.documents().get(0).usable()).isFalse();
    }

    @Test
    @DisplayName("reports sets in a wrong group, outside of a group and with a repeated number")
    void groups() {
        assertThat(told(file(plain().group("PO").bytes()).documents().get(0).problems()))
                .containsExactly("WARNING set-not-in-group AK502 18 ST01");
        assertThat(told(decode(plain().text().replaceAll("G[SE]\\*[^~]*~", ""))
                        .documents()
                        .get(0)
                        .problems()))
                .contains("WARNING group-missing TA105 022 ST");
        assertThat(told(decode(plain().set("810", BODY).text().replace("*0002~", "*0001~"))
                        .documents()
                        .get(1)
                        .problems()))
                .containsExactly("WARNING transaction-set-number-repeated AK502 23 ST02");
    }

    @Test
    @DisplayName("refers to its envelope without padding and states the position of each set")
    void reference() {
        String text = plain().text();
        DecodedDocument document = decode(text).documents().get(0);
        assertThat(document.reference().sender().id()).isEqualTo("VENDOR1");
        assertThat(document.reference().receiver().group()).isEqualTo("BUYERCO");
        assertThat(document.reference().groupNumber()).isEqualTo("4711");
        assertThat(document.reference().version()).isEqualTo("005010");
        assertThat(document.reference().usage()).isEqualTo(Usage.TEST);
        assertThat(text.substring((int) document.offset(), (int) (document.offset() + document.length())))
                .startsWith("ST*810")
                .endsWith("SE*6*0001~");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "'  \r\n ' | empty",
                "'\0\0\0\0\0' | NUL",
                "' \0\r\n' | NUL",
                "'\u00fe\u00ff\0I\0S\0A' | big endian",
                "'\0I\0S\0A\0*' | big endian",
                "'\u00ff\u00feI\0S\0A\0' | little endian",
                "'I\0S\0A\0*\0' | little endian",
                "<!DOCTYPE html><html></html> | HTML",
                "'  <html>' | HTML",
                "<?xml version='1.0'?><Invoice/> | XML",
                "{\"error\":\"unauthorized\"} | JSON",
                "[1] | JSON",
                "UNA:+.? 'UNB+UNOA:1 | EDIFACT",
                "UNB+UNOA:1+A+B | EDIFACT",
                "%PDF-1.7 | PDF",
                "PK\u0003\u0004abc | zip",
                "'\u001f\u008b\u0008' | gzip",
                "-----BEGIN PGP MESSAGE----- | PGP",
                "SVNBKjAwKiAg | base64",
                "\u00c9\u00e2\u00c1\\ | EBCDIC",
                "ISAAC NEWTON | no ISA",
                "Dear partner, the files follow | no ISA"
            })
    @DisplayName("in another format is identified")
    void foreign(String text, String word) {
        DecodedFile decoded = decode(text);
        assertThat(decoded.documents()).isEmpty();
        assertThat(decoded.problems()).hasSize(1);
        assertThat(decoded.problems().get(0).code()).isEqualTo("not-x12");
        assertThat(decoded.problems().get(0).message()).contains(word);
        assertThat(decoded.damaged()).isTrue();
    }

    @Test
    @DisplayName("with an unreadable header reports it and reads the next interchange")
    void unreadableHeader() {
        DecodedFile decoded = decode("ISA*00*garbage~\n" + plain().text());
        assertThat(told(decoded.problems())).contains("FATAL interchange-header-unreadable");
        assertThat(decoded.documents()).hasSize(1);
        assertThat(decoded.documents().get(0).usable()).isTrue();
    }

    @Test
    @DisplayName("of rubbish segments costs a bounded list of problems, and an error is never lost in it")
    void boundedProblems() {
        String[] rubbish = new String[5000];
        Arrays.fill(rubbish, "XYZ*1");
        rubbish[0] = "BIG*20260322*1";
        rubbish[4998] = "IT1*1*bad*EA*1";
        rubbish[4999] = "TDS*1";
        DecodedDocument document = DecodedInvoices.document(Interchange.of(rubbish));
        assertThat(document.problems()).hasSizeLessThan(250);
        assertThat(document.usable()).isFalse();
    }
}
