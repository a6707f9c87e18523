package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.partner.Fate;
import io.mlconnector.twin.partner.Publication;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.twin.scenario.Scenario;
import io.mlconnector.twin.x12.Interchange;
import io.mlconnector.twin.x12.InterchangeWriter;
import io.mlconnector.twin.x12.Segment;
import io.mlconnector.twin.x12.TransactionSet;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerAnswerTest extends TwinTest {

    private static final Partner ACME = new Partner(
            "acme",
            "Acme Foods",
            Map.of("usmf", "1001"),
            new Partner.Side("ZZ", "CONTOSO", "CONTOSO"),
            new Partner.Side("01", "123456789", "ACME"),
            "004010",
            "/upload/acme",
            "/download/acme");

    private Twin twin() {
        return start(TwinOptions.empty(1)
                .withScenario(Scenario.of(List.of(ACME)))
                .withCleo(
                        CleoBehaviour.defaults().withRequestsPerSecond(0).withRouterTakesAfter(Duration.ofMillis(2))));
    }

    private static Buffer order(int control, String receiver, String group, String setId, Segment... segments) {
        return new InterchangeWriter(
                        new InterchangeWriter.Style("|", ":", "\u0001", ""),
                        new InterchangeWriter.Party("ZZ", "CONTOSO", "CONTOSO"),
                        new InterchangeWriter.Party("01", receiver, "ACME"),
                        "004010",
                        group)
                .write(control, "P", Instant.parse("2026-11-20T10:00:00Z"), setId, List.of(List.of(segments)));
    }

    private static Segment[] purchaseOrder() {
        return new Segment[] {
            Segment.of("BEG", "00", "SA", "PO-7", "", "20261103"),
            Segment.of("CUR", "BY", "USD"),
            Segment.of("N1", "ST", "Depot", "92", "WH"),
            Segment.of("N3", "1 Road"),
            Segment.of("N1", "SU", "Acme", "92", "1001"),
            Segment.of("PO1", "10", "2550", "PC", "4.75", "HP", "VN", "GX-300", "BP", "S-2001"),
            Segment.of("PID", "F", "", "", "", "Cups"),
            Segment.of("PO1", "20", "3", "EA", "0.335", "", "BP", "X")
        };
    }

    private Publication nth(Twin twin, int count) {
        until(() -> twin.record().published().size() >= count);
        return twin.record().published().get(count - 1);
    }

    private static TransactionSet invoice(Twin twin, Publication publication) {
        Buffer content = twin.cleo().files("/download/acme").stream()
                .filter(file -> file.name().equals(publication.fileName()))
                .findFirst()
                .orElseThrow()
                .content();
        Interchange interchange = Interchange.readAll(content).getFirst();
        assertThat(interchange.problems()).isEmpty();
        assertThat(interchange.sender()).isEqualTo("123456789");
        assertThat(interchange.version()).isEqualTo("004010");
        return interchange.sets().getFirst();
    }

    @Test
    void anOrderIsAnsweredWithTheRightArithmeticAlsoPerHundred() {
        Twin twin = twin();
        upload(twin, "/upload/acme", "850.edi", order(1, "123456789", "PO", "850", purchaseOrder()));
        Publication publication = nth(twin, 1);
        assertThat(publication.invoices().getFirst().fate()).isEqualTo(Fate.POST);
        assertThat(publication.invoices().getFirst().total()).isEqualByComparingTo("122.14");
        TransactionSet set = invoice(twin, publication);
        assertThat(set.first("BIG").orElseThrow().get(4)).isEqualTo("PO-7");
        assertThat(set.first("BIG").orElseThrow().get(3)).isEqualTo("20261103");
        assertThat(set.first("REF").orElseThrow()).isEqualTo(Segment.of("REF", "IA", "1001"));
        assertThat(set.first("IT1").orElseThrow())
                .isEqualTo(Segment.of("IT1", "10", "2550", "PC", "4.75", "HP", "VN", "GX-300", "BP", "S-2001"));
        assertThat(set.first("TDS").orElseThrow().get(1)).isEqualTo("12214");
        assertThat(set.first("CTT").orElseThrow().get(2)).isEqualTo("2553");
        assertThat(twin.cleo().files("/upload/acme")).isEmpty();
        TwinRecord.ReceivedFile file = twin.record().uploads().getFirst();
        assertThat(file.isa13()).isEqualTo("000000001");
        assertThat(file.sets()).containsExactly(new TwinRecord.ReceivedSet("850", "00", "PO-7", 2));
    }

    @Test
    void aChangeIsAnsweredWithWhatItAdds() {
        Twin twin = twin();
        upload(twin, "/upload/acme", "850.edi", order(1, "123456789", "PO", "850", purchaseOrder()));
        nth(twin, 1);
        Buffer change = order(
                2,
                "123456789",
                "PC",
                "860",
                Segment.of("BCH", "04", "SA", "PO-7", "", "1", "20261103"),
                Segment.of("POC", "20", "QI", "5", "5", "EA", "0.5", "", "BP", "X"),
                Segment.of("POC", "10", "DI", "0", "0", "PC"),
                Segment.of("POC", "30", "AI", "1", "1", "EA", "7", "", "BP", "Y"));
        upload(twin, "/upload/acme", "860.edi", change);
        Publication publication = nth(twin, 2);
        assertThat(publication.invoices().getFirst().total()).isEqualByComparingTo("8");
        assertThat(publication.invoices().getFirst().invoiceNumber()).isEqualTo("ACM-7-2");
        assertThat(invoice(twin, publication).lineCount()).isEqualTo(2);
    }

    @Test
    void theSameControlNumberTwiceIsADuplicateForTheRouter() {
        Twin twin = twin();
        Buffer order = order(1, "123456789", "PO", "850", purchaseOrder());
        upload(twin, "/upload/acme", "850.edi", order);
        nth(twin, 1);
        upload(twin, "/upload/acme", "850_again.edi", order);
        until(() -> twin.cleo().duplicates().size() == 1);
        assertThat(twin.record().published()).hasSize(1);
        assertThat(twin.record().uploads()).hasSize(2);
    }

    @Test
    void anOrderWithoutAReceiverAndAFileThatIsNotX12AreNotAnswered() {
        Twin twin = twin();
        upload(twin, "/upload/acme", "850.edi", order(1, "NOBODY", "PO", "850", purchaseOrder()));
        upload(twin, "/upload/acme", "x.txt", Buffer.buffer("hello"));
        until(() -> twin.cleo().unroutable().size() == 2 && twin.cleo().onTheWay() == 0);
        assertThat(twin.cleo().unroutable())
                .containsExactlyInAnyOrder(
                        "/upload/acme/850.edi: no route to 01/NOBODY", "/upload/acme/x.txt: no interchange");
        assertThat(twin.record().published()).isEmpty();
    }
}
