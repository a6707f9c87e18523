package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.domain.words.Condition;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger of a day in the console. */
@Tag("browser")
class DayPageTest {

    /** Midnight in the reader's zone may have come since. */
    private static LocalDate dayOfWork() {
        return LocalDate.ofInstant(
                BrowsedDemo.shared().world().documents().stream()
                        .filter(document -> document.condition() == Condition.HELD)
                        .findFirst()
                        .orElseThrow()
                        .createdAt(),
                ZoneId.of("Europe/Berlin"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_day_is_laid_side_by_side_and_leads_to_what_is_open(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/audit").page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ledger of a day"))
                    .click();
            page.getByText(Pattern.compile("^(Unaccounted for: |Nothing is unaccounted for)"))
                    .waitFor();
            visit.to("/audit/day?day=" + dayOfWork());
            page.getByText(Pattern.compile("^Unaccounted for: [1-9]")).waitFor();
            assertThat(page.getByRole(AriaRole.TABLE)
                            .nth(0)
                            .getByRole(AriaRole.ROW)
                            .nth(1)
                            .textContent())
                    .startsWith("demo");
            visit.isClean("the ledger of a day");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^810 invoice ")))
                    .first()
                    .click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                    .waitFor();
            assertThat(page.url()).contains("/documents");

            visit.to("/audit/day?day=" + LocalDate.now(ZoneOffset.UTC).minusDays(3));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Day before"))
                    .click();
            page.getByText("Nothing is unaccounted for.").waitFor();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Day after"))
                    .waitFor();
            assertThat(visit.to("/audit/day?day=3000-01-01").page().textContent("main"))
                    .contains("That day is still to come. Choose today, which is ");
            assertThat(visit.to("/audit/day?day=soon").page().textContent("main"))
                    .contains("A day looks like ");
        }
    }
}
