package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** X12 that somebody pastes is explained, checked, answered, tried and compared, and nothing of it is stored. */
@Tag("browser")
class WorkbenchTest {

    private static final String INVOICE = """
            ISA*00*          *00*          *12*5125550142     *ZZ*CONTOSO        *261128*1127*U*00401*000009005*0*P*:~
            GS*IN*INITECH*CONTOSO*20261128*1127*9005*X*004010~
            ST*810*0001~
            BIG*20261128*PASTED-1*20261104*NO-SUCH-ORDER***DI~
            CUR*SE*USD~
            N1*RI*Initech Parts*92*1001~
            IT1*1*71*EA*2**VN*AF-SM500~
            PID*F****Salsa mild <script>alert(1)</script>~
            TDS*14200~
            CTT*1~
            SE*9*0001~
            GE*1*9005~
            IEA*1*000009005~
            """;

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void heading(Page page, String name) {
        page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true))
                .waitFor();
    }

    private static void paste(Page page, String text) {
        page.getByLabel("X12", new GetByLabelOptions().setExact(true)).fill(text);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_pasted_invoice_is_explained_answered_and_tried_without_entering_the_journal(ColorScheme theme) {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(theme)) {
            Page page = visit.to("/x12").page();
            visit.isClean("workbench");

            paste(page, INVOICE);
            button(page, "Explain and check");
            page.getByText("1 of 1 transaction set would be processed. Nothing is wrong with it.")
                    .waitFor();
            heading(page, "What would be answered");
            page.getByText("Interchange 000009005 is not answered: nothing is agreed with the partner.")
                    .waitFor();
            assertThat(page.locator(".segments").innerText()).contains("<script>alert(1)</script>");
            assertThat(page.locator(".segment .written").allInnerTexts())
                    .as("as it is written, with its empty elements, blanks and delimiters")
                    .contains("BIG*20261128*PASTED-1*20261104*NO-SUCH-ORDER***DI~", "IT1*1*71*EA*2**VN*AF-SM500~")
                    .anyMatch(line -> line.endsWith(
                            "*12*5125550142     *ZZ*CONTOSO        *261128*1127*U*00401*000009005*0*P*:~"));

            button(page, "See what its invoices would become");
            heading(page, "Invoice PASTED-1");
            assertThat(page.locator("section.card").innerText()).contains("It would be held.", "NO-SUCH-ORDER");
            visit.isClean("workbench-invoice");

            page.navigate("/documents?q=PASTED-1");
            heading(page, "Nothing matches");
        }
    }

    @Test
    void what_is_wrong_is_told_with_its_segment_element_and_code_and_answered_as_the_partner_would_get_it() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/x12").page();
            paste(page, INVOICE.replace("BIG*20261128*", "BIG*20261328*").replace("SE*9*", "SE*8*"));
            page.getByLabel("Read it as a document of").selectOption("initech");
            button(page, "Explain and check");

            page.getByText("Interchange 000009005 is not answered: nothing is agreed with the partner.")
                    .waitFor();
            assertThat(page.getByLabel("Read it as a document of").inputValue()).endsWith("/initech");
            page.getByLabel("Read it as a document of").selectOption("nobody we know: by the standard alone");
            button(page, "Explain and check");
            page.locator("pre", new Page.LocatorOptions().setHasText("AK5*R")).waitFor();
            page.getByText("0 of 1 transaction set would be processed").waitFor();
            String table = page.locator("table.rows").innerText();
            assertThat(table).contains("BIG01 (segment 4", "20261328", "SE01");
            assertThat(page.getByText("See what its invoices would become").count())
                    .isZero();
            visit.isClean("workbench-broken");
        }
    }

    @Test
    void two_files_are_compared_by_what_their_documents_say() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.DARK)) {
            Page page = visit.to("/x12").page();
            paste(page, INVOICE);
            page.getByText("Compare with a second file").click();
            page.getByLabel("The second file")
                    .fill(INVOICE.replace("*71*EA", "*72*EA").replace("000009005", "000009006"));
            button(page, "Compare");

            heading(page, "1 difference");
            assertThat(page.locator("table.rows").first().innerText()).contains("810 PASTED-1", "IT102", "71", "72");
            page.getByText("difference of the envelopes, which does not count").waitFor();
            visit.isClean("workbench-compared");
        }
    }

    @Test
    void a_chosen_file_is_read_in_the_browser_and_something_that_is_no_x12_is_said_to_be_none() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/x12").page();
            page.getByLabel("From a file")
                    .first()
                    .setInputFiles(new FilePayload(
                            "greeting.edi",
                            "text/plain",
                            "Gr\u00fc\u00dfe \u0085".getBytes(StandardCharsets.ISO_8859_1)));
            page.getByText("greeting.edi").waitFor();
            assertThat(page.getByLabel("X12", new GetByLabelOptions().setExact(true))
                            .inputValue())
                    .isEqualTo("Gr\u00fc\u00dfe \u0085");

            button(page, "Explain and check");
            page.getByText("0 of 0 transaction sets would be processed; not all of the file can be used.")
                    .waitFor();
            visit.isClean("workbench-no-x12");
        }
    }

    @Test
    void stored_bytes_are_opened_by_their_hash() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            Page page = visit.to("/documents?condition=done&type=850").page();
            page.locator("[data-open]").first().click();
            page.locator("a.bytes:not([href*='/changes'])").last().click();
            page.getByText("open in the workbench").click();

            heading(page, "Checked");
            assertThat(page.url()).matches(".*/x12\\?payload=[0-9a-f]{64}");
            assertThat(page.getByLabel("X12", new GetByLabelOptions().setExact(true))
                            .inputValue())
                    .startsWith("ISA");
            visit.isClean("workbench-opened");
        }
    }
}
