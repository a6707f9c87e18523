package io.mlconnector.verification.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Something is done to all that match: seen beforehand, watched while it goes on, and told afterwards document by document. */
@Tag("browser")
class BulkActionsPageTest {

    private static final Pattern MATCHING = Pattern.compile("([0-9,]+) documents match\\.");

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void assignAll(BrowsedDemo.Visit visit, String to) {
        Page page = visit.to("/documents?type=810&condition=held").page();
        page.getByLabel("all that match, on every page").check();
        page.getByLabel("Action").selectOption(new SelectOption().setLabel("Assign"));
        page.getByText("See what it would do").click();
        page.getByText("Nothing is done yet.").waitFor();
        page.getByLabel("Who looks after them; empty: nobody").fill(to);
        page.getByLabel("Reason, for the history").fill("the desk of the month");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void all_that_match_are_counted_done_by_a_run_of_their_own_and_told_one_by_one(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents?type=810&condition=held").page();
            var matching = MATCHING.matcher(page.locator("#rows").innerText());
            assertThat(matching.find()).isTrue();
            String count = matching.group(1);

            assignAll(visit, "desk-7");
            button(page, "Assign " + count).click();
            page.waitForURL("**/documents/runs/**");
            String run = page.url();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Done: Assign " + count + " documents");
            assertThat(page.locator(".counts")).hasText(count + " were assigned");
            assertThat(page.locator("tbody tr")).hasCount(Integer.parseInt(count));
            assertThat(page.locator("tbody")).containsText("It was assigned.");
            assertThat(page.locator(".facts").first()).containsText("because: the desk of the month");
            visit.isClean("bulk-run");

            visit.to("/documents?type=810&condition=held&assignee=desk-7");
            assertThat(page.locator("#rows")).containsText(count + " documents match.");
            page.getByText("Actions on many", new Page.GetByTextOptions().setExact(true))
                    .click();
            Locator row = page.locator("tbody tr").first();
            assertThat(row).containsText("Assign " + count + " documents");
            assertThat(row).containsText(count + " done");
            visit.isClean("bulk-runs");
            row.getByRole(AriaRole.LINK).click();
            assertThat(page).hasURL(run);

            assignAll(visit, "");
            button(page, "Assign " + count).click();
            page.getByText("Done: Assign").waitFor();
            visit.to("/documents?type=810&assignee=desk-7");
            assertThat(page.getByText("Nothing matches")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_run_that_nobody_remembers_says_where_what_was_done_stands(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.page();
            assertThat(page.navigate("/documents/runs/0000000000000000000").status())
                    .isEqualTo(404);
            assertThat(page.locator("main")).containsText("stands under Audit");
        }
    }

    private static void elsewhere(Page page, String id, String action) {
        assertThat(page.request()
                        .post(
                                "/api/v1/documents/" + id + "/" + action,
                                RequestOptions.create()
                                        .setHeader("Authorization", "Bearer demo")
                                        .setHeader("Content-Type", "application/json")
                                        .setData("{}"))
                        .status())
                .isEqualTo(200);
    }

    /** What a person is about to do is done to what he was shown, and to nothing else. */
    @Test
    void what_changed_since_it_was_shown_is_left_as_it_is() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/documents?type=810&condition=held").page();
            String id = page.locator("[data-row]").nth(1).getAttribute("data-row");
            page.locator("input[name=id]").nth(1).check();
            page.getByLabel("Action").selectOption(new SelectOption().setLabel("Discard"));
            page.getByText("See what it would do").click();
            button(page, "Discard 1").waitFor();
            elsewhere(page, id, "discard");
            button(page, "Discard 1").click();
            page.waitForURL("**/documents/runs/**");
            assertThat(page.locator(".counts")).hasText("1 was left as it is: its row says why");
            assertThat(page.locator("tbody")).containsText("it changed since you saw what would become of it.");
            visit.isClean("bulk-run-left");

            visit.to("/documents/" + id);
            page.getByText("Restore…").click();
            Locator restore = page.locator("form[action$='/restore'] .forecast button");
            restore.waitFor();
            elsewhere(page, id, "restore");
            restore.click();
            page.getByText("it changed since you saw what would become of it").waitFor();
            assertThat(page.locator("main")).containsText("Nothing was done");
        }
    }
}
