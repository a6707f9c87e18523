package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings in the console. */
@Tag("browser")
class SettingsPageTest {

    private static final Pattern PLAIN = Pattern.compile("(?:clientSecret|password|key): *\"([^\"]+)\"");

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everything_in_force_is_shown_and_no_secret_is(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/settings").page();
            for (String heading : List.of("Versions", "Operators", "Daemon", "Partner acme of demo")) {
                page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(heading).setExact(true))
                        .waitFor();
            }
            String shown = page.locator("main").textContent();
            assertThat(shown)
                    .contains(
                            "0.1.0", "administrator", "dynamics.environmentUrl", "http.limits.body", "2MiB", "default")
                    .contains("written in the configuration itself", "How often folders are listed.");
            List<String> secrets = PLAIN.matcher(BrowsedDemo.shared().world().yaml())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(secrets).isNotEmpty();
            assertThat(shown).doesNotContain(secrets);
            visit.isClean("settings");
        }
    }
}
