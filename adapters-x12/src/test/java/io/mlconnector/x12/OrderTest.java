package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.LineChange;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.OrderMessage.NewOrder;
import io.mlconnector.domain.ordering.OrderMessage.OrderCancellation;
import io.mlconnector.domain.ordering.OrderMessage.OrderChange;
import io.mlconnector.domain.ordering.OrderMessage.ReplacingOrder;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.EncodedFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An order")
class OrderTest {
    private static final X12Codec CODEC = new X12Codec();

    private static EncodedFile.Written written(OrderMessage message, Envelope envelope) {
        EncodedFile encoded = CODEC.encode(message, envelope);
        if (encoded instanceof EncodedFile.Written written) {
            return written;
        }
        throw new AssertionError(encoded);
    }

    private static String text(OrderMessage message, Release release) {
        return new String(written(message, Orders.envelope(release)).bytes(), StandardCharsets.ISO_8859_1);
    }

    private static List<String> problems(OrderMessage message, Envelope envelope) {
        EncodedFile encoded = CODEC.encode(message, envelope);
        if (encoded instanceof EncodedFile.Impossible impossible) {
            return told(impossible.problems());
        }
        throw new AssertionError(encoded);
    }

    @Test
    @DisplayName("is written as an 850, segment by segment, with right counts and sums")
    void order() {
        assertThat(text(new NewOrder(Orders.of(Orders.chips(), Orders.cases())), Release.R005010)
                        .split("(?<=~)"))
                .containsExactly(
                        "ISA*00*          *00*          *ZZ*BUYERCO        *01*123456789      *260310*0915*^*00501*"
                                + "000000123*0*T*>~",
                        "GS*PO*BUYERCO*VENDOR1*20260310*0915*45*X*005010~",
                        "ST*850*0007~",
                        "BEG*00*SA*PO-000471**20260310~",
                        "CUR*BY*USD~",
                        "REF*IA*V10023~",
                        "PER*BD*Jane Doe~",
                        "ITD*05*3*****30~",
                        "DTM*002*20260320~",
                        "N1*ST*MAIN WAREHOUSE*92*WH-01~",
                        "N3*100 HARBOR ROAD~",
                        "N4*SPRINGFIELD*IL*62701*US~",
                        "N1*BY*Contoso Entertainment*92*USMF~",
                        "N1*BT*Contoso Entertainment*92*USMF~",
                        "N1*VN*Vendor One Inc*92*V10023~",
                        "PO1*1*120*EA*9.95**UP*012345678905*VN*ABC-1*BP*ITEM-1001~",
                        "PID*F****CORN CHIPS 12 OZ~",
                        "PO1*2*10*CA*48.5**UK*10012345678902*VN*ABC-2*BP*ITEM-1002~",
                        "PID*F****CORN CHIPS CASE OF 12~",
                        "CTT*2*130~",
                        "AMT*TT*1679~",
                        "SE*20*0007~",
                        "GE*1*45~",
                        "IEA*1*000000123~");
    }

    @Test
    @DisplayName("of release 004010 has another header and is otherwise the same")
    void olderRelease() {
        var order = new NewOrder(Orders.of(Orders.chips()));
        String newer = text(order, Release.R005010);
        String older = text(order, Release.R004010);
        assertThat(older).startsWith(newer.substring(0, 82) + "U*00401*");
        assertThat(older.substring(106)).isEqualTo(newer.substring(106).replace("X*005010", "X*004010"));
    }

    @Test
    @DisplayName("that replaces another has purpose 05")
    void replacing() {
        assertThat(text(new ReplacingOrder(Orders.of(Orders.chips())), Release.R004010))
                .contains("~BEG*05*SA*PO-000471**20260310~");
    }

