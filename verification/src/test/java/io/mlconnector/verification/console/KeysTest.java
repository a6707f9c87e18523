package io.mlconnector.verification.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.engine.loop.Signals;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that is done often has a key. */
@Tag("browser")
class KeysTest {

    private static Locator here(Page page) {
        return page.locator("[data-row].here");
    }

    private static String row(Page page, int number) {
        return String.valueOf(page.locator("[data-row]").nth(number).getAttribute("data-row"));
    }

    @Test
    void j_and_k_move_x_selects_and_o_opens() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/documents").page();
            page.keyboard().press("j");
            assertThat(here(page)).hasAttribute("data-row", row(page, 0));
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(here(page)).hasAttribute("data-row", row(page, 2));
            page.keyboard().press("k");
            assertThat(here(page)).hasAttribute("data-row", row(page, 1));
            page.keyboard().press("x");
            assertThat(page.locator("[data-selected]")).hasText("1 selected");
            String opened = row(page, 1);
            page.keyboard().press("o");
            page.waitForURL("**/documents/" + opened);
            visit.isClean("keys");
        }
    }

    @Test
    void a_slash_searches_a_question_mark_tells_the_keys_and_escape_closes_what_is_open() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.DARK)) {
            Page page = visit.to("/documents").page();
            page.keyboard().press("/");
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().type("j");
            assertThat(page.locator("#q")).hasValue("j");
            assertThat(here(page)).hasCount(0);

            page.locator("h1").click();
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            visit.isClean("keys-list");
            page.keyboard().press("Escape");
            assertThat(page.locator("#keys")).isHidden();

            page.keyboard().press("Control+k");
            assertThat(page.locator("#palette-text")).isFocused();
            page.keyboard().type("audit");
            assertThat(page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Audit go to")))
                    .hasAttribute("aria-selected", "true");
            visit.isClean("keys-palette");
            page.keyboard().press("Escape");
            assertThat(page.locator("#palette")).isHidden();
            page.keyboard().press("Control+k");
            page.keyboard().type("audit");
            page.keyboard().press("Enter");
            page.waitForURL("**/audit");
            page.keyboard().press("g");
            page.keyboard().press("t");
            assertThat(page).hasURL(Pattern.compile(".*/$"));
        }
    }

    @Test
    void what_has_the_focus_keeps_it_when_the_page_follows_what_happened() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/documents").page();
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.locator("input[name=id]").nth(4).check();
            page.locator("[data-row]").nth(1).locator("a[data-open]").focus();
            page.evaluate("document.querySelector('#rows').dataset.old = 'yes'");

            BrowsedDemo.shared().world().resources().engine().loop().signal(Signals.CHANGED, row(page, 1));
            assertThat(page.locator("#rows:not([data-old])")).isVisible();

            assertThat(page.locator("[data-row]").nth(1).locator("a[data-open]"))
                    .isFocused();
            assertThat(here(page)).hasAttribute("data-row", row(page, 1));
            assertThat(page.locator("input[name=id]").nth(4)).isChecked();
            visit.isClean("keys-live");
        }
    }
}
