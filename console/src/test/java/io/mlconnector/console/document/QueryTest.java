package io.mlconnector.console.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.engine.DocumentIds;
import io.mlconnector.ports.journal.Criterion;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Query query(String address) {
        return Query.of(Form.of(Buffer.buffer(address)));
    }

    @Test
    void the_address_of_a_page_says_all_that_is_looked_for_and_is_read_back_the_same() {
        Query query = query("q=PO+4711%26co&condition=held&partner=acme&nonsense=1&stage=");

        assertThat(query.text()).isEqualTo("q=PO+4711%26co&condition=held&partner=acme");
        assertThat(query(query.text())).isEqualTo(query);
        assertThat(query.chips())
                .extracting(Query.Chip::without)
                .containsExactly("/documents?q=PO+4711%26co&partner=acme", "/documents?q=PO+4711%26co&condition=held");
    }

    @Test
    void what_is_put_off_can_be_looked_for_and_left_out_and_is_shown_where_nothing_is_said_of_it() {
        assertThat(query("snoozed=true").filter(NOON, ZoneOffset.UTC).criteria())
                .containsExactly(new Criterion.Snoozed(true, NOON));
        assertThat(query("snoozed=false").filter(NOON, ZoneOffset.UTC).criteria())
                .containsExactly(new Criterion.Snoozed(false, NOON));
        assertThat(query("snoozed=false").text()).isEqualTo("snoozed=false");
        assertThat(query("q=PO-7&snoozed=false").chips()).singleElement().satisfies(chip -> {
            assertThat(chip.label()).isEqualTo("put off");
            assertThat(chip.value()).isEqualTo("no");
            assertThat(chip.without()).isEqualTo("/documents?q=PO-7");
        });
        assertThat(query("q=PO-7").filter(NOON, ZoneOffset.UTC).criteria())
                .containsExactly(new Criterion.FoundBy("PO-7"));
        assertThat(query("snoozed=on").all()).as("as it was written once").isTrue();
        assertThatThrownBy(() -> query("snoozed=yes").filter(NOON, ZoneOffset.UTC))
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("it is one of false, true");
    }

    @Test
    void a_day_is_the_readers_and_counts_from_its_beginning_to_its_end() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        // Ids sort by time, and leave room for a document that was long on its way into the journal.
        assertThat(query("from=2026-03-02&to=2026-03-02").filter(NOON, berlin).criteria())
                .containsExactlyInAnyOrder(
                        new Criterion.CreatedFrom(Instant.parse("2026-03-01T23:00:00Z")),
                        new Criterion.IdFrom(DocumentIds.before(Instant.parse("2026-02-27T23:00:00Z"))),
                        new Criterion.CreatedBefore(Instant.parse("2026-03-02T23:00:00Z")),
                        new Criterion.IdBefore(DocumentIds.before(Instant.parse("2026-03-04T23:00:00Z"))));
        assertThat(query("to=2026-03-02T08:00:00Z").filter(NOON, berlin).criteria())
                .contains(new Criterion.CreatedBefore(Instant.parse("2026-03-02T08:00:00Z")));
        assertThatThrownBy(() -> query("from=2026-02-30").filter(NOON, berlin))
                .hasMessageContaining("a day like 2026-03-10");
    }

    @Test
    void a_word_that_is_none_is_told() {
        assertThatThrownBy(() -> query("condition=hold").filter(NOON, ZoneOffset.UTC))
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("hold");
        assertThatThrownBy(() -> query("type=invoice").filter(NOON, ZoneOffset.UTC))
                .hasMessageContaining("type: a type is 810, 824");
        assertThatThrownBy(() -> query("q=%zz")).isInstanceOf(UnusableException.class);
    }
}
