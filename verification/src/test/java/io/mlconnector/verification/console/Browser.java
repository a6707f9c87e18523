package io.mlconnector.verification.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Chromium of this machine, one for all tests of a process; it downloads nothing. */
final class Browser {

    private static final double PATIENCE = 60_000;

    private final com.microsoft.playwright.Browser chromium;

    /** Started. */
    Browser() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Where it is; it is installed by the script if that is possible. */
    private static Path executable() {
        try {
            Process script = new ProcessBuilder("sh", "../.mvn/find-browser.sh")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String found = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!script.waitFor(5, TimeUnit.MINUTES) || script.exitValue() != 0) {
                throw new IllegalStateException(
                        "The tests of the console need Chromium or Chrome; -Dbrowser=none leaves them out");
            }
            return Path.of(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new reader, who is nobody yet. */
    Page reader(String address, ColorScheme theme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setColorScheme(theme)
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(1400, 1000));
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }
}
