package io.mlconnector.verification.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord;
import io.mlconnector.twin.dynamics.Vendor;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.support.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What F&O confirms is told as F&O means it: whole, once, and only to whom it is for. */
class OrderMeaningTest {

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

    @SuppressWarnings("NullAway.Init") // before each test
    private World world;

    @SuppressWarnings("NullAway.Init") // before each test
    private Partner partner;

    @SuppressWarnings("NullAway.Init") // before each test
    private String company;

    @BeforeEach
    void nothing_is_confirmed_yet(@TempDir Path folder) {
        world = new World("meaning", folder, TwinOptions.demo(7), yaml -> yaml).start();
        partner = world.twin().scenario().partners().getFirst();
        company = partner.vendors().keySet().iterator().next();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private PurchaseOrder order(String number, String vendor, Map<String, Object> more, PurchaseOrderLine... lines) {
        return PurchaseOrder.withoutCharges(
                company, number, vendor, "USD", DAY.minusDays(10), DAY, List.of(lines), more);
    }

    private void entered(String number, PurchaseOrderLine... lines) {
        String vendor = String.valueOf(partner.vendors().get(company));
        world.twin().dynamics().addPurchaseOrder(order(number, vendor, Map.of(), lines));
    }

    private static PurchaseOrderLine line(long number, String item, String quantity) {
        return PurchaseOrderLine.of(number, item, "Goods", quantity, "ea", "2.00");
    }

    private List<DocumentRecord> documents(String number) {
        return world.documents().stream()
                .filter(document -> document.keys().orderNumber().equals(number))
                .toList();
    }

    private DocumentRecord only(String number, Condition condition) {
        Awaiting.until(
                number + " is " + condition,
                MOST,
                () -> documents(number).stream().anyMatch(document -> document.condition() == condition));
        assertThat(documents(number)).hasSize(1);
        return documents(number).getFirst();
    }

    private List<TwinRecord.ReceivedSet> sent(String number) {
        return world.twin().record().uploads().stream()
                .flatMap(file -> file.sets().stream())
                .filter(set -> set.purchaseOrderNumber().equals(number))
                .toList();
    }

    private static Problem why(DocumentRecord document) {
        return document.reason().orElseThrow();
    }

    @Test
    void an_order_of_three_lines_of_which_one_shows_goes_out_when_all_of_them_do() {
        entered("PO-WHOLE", line(1, "A", "1"), line(2, "B", "1"), line(3, "C", "1"));
        world.twin().dynamics().confirm(company, "PO-WHOLE", 1);
        Awaiting.until(
                "it was read",
                MOST,
                () -> documents("PO-WHOLE").stream()
                        .anyMatch(document -> world.history(document).stream()
                                .anyMatch(entry -> entry.entry().event().equals("postponed"))));
        assertThat(sent("PO-WHOLE")).isEmpty();

        world.twin().dynamics().showAllLines();

        Awaiting.until("it is sent", MOST, () -> sent("PO-WHOLE").size() == 1);
        assertThat(sent("PO-WHOLE").getFirst().lineCount()).isEqualTo(3);
    }

    @Test
    void an_order_of_a_vendor_that_is_no_partner_is_settled_without_reading_it() {
        world.twin().dynamics().masterData().addVendor(new Vendor(company, "V-NOBODY", "Nobody", "USD"));
        world.twin().dynamics().addPurchaseOrder(order("PO-OTHER", "V-NOBODY", Map.of(), line(1, "A", "1")));
        world.twin().dynamics().confirm(company, "PO-OTHER");

        DocumentRecord settled = only("PO-OTHER", Condition.DISCARDED);

        assertThat(why(settled).causeKey()).isEqualTo("not-for-edi:vendor-no-partner");
        assertThat(world.twin().record().calls().keySet())
                .noneMatch(call -> call.contains("PurchaseOrderConfirmationLines"));
    }

    @Test
    void goods_that_go_back_are_not_ordered() {
        entered("PO-BACK", line(1, "A", "-4"));
        world.twin().dynamics().confirm(company, "PO-BACK");

        assertThat(why(only("PO-BACK", Condition.DISCARDED)).causeKey()).isEqualTo("not-for-edi:return-order");
        assertThat(sent("PO-BACK")).isEmpty();
    }

    @Test
    void a_line_that_repeats_the_quantity_of_its_deliveries_with_no_amount_of_its_own_is_told_once() {
        entered(
                "PO-PARTS",
                line(1, "A", "10").with(Map.of("LineAmount", 0)),
                line(2, "A", "4"),
                line(3, "A", "6"),
                line(4, "B", "1"));
        world.twin().dynamics().confirm(company, "PO-PARTS");

        Awaiting.until("the order is sent", MOST, () -> sent("PO-PARTS").size() == 1);
        assertThat(sent("PO-PARTS").getFirst().lineCount()).isEqualTo(3);
    }

    @Test
    void where_f_and_o_counts_the_goods_twice_itself_the_lines_stay_as_they_are_totalled() {
        entered("PO-TWICE", line(1, "A", "10"), line(2, "A", "4"), line(3, "A", "6"));
        world.twin().dynamics().confirm(company, "PO-TWICE");

        Awaiting.until("the order is sent", MOST, () -> sent("PO-TWICE").size() == 1);
        assertThat(sent("PO-TWICE").getFirst().lineCount()).isEqualTo(3);
    }

    @Test
    void a_wholly_cancelled_order_is_told_by_an_860_that_cancels_it() {
        entered("PO-CANCEL", line(1, "A", "1"));
        world.twin().dynamics().confirm(company, "PO-CANCEL");
        Awaiting.until("the order is sent", MOST, () -> sent("PO-CANCEL").size() == 1);

        world.twin().dynamics().cancelLine(company, "PO-CANCEL", 1);
        world.twin().dynamics().confirm(company, "PO-CANCEL");

        Awaiting.until("the cancellation is sent", MOST, () -> sent("PO-CANCEL").size() == 2);
        assertThat(sent("PO-CANCEL").getLast().setId()).isEqualTo("860");
        assertThat(sent("PO-CANCEL").getLast().purpose()).isEqualTo("01");
    }
}
