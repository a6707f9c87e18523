package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.Comparator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who the partners are, what is agreed with them, and how it goes. */
@Tag("browser")
class PartnersTest {

    private static void heading(Page page, String name) {
        page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true))
                .first()
                .waitFor();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_page_of_a_partner_tells_the_agreement_in_words_the_last_number_and_how_it_went(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/partners").page();
            assertThat(page.locator("[data-row]").count()).isEqualTo(3);
            visit.isClean("partners");

            page.locator("[data-row]")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("acme"))
                    .locator("[data-open]")
                    .click();
            heading(page, "What is agreed");
            heading(page, "Orders");
            heading(page, "Charges");
            String text = page.locator("main").innerText();
            assertThat(text)
                    .contains("01:123456789", "004010", "/upload/acme", "/download/acme", "Tolerances", "price 2 %")
                    .containsPattern("1001 in usmf")
                    .contains("orders and invoices of the last 30 days arrived without having been held");
            assertThat(page.locator(".card")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Of what "))
                            .locator(".big")
                            .innerText())
                    .matches("[1-9][0-9]*");
            assertThat(page.locator("#recent [data-row]").count()).isEqualTo(15);
            String received = BrowsedDemo.shared().world().documents().stream()
                    .filter(one -> one.partner().equals("acme")
                            && one.direction() == Direction.INBOUND
                            && !one.keys().controlNumber().isEmpty())
                    .max(Comparator.comparing(DocumentRecord::id))
                    .orElseThrow()
                    .keys()
                    .controlNumber();
            assertThat(page.locator(".card")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText("Last control number received"))
                            .locator(".big")
                            .innerText())
                    .isEqualTo(received);
            assertThat(page.locator("section[aria-labelledby=received] tbody th")
                            .first()
                            .innerText())
                    .isEqualTo(received);
            assertThat(page.locator("section[aria-labelledby=sent] tbody tr").count())
                    .isPositive();
            visit.isClean("partner");
        }
    }

    @Test
    void a_partner_that_is_not_configured_is_said_to_be_unknown() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.page();
            assertThat(page.navigate("/partners/demo/%3Cb%3Enobody").status()).isEqualTo(404);
            heading(page, "No such partner");
        }
    }
}
