package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit in the console: who did what, and the proof of the history. */
@Tag("browser")
class AuditPageTest {

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void what_a_person_did_stands_there_with_the_document_and_is_found_by_person_and_day(ColorScheme theme) {
        String comment = "Asked the supplier <" + theme + ">";
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents?type=810").page();
            page.locator("[data-open]").first().click();
            page.getByText("Comment, assign or put off").click();
            page.getByLabel("Comment").fill(comment);
            button(page, "Write it into the history").click();
            page.locator(".hops").getByText(comment).waitFor();
            String document = page.url();

            visit.to("/audit");
            assertThat(page.locator("[data-open]").first().textContent()).contains(comment);
            visit.isClean("audit");
            page.locator("select[name=person]").selectOption("administrator");
            page.waitForURL("**/audit?person=administrator**");
            assertThat(page.locator("[data-row]").count()).isPositive();
            page.locator("[data-open]").first().click();
            page.waitForURL(document);

            visit.to("/audit?day=2001-01-01");
            page.getByText("Nothing matches").waitFor();
            visit.isClean("audit-none");
            visit.to("/audit?day=someday");
            page.getByText("A day looks like 2026-03-10.").waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_chain_is_verified_now_and_a_head_that_is_not_in_it_is_told(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/audit").page();
            page.getByText("Verify the chain now…").click();
            page.getByLabel("read every stored payload too").check();
            button(page, "Verify").click();
            page.getByText("Intact: ").waitFor();
            visit.isClean("audit-intact");

            page.getByText("Verify the chain now…").click();
            page.getByLabel("A head noted earlier").fill("1:" + "0".repeat(64));
            button(page, "Verify").click();
            page.getByText("The history is not as it was written.").waitFor();
            visit.isClean("audit-broken");
        }
    }
}
