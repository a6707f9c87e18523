package io.mlconnector.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.BilledOrder;
import io.mlconnector.verification.support.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person came for, done as a new user would: by the words that can be seen. */
@Tag("browser")
class ConsoleTasksTest {

    private static final Duration MOST = Duration.ofSeconds(40);
    private static final int STUCK = 6;

    private static List<DocumentRecord> invoices(World world, Condition condition) {
        return world.documents().stream()
                .filter(document -> document.type().equals("810") && document.condition() == condition)
                .toList();
    }

    @Test
    void all_invoices_that_stand_still_for_one_unknown_unit_are_freed_at_once(@TempDir Path folder) {
        try (World world = new World("free", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            BilledOrder order = BilledOrder.of(world, 1000);
            for (int i = 1; i <= STUCK; i++) {
                order.billIn(
                        "QX", i, "acme", "BIG*2026031" + i + "*INV-" + i + "*20260302*PO-7***DI", "10.00", "10000");
            }
            Awaiting.until(
                    "all are held", MOST, () -> invoices(world, Condition.HELD).size() == STUCK);

            try (BrowsedDemo.Visit visit = BrowsedDemo.signedIn(new Browser(), world, ColorScheme.LIGHT)) {
                Page page = visit.page();
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Causes"))
                        .click();
                page.getByText("Unit unknown").first().click();
                page.getByLabel("QX means").fill("zzz");
                page.getByText("See what it would free").first().click();
                page.getByText("F&O has no unit of measure zzz").waitFor();
                assertThat(page.getByText("Fix it for").count()).isZero();
                visit.isClean("fix-refused");
                page.getByText("Choose another way").click();
                page.getByLabel("QX means").fill("ea");
                page.getByLabel("Reason, for the history").first().fill("agreed on the phone");
                page.getByText("See what it would free").first().click();
                page.getByText(STUCK + " of " + STUCK + " would go on").waitFor();
                assertThat(invoices(world, Condition.HELD))
                        .as("nothing is done before it is seen")
                        .hasSize(STUCK);
                visit.isClean("fix-foreseen");
                page.getByText("Fix it for " + STUCK).click();
                page.getByText(STUCK + " of " + STUCK + " documents go on.").waitFor();
                visit.isClean("fix-done");
                takingBackIsRefused(visit, world);
            }

            Awaiting.until(
                    "all are posted",
                    MOST,
                    () -> invoices(world, Condition.DONE).size() == STUCK);
        }
    }

    /** The page of the fix is left and found again; what was sent cannot be taken back. */
    private static void takingBackIsRefused(BrowsedDemo.Visit visit, World world) {
        Awaiting.until(
                "all are posted", MOST, () -> invoices(world, Condition.DONE).size() == STUCK);
        Page page = visit.page();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Causes").setExact(true))
                .first()
                .click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Last fixes"))
                .waitFor();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("unit-unknown:acme:QX"))
                .click();
        page.getByText("QX means ea.").waitFor();
        page.getByText("Nothing of it can be taken back any more: what was sent stays.")
                .waitFor();
        assertThat(page.getByText("Take back what was not sent").count()).isZero();
        visit.isClean("fix-sent");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_translation_with_which_nothing_was_sent_is_taken_back_and_the_documents_are_held_for_it_again(
            ColorScheme theme, @TempDir Path folder) {
        try (World world = new World("back", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            BilledOrder order = BilledOrder.of(world, 1000);
            for (int i = 1; i <= 2; i++) {
                order.billIn(
                        "QX", i, "acme", "BIG*2026031" + i + "*INV-" + i + "*20260302*PO-7***DI", "99.00", "99000");
            }
            Awaiting.until("both are held", MOST, () -> heldFor(world, "unit-unknown") == 2);

            try (BrowsedDemo.Visit visit = BrowsedDemo.signedIn(new Browser(), world, theme)) {
                Page page = visit.to("/causes").page();
                page.getByText("Unit unknown").first().click();
                page.getByLabel("QX means").fill("ea");
                page.getByText("See what it would free").first().click();
                page.getByText("0 of 2 would go on").waitFor();
                page.getByText("Enter it all the same").click();
                Awaiting.until("the price is wrong too", MOST, () -> heldFor(world, "price-differs") == 2);
                page.getByText("0 of 2 documents go on. 2 stand still again").waitFor();

                page.getByText("Take back what was not sent…").click();
                page.getByText("2 of 2 documents can be taken back: nothing was sent of them")
                        .waitFor();
                page.getByText("The cross-reference that the fix entered is removed.")
                        .waitFor();
                assertThat(page.locator("table.rows").last().innerText())
                        .contains("INV-1", "INV-2", "was not sent; it stands still again, as before the fix.");
                visit.isClean("fix-back");
                page.getByLabel("Reason").fill("the wrong unit");
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take back 2"))
                        .click();
                page.getByText("QX has no translation any more").waitFor();
                Awaiting.until("both are held for it again", MOST, () -> heldFor(world, "unit-unknown") == 2);
                page.getByText("took back 2 of 2 documents: they stand still again.")
                        .waitFor();
                visit.isClean("fix-taken-back");
                String run = java.net.URI.create(page.url()).getPath();
                world.kill();
                world.start();
                try (BrowsedDemo.Visit later = BrowsedDemo.signedIn(new Browser(), world, theme)) {
                    Page bookmarked = later.to(run).page();
                    bookmarked.getByText("QX means ea.").waitFor();
                    bookmarked.getByText("0 of 2 documents went on.").waitFor();
                    bookmarked
                            .getByText("took back 2 of 2 documents: they stand still again.")
                            .waitFor();
                    later.isClean("fix-after-restart");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void why_an_order_has_no_acknowledgement_is_found_by_its_number_with_whose_turn_it_is_and_what_to_do(
            ColorScheme theme, @TempDir Path folder) {
        try (World world = new World(
                        "silent",
                        folder,
                        TwinOptions.demo(42),
                        yaml -> yaml.replace(
                                "onUnknownOutcome: hold}",
                                "onUnknownOutcome: hold, expectAcknowledgement: {within: 1s}}"))
                .start()) {
            world.twin().play();
            // An invoice that is held makes it our turn.
            world.settle(MOST);
            Awaiting.until("the partners are done", MOST, () -> world.twin().quiet());
            world.settle(MOST);
            Awaiting.until("an order is overdue", MOST, () -> silent(world).isPresent());
            DocumentRecord order = silent(world).orElseThrow();
            String number = order.keys().orderNumber();

            try (BrowsedDemo.Visit visit = BrowsedDemo.signedIn(new Browser(), world, theme)) {
                Page page = visit.page();
                page.getByText("Find").first().click();
                page.getByLabel("Order, invoice, control number, file, or a section")
                        .fill(number);
                page.getByRole(AriaRole.OPTION)
                        .getByText("Order " + number)
                        .first()
                        .click();
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Order " + number))
                        .waitFor();
                assertThat(page.locator(".verdict").innerText())
                        .contains(
                                "the partner's, overdue",
                                "Delivered and not answered in time. Ask the partner whether the file arrived.");
                assertThat(page.locator("main").innerText())
                        .contains(
                                "What to ask the partner about: file "
                                        + order.keys().fileName(),
                                "an answer was due");
                visit.isClean("task-silent-order");

                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ml-connector, Today"))
                        .click();
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("No answer in time"))
                        .waitFor();
                page.getByText("Acknowledgements overdue").click();
                page.getByRole(AriaRole.LINK)
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(number))
                        .first()
                        .click();
                page.getByText("The partner has not answered in time. Ask whether the file arrived;")
                        .waitFor();
                visit.isClean("task-silent-document");
            }
        }
    }

    private static Optional<DocumentRecord> silent(World world) {
        Set<String> held = invoices(world, Condition.HELD).stream()
                .map(one -> one.keys().orderNumber())
                .collect(Collectors.toSet());
        return world.documents().stream()
                .filter(one -> one.type().equals("850") && one.acknowledgement() == Acknowledgement.OVERDUE)
                .filter(one -> !held.contains(one.keys().orderNumber()))
                .findFirst();
    }

    private static long heldFor(World world, String code) {
        return invoices(world, Condition.HELD).stream()
                .filter(one -> one.reason().map(why -> why.code().equals(code)).orElse(false))
                .count();
    }

    /** A posted invoice whose number is no part of another one's, so that it is found at once. */
    private static DocumentRecord unmistakable(World world) {
        return invoices(world, Condition.DONE).stream()
                .filter(one -> world.documents().stream()
                                .filter(other -> other.keys()
                                        .invoiceNumber()
                                        .contains(one.keys().invoiceNumber()))
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_auditor_sees_what_happened_to_one_invoice_with_the_bytes_of_both_sides() {
        try (BrowsedDemo.Visit visit = BrowsedDemo.shared().signedIn(ColorScheme.LIGHT)) {
            DocumentRecord posted = unmistakable(BrowsedDemo.shared().world());
            Page page = visit.page();
            page.getByText("Find").first().click();
            page.getByLabel("Order, invoice, control number, file, or a section")
                    .fill(posted.keys().invoiceNumber());
            page.getByRole(AriaRole.OPTION)
                    .getByText("Invoice " + posted.keys().invoiceNumber())
                    .first()
                    .click();

            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What came"))
                    .waitFor();
            page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions()
                                    .setName("What we understood")
                                    .setExact(true))
                    .first()
                    .waitFor();
            page.getByText("is in F&O as vendor invoice").last().waitFor();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("what we sent"))
                    .first()
                    .click();
            page.getByText("InvoiceNumber").first().waitFor();
            visit.isClean("bytes-sent");
        }
    }

    @Test
    void hostile_text_from_a_file_is_shown_as_text_and_nothing_of_it_runs(@TempDir Path folder) {
        try (World world = new World("hostile", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            String nasty = "<img/src=x/onerror=alert(1)>";
            BilledOrder.of(world, 100)
                    .bill(1, "acme", "BIG*20260311*" + nasty + "*20260302*PO-7***DI", "99.00", "99000");
            Awaiting.until(
                    "it is there",
                    MOST,
                    () -> world.documents().stream()
                            .anyMatch(one ->
                                    one.type().equals("810") && one.condition().settled()));

            try (BrowsedDemo.Visit visit = BrowsedDemo.signedIn(new Browser(), world, ColorScheme.DARK)) {
                Page page = visit.page();
                page.onDialog(dialog -> {
                    throw new AssertionError("A script ran");
                });
                for (String address : List.of(
                        "/",
                        "/documents",
                        "/causes",
                        "/documents?q=" + java.net.URLEncoder.encode(nasty, java.nio.charset.StandardCharsets.UTF_8))) {
                    visit.to(address);
                    visit.isClean("hostile");
                    assertThat(page.locator("img").count()).isZero();
                }
                page.getByText(nasty).first().click();
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Invoice " + nasty))
                        .waitFor();
                visit.isClean("hostile-document");
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("the document"))
                        .first()
                        .click();
                page.getByText(nasty).first().waitFor();
                visit.isClean("hostile-bytes");
            }
        }
    }
}
