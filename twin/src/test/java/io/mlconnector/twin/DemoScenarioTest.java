package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.partner.Fate;
import io.mlconnector.twin.partner.Publication;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.twin.scenario.ScriptedOrder;
import io.mlconnector.twin.x12.Interchange;
import io.mlconnector.twin.x12.Segment;
import io.mlconnector.twin.x12.TransactionSet;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoScenarioTest extends TwinTest {

    private Twin demo(long seed) {
        return start(TwinOptions.demo(seed)
                .withDynamicsPort(0)
                .withCleoPort(0)
                .withPace(Duration.ofMillis(2))
                .withClock(Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC))
                .withCleo(
                        CleoBehaviour.defaults().withRequestsPerSecond(0).withRouterTakesAfter(Duration.ofMillis(2))));
    }

    /** Plays the demonstration to its end with the robot in the connector's place. */
    private void play(Twin twin) {
        RobotConnector robot = new RobotConnector();
        Set<Confirmation> seen = new HashSet<>();
        twin.play();
        while (!twin.finished() || seen.size() < twin.record().confirmations().size()) {
            int before = seen.size();
            until(() -> twin.record().confirmations().size() > before || twin.finished());
            for (Confirmation confirmation : twin.record().confirmations()) {
                if (seen.add(confirmation)) {
                    send(twin, robot, confirmation);
                }
            }
        }
        until(twin::finished);
    }

    private void send(Twin twin, RobotConnector robot, Confirmation confirmation) {
        Optional<Partner> partner = RobotConnector.partner(twin, confirmation);
        if (partner.isEmpty()) {
            return;
        }
        List<JsonObject> lines = filter(
                        twin,
                        "PurchaseOrderConfirmationLines",
                        "ConfirmationNumber eq '" + confirmation.confirmationNumber() + "'")
                .bodyAsJsonObject()
                .getJsonArray("value")
                .stream()
                .map(JsonObject.class::cast)
                .toList();
        RobotConnector.File file = robot.write(partner.get(), confirmation, lines);
        assertThat(upload(twin, partner.get().uploadFolder(), file.name(), file.content())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void theScriptHoldsEverySpecialCase() {
        Twin twin = demo(7);
        List<ScriptedOrder> orders = twin.scenario().orders();
        assertThat(orders).hasSizeGreaterThanOrEqualTo(22);
        assertThat(orders).extracting(order -> order.order().legalEntity()).contains("usmf", "gbsi");
        assertThat(orders).allSatisfy(order -> assertThat(order.order().lines()).hasSizeBetween(1, 6));
        assertThat(orders).filteredOn(order -> order.change() != null).hasSize(1);
        assertThat(orders)
                .filteredOn(order -> !order.cancelledLines().isEmpty())
                .hasSize(1);
        assertThat(orders.stream().flatMap(order -> order.order().lines().stream()))
                .anySatisfy(line -> assertThat(line.category()).isNotEmpty())
                .anySatisfy(line -> assertThat(line.priceQuantity()).isEqualByComparingTo("100"))
                .anySatisfy(line -> assertThat(line.unit()).isEqualTo("box"));
        assertThat(orders)
                .filteredOn(order -> order.order().vendorAccount().equals("1999"))
                .hasSize(1);
        assertThat(twin.scenario().items().stream().filter(item -> !item.gtin().isEmpty()))
                .allSatisfy(item -> assertThat(checksum(item.gtin())).isZero());
    }

    private static int checksum(String gtin) {
        int sum = 0;
        for (int i = 0; i < gtin.length(); i++) {
            sum += (gtin.charAt(gtin.length() - 1 - i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10;
    }

    @Test
    void playedToTheEndItHasPublishedEveryExpectedOutcome() {
        Twin twin = demo(7);
        assertThat(twin.finished()).isFalse();
        play(twin);
        TwinRecord record = twin.record();
        assertThat(record.confirmations()).hasSize(twin.scenario().orders().size() + 1);
        assertThat(record.uploads()).hasSize(record.confirmations().size() - 1);
        assertThat(record.uploads())
                .allSatisfy(file -> assertThat(file.problems()).isEmpty());
        List<Publication.Invoice> invoices = record.published().stream()
                .flatMap(file -> file.invoices().stream())
                .toList();
        assertThat(invoices).hasSizeGreaterThanOrEqualTo(22);
        Map<Fate, Long> fates = invoices.stream()
                .collect(Collectors.groupingBy(Publication.Invoice::fate, TreeMap::new, Collectors.counting()));
        assertThat(fates).isEqualTo(Map.of(Fate.POST, 26L, Fate.HOLD, 4L, Fate.DUPLICATE, 1L, Fate.UNREADABLE, 2L));
        assertThat(record.published())
                .filteredOn(file -> file.invoices().size() > 1)
                .hasSize(4);
        assertThat(record.published().stream().map(Publication::fileName)).doesNotHaveDuplicates();
    }

    @Test
    void everyInvoiceAddsUpAndAnswersItsOrder() {
        Twin twin = demo(3);
        play(twin);
        for (Publication file : twin.record().published()) {
            Buffer content = twin.cleo().files(file.folder()).stream()
                    .filter(stored -> stored.name().equals(file.fileName()))
                    .findFirst()
                    .orElseThrow()
                    .content();
            if (file.invoices().stream().anyMatch(invoice -> invoice.fate() == Fate.UNREADABLE)) {
                continue;
            }
            for (Interchange interchange : Interchange.readAll(content)) {
                assertThat(interchange.problems()).isEmpty();
                interchange.sets().forEach(DemoScenarioTest::assertAddsUp);
            }
        }
    }

    private static void assertAddsUp(TransactionSet set) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Segment it1 : set.segments().stream()
                .filter(segment -> segment.name().equals("IT1"))
                .toList()) {
            BigDecimal per = BigDecimal.valueOf(it1.get(5).equals("HP") ? 100 : 1);
            sum = sum.add(new BigDecimal(it1.get(2))
                    .multiply(new BigDecimal(it1.get(4)))
                    .divide(per, 2, RoundingMode.HALF_UP));
        }
        for (Segment sac : set.segments()) {
            switch (sac.name()) {
                case "SAC" -> sum = sum.add(new BigDecimal(sac.get(5)).movePointLeft(2));
                case "TXI" -> sum = sum.add(new BigDecimal(sac.get(2)));
                default -> {}
            }
        }
        Segment tds = set.first("TDS").orElseThrow();
        assertThat(new BigDecimal(tds.get(1)).movePointLeft(2)).isEqualByComparingTo(sum);
        assertThat(set.first("CTT").orElseThrow().get(1)).isEqualTo(String.valueOf(set.lineCount()));
        assertThat(set.purchaseOrderNumber()).isNotEmpty();
    }

    @Test
    void theSameSeedGivesTheSameFiles() {
        Twin one = demo(11);
        play(one);
        forgetTokens();
        Twin two = demo(11);
        play(two);
        assertThat(two.scenario()).isEqualTo(one.scenario());
        assertThat(two.record().confirmations())
                .containsExactlyInAnyOrderElementsOf(one.record().confirmations());
        assertThat(sorted(two)).isEqualTo(sorted(one));
        assertThat(sorted(two)).isNotEqualTo(sorted(demo(12)));
    }

    private static Set<String> sorted(Twin twin) {
        return twin.record().published().stream()
                .map(file -> file.fileName() + " " + file.sha256() + " " + file.invoices())
                .collect(Collectors.toSet());
    }
}
