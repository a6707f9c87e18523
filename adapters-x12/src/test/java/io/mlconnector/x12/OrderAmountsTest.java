package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.OrderMessage.NewOrder;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.ports.edi.EncodedFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever adds up PO1 and SAC of an order comes to its AMT")
class OrderAmountsTest {

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    private static final OrderLineDetails DISCOUNTED = new OrderLineDetails(
            money("5"),
            money("0.25"),
            OrderLineDetails.NONE.requestedShip(),
            OrderLineDetails.NONE.confirmedDelivery(),
            OrderLineDetails.NONE.confirmedShip(),
            List.of(),
            "",
            "",
            List.of(new OrderCharge("HANDLING", OrderCharge.Category.PER_UNIT, money("0.10"), "Handling")),
            OrderLineDetails.NONE.variant(),
            OrderLineDetails.NONE.variantNumber(),
            money("2"),
            money("0.10"),
            money("3.50"),
            "",
            "",
            List.of(),
            OrderLineDetails.NONE.place());

    private static EncodedFile.Written written(String total, boolean inPrices) {
        AlignedLine plain = Orders.line(1, "100", "EA", Price.each(money("10.00")), "CHIPS", "VN:1");
        OrderLine line = plain.line().with(DISCOUNTED).amounting(money("901.23"));
        AlignedLine second = Orders.line(2, "3", "EA", Price.each(money("7.77")), "SALSA", "VN:2");
        OrderDetails details = OrderDetails.NONE
                .charged(List.of(new OrderCharge("FREIGHT", OrderCharge.Category.FIXED, money("35"), "Freight")))
                .totalling(new OrderTotals(
                        money("924.54"),
                        money("102.27"),
                        money("9.25"),
                        money("45.00"),
                        money("182.46"),
                        money("-0.02"),
                        money(total),
                        money("103")));
        AlignedOrder order = Orders.of(new AlignedLine(line, plain.unit(), plain.productIds()), second);
        OrderDetails said = inPrices ? taxIncluded(details) : details;
        return (EncodedFile.Written) new X12Codec()
                .encode(
                        new NewOrder(new AlignedOrder(
                                order.order().having(order.order().lines(), said), order.lines(), "Us", "Them")),
                        Orders.envelope(Release.R004010));
    }

    private static OrderDetails taxIncluded(OrderDetails one) {
        return new OrderDetails(
                one.deliveryMode(),
                one.shippingCarrier(),
                one.requestedShip(),
                one.confirmedDelivery(),
                one.confirmedShip(),
                one.cashDiscount(),
                one.cashDiscountPercentage(),
                one.totalDiscountPercentage(),
                one.email(),
                one.pool(),
                one.project(),
                one.buyerGroup(),
                one.notes(),
                one.charges(),
                one.unreadCharges(),
                one.totals(),
                one.kind(),
                true,
                one.companyName(),
                one.invoiceAddress(),
                one.place());
    }

    private static String[] segments(EncodedFile.Written file) {
        return new String(file.bytes(), StandardCharsets.ISO_8859_1).split("~");
    }

    /** As a receiver adds up. */
    private static BigDecimal added(String[] segments) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String segment : segments) {
            String[] elements = segment.split("\\*");
            sum = switch (elements[0]) {
                case "PO1" -> sum.add(money(elements[2]).multiply(money(elements[4])));
                case "SAC" -> {
                    BigDecimal amount = money(elements[5]).movePointLeft(2);
                    yield switch (elements[1]) {
                        case "C" -> sum.add(amount);
                        case "A" -> sum.subtract(amount);
                        default -> sum;
                    };
                }
                default -> sum;
            };
        }
        return sum;
    }

    private static BigDecimal told(String[] segments) {
        for (String segment : segments) {
            if (segment.startsWith("AMT*TT*")) {
                return money(segment.substring(7));
            }
        }
        throw new AssertionError("No AMT");
    }

    @Test
    @DisplayName("with all discounts, charges on the price, freight, tax and round-off, and that is F&O's own total")
    void everything() {
        EncodedFile.Written file = written("1142.73", false);
        String[] segments = segments(file);

        assertThat(told(segments)).isEqualByComparingTo(added(segments)).isEqualByComparingTo("1142.73");
        assertThat(segments)
                .anyMatch(segment -> segment.startsWith("SAC*C*H850***18246"))
                .anyMatch(segment -> segment.startsWith("SAC*A*F050***2*"))
                .anyMatch(segment -> segment.contains("MULTILINE DISCOUNT"))
                .anyMatch(segment -> segment.startsWith("SAC*C*F050***350*") && segment.endsWith("PRICE CHARGES"))
                .anyMatch(segment -> segment.startsWith("SAC*A*C310***925*"));
        assertThat(file.notes()).extracting(SyntaxProblem::code).doesNotContain("total-differs");
    }

    @Test
    @DisplayName("where F&O's total is another one, that is noted")
    void other() {
        assertThat(written("1200.00", false).notes())
                .extracting(SyntaxProblem::code)
                .contains("total-differs");
    }

    @Test
    @DisplayName("tax in the prices is told and not added")
    void inPrices() {
        String[] segments = segments(written("960.27", true));

        assertThat(told(segments)).isEqualByComparingTo(added(segments)).isEqualByComparingTo("960.27");
        assertThat(segments).anyMatch(segment -> segment.startsWith("SAC*N*H850***18246"));
    }

    @Test
    @DisplayName("an amount that was entered by hand is told as a discount, with a note")
    void byHand() {
        AlignedLine plain = Orders.line(1, "10", "EA", Price.each(money("10.00")), "CHIPS", "VN:1");
        AlignedLine entered = new AlignedLine(plain.line().amounting(money("88.00")), plain.unit(), plain.productIds());
        var file = (EncodedFile.Written)
                new X12Codec().encode(new NewOrder(Orders.of(entered)), Orders.envelope(Release.R005010));

        assertThat(told(segments(file)))
                .isEqualByComparingTo(added(segments(file)))
                .isEqualByComparingTo("88");
        assertThat(file.notes()).extracting(SyntaxProblem::code).contains("amount-by-hand");
    }
}
