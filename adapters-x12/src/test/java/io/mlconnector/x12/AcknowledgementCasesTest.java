package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.EncodedFile;
import io.mlconnector.ports.edi.ReadingRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The answer to a broken input carries the codes of the standard:")
class AcknowledgementCasesTest {
    private static final List<String> BASE = List.of(
            "ISA*00*          *00*          *ZZ*VENDOR1        *ZZ*BUYERCO        *260322*1400*^*00501*000004711*1*T*>",
            "GS*IN*VENDOR1*BUYERCO*20260322*1400*4711*X*005010",
            "ST*810*0001",
            "BIG*20260322*INV-7781*20260310*PO-000471***DI",
            "CUR*SE*USD",
            "REF*IA*V10023",
            "N1*RI*VENDOR ONE INC*92*V10023",
            "ITD*01*3*2*20260401*10*20260421*30",
            "DTM*011*20260320",
            "FOB*PP*DE",
            "IT1*1*120*EA*9.95**UP*012345678905*VN*ABC-1",
            "PID*F****CORN CHIPS 12 OZ",
            "SAC*A*C310***2425*2*5*****02***VOLUME DISCOUNT",
            "TDS*116975",
            "CTT*1*120",
            "SE*14*0001",
            "GE*1*4711",
            "IEA*1*000004711");

    /**
     * A row of the table.
     *
     * @param rules what is agreed with the sender
     * @param both whether the TA1 and the 997 are both expected, where ISA14 asks for one, and all that is said in them
     * @param usedBefore whether an interchange of this number came before
     */
    record Case(
            String name,
            Release release,
            List<String> segments,
            List<String> expected,
            ReadingRules rules,
            boolean both,
            boolean usedBefore) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        String text = new String(resource(), StandardCharsets.UTF_8);
        return Arrays.stream(text.split("\n(?=case: )"))
                .filter(part -> part.startsWith("case: "))
                .map(AcknowledgementCasesTest::parse);
    }

    private static byte[] resource() {
        try (var in = AcknowledgementCasesTest.class.getResourceAsStream("/acknowledgement/cases.txt")) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Case parse(String part) {
        List<String> lines = part.lines().filter(line -> !line.isBlank()).toList();
        Release release = lines.contains("release: 004010") ? Release.R004010 : Release.R005010;
        List<String> segments = new ArrayList<>(release == Release.R005010 ? BASE : older());
        List<String> expected = new ArrayList<>();
        boolean ownTrailer = false;
        int at = -1;
        for (String line : lines) {
            String rest = line.length() > 2 ? line.substring(2) : "";
            switch (line.charAt(0)) {
                case '@' -> at = indexOf(segments, rest) + 1;
                case '-' -> {
                    at = indexOf(segments, rest);
                    segments.remove(at);
                }
                case '+' -> {
                    segments.add(at++, rest);
                    ownTrailer |= rest.startsWith("SE*") && !rest.endsWith("*0001");
                    ownTrailer |= rest.startsWith("SE*99");
                }
                case '=' -> expected.add(rest);
                default -> {}
            }
        }
        return new Case(
                lines.get(0).substring(6),
                release,
                ownTrailer ? segments : counted(segments),
                List.copyOf(expected),
                rules(lines),
                lines.contains("both"),
                lines.contains("came before"));
    }

    private static ReadingRules rules(List<String> lines) {
        Set<EnvelopePart> forgiven =
                words(lines, "forgive: ").map(EnvelopePart::valueOf).collect(Collectors.toSet());
        Set<String> kept = words(lines, "keep: ").collect(Collectors.toSet());
        return new ReadingRules(Validation.WARN, PartnerGuide.NONE, new Leniency(forgiven, kept), true);
    }

    private static Stream<String> words(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .flatMap(line -> Arrays.stream(line.substring(key.length()).split(" ")));
    }

    private static List<String> older() {
        return BASE.stream()
                .map(segment -> segment.replace("*^*00501*", "*U*00401*").replace("*005010", "*004010"))
                .toList();
    }

    private static int indexOf(List<String> segments, String tag) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).startsWith(tag + "*")) {
                return i;
            }
        }
        throw new IllegalArgumentException("The case names " + tag + ", which is not there");
    }

    /** Puts the count of the first SE right. */
    private static List<String> counted(List<String> segments) {
        var counted = new ArrayList<String>();
        int set = 0;
        for (String segment : segments) {
            set = segment.startsWith("ST*") ? 1 : set + 1;
            counted.add(
                    segment.startsWith("SE*") ? "SE*" + set + segment.substring(segment.lastIndexOf('*')) : segment);
        }
        return counted;
    }

    private static List<String> answer(Case one) {
        DecodedFile file = new X12Codec()
                .decode(
                        (String.join("~", one.segments()) + "~").getBytes(StandardCharsets.ISO_8859_1),
                        reference -> one.rules());
        ReceivedInterchange received = file.interchanges().get(0);
        boolean confirmed = one.both() || one.expected().get(0).startsWith("TA1");
        Envelope envelope = Orders.envelope(one.release(), Delimiters.USUAL);
        InterchangeAnswer answer = InterchangeAnswers.to(
                received,
                confirmed ? Confirmation.ON_REQUEST : Confirmation.NEVER,
                one.both() || !confirmed,
                one.usedBefore());
        return answer.isEmpty()
                ? List.of("nothing")
                : InterchangeAnswers.apart(answer).stream()
                        .flatMap(piece -> written(piece, envelope))
                        .toList();
    }

    private static Stream<String> written(InterchangeAnswer answer, Envelope envelope) {
        EncodedFile encoded = new X12Codec().acknowledge(answer, envelope);
        assertThat(encoded).isInstanceOf(EncodedFile.Written.class);
        return Arrays.stream(
                        new String(((EncodedFile.Written) encoded).bytes(), StandardCharsets.ISO_8859_1).split("~"))
                .filter(segment -> segment.startsWith("AK") || segment.startsWith("TA1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("the table")
    void theTable(Case one) {
        List<String> answer = answer(one);
        if (one.both()) {
            assertThat(answer.stream()
                            .filter(segment -> !segment.startsWith("AK1*") && !segment.startsWith("AK2*"))
                            .toList())
                    .isEqualTo(one.expected());
            return;
        }
        boolean confirmed = answer.get(0).startsWith("TA1");
        assertThat(confirmed ? answer : answer.subList(2, answer.size())).isEqualTo(one.expected());
    }

    @Test
    @DisplayName("there are at least ninety cases")
    void enough() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(90);
    }

    @Test
    @DisplayName("the answer names the group and the set")
    void namesGroupAndSet() {
        assertThat(answer(cases().findFirst().orElseThrow())).startsWith("AK1*IN*4711*005010", "AK2*810*0001");
    }
}