    @Test
    @DisplayName("is changed by an 860 with the lines that differ and their new totals")
    void change() {
        AlignedLine chips = Orders.chips();
        AlignedLine cases = Orders.cases();
        var change = new OrderChange(
                Orders.of(chips),
                1,
                List.of(
                        new LineChange(LineChange.Kind.QUANTITY_UP, chips, new BigDecimal("150")),
                        new LineChange(LineChange.Kind.CANCELLED, cases, BigDecimal.ZERO)));
        assertThat(text(change, Release.R005010))
                .contains("GS*PC*", "~ST*860*0007~BCH*04*SA*PO-000471**1*20260310*****20260312~CUR*BY*USD~")
                .contains("~POC*1*QI*150**EA*9.95**UP*012345678905*VN*ABC-1*BP*ITEM-1001~")
                .contains("~POC*2*DI*0*0*CA*48.5**UK*10012345678902*VN*ABC-2*BP*ITEM-1002~")
                .contains("~CTT*2*150~AMT*TT*1194~SE*20*0007~");
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    @DisplayName("may be changed in its header only or cancelled as a whole: no line, no CTT")
    void withoutLines(Release release) {
        assertThat(text(new OrderChange(Orders.of(Orders.chips()), 2, List.of()), release))
                .contains("~BCH*04*SA*PO-000471**2*20260310*****20260312~")
                .contains("~N1*VN*Vendor One Inc*92*V10023~SE*");
        assertThat(text(new OrderCancellation(Orders.of(), 3), release))
                .contains("~BCH*01*SA*PO-000471**3*20260310*****20260312~")
                .doesNotContain("POC*", "CTT*");
    }

    @ParameterizedTest(name = "{0} per {1}: {2} {3}")
    @CsvSource({
        "12.50,1,12.5,''",
        "12.50,100,12.5,HP",
        "12.50,1000,12.5,TP",
        "12.50,12,12.5,PD",
        "12.50,10,12.5,PN",
        "12.50,4,3.125,''",
        "10,3,3.333333,''",
        "0,1,0,''",
        "0.000,7,0,''",
        "1000000,1,1000000,''"
    })
    @DisplayName("carries the basis of its price, or the price of one unit")
    void price(BigDecimal amount, BigDecimal per, String price, String basis) {
        AlignedLine line = Orders.line(1, "5", "EA", new Price(amount, per), "", "VN:A");
        EncodedFile.Written written = written(new NewOrder(Orders.of(line)), Orders.envelope(Release.R005010));
        assertThat(new String(written.bytes(), StandardCharsets.ISO_8859_1))
                .contains("~PO1*1*5*EA*" + price + "*" + basis + "*VN*A~");
        assertThat(told(written.notes()))
                .isEqualTo(per.intValue() == 3 ? List.of("NOTE price-rounded PO104") : List.of());
    }

    @Test
    @DisplayName("that would lose its price by rounding is not written")
    void priceLost() {
        AlignedLine line =
                Orders.line(1, "5", "EA", new Price(new BigDecimal("0.001"), new BigDecimal("7000")), "", "VN:A");
        assertThat(problems(new NewOrder(Orders.of(line)), Orders.envelope(Release.R005010)))
                .containsExactly("ERROR price-rounded PO104");
    }

    @Test
    @DisplayName("has texts in ASCII, without delimiters and control characters, truncated to fit, each with a note")
    void texts() {
        String description = "Stra\u00dfe * caf\u00e9 ~ \u4f60\n" + "x".repeat(90);
        EncodedFile.Written written = written(
                new NewOrder(Orders.of(Orders.line(1, "1", "EA", Price.each(BigDecimal.ONE), description, "VN:A"))),
                Orders.envelope(Release.R004010));
        assertThat(new String(written.bytes(), StandardCharsets.ISO_8859_1))
                .contains("~PID*F****Strasse cafe ? " + "x".repeat(65) + "~");
        assertThat(told(written.notes()))
                .containsExactly(
                        "NOTE character-replaced PID05", "NOTE delimiter-replaced PID05", "NOTE text-cut PID05");
    }

    @Test
    @DisplayName("leaves out a description without sendable characters")
    void emptyDescription() {
        assertThat(text(
                        new NewOrder(Orders.of(Orders.line(1, "1", "EA", Price.each(BigDecimal.ONE), "*~", "VN:A"))),
                        Release.R004010))
                .doesNotContain("PID");
    }

    @Test
    @DisplayName("sends long streets on four lines and leaves out values that must not be truncated")
    void address() {
        var address = new Address("W", "Depot", "one\ntwo\nthree\nfour\nfive", "K", "California", "62701", "USA");
        var order = Orders.order(
                new OrderKey(new LegalEntity("usmf"), "PO-1", "PO-1-1"), address, "jane@contoso.com", Orders.chips());
        EncodedFile.Written written = written(new NewOrder(order), Orders.envelope(Release.R005010));
        assertThat(new String(written.bytes(), StandardCharsets.ISO_8859_1))
                .contains("~PER*BD**EM*jane@contoso.com~")
                .contains("~N1*ST*Depot~N3*one*two~N3*three*four five~N4***62701*USA~");
        assertThat(told(written.notes()))
                .containsExactly("NOTE text-left-out N104", "NOTE text-left-out N401", "NOTE text-left-out N402");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "VN:A*B | ERROR character-not-sendable AK403 6 PO107",
                "VN:CAF\u00c9 | ERROR character-not-sendable AK403 6 PO107",
                "VN:1234567890123456789012345678901234567890123456789 | ERROR element-too-long AK403 5 PO107",
            })
    @DisplayName("with an id that does not fit is not written: an id is never altered")
    void ids(String id, String problem) {
        assertThat(problems(
                        new NewOrder(Orders.of(Orders.line(1, "1", "EA", Price.each(BigDecimal.ONE), "", id))),
                        Orders.envelope(Release.R004010)))
                .containsExactly(problem);
    }

