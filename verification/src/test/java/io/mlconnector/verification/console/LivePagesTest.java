package io.mlconnector.verification.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void whose_session_is_over_is_led_to_sign_in_and_back_to_the_same_place() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.route(
                    "**/stream",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/event-stream")
                            .setBody("event: signed-out\ndata: {}\n\n")),
                    new Page.RouteOptions().setTimes(1));
            Request signIn = page.waitForRequest("**/sign-in?**", () -> page.navigate("/files"));
            assertThat(signIn.url()).endsWith("/sign-in?to=%2Ffiles");
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_reads_or_ticks_a_row_keeps_it_where_it_is_while_new_ones_come_above(boolean ticks) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.route("**/stream", Route::abort);
            page.navigate("/documents");
            page.route("**/documents", this::withMoreRows);
            page.evaluate("scrollTo(0, 500)");
            Locator row = page.locator("tbody tr").nth(12);
            String id = row.getAttribute("data-row");
            Locator read = page.locator("[data-row='" + id + "']");
            if (ticks) {
                read.getByRole(AriaRole.CHECKBOX).check();
            }
            double before = read.boundingBox().y;
            int rows = page.locator("tbody tr").count();
            for (int look = 1; look <= 2; look++) {
                page.evaluate("htmx.trigger(document.getElementById('rows'), 'sse:changed')");
                assertThat(page.locator("tbody tr")).hasCount(rows + 3 * look);
                assertThat(read.boundingBox().y).as("after look %s", look).isCloseTo(before, within(2.0));
            }
            if (ticks) {
                assertThat(read.getByRole(AriaRole.CHECKBOX)).isChecked();
                assertThat(read.getByRole(AriaRole.CHECKBOX)).isFocused();
            }
        }
    }

    @Test
    void who_stands_at_the_top_of_a_list_sees_what_comes() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.route("**/stream", Route::abort);
            page.navigate("/documents");
            page.route("**/documents", this::withMoreRows);
            page.evaluate("htmx.trigger(document.getElementById('rows'), 'sse:changed')");
            page.locator("[data-row^=new]").first().waitFor();
            assertThat(page.evaluate("scrollY")).isEqualTo(0);
        }
    }

    private int came;

    /** As if three more documents had come with every look. */
    private void withMoreRows(Route route) {
        APIResponse answer = route.fetch();
        came += 3;
        StringBuilder more = new StringBuilder("<tbody>");
        for (int i = 0; i < came; i++) {
            more.append("<tr data-row='new").append(i).append("'><td>New</td></tr>");
        }
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text().replace("<tbody>", more)));
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
