package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.x12.difference.X12Difference;
import io.mlconnector.x12.difference.X12Difference.Difference;
import io.mlconnector.x12.explanation.ExplainedElement;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.mlconnector.x12.explanation.ExplainedLoop;
import io.mlconnector.x12.explanation.ExplainedPart;
import io.mlconnector.x12.explanation.ExplainedSegment;
import io.mlconnector.x12.explanation.ExplainedSet;
import io.mlconnector.x12.explanation.ExplainedTotal;
import io.mlconnector.x12.explanation.ExplainedTotal.Verdict;
import io.mlconnector.x12.explanation.StrayBytes;
import io.mlconnector.x12.explanation.WrittenSegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An explanation")
class ExplanationTest {
    private static final String HEADER =
            "ISA*00*TOPSECRET1*01*TOPSECRET2*ZZ*VENDOR         *ZZ*BUYER          *260310*0915*^*00501*000000007*0*P*>~";
    private static final String INVOICE = HEADER + """
            GS*IN*VENDOR*BUYER*20260310*0915*7*X*005010~
            ST*810*0001~
            BIG*20260310*INV-1*20260301*PO-1***DI~
            N1*ST*Store*92*0042~
            IT1*1*10*EA*2.5**VN*A-1~
            PID*F****Bolt~
            SAC*C*D240***150~
            IT1*2*4*EA*1**VN*A-2~
            TDS*3050~
            CTT*2*14~
            SE*10*0001~
            GE*1*7~
            IEA*1*000000007~
            """;

