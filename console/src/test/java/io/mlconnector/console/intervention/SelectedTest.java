package io.mlconnector.console.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Role;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.page.Look;
import io.mlconnector.console.page.Section;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.Worth;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page before something is done to many: its money is that of the documents for which its button is. */
class SelectedTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static Selected.Row row(String id, int amount, Impact.Effect effect) {
        DocumentRecord document = new DocumentRecord(
                new DocumentId(id),
                "main",
                "acme",
                Direction.INBOUND,
                "810",
                new BusinessKeys(
                        "",
                        "",
                        "",
                        "INV-" + id,
                        "",
                        "",
                        "",
                        "",
                        Optional.of(new Worth(BigDecimal.valueOf(amount), "USD", Optional.empty()))),
                Condition.HELD,
                Stage.CHECKED,
                Validity.VALID,
                Acknowledgement.NONE,
                Optional.empty(),
                new SendingState.Announced(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                NOON,
                NOON,
                NOON,
                Attention.NONE);
        return new Selected.Row(new DocumentRow(document), "holds", "It stays held.", effect);
    }

    private static String page(List<Selected.Row> rows, List<String> useful, int unseen, boolean more) {
        Frame frame = new Frame(
                "Release",
                Section.DOCUMENTS,
                Optional.of(new Operator("ana", Role.ENGINEER)),
                new Look("system", ZoneOffset.UTC, NOON),
                "/documents/forecast",
                Optional.empty());
        StringOutput text = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "selected.jte",
                        new Selected(
                                frame,
                                new Acting.Wish(Verb.RELEASE, Optional.empty(), "", ""),
                                rows,
                                useful.stream().map(DocumentId::new).toList(),
                                unseen,
                                more,
                                Map.of("ids", String.join(" ", useful)),
                                "/documents"),
                        text);
        return text.toString();
    }

    @Test
    void the_money_is_that_of_the_documents_for_which_the_button_is() {
        assertThat(page(
                        List.of(row("d1", 100, Impact.Effect.CHANGES), row("d2", 900, Impact.Effect.IN_VAIN)),
                        List.of("d1"),
                        0,
                        false))
                .contains("Release 1", "The 1 that would change is worth <b>100.00 USD</b>", "value=\"d1\"")
                .doesNotContain("1,000.00 USD");
        assertThat(page(
                        List.of(row("d1", 100, Impact.Effect.CHANGES), row("d2", 900, Impact.Effect.CHANGES)),
                        List.of("d1", "d2"),
                        0,
                        false))
                .contains("Release 2", "Together they are worth <b>1,000.00 USD</b>");
    }

    @Test
    void of_very_many_it_says_how_many_were_looked_at_and_how_many_are_judged_in_their_turn() {
        assertThat(page(List.of(row("d1", 100, Impact.Effect.CHANGES)), List.of("d1"), 1_233, false))
                .contains("Release 1,234", "1,233 older ones are judged when their turn comes")
                .doesNotContain("what can be done at once", "Together they are worth");
        assertThat(page(List.of(row("d1", 100, Impact.Effect.CHANGES)), List.of("d1"), 9_999, true))
                .contains("More than 10,000 match, which is what can be done at once.");
    }

    @Test
    void where_nothing_matches_it_says_so_and_shows_no_empty_table() {
        assertThat(page(List.of(), List.of(), 0, false))
                .contains("Nothing matches", "Back to the list")
                .doesNotContain("<table", "<form class=\"confirm\"");
    }
}
