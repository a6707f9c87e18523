package io.mlconnector.x12.internal.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.interchange.Release;
import io.mlconnector.x12.internal.dictionary.Loop.Item;
import io.mlconnector.x12.internal.dictionary.Loop.Necessity;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The dictionary")
class DictionaryTest {
    private static ElementRule element(Release release, String tag, int position) {
        return Dictionary.of(release)
                .segment(Tag.of(tag))
                .orElseThrow()
                .elements()
                .get(position - 1);
    }

    @ParameterizedTest(name = "{0}{1} of {2} is {3}")
    @CsvSource({
        "BEG,3,R004010,M/AN/1-22/324",
        "BIG,1,R005010,M/DT/8-8/373",
        "IT1,2,R004010,O/R/1-10/358",
        "IT1,2,R005010,O/R/1-15/358",
        "IT1,25,R005010,O/AN/1-48/234",
        "PO1,4,R004010,O/R/1-17/212",
        "POC,5,R004010,O/C/1-999/C001",
        "REF,2,R004010,O/AN/1-30/127",
        "REF,2,R005010,O/AN/1-50/127",
        "CAD,1,R004010,O/ID/1-2/91",
        "CAD,1,R005010,M/ID/1-2/91",
        "TDS,1,R004010,M/N2/1-15/610",
        "SAC,5,R005010,O/N2/1-15/610",
        "TXI,2,R005010,O/R/1-18/782",
        "ISS,8,R005010,O/R/1-10/81",
        "AK4,3,R005010,M/ID/1-3/723",
        "CTT,1,R004010,M/N0/1-6/354",
        "CUR,21,R004010,O/TM/4-8/337",
        "BCA,12,R004010,O/DT/8-8/373",
        "BCA,13,R004010,O/ID/2-2/92",
        "BCA,14,R005010,O/ID/2-2/786",
        "BCA,15,R005010,O/ID/2-2/640",
        "SDQ,23,R004010,O/AN/1-30/310",
        "SDQ,23,R005010,O/AN/1-30/310",
        "PO1,2,R004010,O/R/1-15/330",
        "PO1,2,R005010,O/R/1-15/380",
        "POC,3,R004010,O/R/1-15/330",
        "POC,3,R005010,O/R/1-15/380",
        "SN1,5,R004010,O/R/1-15/330",
        "SN1,5,R005010,O/R/1-15/380",
        "FA2,1,R004010,M/ID/2-2/1196",
        "FA2,2,R005010,M/AN/1-80/1195",
        "RED,2,R005010,O/ID/2-2/1609"
    })
    @DisplayName("has the elements of the standard")
    void elements(String tag, int position, Release release, String expected) {
        ElementRule rule = element(release, tag, position);
        assertThat(String.format(
                        "%s/%s/%d-%d/%s",
                        rule.mandatory() ? "M" : "O", rule.type(), rule.least(), rule.most(), rule.number()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} has {2} elements")
    @CsvSource({
        "BIG,R004010,10", "BIG,R005010,11", "AK1,R004010,2", "AK1,R005010,3", "IT1,R005010,25", "PO1,R004010,25",
        "POC,R005010,27", "SAC,R004010,16", "N4,R004010,6", "N4,R005010,7", "ST,R004010,2", "ST,R005010,3"
    })
    @DisplayName("has as many elements as the release")
    void sizes(String tag, Release release, int size) {
        assertThat(Dictionary.of(release).segment(Tag.of(tag)).orElseThrow().elements())
                .hasSize(size);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    @DisplayName("has notes that refer to existing elements of the segment")
    void notes(Release release) {
        for (String tag : List.of("IT1", "PO1", "POC", "SAC", "REF", "N1", "N4", "DTM", "TXI", "PID", "CTT", "ISS")) {
            SegmentRule rule = Dictionary.of(release).segment(Tag.of(tag)).orElseThrow();
            assertThat(rule.notes()).isNotEmpty();
            rule.notes()
                    .forEach(note -> assertThat(note.elements())
                            .allMatch(position -> position <= rule.elements().size()));
        }
        assertThat(Dictionary.of(release).segment(Tag.of("IT1")).orElseThrow().notes())
                .hasSize(11)
                .first()
                .hasToString("P020304");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "810,R004010",
        "810,R005010",
        "850,R004010",
        "850,R005010",
        "860,R004010",
        "860,R005010",
        "997,R004010",
        "997,R005010"
    })
    @DisplayName("has structures that begin with ST and end with SE")
    void structures(String set, Release release) {
        Loop structure = Dictionary.of(release).structure(set).orElseThrow();
        assertThat(structure.path()).isEmpty();
        assertThat(structure.items().get(0).tag()).isEqualTo(Tag.of("ST"));
        assertThat(structure.items().get(structure.items().size() - 1).tag()).isEqualTo(Tag.of("SE"));
    }

    @Test
    @DisplayName("knows the loops of an 810 and where the releases differ")
    void invoiceLoops() {
        assertThat(paths(Dictionary.of(Release.R004010).structure("810").orElseThrow()))
                .contains("N1", "IT1", "IT1/PID", "IT1/SAC", "IT1/SAC/TXI", "IT1/N1", "IT1/SLN", "SAC", "SAC/TXI");
        assertThat(tags("850", Release.R004010)).contains("MSG").doesNotContain("MTX", "IN2", "PWK/EFI");
        assertThat(tags("850", Release.R005010)).contains("MTX");
        assertThat(tags("810", Release.R005010)).contains("MSG").doesNotContain("MTX");
    }

    private static List<String> paths(Loop loop) {
        var paths = new ArrayList<String>();
        paths.add(loop.path());
        loop.items().forEach(item -> item.inner().forEach(inner -> paths.addAll(paths(inner))));
        return paths;
    }

    private static List<String> tags(String set, Release release) {
        var tags = new ArrayList<String>();
        collect(Dictionary.of(release).structure(set).orElseThrow(), tags);
        return tags;
    }

    private static void collect(Loop loop, List<String> tags) {
        for (Item item : loop.items()) {
            tags.add(Tag.name(item.tag()));
            item.inner().forEach(inner -> collect(inner, tags));
        }
    }

    @Test
    @DisplayName("reads how often a segment may occur and whether it is mandatory")
    void notation() {
        Loop loop = StructureParser.parse("ST! BIG!! CUR? REF{12} (N1{200} N3* N4+) SE!", Map.of());
        assertThat(loop.items())
                .extracting(Item::necessity)
                .containsExactly(
                        Necessity.MANDATORY,
                        Necessity.ESSENTIAL,
                        Necessity.OPTIONAL,
                        Necessity.OPTIONAL,
                        Necessity.OPTIONAL,
                        Necessity.MANDATORY);
        assertThat(loop.items()).extracting(Item::most).containsExactly(1, 1, 1, 12, 200, 1);
        assertThat(loop.items().get(4).inner().get(0).items())
                .extracting(Item::most)
                .containsExactly(1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThatThrownBy(() -> StructureParser.parse("ST! what SE!", Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "P020304,'2,3,4',0",
        "P020304,'',0",
        "P020304,'2,4',3",
        "R0203,'',2",
        "R0203,3,0",
        "E0207,'2,7',7",
        "E0207,7,0",
        "C0302,3,2",
        "C0302,2,0",
        "C0302,'2,3',0",
        "L03040513,3,4",
        "L03040513,'3,13',0",
        "L03040513,5,0"
    })
    @DisplayName("determines which element breaks a note")
    void relations(String note, String present, int broken) {
        long bits = 0;
        for (String element : present.isEmpty() ? new String[0] : present.split(",")) {
            bits |= 1L << Integer.parseInt(element);
        }
        assertThat(RelationalNote.parse(note).brokenAt(bits)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "004010VICS,004010",
        "004030,004010",
        "003060,004010",
        "005010,005010",
        "005010UCS,005010",
        "VICS004010,004010",
        "4010,004010",
        "5010VICS,005010",
        "00501,005010",
        "005010X230,005010",
        "006020,005010",
        "'',004010",
        "X,004010"
    })
    @DisplayName("is the nearest one for any release")
    void nearest(String version, String release) {
        assertThat(Dictionary.nearest(version).release().version()).isEqualTo(release);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    @DisplayName("has notes, lengths and composites that fit each of its segments")
    void consistent(Release release) {
        Dictionary dictionary = Dictionary.of(release);
        for (String line : Resource.lines("segments-" + release.version() + ".txt")) {
            SegmentRule rule = dictionary
                    .segment(Tag.of(line.substring(0, line.indexOf(' '))))
                    .orElseThrow();
            rule.notes()
                    .forEach(note -> assertThat(note.elements())
                            .as(rule.tag() + " " + note)
                            .hasSizeGreaterThan(1)
                            .doesNotHaveDuplicates()
                            .allMatch(position -> position >= 1 && position <= rule.size()));
            rule.elements().forEach(element -> {
                assertThat(element.least()).as(line).isBetween(1, element.most());
                if (dictionary.composite(element.number()).isPresent()) {
                    assertThat(element.type()).as(line).isEqualTo(ElementType.C);
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    @DisplayName("has a name for every segment with a table that stands in a set, and for every component")
    void named(Release release) {
        Dictionary dictionary = Dictionary.of(release);
        assertThat(dictionary.sets()).contains("810", "824", "850", "855", "856", "860", "865", "997", "999");
        for (String set : dictionary.sets()) {
            assertThat(Names.all().code("143", set)).as(set).isPresent();
            assertThat(tags(set, release).stream()
                            .filter(tag -> dictionary.segment(Tag.of(tag)).isPresent())
                            .filter(tag -> Names.all().segment(tag).isEmpty()))
                    .isEmpty();
        }
        for (String composite : List.of("C001", "C030", "C040")) {
            int size = dictionary.composite(composite).orElseThrow().size();
            for (int i = 1; i <= size; i++) {
                assertThat(Names.all().element(composite, i)).as(composite + i).isPresent();
            }
        }
    }

    @ParameterizedTest(name = "{2} of element {1} in {0}: {3}")
    @CsvSource({
        "R004010,668,IA,true",
        "R005010,668,AG,false",
        "R004010,639,PE,true",
        "R005010,639,ZZ,false",
        "R005010,128,ADB,true",
        "R004010,128,ZZZ,false",
        "R004010,98,Z7,true",
        "R004010,1300,H850,true",
        "R005010,963,BE,true",
        "R004010,963,BE,false",
        "R004010,374,002,true",
        "R005010,355,EA,true",
        "R004010,479,PO,true",
        "R004010,479,QQ,false",
        "R004010,1195,ANYTHING,true",
        "R005010,1609,ANYTHING,true"
    })
    @DisplayName("has the codes of the release, and judges no list that is not complete")
    void codesByRelease(Release release, String element, String code, boolean known) {
        assertThat(Dictionary.of(release).codes(element).holds(code)).isEqualTo(known);
    }

    @Test
    @DisplayName("knows the codes of units, references and charges")
    void codes() {
        assertThat(element(Release.R005010, "IT1", 3).codes().holds("EA")).isTrue();
        assertThat(element(Release.R005010, "IT1", 3).codes().holds("QQ")).isFalse();
        assertThat(element(Release.R005010, "SAC", 2).codes().holds("D240")).isTrue();
        assertThat(element(Release.R005010, "REF", 1).codes().holds("IA")).isTrue();
        assertThat(element(Release.R005010, "AK1", 1).codes().holds("IN")).isTrue();
        assertThat(element(Release.R005010, "AK1", 1).codes().holds("QQ")).isFalse();
        assertThat(element(Release.R005010, "FA2", 2).codes().holds("ANYTHING")).isTrue();
    }
}
