package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.HeaderRules;
import io.mlconnector.domain.agreement.HeaderRules.PartyRule;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.OrderMessage.NewOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.edi.EncodedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order, by the writing profile of its partner,")
class OrderByProfileTest {
    private static final X12Codec CODEC = new X12Codec();

    private static List<String> segments(NewOrder message, Release release, WritingProfile profile, String tag) {
        if (CODEC.encode(message, Orders.envelope(release), profile) instanceof EncodedFile.Written written) {
            return Stream.of(new String(written.bytes(), StandardCharsets.ISO_8859_1).split("~"))
                    .filter(segment -> segment.startsWith(tag))
                    .toList();
        }
        throw new AssertionError("It was not written");
    }

    private static WritingProfile knownBy(Map<LegalEntity, String> duns, HeaderRules rules) {
        return WritingProfile.USUAL.with(rules.with(duns));
    }

    @Test
    @DisplayName("names us by our DUNS number where the legal entity has one, and the profile no id")
    void duns() {
        NewOrder order = new NewOrder(Orders.of(Orders.chips()));
        LegalEntity usmf = order.order().order().key().legalEntity();
        assertThat(segments(order, Release.R004010, knownBy(Map.of(usmf, "123456789"), HeaderRules.USUAL), "N1*B"))
                .containsExactly("N1*BY*Contoso Entertainment*1*123456789", "N1*BT*Contoso Entertainment*1*123456789");
        assertThat(segments(order, Release.R004010, knownBy(Map.of(usmf, "1234567890001"), HeaderRules.USUAL), "N1*BY"))
                .containsExactly("N1*BY*Contoso Entertainment*9*1234567890001");
        assertThat(segments(
                        order,
                        Release.R004010,
                        knownBy(Map.of(new LegalEntity("gbsi"), "123456789"), HeaderRules.USUAL),
                        "N1*BY"))
                .containsExactly("N1*BY*Contoso Entertainment*92*USMF");
    }

    @Test
    @DisplayName("never calls our code a DUNS number, and keeps an id of the profile")
    void dunsOfTheProfile() {
        NewOrder order = new NewOrder(Orders.of(Orders.chips()));
        LegalEntity usmf = order.order().order().key().legalEntity();
        HeaderRules usual = HeaderRules.USUAL;
        HeaderRules ruled = new HeaderRules(
                usual.orderType(),
                usual.references(),
                usual.lineReferences(),
                usual.dates(),
                List.of(
                        new PartyRule("BY", PartyRule.Who.US, Optional.empty(), "1", Optional.empty()),
                        new PartyRule("BT", PartyRule.Who.US, Optional.empty(), "UL", Optional.of("0614141000005"))),
                usual.notes(),
                Map.of());
        assertThat(segments(order, Release.R004010, WritingProfile.USUAL.with(ruled), "N1*"))
                .containsExactly("N1*BY*Contoso Entertainment", "N1*BT*Contoso Entertainment*UL*0614141000005");
        assertThat(segments(order, Release.R004010, knownBy(Map.of(usmf, "123456789"), ruled), "N1*"))
                .containsExactly(
                        "N1*BY*Contoso Entertainment*1*123456789", "N1*BT*Contoso Entertainment*UL*0614141000005");
    }

    @Test
    @DisplayName("tells the notes of its header and its lines where N9 is sent, and says so where they are left out")
    void notes() {
        AlignedLine chips = Orders.chips();
        AlignedLine noted = new AlignedLine(
                chips.line().with(chips.line().details().noted(List.of("Green ones"))),
                chips.unit(),
                chips.productIds());
        AlignedOrder aligned = Orders.of(noted);
        AlignedOrder whole = new AlignedOrder(
                aligned.order().with(aligned.order().details().noted(List.of("Ring twice"))),
                aligned.lines(),
                aligned.ourName(),
                aligned.partnerName());
        WritingProfile usual = WritingProfile.USUAL;
        WritingProfile all = new WritingProfile(
                "all", usual.texts(), usual.header(), usual.lines(), usual.codes(), Set.of("PO1/CTP"));
        assertThat(segments(new NewOrder(whole), Release.R004010, all, "MSG"))
                .containsExactly("MSG*Ring twice", "MSG*Green ones");
        assertThat(segments(new NewOrder(whole), Release.R005010, all, "MTX"))
                .containsExactly("MTX**Ring twice", "MTX**Green ones");
        assertThat(segments(new NewOrder(whole), Release.R004010, usual, "MSG")).isEmpty();
        assertThat(((EncodedFile.Written) CODEC.encode(new NewOrder(whole), Orders.envelope(Release.R004010))).notes())
                .filteredOn(note -> note.code().equals("notes-left-out"))
                .extracting(SyntaxProblem::message)
                .satisfiesExactly(
                        header -> assertThat(header).contains("(N9)"),
                        line -> assertThat(line).contains("(PO1/N9)"));
    }
}