    private static ExplainedFile explained(String text) {
        return new X12Explainer().explain(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void compared_with_its_resend_under_another_number_tells_what_differs_and_not_two_invoices() {
        String again = INVOICE.replace("INV-1", "INV-1-R").replace("IT1*2*4*EA*1*", "IT1*2*4*EA*2*");

        assertThat(X12Difference.ofMeaning(explained(INVOICE), explained(again)))
                .extracting(Difference::document, Difference::before, Difference::after)
                .containsExactly(
                        tuple("810 INV-1 and INV-1-R", "INV-1", "INV-1-R"), tuple("810 INV-1 and INV-1-R", "1", "2"));
    }

    static Stream<ExplainedSegment> segments(ExplainedFile file) {
        return file.interchanges().stream()
                .flatMap(interchange -> Stream.concat(
                        interchange.segments().stream(),
                        interchange.groups().stream()
                                .flatMap(group -> Stream.concat(
                                        group.segments().stream(),
                                        group.sets().stream()
                                                .flatMap(set -> set.parts().stream())
                                                .flatMap(ExplainedPart::segments)))));
    }

    private static Stream<SyntaxProblem> problems(ExplainedFile file) {
        return Stream.concat(
                file.problems().stream(),
                segments(file)
                        .flatMap(segment -> Stream.concat(
                                segment.problems().stream(),
                                segment.elements().stream()
                                        .flatMap(element -> Stream.concat(
                                                element.problems().stream(),
                                                element.components().stream()
                                                        .flatMap(part -> part.problems().stream()))))));
    }

    private static ExplainedSet onlySet(ExplainedFile file) {
        return file.interchanges().getFirst().groups().getFirst().sets().getFirst();
    }

    @Test
    @DisplayName("names segments and elements, and says what codes, dates and implied decimals mean")
    void namesAndMeanings() {
        ExplainedSegment big = segments(explained(INVOICE))
                .filter(segment -> segment.tag().equals("BIG"))
                .findFirst()
                .orElseThrow();

        assertThat(big.name()).isEqualTo("Beginning of an invoice");
        assertThat(big.elements())
                .extracting(ExplainedElement::name, ExplainedElement::value, ExplainedElement::meaning)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("invoice date", "20260310", "2026-03-10"),
                        org.assertj.core.groups.Tuple.tuple("transaction type", "DI", "debit invoice"));
        assertThat(big.elements().getFirst())
                .extracting(ExplainedElement::dataElement, ExplainedElement::type)
                .containsExactly("373", "DT");
        assertThat(segments(explained(INVOICE))
                        .filter(segment -> segment.tag().equals("TDS"))
                        .flatMap(segment -> segment.elements().stream())
                        .map(ExplainedElement::meaning))
                .containsExactly("30.50");
    }

    @Test
    @DisplayName("puts segments into the loops of the standard")
    void loops() {
        assertThat(onlySet(explained(INVOICE)).parts().stream().map(ExplanationTest::shape))
                .containsExactly(
                        "ST", "BIG", "N1(N1)", "IT1(IT1 IT1/PID(PID) IT1/SAC(SAC))", "IT1(IT1)", "TDS", "CTT", "SE");
    }

    private static String shape(ExplainedPart part) {
        return part instanceof ExplainedLoop loop
                ? loop.path() + "("
                        + String.join(
                                " ",
                                loop.parts().stream()
                                        .map(ExplanationTest::shape)
                                        .toList()) + ")"
                : ((ExplainedSegment) part).tag();
    }

    @Test
    @DisplayName("adds up an invoice and compares it with what it states")
    void totals() {
        assertThat(onlySet(explained(INVOICE)).totals())
                .containsExactly(
                        new ExplainedTotal("lines", "29.00", "", "", Verdict.NOT_COMPARED),
                        new ExplainedTotal("allowances and charges", "1.50", "", "", Verdict.NOT_COMPARED),
                        new ExplainedTotal("taxes", "0", "", "", Verdict.NOT_COMPARED),
                        new ExplainedTotal("total", "30.50", "30.50", "TDS01", Verdict.AGREES),
                        new ExplainedTotal("number of lines", "2", "2", "CTT01", Verdict.AGREES),
                        new ExplainedTotal("hash total of quantities", "14", "14", "CTT02", Verdict.AGREES));
        assertThat(onlySet(explained(INVOICE.replace("TDS*3050", "TDS*3051").replace("CTT*2*14", "CTT*3")))
                        .totals())
                .filteredOn(total -> total.verdict() == Verdict.DIFFERS)
                .extracting(ExplainedTotal::name)
                .containsExactly("total", "number of lines");
    }

    @Test
    @DisplayName("puts each problem under the element it belongs to")
    void problemsInPlace() {
        ExplainedFile file = explained(INVOICE.replace("IT1*2*4*EA", "IT1*2*four*EA"));

        ExplainedElement quantity = segments(file)
                .filter(segment ->
                        segment.tag().equals("IT1") && segment.value(1).equals("2"))
                .flatMap(segment -> segment.elements().stream())
                .filter(element -> element.position() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(quantity.problems()).extracting(SyntaxProblem::code).contains("number-invalid");
        assertThat(onlySet(file).usable()).isFalse();
    }

    @Test
    @DisplayName("never shows ISA02 and ISA04, wherever a header stands")
    void secrets() {
        List<String> files = List.of(
                INVOICE,
                INVOICE + "ISA*00*TOPSECRET1*01*TOPSECRET2*broken",
                INVOICE.replace("PID*F****Bolt~", "ISA*00*TOPSECRET1*01*TOPSECRET2*ZZ~"),
                INVOICE.replace("PID*F****Bolt~", "PID*F****ISA|00|TOPSECRET1|01|TOPSECRET2|ZZ~"),
                INVOICE.replace("PID*F****Bolt~", "PID*F****Bolt\nISA*00*TOPSECRET1*01*TOPSECRET2*ZZ~"),
                INVOICE.substring(0, INVOICE.indexOf("SE*")) + "XISA*00*TOPSECRET1*01*TOPSECRET2*ZZ~");

        for (String file : files) {
            assertThat(explained(file).toString()).doesNotContain("TOPSECRET");
        }
        assertThat(segments(explained(INVOICE)).findFirst().orElseThrow().elements())
                .filteredOn(ExplainedElement::hidden)
                .extracting(ExplainedElement::position)
                .containsExactly(2, 4);
    }

    @Test
    @DisplayName("shows bytes that belong to no segment, and the segment in whose middle a file ends")
    void nothingIsLost() {
        ExplainedFile trailing = explained("hello " + INVOICE + "more, later");
        assertThat(trailing.strays()).extracting(StrayBytes::text).containsExactly("hello", "more, later");

        ExplainedFile cut = explained(INVOICE.substring(0, INVOICE.indexOf("*A-2~")));
        assertThat(cut.interchanges().getFirst().complete()).isFalse();
        ExplainedSegment last = segments(cut).reduce((one, other) -> other).orElseThrow();
        assertThat(last.whole()).isFalse();
        assertThat(last.value(6)).isEqualTo("VN");

        assertThat(explained("no x12 at all").strays())
                .extracting(StrayBytes::text)
                .containsExactly("no x12 at all");
        assertThat(explained("").strays()).isEmpty();
    }

    @Test
    @DisplayName("shows unknown sets and segments")
    void unknown() {
        ExplainedFile file = explained(INVOICE.replace("ST*810", "ST*944").replace("PID*F", "ZQ9*F"));

        assertThat(onlySet(file).understood()).isFalse();
        assertThat(segments(file).filter(segment -> segment.tag().equals("ZQ9")).map(segment -> segment.value(5)))
                .containsExactly("Bolt");
    }

    /** Every file that the table of samples lists. */
    static Stream<String> samples() {
        return Samples.names().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    @DisplayName("of a sample shows each value of each segment, and each problem once")
    void everyValue(String name) {
        showsEverything(Samples.file(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    @DisplayName("of a sample with missing bytes shows each problem once and throws nothing")
    void broken(String name) {
        byte[] good = Samples.file(name);
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 40 && good.length > 0; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i <= round % 5; i++) {
                bad[random.nextInt(bad.length)] = (byte) "~*>\nA0 ".charAt(random.nextInt(7));
            }
            showsEveryProblem(bad, new X12Explainer().explain(bad));
        }
    }

    private static void showsEverything(byte[] bytes) {
        ExplainedFile file = new X12Explainer().explain(bytes);
        showsEveryProblem(bytes, file);
        List<String> shown = new ArrayList<>(segments(file)
                .flatMap(segment -> segment.elements().stream())
                .map(ExplainedElement::value)
                .toList());
        segments(file).map(ExplainedSegment::tag).forEach(shown::add);
        file.strays().forEach(stray -> shown.add(stray.text()));
        String all = String.join("\n", shown);
        for (String value : values(bytes)) {
            assertThat(all).contains(value);
        }
    }

    /** The values of a file, by nothing but the delimiters of its first header. */
    private static List<String> values(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("ISA");
        String separator = text.substring(start + 3, start + 4);
        List<String> values = new ArrayList<>();
        String rest = text.substring(text.indexOf("GS" + separator, start)).replaceAll("(?s)ISA.{103}", "~");
        for (String word : rest.split("[" + java.util.regex.Pattern.quote(separator) + "]")) {
            // Words at the ends of segments hold terminators and tags: those in the middle are enough.
            if (word.matches("[A-Za-z0-9 .,#/-]*[A-Za-z0-9.]") && !word.contains("ISA")) {
                values.add(word);
            }
        }
        return values;
    }

    private static void showsEveryProblem(byte[] bytes, ExplainedFile file) {
        DecodedFile decoded = new X12Codec().decode(bytes);
        List<SyntaxProblem> expected = new ArrayList<>(decoded.problems());
        decoded.documents().forEach(document -> expected.addAll(document.problems()));
        assertThat(problems(file).map(ExplanationTest::told))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(ExplanationTest::told).toList());
    }

    private static String told(SyntaxProblem problem) {
        return problem.severity() + " " + problem.code() + " " + problem.place();
    }

    @Test
    @DisplayName("of an element with very many components takes no longer than one of a text of that length")
    void manyComponents() {
        String text = INVOICE.replaceFirst(
                "BIG\\*", java.util.regex.Matcher.quoteReplacement("REF*IA***" + "A>".repeat(400_000) + "~BIG*"));
        // Read anew for each component it would take hours.
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(60),
                () -> assertThat(explained(text).interchanges()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*~", "|'", "*\n"})
    @DisplayName(
            "shows every segment as it is written, with its empty elements and its own delimiters, but no password")
    void asWritten(String delimiters) {
        String file =
                INVOICE.replace('*', delimiters.charAt(0)).replace("~\n", "~").replace('~', delimiters.charAt(1));

        String written = segments(explained(file))
                .sorted(Comparator.comparingLong(ExplainedSegment::offset))
                .map(segment -> segment.tag()
                        + segment.written().elements().stream()
                                .map(element -> segment.written().separator() + element)
                                .collect(Collectors.joining())
                        + segment.written().terminator())
                .collect(Collectors.joining());

        assertThat(written)
                .isEqualTo(
                        file.replace("TOPSECRET1", WrittenSegment.HIDDEN).replace("TOPSECRET2", WrittenSegment.HIDDEN));
    }
}
