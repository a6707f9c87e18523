package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord.ReceivedFile;
import io.mlconnector.verification.support.BilledOrder;
import io.mlconnector.verification.support.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
            BilledOrder order = BilledOrder.of(world, 10);
            order.bill(1, "acme", "BIG*20260311*INV-7*20260302*PO-TYPO***DI", "10.00", "10000");
            order.bill(2, "acme", "BIG*20260311*INV-8*20260302*PO-7***DI", "11.00", "11000");
            order.bill(3, "globex", "BIG*20260311*INV-9*20260302*PO-TYPO***DI", "10.00", "10000");
            Awaiting.until("the 824 is there", MOST, () -> advices(world).size() == 1);
            DocumentRecord held = invoice(world, "INV-7", Condition.HELD);
            assertThat(told(world, held))
                    .contains("824", "POI", "Purchase order PO-TYPO, which invoice INV-7 names, is not known here.");
            assertThat(advices(world).getFirst().problems()).isEmpty();

            world.kill();
            world.start();
            order.bill(4, "acme", "BIG*20260311*INV-7*20260302*PO-7***DI", "10.00", "10000");

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
}
