package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A document is edited and resubmitted in the console. */
@Tag("browser")
class EditPageTest {

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator text(Page page) {
        return page.getByLabel("Invoice, one segment a line");
    }

    /** The page on which the invoice that stopped for this cause is edited. */
    private static Page editing(BrowsedDemo.Visit visit, String cause) {
        Page page = visit.to("/documents?condition=held&causeKey=" + cause).page();
        page.locator("[data-open]").first().click();
        page.getByText("Edit and resubmit…").click();
        text(page).waitFor();
        return page;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void what_is_wrong_is_told_with_its_place_and_what_was_written_is_kept(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = editing(visit, "price-differs:GBSI-000208:1");
            String original = text(page).inputValue();
            assertThat(original.lines().findFirst().orElse("")).startsWith("ISA|");
            assertThat(original.lines().filter(line -> line.startsWith("ST|")).count())
                    .isEqualTo(1);
            visit.isClean("edit");
            button(page, "See the difference and what it would do").click();
            page.getByText("Nothing differs from what is there").waitFor();
            assertThat(page.locator(".foreseen").textContent()).startsWith("It is held: ");
            assertThat(button(page, "Resubmit it like this").count())
                    .as("without a change there is nothing to resubmit")
                    .isZero();

            String broken = original.replaceFirst("(?m)^SE\\|\\d+", "SE|2");
            text(page).fill(broken);
            button(page, "See the difference and what it would do").click();
            page.getByText("What is wrong, by place")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            assertThat(page.locator("tbody th").first().textContent()).startsWith("SE01 (segment ");
            assertThat(text(page).inputValue()).isEqualTo(broken);
            assertThat(button(page, "Resubmit it like this").count()).isZero();
            visit.isUsable("edit-problems");
        }
    }

    @Test
    void a_corrected_invoice_is_shown_with_its_difference_then_posted_and_the_reason_is_in_the_history() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = editing(visit, "item-unknown:globex:VN:XX-999");
            text(page).fill(withoutTheUnknownLine(text(page).inputValue()));
            button(page, "See the difference and what it would do").click();
            page.getByText("What differs").waitFor();
            assertThat(page.locator(".difference del").allTextContents())
                    .anySatisfy(line -> assertThat(line).contains("IT1*99*"));
            assertThat(page.locator(".difference ins").allTextContents())
                    .anySatisfy(line -> assertThat(line).contains("TDS*"));
            visit.isClean("edit-difference");

            page.getByLabel("Reason, for the history").fill("line <taken> out");
            button(page, "Resubmit it like this").click();
            page.locator(".hops")
                    .getByText("resubmitted it with an edited payload (line <taken> out)")
                    .first()
                    .waitFor();
            visit.isClean("edit-done");
        }
    }

    /** Takes out line 99 and sets the totals right. */
    private static String withoutTheUnknownLine(String file) {
        List<String> segments = new ArrayList<>(file.lines().toList());
        segments.removeIf(segment -> segment.startsWith("PID") && segment.contains("Item nobody ordered"));
        segments.removeIf(segment -> segment.startsWith("IT1*99*") || segment.isBlank());
        int first = position(segments, "ST*");
        for (int i = 0; i < segments.size(); i++) {
            String[] parts = segments.get(i).replace("~", "").split("\\*");
            switch (parts[0]) {
                case "TDS" -> segments.set(i, "TDS*" + (Long.parseLong(parts[1]) - 2500) + "~");
                case "CTT" ->
                    segments.set(
                            i,
                            "CTT*" + (Integer.parseInt(parts[1]) - 1)
                                    + (parts.length > 2
                                            ? "*"
                                                    + new java.math.BigDecimal(parts[2])
                                                            .subtract(java.math.BigDecimal.ONE)
                                                            .toPlainString()
                                            : "")
                                    + "~");
                case "SE" -> segments.set(i, "SE*" + (i - first + 1) + "*" + parts[2] + "~");
                default -> {}
            }
        }
        return String.join("\n", segments) + "\n";
    }

    private static int position(List<String> segments, String beginning) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).startsWith(beginning)) {
                return i;
            }
        }
        return -1;
    }
}
