package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Received files in the console. */
@Tag("browser")
class FilesPageTest {

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_received_file_leads_to_its_documents_and_its_bytes(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/documents").page();
            page.getByText("Received files").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Received files"))
                    .waitFor();
            assertThat(page.locator("[data-row]").count()).isGreaterThan(3);
            visit.isClean("files");

            String name = page.locator("[data-open]").first().textContent().strip();
            page.locator("[data-open]").first().click();
            page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName(name).setExact(true))
                    .waitFor();
            assertThat(page.locator(".hops li").count()).isPositive();
            visit.isClean("file");

            page.getByText("as they were received").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Bytes"))
                    .waitFor();
            page.goBack();

            page.locator("[data-open]").first().click();
            page.getByText("What happened").waitFor();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(name).setExact(true))
                    .first()
                    .click();
            page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName(name).setExact(true))
                    .waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT"})
    void what_was_never_received_is_said_to_be_so(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            assertThat(visit.page().navigate("/files/0000000000000").status()).isEqualTo(404);
            assertThat(visit.page().navigate("/files?after=NO/ID").status()).isEqualTo(400);
        }
    }
}
