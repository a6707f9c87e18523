package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void what_we_answered_is_not_told_as_if_it_had_come(@TempDir java.nio.file.Path folder) {
        try (World world = new World(
                        "answered",
                        folder,
                        TwinOptions.demo(42),
                        yaml -> yaml.replace("afterReceive: leave}", "afterReceive: leave, acknowledge: \"997\"}"))
                .start()) {
            world.twin().play();
            world.settle(Duration.ofSeconds(90));
            DocumentRecord answer = world.documents().stream()
                    .filter(one -> one.type().equals("997")
                            && one.direction() == Direction.OUTBOUND
                            && one.file().isPresent()
                            && one.condition() == Condition.DONE)
                    .findFirst()
                    .orElseThrow();
            Browser browser = new Browser();
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowsedDemo.Visit visit = BrowsedDemo.signedIn(browser, world, theme)) {
                    toldApart(visit, answer);
                }
            }
        }
    }

    private static void toldApart(BrowsedDemo.Visit visit, DocumentRecord answer) {
        String name = answer.keys().fileName();
        Page page = visit.to("/documents/" + answer.id().text()).page();
        assertThat(page.locator(".numbers").last().innerText()).contains(name + " uploaded to /", "Answers");
        visit.isClean("document-answer");
        page.locator(".numbers")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Bytes"))
                .waitFor();
        assertThat(page.locator(".segment .written").allInnerTexts()).anyMatch(line -> line.startsWith("ST*997*"));

        visit.to("/files/" + answer.file().orElseThrow().text());
        assertThat(page.locator("table").first().innerText()).doesNotContain("Acknowledgement");
        assertThat(page.locator("table").nth(1).innerText()).contains("Acknowledgement");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What we answered"))
                .waitFor();
        visit.isClean("file-answered");

        String offers = String.valueOf(
                page.evaluate("async name => await (await fetch('/documents/find?q=' + name)).text()", name));
        assertThat(offers).doesNotContain("File " + name);
    }
}
