package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the pictures of the documents: {@code ./mvnw -pl verification -am test -Dtest=PicturesTest -Dpictures.write=true}. */
@Tag("browser")
@EnabledIfSystemProperty(named = "pictures.write", matches = "true")
class PicturesTest {

    /** In bytes. */
    private static final long LARGEST = 200_000;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 820;
    private static final int SETTINGS = 460;

    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("documents", "/documents"),
            Map.entry("orders", "/orders"),
            Map.entry("partners", "/partners"),
            Map.entry("partner", "/partners/demo/acme"),
            Map.entry("workbench", "/x12"),
            Map.entry("cross-references", "/cross-references"),
            Map.entry("files", "/files"),
            Map.entry("connections", "/connections"),
            Map.entry("audit", "/audit"));

    private static final Path IMAGES = Path.of("..", "docs", "images");

    @Test
    void the_pictures_show_the_demo_as_it_is() {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
                Map.of("today", "/", "causes", "/causes")
                        .forEach((name, address) -> picture(visit.to(address).page(), name, theme));
                picture(held(visit), "document", theme);
            }
        }
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            VIEWS.forEach((name, address) -> picture(visit.to(address).page(), name, ColorScheme.LIGHT));
            Page page = held(visit);
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Line by line"))
                    .evaluate("one => one.scrollIntoView()");
            picture(page, "lines", ColorScheme.LIGHT);
            follow(visit, "/documents?condition=done&type=810", "what changed between the two", "changes");
            follow(visit, "/documents?condition=held&type=810", "its bytes as received", "bytes");
            opened(visit, "/causes", "fix");
            opened(visit, "/orders", "order");
            opened(visit, "/files", "file");
            // What follows names folders of the machine on which the pictures are made.
            visit.to("/settings")
                    .page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setClip(0, 0, WIDTH, SETTINGS)
                            .setPath(IMAGES.resolve("settings.png")));
            page = visit.to("/documents").page();
            page.keyboard().press("Control+k");
            page.keyboard().type("initech");
            page.getByText("All documents with initech").waitFor();
            picture(page, "find", ColorScheme.LIGHT);
        }
    }

    private static Page held(BrowsedDemo.Visit visit) {
        Page page = visit.to("/documents?condition=held&type=810").page();
        page.locator("[data-open]").first().click();
        page.getByText("Why it is held").waitFor();
        return page;
    }

    private static void opened(BrowsedDemo.Visit visit, String list, String name) {
        Page page = visit.to(list).page();
        page.locator("[data-open]").first().click();
        page.locator(".crumbs").first().waitFor();
        picture(page, name, ColorScheme.LIGHT);
    }

    private static void follow(BrowsedDemo.Visit visit, String list, String link, String name) {
        Page page = visit.to(list).page();
        page.locator("[data-open]").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        page.locator("a[href^='/payloads/']").first().waitFor();
        picture(page, name, ColorScheme.LIGHT);
    }

    private static void picture(Page page, String name, ColorScheme theme) {
        String suffix = theme == ColorScheme.DARK ? "-dark" : "";
        page.setViewportSize(WIDTH, HEIGHT);
        Path file = IMAGES.resolve(name + suffix + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(file.toFile().length()).as("size of %s", file).isLessThan(LARGEST);
    }
}
