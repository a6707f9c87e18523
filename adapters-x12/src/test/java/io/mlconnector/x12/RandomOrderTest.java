package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mlconnector.domain.agreement.HeaderRules.DateRule;
import io.mlconnector.domain.agreement.LineRules.Schedule;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.LineChange;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.EncodedFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Any order")
class RandomOrderTest {
    private static final X12Codec CODEC = new X12Codec();
    private static final int CASES = 500;
    private static final Map<String, BigDecimal> DIVISORS = Map.of(
            "", BigDecimal.ONE,
            "HP", BigDecimal.valueOf(100),
            "TP", BigDecimal.valueOf(1000),
            "PD", BigDecimal.valueOf(12),
            "PN", BigDecimal.TEN);

    @Test
    @DisplayName("is written without an objection by us or StAEDI, or rejected with a reason")
    void anything() {
        int written = 0;
        for (int seed = 1; seed <= CASES; seed++) {
            RandomOrders.Case some = new RandomOrders(new SplittableRandom(seed), false).next();
            switch (CODEC.encode(some.message(), some.envelope(), some.profile())) {
                case EncodedFile.Written file -> {
                    written++;
                    harmless(seed, file.bytes(), some);
                }
                case EncodedFile.Impossible(List<SyntaxProblem> problems) ->
                    assertThat(problems)
                            .as("seed %d", seed)
                            .isNotEmpty()
                            .allSatisfy(problem -> assertThat(problem.message()).hasSizeGreaterThan(20));
            }
        }
        assertThat(written).isBetween(CASES / 4, CASES - 10);
    }

    @Test
    @DisplayName("that fits is written, and the file contains all data of the order")
    void roundTrip() {
        for (int seed = 1; seed <= CASES; seed++) {
            RandomOrders.Case some = new RandomOrders(new SplittableRandom(seed), true).next();
            EncodedFile encoded = CODEC.encode(some.message(), some.envelope(), some.profile());
            assertThat(encoded).as("seed %d", seed).isInstanceOf(EncodedFile.Written.class);
            byte[] bytes = ((EncodedFile.Written) encoded).bytes();
            harmless(seed, bytes, some);
            says(seed, OrderText.read(bytes), some.message(), some.profile());
        }
    }

    private static void harmless(int seed, byte[] bytes, RandomOrders.Case some) {
        DecodedFile decoded = CODEC.decode(bytes);
        assertThat(decoded.problems()).as("seed %d", seed).isEmpty();
        assertThat(decoded.documents()).as("seed %d", seed).hasSize(1);
        assertThat(decoded.documents().get(0).problems()).as("seed %d", seed).isEmpty();
        assertThat(Staedi.objections(
                        bytes,
                        some.message().transactionSetId(),
                        some.envelope().release().version()))
                .as("seed %d", seed)
                .isEmpty();
    }

