package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What documents stand still for, of all partners and of one. */
@Tag("browser")
class CausesPageTest {

    @Test
    void the_causes_of_one_partner_are_those_of_his_documents() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/causes").page();
            int all = page.locator("[data-row]").count();
            int ofAcme = page.locator("[data-row]")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("acme"))
                    .count();
            assertThat(all).isGreaterThan(ofAcme);
            assertThat(ofAcme).isPositive();

            visit.to("/causes?partner=acme");
            assertThat(page.locator("[data-row]").count()).isBetween(1, ofAcme);
            assertThat(page.locator("#causes").getAttribute("hx-get"))
                    .as("what is read again is the same list")
                    .isEqualTo("/causes?partner=acme");
            visit.isClean("causes-of-a-partner");
            visit.to("/causes?partner=nobody");
            assertThat(page.locator("[data-row]").count()).isZero();
        }
    }
}
