package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.twin.TwinOptions;
import java.util.Comparator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changed between the bytes of one step of a document and those of the next. */
@Tag("browser")
class PayloadChangesTest {

    private static DocumentRecord done(String type) {
        return BrowsedDemo.shared().world().documents().stream()
                .filter(one -> one.type().equals(type) && one.condition() == Condition.DONE)
                .findFirst()
                .orElseThrow();
    }

    private static void follow(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .last()
                .click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What changed"))
                .waitFor();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void what_was_sent_to_the_erp_stands_beside_what_it_answered_member_by_member(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents/" + done("810").id().text()).page();
            follow(page, "what changed between the two");
            assertThat(page.locator("main").innerText()).contains("Before", "After", "differ");
            visit.isClean("changes-erp");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("the document"))
                    .click();
            follow(page, "what changed since the step before");
            visit.isClean("changes-step");
        }
    }

    /** The one with the fewest lines: every member of an order is a row, and the check of a page looks at each. */
    private static DocumentRecord shortOrder() {
        return TwinOptions.demo(42).scenario().orders().stream()
                .sorted(Comparator.comparingInt(
                        scripted -> scripted.order().lines().size()))
                .flatMap(scripted -> BrowsedDemo.shared().world().documents().stream()
                        .filter(one -> one.type().equals("850") && one.condition() == Condition.DONE)
                        .filter(one ->
                                one.keys().orderNumber().equals(scripted.order().orderNumber())))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void what_an_order_was_written_from_stands_beside_the_file(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents/" + shortOrder().id().text()).page();
            follow(page, "what changed since the step before");
            assertThat(page.locator("main").innerText()).contains("JSON", "X12", "BEG", "confirmation");
            visit.isClean("changes-order");
        }
    }
}
