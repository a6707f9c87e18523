package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.ordering.OrderMessage.NewOrder;
import io.mlconnector.domain.ordering.OrderMessage.OrderCancellation;
import io.mlconnector.domain.ordering.OrderMessage.OrderChange;
import io.mlconnector.domain.ordering.OrderMessage.ReplacingOrder;
import io.mlconnector.domain.ordering.RevisionMessage.Hold;
import io.mlconnector.domain.ordering.RevisionMessage.Nothing;
import io.mlconnector.domain.ordering.RevisionMessage.Tell;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PlaceNumbers;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevisionMessageTest {

    private static final AlignedLine LINE = AnOrderLine.numbered(1).aligned();
    private static final AlignedLine MORE =
            AnOrderLine.numbered(1).of("12", "ea").aligned();
    private static final AlignedOrder FIRST = Orders.aligned(1, LINE);
    private static final AlignedOrder SAME = Orders.aligned(2, LINE);
    private static final AlignedOrder CHANGED = Orders.aligned(2, MORE);
    private static final AlignedOrder EMPTY = Orders.aligned(2);

    private static RevisionMessage tell(AlignedOrder order, AlignedOrder before, Changes agreed) {
        return RevisionMessage.of(order, new PartnerKnowledge.Known(before), 1, agreed);
    }

    @ParameterizedTest
    @EnumSource(Changes.class)
    void the_first_revision_is_a_new_order_whatever_was_agreed_for_changes(Changes agreed) {
        assertThat(RevisionMessage.of(FIRST, new PartnerKnowledge.None(), 1, agreed))
                .isEqualTo(new Tell(new NewOrder(FIRST)));
        assertThat(new NewOrder(FIRST).transactionSetId()).isEqualTo("850");
    }

    @ParameterizedTest
    @EnumSource(Changes.class)
    void an_order_that_is_cancelled_before_it_was_told_is_never_told(Changes agreed) {
        assertThat(RevisionMessage.of(EMPTY, new PartnerKnowledge.None(), 1, agreed))
                .isInstanceOfSatisfying(
                        Nothing.class,
                        nothing -> assertThat(nothing.why().code()).isEqualTo("no-open-line"));
    }

    /** Orders were read in another way than before; nobody confirmed them again. */
    @ParameterizedTest
    @EnumSource(Changes.class)
    void a_revision_that_is_recognised_by_its_content_and_says_the_same_is_told_to_nobody(Changes agreed) {
        AlignedOrder byContent = new AlignedOrder(
                SAME.order().as(new OrderKey(SAME.order().key().legalEntity(), "PO-1", "CONTENT-ABCDEFGHIJKL")),
                SAME.lines(),
                SAME.ourName(),
                SAME.partnerName());
        for (RevisionMessage message : List.of(tell(byContent, FIRST, agreed), tell(FIRST, byContent, agreed))) {
            assertThat(message)
                    .isInstanceOfSatisfying(
                            Nothing.class,
                            nothing -> assertThat(nothing.why().code()).isEqualTo("nothing-changed"));
        }
    }

    @Test
    void a_changed_order_is_told_by_its_differences() {
        assertThat(tell(CHANGED, FIRST, Changes.CHANGE_ORDER)).isInstanceOfSatisfying(Tell.class, told -> {
            assertThat(told.message().transactionSetId()).isEqualTo("860");
            assertThat(((OrderChange) told.message()).changes())
                    .extracting(LineChange::kind)
                    .containsExactly(LineChange.Kind.QUANTITY_UP);
        });
    }

    @Test
    void a_changed_order_is_told_as_a_whole_where_that_was_agreed() {
        assertThat(tell(CHANGED, FIRST, Changes.REPLACE)).isEqualTo(new Tell(new ReplacingOrder(CHANGED)));
        assertThat(new ReplacingOrder(CHANGED).transactionSetId()).isEqualTo("850");
    }

    @Test
    void a_changed_order_is_held_where_that_was_agreed() {
        assertThat(tell(CHANGED, FIRST, Changes.HOLD)).isInstanceOfSatisfying(Hold.class, held -> {
            assertThat(held.why().code()).isEqualTo("change-held");
            assertThat(held.why().message()).contains(Orders.NUMBER, "PO-000471-2");
            assertThat(Problems.givesAdvice(held.why())).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Changes.class,
            names = {"CHANGE_ORDER", "REPLACE"})
    void an_order_without_any_open_line_is_cancelled(Changes agreed) {
        assertThat(tell(EMPTY, FIRST, agreed)).isEqualTo(new Tell(new OrderCancellation(EMPTY, 1)));
        assertThat(new OrderCancellation(EMPTY, 1).transactionSetId()).isEqualTo("860");
    }

    @ParameterizedTest
    @EnumSource(
            value = Changes.class,
            names = {"CHANGE_ORDER", "REPLACE"})
    void an_order_is_cancelled_only_once(Changes agreed) {
        assertThat(tell(Orders.aligned(3), EMPTY, agreed))
                .isInstanceOfSatisfying(
                        Nothing.class,
                        nothing -> assertThat(nothing.why().code()).isEqualTo("cancelled-already"));
    }

    @Test
    void an_order_that_says_the_same_is_not_told_again() {
        assertThat(tell(SAME, FIRST, Changes.CHANGE_ORDER)).isInstanceOfSatisfying(Nothing.class, nothing -> {
            assertThat(nothing.why().code()).isEqualTo("nothing-changed");
            assertThat(nothing.why().message()).contains("PO-000471-2", "PO-000471-1");
        });
    }

    @Test
    void a_change_of_the_header_alone_is_told_without_lines() {
        List<OrderLine> lines = List.of(LINE.line());
        var later = Orders.order(2, "Jane Doe", Optional.of(LocalDate.of(2026, 4, 1)), lines);
        var somebodyElse = Orders.order(2, "John Roe", Optional.of(Orders.WANTED), lines);

        for (PurchaseOrder order : List.of(later, somebodyElse)) {
            AlignedOrder aligned = Orders.aligned(order, LINE);
            assertThat(tell(aligned, FIRST, Changes.CHANGE_ORDER))
                    .isEqualTo(new Tell(new OrderChange(aligned, 1, List.of())));
        }
    }

    @Test
    void an_order_that_gets_lines_after_its_cancellation_adds_them() {
        assertThat(tell(Orders.aligned(3, LINE), EMPTY, Changes.CHANGE_ORDER))
                .isInstanceOfSatisfying(
                        Tell.class,
                        told -> assertThat(((OrderChange) told.message()).changes())
                                .extracting(LineChange::kind)
                                .containsExactly(LineChange.Kind.ADDED));
    }

    @Test
    void open_lines_leave_out_the_cancelled_ones_and_every_line_is_found_by_number() {
        OrderLine cancelled = AnOrderLine.numbered(2).cancelled().build();
        PurchaseOrder order = Orders.confirmed(LINE.line(), cancelled);

        assertThat(order.openLines()).containsExactly(LINE.line());
        assertThat(order.line(2)).contains(cancelled);
        assertThat(order.line(3)).isEmpty();
    }

    @Test
    void another_way_of_delivery_is_told_even_if_no_line_changed() {
        OrderDetails byTruck = new OrderDetails(
                "Truck",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                Optional.empty(),
                OrderKind.UNKNOWN,
                false,
                "",
                Optional.empty(),
                PlaceNumbers.NONE);
        AlignedOrder after = new AlignedOrder(SAME.order().with(byTruck), SAME.lines(), "Contoso", "Acme Foods");

        assertThat(tell(after, FIRST, Changes.CHANGE_ORDER))
                .isInstanceOfSatisfying(
                        Tell.class,
                        told -> assertThat(((OrderChange) told.message()).changes())
                                .isEmpty());
    }

    @Test
    void what_the_vendor_promised_is_not_told_to_him() {
        OrderDetails promised = new OrderDetails(
                "",
                "",
                Optional.empty(),
                Optional.of(Orders.WANTED),
                Optional.of(Orders.WANTED),
                "",
                BigDecimal.ZERO,
                new BigDecimal("0.00"),
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                Optional.empty(),
                OrderKind.UNKNOWN,
                false,
                "",
                Optional.empty(),
                PlaceNumbers.NONE);
        AlignedOrder after = new AlignedOrder(SAME.order().with(promised), SAME.lines(), "Contoso", "Acme Foods");

        assertThat(tell(after, FIRST, Changes.CHANGE_ORDER)).isInstanceOf(Nothing.class);
    }

    private static final PartnerKnowledge LOST =
            new PartnerKnowledge.Unknown(new Revision("d-1", "PO-1-1", Revision.Standing.DELIVERED, true));

    @Test
    void a_change_is_held_while_nobody_knows_what_was_delivered() {
        assertThat(RevisionMessage.of(FIRST, LOST, 1, Changes.CHANGE_ORDER))
                .isInstanceOfSatisfying(Hold.class, hold -> {
                    assertThat(hold.why().code()).isEqualTo("delivered-content-missing");
                    assertThat(hold.why().message()).contains("PO-1-1", "d-1", "orders.changes");
                });
    }

    @Test
    void a_full_replacement_needs_no_knowledge_of_what_was_delivered() {
        assertThat(RevisionMessage.of(FIRST, LOST, 1, Changes.REPLACE))
                .isEqualTo(new Tell(new OrderMessage.ReplacingOrder(FIRST)));
    }

    @Test
    void a_cancelled_order_is_cancelled_although_its_delivered_content_is_gone() {
        assertThat(RevisionMessage.of(EMPTY, LOST, 3, Changes.REPLACE))
                .isEqualTo(new Tell(new OrderMessage.OrderCancellation(EMPTY, 3)));
    }

    @Test
    void an_order_of_which_something_was_delivered_is_never_told_as_a_new_one() {
        for (Changes agreed : Changes.values()) {
            assertThat(RevisionMessage.of(FIRST, LOST, 1, agreed)).isNotEqualTo(new Tell(new NewOrder(FIRST)));
        }
    }
}