    private static void says(int seed, OrderText text, OrderMessage message, WritingProfile profile) {
        String as = "seed " + seed;
        PurchaseOrder order = message.order().order();
        assertThat(text.set).as(as).isEqualTo(message.transactionSetId());
        assertThat(text.purpose)
                .as(as)
                .isEqualTo(
                        switch (message) {
                            case OrderMessage.NewOrder ignored -> "00";
                            case OrderMessage.ReplacingOrder ignored -> "05";
                            case OrderMessage.OrderChange ignored -> "04";
                            case OrderMessage.OrderCancellation ignored -> "01";
                        });
        assertThat(text.number).as(as).isEqualTo(order.key().orderNumber());
        assertThat(text.orderDate).as(as).isEqualTo(order.orderDate());
        assertThat(text.currency).as(as).isEqualTo("USD");
        assertThat(text.references).as(as).containsEntry("IA", order.vendor().number());
        for (DateRule rule : profile.header().dates()) {
            Optional<java.time.LocalDate> day = switch (rule.day()) {
                case REQUESTED_DELIVERY -> order.requestedDelivery();
                case REQUESTED_SHIP -> order.details().requestedShip();
                case CONFIRMED_DELIVERY -> order.details().confirmedDelivery();
                default -> Optional.empty();
            };
            assertThat(Optional.ofNullable(text.dates.get(rule.qualifier())))
                    .as(as)
                    .isEqualTo(day.map(found -> found.plusDays(rule.plus())));
        }
        Optional<OrderText.Party> shipTo =
                text.parties.stream().filter(party -> party.role.equals("ST")).findFirst();
        assertThat(shipTo.map(party -> party.address)).as(as).isEqualTo(order.deliveryAddress());
        notes(as, text, order, profile);
        assertThat(text.charges.stream().map(OrderText.Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as(as)
                .isEqualByComparingTo(headerCharges(message));
        List<LineChange> told = told(message, profile);
        assertThat(text.lines).as(as).hasSameSizeAs(told);
        BigDecimal hash = BigDecimal.ZERO;
        for (int i = 0; i < told.size(); i++) {
            line(as + " line " + i, text.lines.get(i), told.get(i), message, profile);
            hash = hash.add(told.get(i).quantity());
        }
        if (!told.isEmpty()) {
            assertThat(text.count).as(as).isEqualTo(Integer.toString(told.size()));
            assertThat(new BigDecimal(text.hash)).as(as).isEqualByComparingTo(hash);
            assertThat(new BigDecimal(text.total)).as(as).isEqualByComparingTo(total(message));
        }
    }

    private static void notes(String as, OrderText text, PurchaseOrder order, WritingProfile profile) {
        List<String> notes = new ArrayList<>();
        if (profile.sends("N9")) {
            notes.addAll(order.details().notes());
            notes.addAll(profile.header().notes());
        }
        assertThat(String.join(" ", text.notes)).as(as).isEqualTo(String.join(" ", notes));
    }

    /** The lines of the message; those of an 850 count as added. */
    private static List<LineChange> told(OrderMessage message, WritingProfile profile) {
        if (message instanceof OrderMessage.OrderCancellation) {
            return List.of();
        }
        List<LineChange> changes = message instanceof OrderMessage.OrderChange change ? change.changes() : List.of();
        if (message instanceof OrderMessage.OrderChange && !profile.lines().unchanged()) {
            return changes;
        }
        List<LineChange> all = new ArrayList<>();
        for (AlignedLine line : message.order().lines()) {
            all.add(changes.stream()
                    .filter(change -> change.line().equals(line))
                    .findFirst()
                    .orElse(new LineChange(
                            LineChange.Kind.UNCHANGED,
                            line,
                            line.line().quantity().amount())));
        }
        return all;
    }

    private static void line(
            String as, OrderText.Line text, LineChange change, OrderMessage message, WritingProfile profile) {
        OrderLine line = change.line().line();
        assertThat(text.number).as(as).isEqualTo(Long.toString(line.number()));
        assertThat(text.quantity).as(as).isEqualByComparingTo(change.quantity());
        assertThat(text.unit).as(as).isEqualTo(change.line().unit().code());
        BigDecimal divisor = Optional.ofNullable(DIVISORS.get(text.basis)).orElseThrow();
        assertThat(text.price.multiply(line.price().per()))
                .as(as)
                .isCloseTo(line.price().amount().multiply(divisor), within(new BigDecimal("0.0005")));
        assertThat(text.ids)
                .as(as)
                .isEqualTo(change.line().productIds().stream()
                        .map(Object::toString)
                        .toList());
        assertThat(String.join(" ", text.descriptions)).as(as).isEqualTo(line.description());
        if (message instanceof OrderMessage.OrderChange) {
            assertThat(text.change).as(as).isEqualTo(change.kind().code());
        }
        if (change.kind() == LineChange.Kind.CANCELLED) {
            assertThat(text.deliveries).as(as).isEmpty();
            return;
        }
        PurchaseOrder order = message.order().order();
        Optional<java.time.LocalDate> wanted = line.requestedDelivery().or(order::requestedDelivery);
        assertThat(Optional.ofNullable(
                        text.dates.getOrDefault("002", order.requestedDelivery().orElse(null))))
                .as(as)
                .isEqualTo(wanted);
        Optional<Address> place =
                line.deliveryAddress().filter(there -> !order.deliveryAddress().equals(Optional.of(there)));
        assertThat(text.parties.stream().map(party -> party.address).findFirst())
                .as(as)
                .isEqualTo(place);
        if (profile.lines().schedule() == Schedule.LINES) {
            assertThat(text.deliveries).as(as).isEmpty();
        } else if (!line.details().deliveries().isEmpty()) {
            assertThat(text.deliveries.stream().map(OrderText.Delivery::day))
                    .as(as)
                    .isEqualTo(line.details().deliveries().stream()
                            .map(delivery -> delivery.day())
                            .toList());
            for (int i = 0; i < text.deliveries.size(); i++) {
                assertThat(text.deliveries.get(i).quantity())
                        .as(as)
                        .isEqualByComparingTo(line.details().deliveries().get(i).quantity());
            }
        }
        BigDecimal charged = line.details().discounted()
                ? line.price().times(line.quantity().amount()).subtract(line.netAmount())
                : BigDecimal.ZERO;
        for (OrderCharge charge : line.details().charges()) {
            charged = charged.add(
                    charge.amount(line.quantity().amount(), line.netAmount()).abs());
        }
        assertThat(text.charges.stream().map(OrderText.Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as(as)
                .isEqualByComparingTo(charged);
        assertThat(text.references.getOrDefault("CO", ""))
                .as(as)
                .isEqualTo(line.details().customerReference());
    }

    private static BigDecimal net(OrderMessage message) {
        return message.order().lines().stream()
                .map(line -> line.line().netAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal discount(OrderMessage message) {
        return net(message)
                .multiply(message.order().order().details().totalDiscountPercentage())
                .movePointLeft(2)
                .setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private static BigDecimal headerCharges(OrderMessage message) {
        BigDecimal sum = discount(message);
        for (OrderCharge charge : message.order().order().details().charges()) {
            sum = sum.add(charge.amount(BigDecimal.ONE, net(message)).abs());
        }
        return sum;
    }

    private static BigDecimal total(OrderMessage message) {
        BigDecimal sum = net(message).subtract(discount(message));
        for (OrderCharge charge : message.order().order().details().charges()) {
            sum = sum.add(charge.amount(BigDecimal.ONE, net(message)));
        }
        for (AlignedLine line : message.order().lines()) {
            for (OrderCharge charge : line.line().details().charges()) {
                sum = sum.add(charge.amount(
                        line.line().quantity().amount(), line.line().netAmount()));
            }
        }
        return sum;
    }
}
