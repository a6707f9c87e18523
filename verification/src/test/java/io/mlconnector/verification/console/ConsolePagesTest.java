package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page, in both themes: usable by everybody, and nothing in it that the browser refuses. */
@Tag("browser")
class ConsolePagesTest {

    @ParameterizedTest
    @CsvSource({
        "today, /, Today",
        "documents, /documents, Documents",
        "documents-held, /documents?condition=held&type=810, Documents",
        "documents-none, /documents?q=no-such-number, Documents",
        "causes, /causes, Causes",
        "connections, /connections, Connections"
    })
    void a_page_is_clean_in_both_themes(String name, String address, String heading) {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
                Response response = visit.page().navigate(address);

                assertThat(response.status()).isEqualTo(200);
                assertThat(response.headers().get("content-security-policy"))
                        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                        .doesNotContain("unsafe");
                assertThat(visit.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(heading)
                                                .setExact(true)
                                                .setLevel(1))
                                .isVisible())
                        .isTrue();
                visit.isClean(name);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_page_of_a_held_invoice_tells_its_story_and_shows_what_a_release_would_do(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents?condition=held&type=810").page();
            page.locator("[data-open]").first().click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Why it is held"))
                    .waitFor();
            visit.isClean("document-held");

            page.getByText("Release…").click();
            page.locator(".foreseen")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setVisible(true))
                    .waitFor();
            visit.isClean("document-release");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("the document as it was read"))
                    .first()
                    .click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Bytes"))
                    .waitFor();
            visit.isClean("bytes");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void today_shows_requests_against_what_is_allowed_and_what_is_not_settled(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/").page();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("The last three hours"))
                    .waitFor();
            assertThat(page.getByText("at most 12,000 a minute are allowed for each path")
                            .count())
                    .as("the limit of Cleo, 200 a second here")
                    .isEqualTo(1);
            assertThat(page.getByText("no rate is published").count()).as("F&O").isEqualTo(1);
            assertThat(page.locator("main").innerText())
                    .containsPattern("[0-9]+ moving, [0-9]+ waiting for a next try, [1-9][0-9]* waiting for a person");
            page.locator("[data-chart] canvas").nth(5).waitFor();
            visit.isClean("today-course");
        }
    }

    @Test
    void who_is_not_signed_in_sees_no_page_and_a_wrong_token_is_refused() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().visit(ColorScheme.LIGHT)) {
            Page page = visit.to("/documents?condition=held").page();
            assertThat(page.url()).contains("/sign-in?to=");
            visit.isClean("sign-in");

            page.getByLabel("Operator's token").fill("guessed");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.getByText("That is no operator's token.").waitFor();

            page.getByLabel("Operator's token").fill("demo");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.waitForURL("**/documents?condition=held");
        }
    }

    @Test
    void another_site_cannot_have_anything_done_in_somebodys_name() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            APIResponse response = visit.page()
                    .request()
                    .post(
                            "/documents/act",
                            com.microsoft.playwright.options.RequestOptions.create()
                                    .setHeader("Origin", "https://attacker.example")
                                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                    .setData("verb=discard&id=anything"));

            assertThat(response.status()).isEqualTo(403);
        }
    }

    @Test
    void a_value_without_neighbours_is_drawn_and_a_single_time_has_an_axis_of_minutes() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.page();
            page.locator(".u-over").first().waitFor();
            String draw = "values => { const place = document.querySelector('[data-chart]');"
                    + " place.dataset.chart = JSON.stringify({unit: '', times: [1790000000],"
                    + " series: [{label: 'one', colour: 'done', values}]});"
                    + " document.dispatchEvent(new CustomEvent('theme'));"
                    + " return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() =>"
                    + " drawn(place.querySelector('canvas').toDataURL())))); }";
            Object empty = page.evaluate(draw, List.of());
            Object lone = page.evaluate(draw, List.of(0.5));
            assertThat(lone).as("a point is drawn").isNotEqualTo(empty);
            visit.isClean("today-lone-point");
        }
    }
}
