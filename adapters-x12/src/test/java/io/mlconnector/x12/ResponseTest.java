package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.answering.AdvisedDocument;
import io.mlconnector.domain.answering.AdvisedDocument.Remark;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.LineCommitment;
import io.mlconnector.domain.answering.LineResponse;
import io.mlconnector.domain.answering.OrderResponse;
import io.mlconnector.domain.answering.ShipNotice;
import io.mlconnector.domain.answering.ShippedLine;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A partner's response")
class ResponseTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

    private static DecodedDocument set(String group, String id, String... segments) {
        return DecodedInvoices.document(Interchange.empty().group(group).set(id, segments));
    }

    private static OrderResponse order(DecodedDocument document) {
        assertThat(document.content()).as(document.problems().toString()).isInstanceOf(Content.OrderAnswer.class);
        return ((Content.OrderAnswer) document.content()).response();
    }

    private static ShipNotice shipment(DecodedDocument document) {
        assertThat(document.content()).as(document.problems().toString()).isInstanceOf(Content.Shipment.class);
        return ((Content.Shipment) document.content()).notice();
    }

    private static ApplicationAdvice advice(DecodedDocument document) {
        assertThat(document.content()).as(document.problems().toString()).isInstanceOf(Content.Advice.class);
        return ((Content.Advice) document.content()).advice();
    }

    private static LineCommitment promise(
            String status, String quantity, String unit, String qualifier, LocalDate date) {
        return new LineCommitment(
                status,
                Optional.of(new BigDecimal(quantity)),
                unit,
                qualifier,
                Optional.ofNullable(date),
                List.of(),
                "");
    }

    @Test
    @DisplayName("with an 855 is read line by line, each promise with its quantity and date")
    void orderAcknowledgement() {
        DecodedDocument document = set(
                "PR",
                "855",
                "BAK*00*AC*PO-000471*20260310****SO-9001*20260311",
                "N9*ZZ*NOTES",
                "MTX**SECOND HALF FOLLOWS",
                "N1*SE*VENDOR ONE INC*92*V10023",
                "PO1*1*120*EA*9.95**UP*012345678905*VN*ABC-1*BP*ITEM-1001",
                "ACK*IA*100*EA*068*20260318",
                "ACK*IB*20*EA",
                "DTM*068*20260401",
                "PO1*2*10*CA*4900*HP*UK*10012345678902",
                "ACK*IS*10*CA****VN*ABC-3",
                "CTT*2*130");
        assertThat(document.problems()).isEmpty();
        assertThat(order(document))
                .isEqualTo(new OrderResponse(
                        "00",
                        "AC",
                        "PO-000471",
                        "",
                        Optional.of(LocalDate.of(2026, 3, 10)),
                        "SO-9001",
                        Optional.of(LocalDate.of(2026, 3, 11)),
                        List.of("SECOND HALF FOLLOWS"),
                        List.of(
                                new LineResponse(
                                        "1",
                                        "",
                                        Optional.of(new BigDecimal("120")),
                                        "EA",
                                        Optional.of(new Price(new BigDecimal("9.95"), BigDecimal.ONE)),
                                        List.of(
                                                new ProductId("UP", "012345678905"),
                                                new ProductId("VN", "ABC-1"),
                                                new ProductId("BP", "ITEM-1001")),
                                        List.of(
                                                promise("IA", "100", "EA", "068", DAY),
                                                promise("IB", "20", "EA", "068", LocalDate.of(2026, 4, 1)))),
                                new LineResponse(
                                        "2",
                                        "",
                                        Optional.of(new BigDecimal("10")),
                                        "CA",
                                        Optional.of(new Price(new BigDecimal("4900"), BigDecimal.valueOf(100))),
                                        List.of(new ProductId("UK", "10012345678902")),
                                        List.of(new LineCommitment(
                                                "IS",
                                                Optional.of(new BigDecimal("10")),
                                                "CA",
                                                "",
                                                Optional.empty(),
                                                List.of(new ProductId("VN", "ABC-3")),
                                                ""))))));
    }

    @Test
    @DisplayName("with an 865 names the revision of the order and the change of each line")
    void changeAcknowledgement() {
        OrderResponse response = order(set(
                "CA",
                "865",
                "BCA*00*AC*PO-000471**2*20260310***SO-9001*20260312",
                "POC*1*QI*150**EA*9.95**VN*ABC-1",
                "ACK*IA*150*EA",
                "CTT*1"));
        assertThat(response.changeNumber()).isEqualTo("2");
        assertThat(response.vendorOrderNumber()).isEqualTo("SO-9001");
        assertThat(response.lines()).singleElement().satisfies(line -> {
            assertThat(line.changeCode()).isEqualTo("QI");
            assertThat(line.unit()).isEqualTo("EA");
            assertThat(line.promises()).hasSize(1);
        });
    }

    @Test
    @DisplayName("with an 855 without lines applies to the whole order")
    void orderAcknowledgementOfTheWhole() {
        assertThat(order(set("PR", "855", "BAK*00*RJ*PO-000471*20260310")).lines())
                .isEmpty();
    }

    @Test
    @DisplayName("in public samples of the 855 is read unchanged")
    void foreignOrderAcknowledgements() {
        OrderResponse books = order(DecodedInvoices.file(Samples.file("855_4010_book-trade.edi"))
                .documents()
                .get(0));
        assertThat(books.lines()).hasSize(4);
        assertThat(books.lines().get(1).promises()).singleElement().satisfies(promise -> {
            assertThat(promise.status()).isEqualTo("IR");
            assertThat(promise.industryCode()).isEqualTo("CW");
        });
        OrderResponse anvils = order(
                DecodedInvoices.file(Samples.file("855_5010.edi")).documents().get(0));
        assertThat(anvils.lines()).extracting(LineResponse::lineNumber).containsExactly("item-1", "item-2");
    }

    @Test
    @DisplayName("with an 855 that names no order cannot be used")
    void orderAcknowledgementOfNothing() {
        DecodedDocument document = set("PR", "855", "BAK*00*AC**20260310");
        assertThat(document.usable()).isFalse();
        assertThat(document.content()).isEqualTo(new Content.Opaque());
    }

    @Test
    @DisplayName("with an 856 states the shipped quantity of each order line, and its pack")
    void shipNotice() {
        DecodedDocument document = set(
                "SH",
                "856",
                "BSN*00*SHIP-77*20260320*1400*0001",
                "DTM*011*20260318",
                "HL*1**S",
                "TD5*B*2*UPSN",
                "REF*BM*BOL555",
                "DTM*017*20260401",
                "HL*2*1*O",
                "PRF*PO-000471***20260310",
                "HL*3*2*P",
                "MAN*GM*00001234567890123456",
                "HL*4*3*I",
                "LIN*1*UP*012345678905*VN*ABC-1",
                "SN1**100*EA*****AC",
                "HL*5*2*I",
                "LIN**VN*ABC-2",
                "SN1*2*9*CA",
                "CTT*5");
        assertThat(document.problems()).isEmpty();
        assertThat(shipment(document))
                .isEqualTo(new ShipNotice(
                        "00",
                        "SHIP-77",
                        Optional.of(LocalDate.of(2026, 3, 20)),
                        Optional.of(DAY),
                        Optional.of(LocalDate.of(2026, 4, 1)),
                        "UPSN",
                        "BOL555",
                        List.of(
                                new ShippedLine(
                                        "PO-000471",
                                        "1",
                                        Optional.of(new BigDecimal("100")),
                                        "EA",
                                        "AC",
                                        List.of(new ProductId("UP", "012345678905"), new ProductId("VN", "ABC-1")),
                                        List.of("00001234567890123456")),
                                new ShippedLine(
                                        "PO-000471",
                                        "2",
                                        Optional.of(new BigDecimal("9")),
                                        "CA",
                                        "",
                                        List.of(new ProductId("VN", "ABC-2")),
                                        List.of()))));
    }

    @Test
    @DisplayName("with an 856 whose levels name no parent is understood by their kinds")
    void shipNoticeWithoutParents() {
        ShipNotice notice = shipment(set(
                "SH",
                "856",
                "BSN*00*SHIP-78*20260320*1400",
                "HL*1**S",
                "HL*2**O",
                "PRF*PO-1",
                "HL*3**I",
                "LIN**VN*A",
                "SN1*1*1*EA",
                "HL*4**O",
                "PRF*PO-2",
                "HL*5**I",
                "LIN**VN*B",
                "SN1*1*2*EA",
                "CTT*4"));
        assertThat(notice.lines()).extracting(ShippedLine::orderNumber).containsExactly("PO-1", "PO-2");
    }

    @Test
    @DisplayName("with an 824 is read document by document with every error")
    void applicationAdvice() {
        DecodedDocument document = set(
                "AG",
                "824",
                "BGN*11*ADV-1*20260318*1015",
                "OTI*TR*PO*PO-000471***20260322*1400*4711*0001*850*005010",
                "REF*VN*SO-1",
                "TED*010*TOTAL OUT OF BALANCE*AMT*16**610*178904*178000",
                "NTE*GEN*SUM OF LINES IS 1780.00",
                "OTI*TA*PO*PO-000472");
        assertThat(document.problems()).isEmpty();
        assertThat(advice(document))
                .isEqualTo(new ApplicationAdvice(
                        "11",
                        "ADV-1",
                        Optional.of(DAY),
                        List.of(
                                new AdvisedDocument(
                                        "TR",
                                        "PO",
                                        "PO-000471",
                                        "4711",
                                        "0001",
                                        "850",
                                        Map.of("VN", "SO-1"),
                                        List.of(new Remark(
                                                "010",
                                                "TOTAL OUT OF BALANCE SUM OF LINES IS 1780.00",
                                                "AMT",
                                                "178904",
                                                "178000",
                                                16,
                                                0))),
                                new AdvisedDocument("TA", "PO", "PO-000472", "", "", "", Map.of(), List.of()))));
    }

    @Test
    @DisplayName("in a public sample of the 824 is read unchanged")
    void foreignAdvice() {
        DecodedDocument document = DecodedInvoices.file(Samples.file("824_5010_partial-reject.edi"))
                .documents()
                .get(0);
        assertThat(advice(document).documents()).hasSize(7).first().satisfies(first -> {
            assertThat(first.verdict()).isEqualTo("TA");
            assertThat(first.transactionSetId()).isEqualTo("837");
        });
    }
}
