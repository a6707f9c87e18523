package io.mlconnector.dynamics;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.dynamics.examination.Extent;
import io.mlconnector.dynamics.examination.SetAccess;
import io.mlconnector.dynamics.examination.UsedSet;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.testing.contract.Trade;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a role lacks is told by name, with what to do. */
class ExaminationTest {

    private static final Extent ALL = new Extent(true, true, Attachments.ALL, Set.of());

    private final DynamicsBench bench = new DynamicsBench();
    private final Dynamics dynamics = bench.connect(bench.options(OrderSource.CONFIRMATIONS, OrderNotes.ALL));

    @AfterEach
    void stop() {
        bench.close();
    }

    private static SetAccess of(UsedSet set, List<SetAccess> found) {
        return found.stream().filter(one -> one.set() == set).findFirst().orElseThrow();
    }

    @Test
    void everything_that_is_used_can_be_read_by_a_user_with_all_rights() {
        List<SetAccess> found = await(dynamics.examine(ALL));
        assertThat(found).extracting(SetAccess::set).containsExactly(UsedSet.values());
        assertThat(found)
                .allSatisfy(one -> assertThat(one.good() && one.readable())
                        .as(one.toString())
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(UsedSet.class)
    void each_set_that_is_denied_is_named_with_the_privilege_to_give(UsedSet denied) {
        for (int status : new int[] {403, 404}) {
            denied.names().forEach(name -> bench.twin.dynamics().deny(name, status));
            List<SetAccess> found = await(dynamics.examine(ALL));
            assertThat(found).filteredOn(one -> !one.readable()).singleElement().satisfies(one -> {
                assertThat(one.set()).isEqualTo(denied);
                assertThat(one.words())
                        .contains("NOT readable (status " + status + ")", denied.entity() + "View", "role");
                if (status == 404) {
                    assertThat(one.words()).contains(denied.names().getFirst());
                }
            });
        }
    }

    @Test
    void what_takes_a_right_that_cannot_be_tried_is_said_with_the_privilege() {
        assertThat(of(UsedSet.ATTACHMENTS, await(dynamics.examine(ALL)))).satisfies(one -> {
            assertThat(one.good()).isTrue();
            assertThat(one.words())
                    .contains(
                            "cannot be known without writing",
                            "VendorInvoiceDocumentAttachmentEntityMaintain",
                            "not-attached");
        });
        bench.twin.dynamics().deny("VendorInvoiceDocumentAttachments", 403);
        assertThat(of(UsedSet.ATTACHMENTS, await(dynamics.examine(ALL)))).satisfies(one -> {
            assertThat(one.good()).as("it is configured and does not work").isFalse();
            assertThat(one.words())
                    .contains(
                            "VendorInvoiceDocumentAttachmentEntityView",
                            "VendorInvoiceDocumentAttachmentEntityMaintain",
                            "attachments: none");
        });
        assertThat(await(dynamics.examine(new Extent(true, true))))
                .extracting(SetAccess::set)
                .doesNotContain(UsedSet.ATTACHMENTS);
    }

    @Test
    void what_nobody_uses_is_not_asked_for() {
        Dynamics plain = bench.connect(bench.options(OrderSource.ORDERS));
        assertThat(await(plain.examine(new Extent(true, false))))
                .extracting(SetAccess::set)
                .doesNotContain(
                        UsedSet.CONFIRMATION_HEADERS,
                        UsedSet.CONFIRMATION_LINES,
                        UsedSet.ORDER_NOTES,
                        UsedSet.ORDER_LINE_NOTES,
                        UsedSet.INVOICES,
                        UsedSet.POSTED);
    }

    @Test
    void denied_confirmations_are_no_failure_where_the_orders_take_their_place() {
        bench.twin.dynamics().deny("PurchaseOrderConfirmationLines", 403);
        assertThat(of(UsedSet.CONFIRMATION_LINES, await(dynamics.examine(new Extent(true, true))))
                        .good())
                .isFalse();
        SetAccess automatic = of(UsedSet.CONFIRMATION_LINES, await(bench.dynamics.examine(new Extent(true, true))));
        assertThat(automatic.good()).isTrue();
        assertThat(automatic.words()).contains("present state");
        bench.twin.dynamics().deny("PurchaseOrderLinesV2", 403);
        assertThat(of(UsedSet.CONFIRMATION_LINES, await(bench.dynamics.examine(new Extent(true, true))))
                        .good())
                .isFalse();
    }

    @Test
    void properties_that_the_environment_lacks_are_named() {
        assertThat(of(UsedSet.CONFIRMATION_HEADERS, await(dynamics.examine(new Extent(true, true))))
                        .words())
                .contains("PurchaseType", "left out");
    }

    @Test
    void all_legal_entities_of_the_user_are_seen() {
        assertThat(done(dynamics.visible())).containsExactlyInAnyOrder(Trade.USMF, Trade.DAT);
    }

    @Test
    void the_clocks_are_compared() {
        assertThat(dynamics.ahead()).isEmpty();
        done(dynamics.purchaseOrders().find(Set.of(Trade.USMF), "PO-1"));
        assertThat(dynamics.ahead())
                .hasValueSatisfying(ahead -> assertThat(ahead.abs()).isLessThan(Duration.ofSeconds(2)));
        Dynamics late = bench.connect(
                bench.options(), Gate.open(), () -> bench.clock.instant().plus(Duration.ofMinutes(10)));
        done(late.purchaseOrders().find(Set.of(Trade.USMF), "PO-1"));
        assertThat(late.ahead())
                .hasValueSatisfying(
                        ahead -> assertThat(ahead).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11)));
    }
}
