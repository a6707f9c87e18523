package io.mlconnector.verification.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.scenario.Item;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of documents: what its search offers, its columns, and coming back to it. */
@Tag("browser")
class DocumentListTest {

    private static DocumentRecord invoice() {
        return BrowsedDemo.shared().world().documents().stream()
                .filter(one -> one.type().equals("810") && one.file().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Locator options(Page page) {
        return page.locator("#q-list").getByRole(AriaRole.OPTION);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_search_offers_orders_partners_numbers_and_files_and_is_used_with_the_keyboard(ColorScheme theme) {
        DocumentRecord invoice = invoice();
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents").page();
            Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search"));
            box.fill(invoice.keys().orderNumber());
            assertThat(options(page).first())
                    .containsText("Order " + invoice.keys().orderNumber());
            assertThat(box).hasAttribute("aria-expanded", "true");
            visit.isClean("documents-offers");
            box.press("ArrowDown");
            assertThat(options(page).first()).hasAttribute("aria-selected", "true");
            assertThat(box).hasAttribute("aria-activedescendant", "q-list-0");
            box.press("Escape");
            assertThat(box).hasAttribute("aria-expanded", "false");

            box.fill(invoice.keys().controlNumber());
            assertThat(options(page)
                            .filter(new Locator.FilterOptions()
                                    .setHasText(
                                            "control number " + invoice.keys().controlNumber()))
                            .first())
                    .isVisible();
            box.fill(invoice.keys().fileName());
            assertThat(options(page).getByText("File " + invoice.keys().fileName()))
                    .isVisible();
            box.fill("initech");
            assertThat(options(page)
                            .filter(new Locator.FilterOptions().setHasText("Partner "))
                            .first())
                    .isVisible();
            box.press("ArrowDown");
            box.press("Enter");
            page.waitForURL("**/partners/demo/initech");
        }
    }

    @Test
    void an_item_finds_the_orders_and_the_invoices_with_it_and_a_second_word_narrows_that_down() {
        Item item = TwinOptions.demo(42).scenario().items().stream()
                .filter(one -> one.partner().equals("acme"))
                .findFirst()
                .orElseThrow();
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/documents").page();
            Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search"));
            box.fill(item.number());
            box.press("Enter");
            page.waitForURL("**q=**");
            String found = page.locator("tbody").innerText();
            assertThat(found).contains("Order ", "Invoice ", "acme").doesNotContain("globex", "Answer ");
            int all = page.locator("[data-row]").count();

            page.locator("[data-open]").first().click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What happened"))
                    .waitFor();
            assertThat(page.textContent("main")).contains(item.number());

            visit.to("/documents?q=" + item.number() + "+" + invoice().keys().invoiceNumber());
            assertThat(page.locator("[data-row]").count()).isLessThan(all);
            visit.to("/documents?q=" + item.vendorNumber() + "&type=810");
            assertThat(page.locator("tbody").innerText()).contains("Invoice ").doesNotContain("Order ");
            visit.to("/documents?q=" + item.name().substring(0, item.name().length() / 2));
            assertThat(page.locator("tbody").innerText()).contains("Order ");
            visit.isClean("documents-found-by-item");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void columns_are_chosen_stand_in_the_address_and_are_remembered(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents?type=810").page();
            page.getByText("Columns", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByLabel("Control number", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("Stage", new Page.GetByLabelOptions().setExact(true))
                    .last()
                    .uncheck();
            page.getByText("Show these columns").click();
            page.waitForURL("**columns=**");
            assertThat(page.url()).contains("type=810");
            assertThat(page.locator("thead").innerText())
                    .contains("Control number", "Amount")
                    .doesNotContain("Stage");
            visit.isClean("documents-columns");

            page.navigate("/documents");
            assertThat(page.locator("thead").innerText())
                    .contains("Control number")
                    .doesNotContain("Stage");
            page.navigate("/documents?columns=file.due");
            assertThat(page.locator("thead").innerText())
                    .contains("File", "Due")
                    .doesNotContain("Condition");
        }
    }

    @Test
    void who_comes_back_to_the_list_finds_the_same_row_and_the_same_selection() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/documents?type=810").page();
            page.locator("input[name=id]").nth(1).check();
            page.locator("input[name=id]").nth(3).check();
            String row = page.locator("[data-row]").nth(5).getAttribute("data-row");
            page.locator("[data-open]").nth(5).click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What happened"))
                    .waitFor();

            page.goBack();
            assertThat(page.locator(".here")).hasAttribute("data-row", row);
            assertThat(page.locator("[data-selected]")).hasText("2 selected");
            assertThat(page.locator("input[name=id]").nth(3)).isChecked();
            page.goForward();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What happened"))
                    .waitFor();
            visit.isClean("documents-back");
        }
    }

    private static void foresee(Page page, String verb) {
        page.getByLabel("Action").selectOption(new SelectOption().setLabel(verb));
        page.getByText("See what it would do").click();
        page.getByText("Nothing is done yet. This is what it would do now:").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_page_before_a_bulk_action_says_what_happens_to_how_many_and_what_they_are_worth(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents?type=810&condition=held").page();
            page.locator("input[name=id]").nth(0).check();
            page.locator("input[name=id]").nth(1).check();
            foresee(page, "Discard");
            assertThat(page.locator(".counts")).hasText("2 are discarded");
            assertThat(page.getByText("Together they are worth")).isVisible();
            assertThat(page.locator(".foreseen").first())
                    .containsText("It would be discarded; nothing is written to F&O or Cleo.");
            assertThat(button(page, "Discard 2")).isVisible();
            visit.isClean("documents-discard");

            visit.to("/documents?type=810&condition=done");
            page.locator("input[name=id]").nth(0).check();
            foresee(page, "Replay");
            assertThat(page.locator(".counts")).hasText("1 has nothing to do");
            assertThat(page.locator(".foreseen").first()).containsText("There is nothing to do: ");
            assertThat(page.locator("form.confirm")).hasCount(0);

            visit.to("/documents?type=810&condition=held");
            page.locator("input[name=id]").nth(0).check();
            foresee(page, "Assign");
            assertThat(page.locator(".counts")).hasText("1 is assigned");
            assertThat(page.getByLabel("Who looks after them; empty: nobody")).isVisible();
            visit.isClean("documents-assign");
        }
    }
}
