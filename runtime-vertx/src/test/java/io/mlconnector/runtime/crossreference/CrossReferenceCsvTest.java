package io.mlconnector.runtime.crossreference;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrossReferenceCsvTest {

    private static final PartnerId ACME = new PartnerId("acme");
    private static final ConfiguredPlaces PLACES =
            new ConfiguredPlaces(Set.of(ACME, new PartnerId("globex")), Set.of(new LegalEntity("usmf")));

    private static CrossReferenceCsv.Content read(String text) {
        return CrossReferenceCsv.read(new StringReader(text), PLACES);
    }

    @Test
    void what_is_written_is_read_again() {
        List<CrossReference> all = List.of(
                CrossReference.always(ACME, Kind.UNIT, "CT", "ctn"),
                CrossReference.always(ACME, Kind.ITEM, "VN:A, \"B\"", "ITEM\n1"),
                new CrossReference(
                        new CrossReferenceScope(Optional.empty(), Optional.of(new LegalEntity("usmf"))),
                        Kind.ITEM,
                        "UP:012345678905",
                        "ITEM-2",
                        new EffectiveDates(
                                Optional.of(LocalDate.parse("2026-12-01")),
                                Optional.of(LocalDate.parse("2027-01-31")))));
        StringBuilder text = new StringBuilder();
        CrossReferenceCsv.write(all, text);
        CrossReferenceCsv.Content content = read(text.toString());
        assertThat(content.mistakes()).isEmpty();
        assertThat(content.references()).containsExactlyElementsOf(all);
        assertThat(CrossReferenceCsv.count(text.toString()))
                .as("a word with a line end is one translation")
                .isEqualTo(3);
        assertThat(CrossReferenceCsv.read(text.toString().getBytes(StandardCharsets.UTF_8), PLACES))
                .isEqualTo(content);
    }

    @Test
    void bytes_that_are_no_text_or_cannot_be_stored_are_told() {
        assertThat(CrossReferenceCsv.read(new byte[] {'a', (byte) 0xc3, '('}, PLACES)
                        .mistakes())
                .containsExactly("The file is not UTF-8, and must be.");
        byte[] zero = "partner,kind,theirs,ours\nacme,unit,C\0T,ctn\n".getBytes(StandardCharsets.UTF_8);
        assertThat(CrossReferenceCsv.read(zero, PLACES).mistakes())
                .containsExactly("The file contains the character U+0000 and must not.");
    }

    @Test
    void columns_may_stand_in_any_order_as_a_spreadsheet_writes_them() {
        CrossReferenceCsv.Content content =
                read("\uFEFFKind,Ours,Theirs,Partner\r\nunit,ctn,CT,acme\r\n\r\nITEM, X , VN:9 ,globex\r\n");
        assertThat(content.mistakes()).isEmpty();
        assertThat(content.references())
                .containsExactly(
                        CrossReference.always(ACME, Kind.UNIT, "CT", "ctn"),
                        CrossReference.always(new PartnerId("globex"), Kind.ITEM, "VN:9", "X"));
        assertThat(content.lines()).containsExactly(2L, 4L);
    }

    @Test
    void every_mistake_is_told_with_its_line() {
        assertThat(read("""
                        partner,legalEntity,kind,theirs,ours,from
                        nobody,,unit,CT,ctn,
                        acme,xxxx,unit,CT,ctn,
                        acme,,units,CT,ctn,
                        acme,,unit,,ctn,
                        acme,,unit,CT,ctn,tomorrow
                        acme,,unit,CT,ctn,
                        """).mistakes())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Line 2: No partner nobody"),
                        one -> assertThat(one).startsWith("Line 3: No legal entity xxxx"),
                        one -> assertThat(one).startsWith("Line 4: 'units' is no kind"),
                        one -> assertThat(one).startsWith("Line 5: "),
                        one -> assertThat(one).startsWith("Line 6: "));
        assertThat(read("partner,kind,ours\nacme,unit,ctn\n").mistakes())
                .singleElement()
                .satisfies(one -> assertThat(one).contains("lacks the column theirs. A header"));
        assertThat(read("").mistakes()).isNotEmpty();
        assertThat(read("partner,kind,theirs,ours\nacme,unit,\"CT,ctn\n").mistakes())
                .isNotEmpty();
        assertThat(read("partner,kind,theirs,ours\nacme,unit,CT\n").mistakes()).isNotEmpty();
    }
}
