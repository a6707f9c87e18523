package io.mlconnector.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Stopped;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.DocumentId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One stored row of every state, in every version. These lines lie in databases: they are added to, never changed. A state
 * that is no longer written as its line says needs a new version.
 */
class StoredStatesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<String> rows() throws IOException {
        return rows("/journal/states-2.json");
    }

    private static List<String> rows(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(StoredStatesTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    @Test
    void a_state_that_an_earlier_version_stored_reads_as_the_same_state_of_today() throws IOException {
        List<String> earlier = rows("/journal/states-1.json");
        List<String> today = rows();
        for (int i = 0; i < earlier.size(); i++) {
            assertThat(new JsonStoredForm().readState(earlier.get(i)))
                    .as(earlier.get(i))
                    .isEqualTo(new JsonStoredForm().readState(today.get(i)));
        }
    }

    @Test
    void what_earlier_versions_kept_as_details_of_the_reason_is_found_in_its_field() {
        FlowState held = new JsonStoredForm().readState("""
                {"is":"invoice-held","why":{"code":"price-differs","message":"m","causeKey":"price-differs:l1",
                "details":{"also-1":"quantity-differs","line":"1"}},
                "resume":{"is":"invoice-received","waived":["total-zero"],"failures":0},"v":1}""");
        assertThat(held).isInstanceOfSatisfying(Held.class, stopped -> {
            assertThat(stopped.causes())
                    .containsExactly(new Cause("price-differs", ""), new Cause("quantity-differs", ""));
            assertThat(stopped.resume()).isEqualTo(new InvoiceState.Received(Set.of(new Cause("total-zero", "")), 0));
        });
        FlowState duplicate = new JsonStoredForm().readState("""
                {"is":"invoice-duplicate","why":{"code":"invoice-repeated","message":"m","causeKey":"k",
                "details":{"duplicateOf":"d-1"}},"v":1}""");
        assertThat(duplicate.duplicateOf()).contains(new DocumentId("d-1"));
        FlowState replaced = new JsonStoredForm().readState("""
                {"is":"invoice-discarded","why":{"code":"sent-again","message":"m","causeKey":"k",
                "details":{"replacedBy":"d-2"}},"before":{"is":"invoice-failed","why":{"code":"refused","message":"m",
                "causeKey":"k","details":{}},"resume":{"is":"invoice-received","waived":[],"failures":0}},"v":1}""");
        assertThat(replaced.replacedBy()).contains(new DocumentId("d-2"));
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
        Stream.of(SendingState.class, InvoiceState.class, InvoiceState.FollowUp.class, Halted.class, Stopped.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .filter(state -> !state.isInterface())
                .forEach(state -> assertThat(stored).contains(state));
    }

    @Test
    void a_state_of_a_newer_program_is_refused_in_words() {
        assertThatThrownBy(() -> new JsonStoredForm().readState("{\"is\":\"order-announced\",\"failures\":0,\"v\":3}"))
                .hasMessageContaining("newer version");
        assertThatThrownBy(() -> new JsonStoredForm().readState("{\"is\":\"order-teleported\",\"v\":1}"))
                .hasMessageContaining("order-teleported");
    }
}
