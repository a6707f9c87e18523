package io.mlconnector.console.cause;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Role;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.page.Look;
import io.mlconnector.console.page.Section;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.ports.journal.document.StuckCause;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixPageTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    /** The page after it was asked what the fix would do: each document with the verdict at its place. */
    private static String page(Role role, String way, Optional<String> against, String... verdicts) {
        Map<String, FixPage.Foreseen> became = new LinkedHashMap<>();
        for (int i = 0; i < verdicts.length; i++) {
            became.put("d" + i, new FixPage.Foreseen(verdicts[i], "as foreseen"));
        }
        Frame frame = new Frame(
                "Fix a cause",
                Section.CAUSES,
                Optional.of(new Operator("ana", role)),
                new Look("system", ZoneOffset.UTC, NOON),
                "/causes/fix",
                Optional.empty());
        StuckCause cause = new StuckCause(
                "partner-unknown",
                Problem.of(ProblemCode.DISCARDED_BY_PERSON, "", "The partner is not known."),
                Math.max(1, verdicts.length),
                Map.of(),
                Optional.empty(),
                NOON,
                NOON,
                List.of());
        StringOutput text = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "fix.jte",
                        new FixPage(
                                frame,
                                new CauseRow(cause),
                                MissingTranslation.of("unit-unknown:acme:QZ", false),
                                List.of(),
                                List.of(new Candidate("ea", "in which line 1 of order PO-7 is ordered")),
                                List.of(),
                                List.of(),
                                Map.of("way", way),
                                became,
                                Optional.empty(),
                                Optional.empty(),
                                against,
                                false),
                        text);
        return text.toString();
    }

    @Test
    void the_button_counts_what_goes_on_and_says_what_stays() {
        assertThat(page(Role.ENGINEER, "accept", Optional.empty(), "posts", "sends"))
                .contains(">Fix it for 2<");
        assertThat(page(Role.ENGINEER, "accept", Optional.empty(), "posts", "holds", "fails"))
                .contains(">Do it: 1 goes on, 2 stay<");
    }

    @Test
    void what_frees_nothing_has_no_button_and_says_so() {
        assertThat(page(Role.ENGINEER, "accept", Optional.empty(), "holds", "holds"))
                .contains("0 of 2 would go on", "No document would go on")
                .doesNotContain("Fix it", "name=\"step\"");
        assertThat(page(Role.ENGINEER, "translate", Optional.empty(), "holds"))
                .as("a translation may be right all the same")
                .contains(">Enter it all the same<", "No document would go on");
    }

    @Test
    void what_the_word_may_mean_by_the_orders_is_offered() {
        assertThat(page(Role.ENGINEER, "", Optional.empty()))
                .contains("value=\"ea\"", "in which line 1 of order PO-7 is ordered");
    }

    @Test
    void a_choice_that_does_not_help_says_why_instead_of_sending_the_reader_where_he_is() {
        String held =
                "It stays held: Line 1 names its product by VN XX-999; no line of order PO-7 is of it. If it is one of"
                        + " our items, enter it: ml-connector crossref set globex item VN:XX-999 ITEMNUMBER; then replay the"
                        + " document. If not, ask the partner for a corrected invoice.";
        CauseFix.Way way = new CauseFix.Translate("D0001", Optional.empty(), Optional.empty(), false);

        assertThat(Helpless.told(new CauseFix("item-unknown:globex:VN:XX-999", way), held))
                .isEqualTo(
                        "It stays held: Line 1 names its product by VN XX-999; no line of order PO-7 is of it. Entering"
                                + " D0001 does not help: no line of the order is of item D0001.");
        assertThat(Helpless.told(new CauseFix("item-unknown:globex:VN:OTHER", way), held))
                .endsWith("It lacks another translation too, which is a cause of its own.");
        assertThat(Helpless.told(new CauseFix("item-unknown:globex:VN:XX-999", way), "posts invoice 7"))
                .isEqualTo("It posts invoice 7");
    }

    @Test
    void units_of_order_lines_that_could_not_be_compared_are_candidates_once_each() {
        HistoryEntry unmeasured = HistoryEntry.entry(
                NOON,
                "unmatched",
                "Line 1 could not be compared",
                Map.of("findings", "unit-unknown", "unit", "ea", "order", "PO-7", "orderLine", "1"));
        HistoryEntry other = HistoryEntry.entry(
                NOON, "matched", "Line 2 agrees", Map.of("unit", "box", "order", "PO-7", "orderLine", "2"));

        assertThat(Candidate.units(List.of(unmeasured, other, unmeasured)))
                .containsExactly(new Candidate("ea", "in which line 1 of order PO-7 is ordered"));
    }

    @Test
    void what_would_be_refused_is_told_before_and_has_no_button() {
        assertThat(page(Role.ENGINEER, "translate", Optional.of("F&O has no unit of measure zzz."), "posts"))
                .contains("It would be refused", "F&amp;O has no unit of measure zzz.")
                .doesNotContain("Fix it", "name=\"step\"", "1 of 1 would go on");
    }

    @Test
    void who_may_discard_is_offered_it_for_all_documents_of_the_cause() {
        assertThat(page(Role.ENGINEER, "", Optional.empty()))
                .contains("Discard them", "name=\"query\" value=\"causeKey=partner-unknown\"");
        assertThat(page(Role.AUDITOR, "", Optional.empty())).doesNotContain("Discard them");
    }
}
