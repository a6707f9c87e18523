package io.mlconnector.console.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.console.document.Chain.Link;
import io.mlconnector.console.story.Answer;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What belongs to an order, as the picture shows it. */
class ChainTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static DocumentRecord document(String id, String type, Direction direction, int minute) {
        return document(id, type, direction, minute, Condition.DONE, Stage.DELIVERED);
    }

    private static DocumentRecord document(
            String id, String type, Direction direction, int minute, Condition condition, Stage stage) {
        return new DocumentRecord(
                new DocumentId(id),
                "main",
                "acme",
                direction,
                type,
                new BusinessKeys(
                        "usmf", "PO-7", type.equals("810") ? "" : "PO-7-1", "", "", "", "", "", Optional.empty()),
                condition,
                stage,
                Validity.VALID,
                type.equals("850") ? Acknowledgement.ACCEPTED : Acknowledgement.NONE,
                Optional.empty(),
                new SendingState.Announced(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                NOON.plusSeconds(60L * minute),
                NOON,
                NOON,
                Attention.NONE);
    }

    private static Answer answer(String message, int minute, Map<String, String> details) {
        return Answer.of(HistoryEntry.entry(NOON.plusSeconds(60L * minute), "acknowledged", message, details))
                .orElseThrow();
    }

    @Test
    void a_997_stands_between_the_order_and_what_came_after_it_with_its_verdict_and_its_document() {
        DocumentRecord order = document("01m8jjk5t8000ph7ret", "850", Direction.OUTBOUND, 0);
        DocumentRecord response = document("01m8jjk5t8000ph7re2", "855", Direction.INBOUND, 5);
        Map<String, List<Answer>> answers = Map.of(
                order.id().text(),
                List.of(
                        answer(
                                "The partner answered with a 997 in interchange 000000072: accepted (A)",
                                2,
                                Map.of("verdict", "accepted", "document", "01m8jjk5t8000ph7re1")),
                        answer(
                                "The vendor answered with an 855 in interchange 000000073: accepted as ordered.",
                                5,
                                Map.of("document", response.id().text()))));

        Chain chain = Chain.of(new Chain.Related(List.of(response, order), false), answers, Optional.of(order.id()));

        assertThat(chain.links())
                .extracting(Link::kind)
                .containsExactly("Order 850", "Acknowledgement 997", "Order answer 855");
        assertThat(chain.links()).extracting(Link::here).containsExactly(true, false, false);
        Link acknowledgement = chain.links().get(1);
        assertThat(acknowledgement.name()).isEqualTo("to PO-7-1");
        assertThat(acknowledgement.words()).containsExactly("accepted");
        assertThat(acknowledgement.at()).isEqualTo(NOON.plusSeconds(120));
        assertThat(acknowledgement.address()).contains("/documents/01m8jjk5t8000ph7re1");
    }

    @Test
    void every_answer_stands_under_the_revision_that_it_answers_also_where_another_went_out_before_it_came() {
        DocumentRecord first = document("01m8jjk5t8000ph7ret", "850", Direction.OUTBOUND, 0);
        DocumentRecord second = document("01m8jjk5t8000ph7reu", "860", Direction.OUTBOUND, 4);
        DocumentRecord response = document("01m8jjk5t8000ph7re2", "855", Direction.INBOUND, 5);
        DocumentRecord invoice = document("01m8jjk5t8000ph7re3", "810", Direction.INBOUND, 9);
        Map<String, List<Answer>> answers = Map.of(
                first.id().text(),
                List.of(answer(
                        "The vendor answered with an 855 in interchange 000000073: accepted as ordered.",
                        5,
                        Map.of("document", response.id().text()))),
                second.id().text(),
                List.of(answer("The partner answered with a 997 in interchange 000000072: A", 6, Map.of())));

        Chain chain = Chain.of(
                new Chain.Related(List.of(invoice, response, second, first), false), answers, Optional.empty());

        assertThat(chain.groups())
                .extracting(group -> group.head().kind())
                .containsExactly("Order 850", "Order change 860", "Invoice 810");
        assertThat(chain.groups())
                .extracting(group -> group.answers().stream().map(Link::kind).toList())
                .containsExactly(List.of("Order answer 855"), List.of("Acknowledgement 997"), List.of());
    }

    @Test
    void what_never_went_out_is_not_called_sent() {
        assertThat(List.of(Condition.DISCARDED, Condition.HELD, Condition.DONE))
                .extracting(condition -> Chain.of(
                                new Chain.Related(List.of(sending(condition)), false), Map.of(), Optional.empty())
                        .links()
                        .getFirst()
                        .done())
                .containsExactly("never sent", "not sent yet", "we sent");
    }

    private static DocumentRecord sending(Condition condition) {
        return document(
                "01m8jjk5t8000ph7ret",
                "850",
                Direction.OUTBOUND,
                0,
                condition,
                condition == Condition.DONE ? Stage.DELIVERED : Stage.ALIGNED);
    }

    @Test
    void an_answer_that_an_older_version_wrote_down_stands_there_without_a_link() {
        DocumentRecord order = document("01m8jjk5t8000ph7ret", "850", Direction.OUTBOUND, 0);

        Chain chain = Chain.of(
                new Chain.Related(List.of(order), false),
                Map.of(
                        order.id().text(),
                        List.of(answer("The partner answered with a 997 in interchange 000000072: A", 2, Map.of()))),
                Optional.empty());

        assertThat(chain.links().getLast().words()).isEmpty();
        assertThat(chain.links().getLast().address()).isEmpty();
    }

    @Test
    void many_invoices_leave_the_revisions_where_they_are_and_the_document_of_the_page_is_there_in_any_case() {
        DocumentRecord order = document("01m8jjk5t8000ph7ret", "850", Direction.OUTBOUND, 0);
        DocumentRecord oldest = document("01m8jjk5t8000ph7re1", "810", Direction.INBOUND, 1);
        DocumentRecord middle = document("01m8jjk5t8000ph7re2", "810", Direction.INBOUND, 2);
        DocumentRecord newest = document("01m8jjk5t8000ph7re3", "810", Direction.INBOUND, 3);

        Chain.Related related = Chain.Related.of(List.of(order, oldest, middle, newest), 1, oldest);

        assertThat(related.documents()).containsExactly(order, newest, oldest);
        assertThat(related.cut()).isTrue();
        assertThat(Chain.Related.of(List.of(order, oldest), 1, order).cut()).isFalse();
    }

    @Test
    void only_what_was_sent_has_answers() {
        DocumentRecord order = document("01m8jjk5t8000ph7ret", "850", Direction.OUTBOUND, 0);
        DocumentRecord invoice = document("01m8jjk5t8000ph7re3", "810", Direction.INBOUND, 9);

        assertThat(Chain.asked(List.of(invoice, order))).containsExactly(order);
    }
}
