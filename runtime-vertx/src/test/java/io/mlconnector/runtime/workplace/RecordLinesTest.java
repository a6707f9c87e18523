package io.mlconnector.runtime.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.console.workplace.Settings.Setting;
import io.mlconnector.runtime.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordLinesTest {

    private record Inner(Duration poll, Secret key, Optional<Secret> other) {}

    private record Holder(Object unknown) {}

    private record Outer(
            URI url, Inner inner, Map<String, Secret> keys, List<String> names, Holder holder, List<Inner> none) {}

    private static final Outer OUTER = new Outer(
            URI.create("postgresql://app:hunter2@db/x"),
            new Inner(Duration.ofSeconds(90), new Secret.Plain("hunter2"), Optional.of(new Secret.Stored("cleo"))),
            Map.of("acme", new Secret.Environment("ACME_KEY")),
            List.of("b", "a"),
            new Holder(new java.util.concurrent.atomic.AtomicReference<>("hunter2")),
            List.of());

    @Test
    void every_component_has_a_line_with_its_value_in_words() {
        assertThat(RecordLines.of(OUTER, List.of()))
                .contains(
                        new Setting("inner.poll", "1m30s", false),
                        new Setting("inner.key", "written in the configuration itself", true),
                        new Setting("inner.other", "credential cleo of the encrypted store", true),
                        new Setting("keys[acme]", "environment variable ACME_KEY", true),
                        new Setting("names", "a, b", false),
                        new Setting("none", "none", false));
    }

    @Test
    void no_secret_is_shown_even_in_an_address_or_in_what_is_not_known() {
        assertThat(RecordLines.of(OUTER, List.of()).toString()).doesNotContain("hunter2");
    }
}
