package io.mlconnector.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {

    private static Form form(String text) {
        return Form.of(Buffer.buffer(text));
    }

    @Test
    void a_word_that_a_page_does_not_know_is_refused_with_the_nearest_one() {
        List<String> known = List.of("condition", "partner", "after");
        assertThatThrownBy(() -> form("condtion=held").knowing(known))
                .isInstanceOf(UnusableException.class)
                .hasMessage("This page does not know the word condtion in its address; did you mean condition?"
                        + " It knows condition, partner, after.");
        assertThatThrownBy(() -> form("x=1").knowing(List.of()))
                .hasMessage("This page does not know the word x in its address. It takes none.");
        assertThat(form("condition=held&partner=acme").knowing(known).text("partner"))
                .isEqualTo("acme");
    }
}
