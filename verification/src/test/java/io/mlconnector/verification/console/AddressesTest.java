package io.mlconnector.verification.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are written wrongly, opened again or asked for without a session: nobody gets lost. */
@Tag("browser")
class AddressesTest {

    private static void heading(Page page, String name) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name))
                .waitFor();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/documents?condtion=held",
                "/documents.csv?condtion=held",
                "/orders?partnr=acme",
                "/causes?partnr=acme",
                "/audit?persn=ana",
                "/cross-references?partnr=acme",
                "/files?aftr=1",
                "/x12?payloud=1"
            })
    void a_word_that_a_page_does_not_know_is_not_taken_for_no_filter(String address) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            assertThat(visit.page().navigate(address).status()).isEqualTo(400);
            assertThat(visit.page().locator("main").innerText())
                    .contains("does not know the word", "did you mean", "It knows");
        }
    }

    @Test
    void a_page_whose_address_takes_no_words_refuses_them_too() {
        String document =
                BrowsedDemo.shared().world().documents().getFirst().id().text();
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            for (String address : List.of("/", "/settings", "/connections", "/partners", "/documents/" + document)) {
                APIResponse response = visit.page().request().get(address + "?condtion=held");
                assertThat(response.status()).as(address).isEqualTo(400);
                assertThat(response.text())
                        .contains("does not know the word condtion in its address.", "It takes none.");
                assertThat(visit.page().request().get(address).status())
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void an_address_without_a_page_is_answered_with_one_that_leads_on(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            for (String address : List.of("/nonsense", "/partners/acme")) {
                assertThat(visit.page().navigate(address).status()).isEqualTo(404);
                heading(visit.page(), "There is no such page");
            }
            visit.isUsable("no-such-page");
        }
    }

    @Test
    void who_selected_nothing_stays_on_the_list_and_who_opens_a_forecast_again_is_led_back_to_it() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/documents?condition=held&type=810").page();
            page.getByText("See what it would do").click();
            page.getByText("Nothing is selected. Tick documents").waitFor();
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/documents\\?condition=held&type=810"));

            page.locator("input[name=id]").first().check();
            page.getByText("See what it would do").click();
            page.getByText("Nothing is done yet.").waitFor();
            page.navigate(page.url());
            page.getByText("Choose the documents here").waitFor();
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/documents\\?condition=held&type=810"));
            visit.isClean("documents-led-back");
        }
    }

    private static void signIn(Page page) {
        page.getByLabel("Operator's token").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_signs_in_again_is_where_the_session_ended(boolean live) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.route("**/stream", Route::abort);
            page.navigate("/documents?condition=held&type=810");
            page.locator("input[name=id]").nth(2).check();
            page.evaluate("async () => { await fetch('/sign-out', {method: 'POST'}); }");
            if (live) {
                page.evaluate("htmx.trigger(document.getElementById('rows'), 'sse:changed')");
            } else {
                page.getByText("See what it would do").click();
            }
            page.waitForURL("**/sign-in?to=**");
            signIn(page);
            page.waitForURL("**/documents?condition=held&type=810**");
            assertThat(page.locator("[data-selected]")).hasText("1 selected");
        }
    }

    @Test
    void what_was_written_is_there_again_when_the_session_ended_meanwhile_and_not_after_signing_out() {
        DocumentRecord held = BrowsedDemo.shared().world().documents().stream()
                .filter(one -> one.type().equals("810"))
                .findFirst()
                .orElseThrow();
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.route("**/stream", Route::abort);
            page.navigate("/documents/" + held.id().text());
            page.locator("#comment").evaluate("one => one.closest('details')?.setAttribute('open', '')");
            page.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true))
                    .fill("Called the partner at noon");
            page.evaluate("async () => { await fetch('/sign-out', {method: 'POST'}); }");
            page.getByText("Write it into the history").click();
            page.waitForURL("**/sign-in?to=**");
            signIn(page);
            page.waitForURL("**/documents/" + held.id().text());
            assertThat(page.locator("#comment")).hasValue("Called the partner at noon");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.waitForURL("**/sign-in**");
            signIn(page);
            page.waitForURL(address -> !address.contains("/sign-in"));
            page.navigate("/documents/" + held.id().text());
            assertThat(page.locator("#comment")).hasValue("");
        }
    }

    @Test
    void a_place_that_there_is_not_is_refused_with_those_that_there_are() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            for (String address : List.of(
                    "/documents?partner=zz",
                    "/documents?legalEntity=zz",
                    "/documents?connection=zz",
                    "/documents.csv?partner=zz",
                    "/causes?partner=zz",
                    "/orders?partner=zz&turn=overdue",
                    "/files?partner=zz",
                    "/cross-references?partner=zz")) {
                APIResponse answer = visit.page().request().get(address);
                assertThat(answer.status()).as(address).isEqualTo(400);
                assertThat(answer.text()).contains("there is no ").containsPattern("acme|usmf|demo");
            }
        }
    }

    @Test
    void a_part_of_the_number_finds_orders_and_what_nobody_has_is_told_beside_the_search() {
        DocumentRecord order = BrowsedDemo.shared().world().documents().stream()
                .filter(one -> one.type().equals("850"))
                .findFirst()
                .orElseThrow();
        String number = order.keys().orderNumber();
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/orders?q=" + number.substring(number.length() - 5))
                    .page();
            heading(page, "Order " + number);
            visit.to("/orders?q=" + number.substring(0, number.length() - 2));
            assertThat(page.locator("[data-row]").count()).isGreaterThan(1);
            visit.to("/orders?q=zzz-nobody");
            page.getByText("No document names an order with zzz-nobody in its number.")
                    .waitFor();
            assertThat(page.getByLabel("Order number, or a part of it")).hasValue("zzz-nobody");
            visit.isClean("orders-none");
        }
    }

    @Test
    void a_whole_number_is_offered_before_longer_ones_that_begin_with_it() {
        List<String> numbers = BrowsedDemo.shared().world().documents().stream()
                .filter(one -> one.type().equals("810"))
                .map(one -> one.keys().invoiceNumber())
                .toList();
        String number = numbers.stream()
                .filter(one ->
                        numbers.stream().anyMatch(other -> other.length() > one.length() && other.startsWith(one)))
                .findFirst()
                .orElseThrow();
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/documents").page();
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search"))
                    .fill(number);
            Locator first = page.locator("#q-list").getByRole(AriaRole.OPTION).first();
            assertThat(String.valueOf(first.evaluate("one => one.firstChild.textContent")))
                    .endsWith(" " + number);
        }
    }
}
