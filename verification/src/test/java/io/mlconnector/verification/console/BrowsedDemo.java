package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The demo's orders and invoices, settled, and a browser that looks at them; one for all tests of a process. Tests that change
 * documents choose some of their own.
 */
final class BrowsedDemo {

    private static final Duration MOST = Duration.ofMinutes(2);
    private static final String TOKEN = "demo";
    private static @Nullable BrowsedDemo shared;

    private final World world;
    private final Browser browser = new Browser();

    private BrowsedDemo() {
        try {
            world = new World("console", Files.createTempDirectory("console"), TwinOptions.demo(42), yaml -> yaml)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        world.twin().play();
        world.settle(MOST);
    }

    /** Started when it is first asked for. */
    static synchronized BrowsedDemo shared() {
        if (shared == null) {
            shared = new BrowsedDemo();
        }
        return shared;
    }

    /** The whole program. */
    World world() {
        return world;
    }

    /** A page of somebody who has not signed in. */
    Visit visit(ColorScheme theme) {
        return visit(browser, world, theme);
    }

    private static Visit visit(Browser browser, World world, ColorScheme theme) {
        return new Visit(browser.reader("http://127.0.0.1:" + world.port(), theme), theme);
    }

    /** Today, of somebody who has signed in. */
    Visit signedIn(ColorScheme theme) {
        return signedIn(browser, world, theme);
    }

    /** Today of another world, of somebody who has signed in. */
    static Visit signedIn(Browser browser, World world, ColorScheme theme) {
        Visit visit = visit(browser, world, theme);
        visit.page().navigate("/");
        visit.page().getByLabel("Operator's token").fill(TOKEN);
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        visit.page().waitForURL("**/");
        return visit;
    }

    /** What a reader sees, and what the browser complained about meanwhile. */
    record Visit(Page page, ColorScheme theme, List<String> complaints) implements AutoCloseable {

        Visit(Page page, ColorScheme theme) {
            this(page, theme, new CopyOnWriteArrayList<>());
            page.onConsoleMessage(message -> complain(message));
            page.onPageError(error -> complaints.add(error));
        }

        private void complain(ConsoleMessage message) {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                complaints.add(message.text() + " at " + message.location());
            }
        }

        /** Goes somewhere. */
        Visit to(String address) {
            page.navigate(address);
            return this;
        }

        /** The browser has nothing to complain about, and everybody can use the page. */
        void isClean(String name) {
            assertThat(complaints)
                    .as("complaints of the browser about %s", name)
                    .isEmpty();
            isUsable(name);
        }

        /** Everybody can use the page; the browser complains about every answer that is no success. */
        void isUsable(String name) {
            List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
            assertThat(violations)
                    .as("axe on %s", name)
                    .extracting(rule -> rule.getId() + " " + rule.getNodes())
                    .isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            "target",
                            "screenshots",
                            name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
        }

        @Override
        public void close() {
            page.context().close();
        }
    }
}
