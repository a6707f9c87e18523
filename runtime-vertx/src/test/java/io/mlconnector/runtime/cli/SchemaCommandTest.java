package io.mlconnector.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Who maps what we write needs the schema and nothing else of ours. */
class SchemaCommandTest {

    @Test
    void the_schema_of_the_neutral_order_is_printed_without_a_configuration() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute("schema", "neutral-order")).isZero();
        } finally {
            System.setOut(before);
        }
        JsonObject schema = new JsonObject(written.toString(StandardCharsets.UTF_8));
        assertThat(schema.getString("$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.getJsonArray("required").contains("confirmationNumber"))
                .isTrue();
    }
}