    @Test
    @DisplayName("with numbers or units that do not fit is not written")
    void numbers() {
        assertThat(problems(
                        new NewOrder(Orders.of(
                                Orders.line(1, "1234567890.123456", "EA", Price.each(BigDecimal.ONE), "", "VN:A"))),
                        Orders.envelope(Release.R004010)))
                .containsExactly("ERROR element-too-long AK403 5 PO102");
        assertThat(problems(
                        new NewOrder(Orders.of(Orders.line(1, "1", "DZN", Price.each(BigDecimal.ONE), "", "VN:A"))),
                        Orders.envelope(Release.R004010)))
                .containsExactly("ERROR element-too-long AK403 5 PO103");
        AlignedLine odd = Orders.line(1, "1", "DZN", Price.each(BigDecimal.ONE), "", "VN:A");
        assertThat(problems(
                        new OrderChange(
                                Orders.of(odd), 1, List.of(new LineChange(LineChange.Kind.ADDED, odd, BigDecimal.ONE))),
                        Orders.envelope(Release.R004010)))
                .containsExactly("ERROR element-too-long AK403 5 POC05");
    }

    @Test
    @DisplayName("without a line is not written")
    void noLine() {
        assertThat(problems(new NewOrder(Orders.of()), Orders.envelope(Release.R004010)))
                .containsExactly("WARNING segment-missing AK304 3 PO1");
    }

