package io.mlconnector.verification.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Open pages follow what happens: at a pace, to the last change, and after a time in which nobody could tell them. */
@Tag("browser")
class LivePagesTest {

    private static final String CHANGE = "htmx.trigger(document.getElementById('files'), 'sse:changed')";

    @Test
    void of_many_changes_the_first_and_the_last_are_looked_up_and_none_in_between() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = untold(visit);
            List<String> looks = looks(page);
            page.waitForResponse("**/files", () -> page.evaluate(CHANGE + ";" + CHANGE + ";" + CHANGE));
            page.waitForResponse("**/files", () -> page.evaluate(CHANGE));
            assertThat(looks).as("one at once, one for all that came after it").hasSize(2);
        }
    }

    @Test
    void what_happened_while_nobody_looked_is_made_up_for() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = untold(visit);
            List<String> looks = looks(page);
            hidden(page, true);
            page.evaluate(CHANGE);
            assertThat(looks).as("nobody sees the page").isEmpty();
            page.waitForResponse("**/files", () -> hidden(page, false));
            assertThat(looks).hasSize(1);
        }
    }

    @Test
    void a_lost_connection_is_told_and_the_page_is_looked_up_when_it_is_back() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/files").page();
            page.locator("html[data-follows]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            page.evaluate("htmx.trigger(document.body, 'htmx:sseError')");
            assertThat(page.getByText("Reconnecting…")).isVisible();
            page.waitForResponse("**/files", () -> page.evaluate("htmx.trigger(document.body, 'htmx:sseOpen')"));
            assertThat(page.getByText("Reconnecting…")).isHidden();
        }
    }

    /** A page to which nothing is told but what the test tells it. */
    private static Page untold(BrowsedDemo.Visit visit) {
        visit.page().route("**/stream", Route::abort);
        return visit.to("/files").page();
    }

    /** Requests by which parts of the page are looked up from now on. */
    private static List<String> looks(Page page) {
        List<String> looks = new ArrayList<>();
        page.onRequest((Request request) -> {
            if (request.headers().containsKey("hx-request")) {
                looks.add(request.url());
            }
        });
        return looks;
    }

    private static void hidden(Page page, boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }
}
