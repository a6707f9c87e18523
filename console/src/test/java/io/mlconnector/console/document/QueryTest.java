package io.mlconnector.console.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.ports.journal.Criterion;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
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
        assertThat(query.filter(NOON).criteria()).contains(new Criterion.Snoozed(false, NOON));
        assertThat(query("snoozed=on").filter(NOON).criteria()).isEmpty();
    }

    @Test
    void a_word_that_is_none_is_told() {
        assertThatThrownBy(() -> query("condition=hold").filter(NOON))
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("hold");
        assertThatThrownBy(() -> query("q=%zz")).isInstanceOf(UnusableException.class);
    }
}
