package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord.ReceivedFile;
import io.mlconnector.twin.dynamics.Product;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where it is agreed, the partner is told by itself what only he can correct. */
class AutomaticAdviceTest {

    private static final Duration MOST = Duration.ofSeconds(40);

    @Test
    void a_partner_is_told_once_what_is_wrong_and_a_corrected_invoice_takes_the_place_of_the_one_that_was_held(
            @TempDir Path folder) {
        try (World world = new World(
                        "advice",
                        folder,
                        TwinOptions.demo(42),
                        yaml -> yaml.replace(
                                "folder: /download/acme, afterReceive: leave",
                                "folder: /download/acme, afterReceive: leave, advice: automatic"))
                .start()) {
            order(world);
            send(world, 1, "acme", "BIG*20260311*INV-7*20260302*PO-TYPO***DI", "10.00", "10000");
            send(world, 2, "acme", "BIG*20260311*INV-8*20260302*PO-7***DI", "11.00", "11000");
            send(world, 3, "globex", "BIG*20260311*INV-9*20260302*PO-TYPO***DI", "10.00", "10000");
            Awaiting.until("the 824 is there", MOST, () -> advices(world).size() == 1);
            DocumentRecord held = invoice(world, "INV-7", Condition.HELD);
            assertThat(told(world, held))
                    .contains("824", "POI", "Purchase order PO-TYPO, which invoice INV-7 names, is not known here.");
            assertThat(advices(world).getFirst().problems()).isEmpty();

            world.kill();
            world.start();
            send(world, 4, "acme", "BIG*20260311*INV-7*20260302*PO-7***DI", "10.00", "10000");

            Awaiting.until(
                    "the held one is replaced",
                    MOST,
                    () -> world.documents().stream()
                            .anyMatch(document ->
                                    document.id().equals(held.id()) && document.condition() == Condition.DISCARDED));
            DocumentRecord posted = invoice(world, "INV-7", Condition.DONE);
            assertThat(told(world, held)).contains(posted.id().text());
            assertThat(told(world, posted)).contains(held.id().text());
            assertThat(advices(world)).as("also after a restart").hasSize(1);
            assertThat(invoice(world, "INV-8", Condition.HELD).reason())
                    .as("a price is left to people")
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("price-differs"));
            assertThat(invoice(world, "INV-9", Condition.HELD).reason())
                    .as("of a partner with whom it is not agreed")
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("order-unknown"));
        }
    }

    private static void order(World world) {
        world.twin()
                .dynamics()
                .masterData()
                .addProduct(new Product("usmf", "A-1", "A-1", "ea", BigDecimal.TEN, BigDecimal.ONE));
        world.twin()
                .dynamics()
                .addPurchaseOrder(PurchaseOrder.withoutCharges(
                        "usmf",
                        "PO-7",
                        "1001",
                        "USD",
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 20),
                        List.of(PurchaseOrderLine.of(1, "A-1", "A-1", "10", "ea", "10.00")),
                        Map.of()));
        world.twin().dynamics().receiveIn("usmf", "PO-7", 1, BigDecimal.TEN, "", "PR-7");
    }

    private static List<ReceivedFile> advices(World world) {
        return world.twin().record().uploads().stream()
                .filter(file -> file.name().startsWith("824_"))
                .toList();
    }

    private static String told(World world, DocumentRecord document) {
        StringBuilder text = new StringBuilder();
        world.history(document)
                .forEach(recorded -> text.append(recorded.entry().message()).append('\n'));
        return text.toString();
    }

    private static DocumentRecord invoice(World world, String number, Condition condition) {
        return world.documents().stream()
                .filter(document -> document.keys().invoiceNumber().equals(number) && document.condition() == condition)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no invoice " + number + " is " + condition));
    }

    private static void send(World world, int number, String to, String big, String price, String total) {
        Partner partner = world.twin().scenario().partner(to).orElseThrow();
        boolean newer = partner.version().equals("005010");
        String control = String.format(Locale.ROOT, "%09d", 910_000 + number);
        String text = "ISA*00*          *00*          *" + partner.them().qualifier() + "*"
                + String.format("%-15s", partner.them().id()) + "*"
                + partner.us().qualifier() + "*"
                + String.format("%-15s", partner.us().id()) + "*260311*0800*" + (newer ? "^*00501" : "U*00401") + "*"
                + control + "*0*P*>~GS*IN*" + partner.them().group() + "*"
                + partner.us().group() + "*20260311*0800*"
                + number + "*X*" + partner.version() + "~ST*810*0001~" + big + "~IT1*1*10*EA*" + price
                + "**BP*A-1~TDS*" + total + "~CTT*1~SE*6*0001~GE*1*" + number + "~IEA*1*" + control + "~";
        world.twin().put(partner.downloadFolder(), "advised-" + number + ".edi", Buffer.buffer(text));
    }
}
