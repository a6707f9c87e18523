package io.mlconnector.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
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

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
    void a_stored_state_is_read_and_written_back_equal(String row) throws IOException {
        FlowState state = new JsonStoredForm().readState(row);
        String written = new JsonStoredForm().write(state);
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(row));
        assertThat(new JsonStoredForm().readState(written)).isEqualTo(state);
        assertThat(written.length()).as("no digit is lost or added").isEqualTo(row.length());
    }

    @Test
    void every_state_has_its_row() throws IOException {
        List<Class<?>> stored = rows().stream()
                .<Class<?>>map(row -> new JsonStoredForm().readState(row).getClass())
                .toList();
        Stream.of(SendingState.class, InvoiceState.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .forEach(state -> assertThat(stored).contains(state));
    }

    @Test
    void a_state_of_a_newer_program_is_refused_in_words() {
        assertThatThrownBy(() -> new JsonStoredForm().readState("{\"is\":\"order-announced\",\"failures\":0,\"v\":2}"))
                .hasMessageContaining("newer version");
        assertThatThrownBy(() -> new JsonStoredForm().readState("{\"is\":\"order-teleported\",\"v\":1}"))
                .hasMessageContaining("order-teleported");
    }
}