    @Test
    @DisplayName("is not written into an envelope that breaks the standard")
    void envelope() {
        Envelope good = Orders.envelope(Release.R004010);
        var order = new NewOrder(Orders.of(Orders.chips()));
        for (InterchangeAddress bad : List.of(
                new InterchangeAddress("Z", "ID", "GROUP"),
                new InterchangeAddress("ZZ", "1234567890123456", "GROUP"),
                new InterchangeAddress("ZZ", "", "GROUP"),
                new InterchangeAddress("ZZ", "A*B", "GROUP"),
                new InterchangeAddress("ZZ", "ID", "G"),
                new InterchangeAddress("ZZ", "ID", "1234567890123456"))) {
            var envelope = new Envelope(
                    bad,
                    good.receiver(),
                    good.release(),
                    good.usage(),
                    good.acknowledgementRequested(),
                    good.numbers(),
                    good.delimiters(),
                    good.preparedAt());
            assertThat(problems(order, envelope))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("ERROR envelope-not-writable");
        }
        for (Delimiters bad : List.of(
                new Delimiters('*', '*', '^', '~'),
                new Delimiters('A', '>', '^', '~'),
                new Delimiters('*', '>', '^', '.'),
                new Delimiters(' ', '>', '^', '~'))) {
            assertThat(problems(order, Orders.envelope(Release.R005010, bad))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    @DisplayName("is read back by the reader as one complete interchange without a problem")
    void roundTrip(Release release) {
        for (Delimiters delimiters : List.of(
                Delimiters.USUAL,
                new Delimiters('|', ':', '^', '\n'),
                new Delimiters('\u001d', '\u001f', '!', '\u001c'))) {
            byte[] bytes = written(
                            new NewOrder(Orders.of(Orders.chips(), Orders.cases())),
                            Orders.envelope(release, delimiters))
                    .bytes();
            DecodedFile decoded = CODEC.decode(bytes);
            assertThat(decoded.problems()).isEmpty();
            assertThat(decoded.documents()).hasSize(1);
            assertThat(decoded.documents().get(0).problems()).isEmpty();
            assertThat(decoded.documents().get(0).reference().transactionSetNumber())
                    .isEqualTo("0007");
            assertThat(decoded.documents().get(0).reference().version()).isEqualTo(release.version());
            assertThat(Staedi.events(bytes))
                    .containsSubsequence("ISA", "GS", "ST", "BEG", "PO1", "PO1", "CTT", "SE", "GE", "IEA");
        }
    }

    @Test
    @DisplayName("contains date and address of a line only where they differ from the header")
    void lineDelivery() {
        OrderLine chips = Orders.chips().line();
        var elsewhere = new Address("WH-02", "Depot", "1 Pier", "Boston", "MA", "02110", "US");
        var other = new OrderLine(
                3,
                chips.item(),
                "",
                "",
                chips.quantity(),
                chips.price(),
                chips.netAmount(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 4, 1)),
                false,
                Optional.of(elsewhere),
                OrderLineDetails.NONE);
        var line = new AlignedLine(other, Orders.chips().unit(), List.of());
        assertThat(text(new NewOrder(Orders.of(Orders.chips(), line)), Release.R005010))
                .contains(
                        "~PID*F****CORN CHIPS 12 OZ~PO1*3*120*EA*9.95~DTM*002*20260401~N1*ST*Depot*92*WH-02~N3*1 Pier~"
                                + "N4*Boston*MA*02110*US~CTT*2*240~");
    }

    @Test
    @DisplayName("accepts the largest control numbers")
    void largestNumbers() {
        Envelope good = Orders.envelope(Release.R005010);
        var envelope = new Envelope(
                good.sender(),
                good.receiver(),
                good.release(),
                good.usage(),
                good.acknowledgementRequested(),
                new ControlNumbers(ControlNumbers.MOST, ControlNumbers.MOST, ControlNumbers.MOST),
                good.delimiters(),
                good.preparedAt());
        assertThat(CODEC.decode(written(new NewOrder(Orders.of(Orders.chips())), envelope)
                                .bytes())
                        .problems())
                .isEmpty();
    }

    private static List<String> messages(OrderMessage message, Envelope envelope, WritingProfile profile) {
        if (CODEC.encode(message, envelope, profile) instanceof EncodedFile.Impossible impossible) {
            return impossible.problems().stream().map(SyntaxProblem::message).toList();
        }
        throw new AssertionError("It was written");
    }

    @Test
    @DisplayName("with an id that contains a separator is not written, and usable separators are recommended")
    void clash() {
        var line = Orders.line(3, "1", "EA", Price.each(BigDecimal.ONE), "", "VN:A*B|C");
        assertThat(messages(new NewOrder(Orders.of(line)), Orders.envelope(Release.R004010), WritingProfile.USUAL))
                .singleElement()
                .asString()
                .startsWith("Line 3, a product id: This id contains a separator")
                .contains("element !, component >, repetition ^, segment ~")
                .contains("interchange.separators");
        assertThat(CODEC.encode(
                        new NewOrder(Orders.of(line)),
                        Orders.envelope(Release.R004010, new Delimiters('!', '>', '^', '~'))))
                .isInstanceOf(EncodedFile.Written.class);
    }

    @Test
    @DisplayName("that does not fit names the line and field")
    void fieldNames() {
        var line = Orders.line(7, "1", "EA", Price.each(new BigDecimal("12345678901234567.891")), "", "VN:A");
        assertThat(messages(new NewOrder(Orders.of(line)), Orders.envelope(Release.R004010), WritingProfile.USUAL))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("Line 7, the price: This number has 20 digits, but at most 17 are allowed"));
        var order = Orders.order(
                new OrderKey(new LegalEntity("usmf"), "PO-0123456789012345678901", "C-1"),
                Orders.WAREHOUSE,
                "",
                Orders.chips());
        assertThat(messages(new NewOrder(order), Orders.envelope(Release.R004010), WritingProfile.USUAL))
                .singleElement()
                .asString()
                .startsWith("the order number: This id has 25 characters, but at most 22 are allowed");
    }

    @Test
    @DisplayName("has a line end after each segment where that was agreed, and is read back with it")
    void lineEnds() {
        WritingProfile profile = WritingProfile.USUAL.with(TextRules.USUAL.with(TextRules.LineEnd.CRLF));
        EncodedFile encoded =
                CODEC.encode(new NewOrder(Orders.of(Orders.chips())), Orders.envelope(Release.R005010), profile);
        assertThat(encoded).isInstanceOfSatisfying(EncodedFile.Written.class, written -> {
            assertThat(new String(written.bytes(), StandardCharsets.ISO_8859_1))
                    .contains("~\r\nGS*", "~\r\nST*850*")
                    .endsWith("~\r\n");
            assertThat(CODEC.decode(written.bytes()).problems()).isEmpty();
        });
    }

    @Test
    @DisplayName("in the basic character set has lower case and other signs spelled with it, or is not written")
    void basicCharacters() {
        var line = Orders.line(1, "1", "EA", Price.each(BigDecimal.ONE), "Crisps [12 oz] #1", "VN:A");
        TextRules basic = TextRules.USUAL.with(TextRules.CharacterSet.BASIC);
        EncodedFile encoded = CODEC.encode(
                new NewOrder(Orders.of(line)), Orders.envelope(Release.R004010), WritingProfile.USUAL.with(basic));
        assertThat(encoded)
                .isInstanceOfSatisfying(
                        EncodedFile.Written.class,
                        written -> assertThat(new String(written.bytes(), StandardCharsets.ISO_8859_1))
                                .contains("~PID*F****CRISPS (12 OZ) ?1~"));
        var strict = new TextRules(
                TextRules.CharacterSet.BASIC,
                false,
                false,
                ' ',
                TextRules.LongTexts.CUT,
                Map.of(),
                TextRules.LineEnd.NONE);
        assertThat(messages(
                        new NewOrder(Orders.of(line)),
                        Orders.envelope(Release.R004010),
                        WritingProfile.USUAL.with(strict)))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("Line 1, the description: The text contains a character outside"));
    }
}
