package io.mlconnector.verification.console;

import com.microsoft.playwright.Page;
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

    private static final Path IMAGES = Path.of("..", "docs", "images");

    @Test
    void the_pictures_show_the_demo_as_it_is() {
        Map<String, String> pages = Map.of("today", "/", "causes", "/causes");
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
                pages.forEach((name, address) -> picture(visit.to(address).page(), name, theme));
                Page page = visit.to("/documents?condition=held&type=810").page();
                page.locator("[data-open]").first().click();
                page.getByText("Why it is held").waitFor();
                picture(page, "document", theme);
            }
        }
    }

    private static void picture(Page page, String name, ColorScheme theme) {
        String suffix = theme == ColorScheme.DARK ? "-dark" : "";
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + suffix + ".png")));
    }
}
