package io.mlconnector.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code orders.beside}. */
class BesideConfigurationTest {

    @TempDir
    private Path folder;

    /** The small file with these orders. */
    private OrderAgreement orders(String orders) {
        try (var in = BesideConfigurationTest.class.getResourceAsStream("/config/minimal.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String with = text.replaceFirst("orders: \\{.*}", "orders: {" + orders + "}");
            assertThat(with).as("the small file has orders on one line").isNotEqualTo(text);
            return ConfigurationReader.parse(with, "mlc.yaml", folder)
                    .connections()
                    .getFirst()
                    .partners()
                    .all()
                    .iterator()
                    .next()
                    .orders()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String mistake(String orders) {
        return String.valueOf(catchThrowableOfType(ConfigurationException.class, () -> orders(orders))
                .getMessage());
    }

    @Test
    void json_is_put_beside_x12_only_where_it_is_asked_for() {
        assertThat(orders("folder: /upload/a, changes: hold").beside()).isEmpty();
        assertThat(orders("folder: /upload/a, beside: {format: json, folder: /upload/a-json}")
                        .beside())
                .contains(new FolderReference.ByPath("/upload/a-json"));
    }

    @Test
    void what_makes_no_sense_is_told() {
        assertThat(mistake("folder: /upload/a, beside: {format: json, folder: /upload/a}"))
                .contains("is the folder of the X12 orders");
        assertThat(mistake("format: json, folder: /upload/a, beside: {format: json, folder: /upload/b}"))
                .contains("has a meaning for format x12 only");
        assertThat(mistake("folder: /upload/a, beside: {format: json}")).contains("folder");
        assertThat(mistake("folder: /upload/a, beside: {format: x12, folder: /upload/b}"))
                .contains("format");
    }
}
