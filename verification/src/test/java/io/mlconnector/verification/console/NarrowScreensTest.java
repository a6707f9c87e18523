package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view on a tablet: nothing of the page lies beside the screen, and everything that can be done can be reached. */
@Tag("browser")
class NarrowScreensTest {

    private static final int HEIGHT = 1024;

    private static DocumentRecord invoice(Condition condition) {
        return BrowsedDemo.shared().world().documents().stream()
                .filter(one -> one.type().equals("810") && one.condition() == condition)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> views() {
        DocumentRecord held = invoice(Condition.HELD);
        DocumentRecord posted = invoice(Condition.DONE);
        Map<String, String> views = new TreeMap<>(Map.of(
                "today", "/",
                "documents", "/documents",
                "document-held", "/documents/" + held.id().text(),
                "document-posted", "/documents/" + posted.id().text(),
                "edit", "/documents/" + held.id().text() + "/edit",
                "causes", "/causes",
                "fix", "/causes/fix?cause=" + held.reason().orElseThrow().causeKey(),
                "orders", "/orders",
                "order", "/orders/demo/" + held.keys().orderNumber()));
        views.putAll(Map.of(
                "partners", "/partners",
                "partner", "/partners/demo/acme",
                "workbench", "/x12",
                "cross-references", "/cross-references",
                "files", "/files",
                "file", "/files/" + held.file().orElseThrow().text(),
                "connections", "/connections",
                "audit", "/audit",
                "settings", "/settings",
                "bytes", "/payloads/" + held.content().orElseThrow().hex()));
        views.put("day", "/audit/day");
        return views;
    }

    @ParameterizedTest
    @CsvSource({"768, LIGHT", "1024, DARK"})
    void no_view_is_wider_than_the_screen_and_every_action_can_be_reached(int width, ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.page();
            page.setViewportSize(width, HEIGHT);
            views().forEach((name, address) -> {
                visit.to(address);
                assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("%s is wider than %d", name, width)
                        .isEqualTo(0);
                assertThat(unreachable(page))
                        .as("what cannot be reached on %s at %d", name, width)
                        .isEmpty();
                if (name.startsWith("order")) {
                    assertThat(cut(page))
                            .as("what is cut on %s at %d", name, width)
                            .isEmpty();
                }
                visit.isClean("narrow-" + width + "-" + name);
            });
            Locator menu = page.getByText("Menu", new Page.GetByTextOptions().setExact(true));
            menu.click();
            assertThat(page.locator("#menu a").allInnerTexts()).contains("Today", "Settings");
            page.locator("#menu").getByText("Audit").click();
            page.waitForURL("**/audit");
        }
    }

    /** Tables that have to be moved sideways to be read, and cells of which a part is hidden. */
    private static List<?> cut(Page page) {
        return (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('main table, main td, main th, main td .reason')]
                  .filter(one => one.getClientRects().length && !one.closest('thead'))
                  .filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
                  .map(one => one.outerHTML.slice(0, 120))""");
    }

    /** What can be pressed and lies beside the screen, but for what lies in a part that scrolls by itself. */
    private static List<?> unreachable(Page page) {
        return (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('main button, main a, main input, main select, main textarea, header button')]
                  .filter(one => one.getClientRects().length && one.type !== 'hidden')
                  .filter(one => {
                    for (let part = one.parentElement; part; part = part.parentElement)
                      if (['auto', 'scroll'].includes(getComputedStyle(part).overflowX)) return false;
                    const box = one.getBoundingClientRect();
                    return box.right > document.documentElement.clientWidth + 1 || box.left < -1;
                  }).map(one => one.outerHTML.slice(0, 120))""");
    }
}
