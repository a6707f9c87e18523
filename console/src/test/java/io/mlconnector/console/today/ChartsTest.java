package io.mlconnector.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.ports.overview.Hour;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartsTest {

    private static final Instant EIGHT = Instant.parse("2026-03-10T08:00:00Z");

    private static Hour out(Instant start, long arrived) {
        return new Hour(
                start, true, arrived, 0, Optional.of(Duration.ofMillis(1500)), Optional.of(Duration.ofSeconds(40)));
    }

    @Test
    void the_hour_under_way_stands_apart_from_the_line_of_the_full_ones() {
        Charts charts = Charts.of(
                List.of(out(EIGHT, 7), out(EIGHT.plusSeconds(3600), 8), out(EIGHT.plusSeconds(7200), 1)),
                EIGHT,
                EIGHT.plusSeconds(7300));

        JsonObject outcomes = new JsonObject(charts.outcomes());
        JsonArray delivered = outcomes.getJsonArray("series").getJsonObject(0).getJsonArray("values");
        assertThat(delivered.stream().toList()).containsExactly(7.0, 8.0, null, 1.0);
        assertThat(outcomes.getJsonArray("times").size()).isEqualTo(delivered.size());
        assertThat(outcomes.getJsonArray("times").stream().toList())
                .extracting(time -> ((Number) time).longValue())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void how_long_it_took_stands_in_the_figures_too() {
        Charts.Both hour =
                Charts.of(List.of(out(EIGHT, 7)), EIGHT, EIGHT).hours().getFirst();

        assertThat(hour.outHalf()).isEqualTo("1.5 s");
        assertThat(hour.outMost()).isEqualTo("40.0 s");
        assertThat(hour.inHalf()).isEmpty();
    }
}
