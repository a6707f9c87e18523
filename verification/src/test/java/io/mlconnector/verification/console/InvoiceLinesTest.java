package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lines of an invoice, each beside what it was compared with. */
@Tag("browser")
class InvoiceLinesTest {

    private static DocumentRecord invoice(Condition condition, String cause) {
        return BrowsedDemo.shared().world().documents().stream()
                .filter(one -> one.type().equals("810")
                        && one.condition() == condition
                        && one.reason().map(why -> why.causeKey()).orElse("").startsWith(cause))
                .findFirst()
                .orElseThrow();
    }

    private static Locator rows(Page page) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Line by line"))
                .waitFor();
        return page.locator("table.lines tbody tr");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_held_invoice_shows_which_line_differs_from_what(ColorScheme theme) {
        DocumentRecord held = invoice(Condition.HELD, "price-differs");
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents/" + held.id().text()).page();
            Locator differing = rows(page)
                    .filter(new Locator.FilterOptions().setHasText("price differs"))
                    .first();
            assertThat(differing.innerText())
                    .contains("differs, held", "price 2 %", "line ", "not known")
                    .contains(held.keys().orderNumber());
            assertThat(differing.locator(".answer-line-held .icon").count()).isEqualTo(1);
            visit.isClean("lines-held");

            page.getByText("Compare with what F&O has now").click();
            page.getByText("Compared now, it would be held").waitFor();
            assertThat(rows(page)
                            .filter(new Locator.FilterOptions().setHasText("price differs"))
                            .count())
                    .isPositive();
            visit.isClean("lines-now");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_posted_invoice_shows_the_numbers_that_were_found_when_it_was_posted(ColorScheme theme) {
        DocumentRecord posted = invoice(Condition.DONE, "");
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents/" + posted.id().text()).page();
            for (String row : rows(page).allInnerTexts()) {
                assertThat(row)
                        .containsAnyOf("agrees", "differs, goes on")
                        .contains(" pending", " posted")
                        .doesNotContain("not known");
            }
            visit.isClean("lines-posted");
        }
    }
}
