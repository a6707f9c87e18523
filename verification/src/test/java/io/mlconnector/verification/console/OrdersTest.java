package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.support.World;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders, what was answered to each of their revisions, and whose turn it is. */
@Tag("browser")
class OrdersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static void heading(Page page, String name) {
        page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true))
                .waitFor();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void an_order_with_a_held_invoice_is_ours_and_its_page_lays_out_everything_about_it(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/orders").page();
            heading(page, "Something is open");
            heading(page, "Settled");
            visit.isClean("orders");

            page.navigate("/orders?turn=ours");
            assertThat(page.locator("table.rows").innerText()).contains("It is held:");
            page.locator("[data-row]")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("810 "))
                    .first()
                    .locator("[data-open]")
                    .click();
            heading(page, "In order of time");
            heading(page, "Revisions");
            heading(page, "Ordered and invoiced");
            assertThat(page.locator(".verdict").innerText()).contains("ours", "It is held:");
            visit.isClean("order");
        }
    }

    @Test
    void a_revision_that_changed_the_order_stands_with_the_first_one_and_quantities_come_from_the_newest() {
        DocumentRecord change = BrowsedDemo.shared().world().documents().stream()
                .filter(document -> document.type().equals("860"))
                .findFirst()
                .orElseThrow();
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/orders?q=" + change.keys().orderNumber().toLowerCase(Locale.ROOT))
                    .page();
            heading(page, "Revisions");
            String revisions = page.getByLabel("Revisions").innerText();
            assertThat(revisions).contains("850", "860", change.keys().confirmationNumber(), "none agreed");
            assertThat(page.locator("section[aria-labelledby=quantities]").innerText())
                    .contains("Ordered", "Invoiced", "Open");
            visit.isClean("order-changed");
        }
    }

    @Test
    void a_rejection_by_the_partner_makes_it_our_turn_and_stands_with_the_revision() {
        World world = BrowsedDemo.shared().world();
        DocumentRecord order = world.documents().stream()
                .filter(document -> document.type().equals("850")
                        && document.condition() == Condition.DONE
                        && document.acknowledgement() == Acknowledgement.NONE
                        && document.partner().equals("globex"))
                .min((one, another) -> one.id().compareTo(another.id()))
                .orElseThrow();
        String number = order.keys().orderNumber();
        reject(world, order);
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.DARK)) {
            Page page = visit.to("/orders?turn=ours&partner=globex").page();
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(number).setExact(true))
                    .click();

            assertThat(page.locator(".verdict").innerText()).contains("ours", "The partner rejected it;");
            String revisions = page.getByLabel("Revisions").innerText();
            assertThat(revisions).contains("rejected", "855", "The vendor answered with an 855");
            assertThat(page.getByLabel("Answers that name it").innerText()).contains("855", "Order answer");
            visit.isClean("order-rejected");

            page.navigate("/documents/" + order.id().text());
            assertThat(page.getByText("Edit and resubmit").count())
                    .as("what was delivered is not edited")
                    .isZero();
            page.getByText("Settle the answer…").click();
            page.locator("#reason-settle").fill("Called off by telephone.");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Settle the answer"))
                    .click();
            page.getByText("It needs no answer any more.").waitFor();
            page.navigate("/orders/" + order.connection() + "/" + number);
            assertThat(page.locator(".verdict").innerText()).doesNotContain("ours");
        }
    }

    private static void reject(World world, DocumentRecord order) {
        Partner partner = world.twin().scenario().partners().stream()
                .filter(one -> one.id().equals(order.partner()))
                .findFirst()
                .orElseThrow();
        String isa = String.format(
                Locale.ROOT,
                "ISA*00*          *00*          *%s*%-15s*%s*%-15s*260311*0915*U*00401*000910001*0*P*>~",
                partner.them().qualifier(),
                partner.them().id(),
                partner.us().qualifier(),
                partner.us().id());
        world.twin()
                .put(
                        partner.downloadFolder(),
                        "855_rejected.edi",
                        Buffer.buffer(isa + "GS*PR*" + partner.them().group() + "*"
                                + partner.us().group()
                                + "*20260311*0915*91*X*004010~ST*855*0001~BAK*00*RJ*"
                                + order.keys().orderNumber()
                                + "*20260310*****20260311~SE*3*0001~GE*1*91~IEA*1*000910001~"));
        Awaiting.until(
                "the 855 stands with its order",
                PATIENCE,
                () -> world.documents().stream()
                        .anyMatch(one ->
                                one.id().equals(order.id()) && one.acknowledgement() == Acknowledgement.REJECTED));
    }

    @Test
    void an_order_that_no_document_names_is_said_to_be_unknown() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.page();
            assertThat(page.navigate("/orders/demo/no%2Fsuch%3Cb%3E").status()).isEqualTo(404);
            heading(page, "No such order");
            page.navigate("/orders?q=NO-SUCH");
            heading(page, "Nothing like that");
        }
    }
}
