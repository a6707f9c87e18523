package io.mlconnector.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.ordering.OrderState;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One stored row of every state. These lines lie in databases: they are added to, never changed. A state that is no
 * longer written as its line says needs a new version.
 */
class StoredStatesTest {

    static List<String> rows() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(StoredStatesTest.class.getResourceAsStream("/journal/states.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_stored_state_is_read_and_written_back_equal(String row) {
        FlowState state = Mapping.readState(row);
        String written = Mapping.write(state);
        assertThat(new JsonObject(written)).isEqualTo(new JsonObject(row));
        assertThat(Mapping.readState(written)).isEqualTo(state);
        assertThat(written.length()).as("no digit is lost or added").isEqualTo(row.length());
    }

    @Test
    void every_state_has_its_row() throws IOException {
        List<Class<?>> stored = rows().stream()
                .<Class<?>>map(row -> Mapping.readState(row).getClass())
                .toList();
        Stream.of(OrderState.class, InvoiceState.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .forEach(state -> assertThat(stored).contains(state));
    }

    @Test
    void a_state_of_a_newer_program_is_refused_in_words() {
        assertThatThrownBy(() -> Mapping.readState("{\"is\":\"order-announced\",\"failures\":0,\"v\":2}"))
                .hasMessageContaining("newer version");
        assertThatThrownBy(() -> Mapping.readState("{\"is\":\"order-teleported\",\"v\":1}"))
                .hasMessageContaining("order-teleported");
    }
}
