package io.mlconnector.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Operator ANA = new Operator("ana", Role.CLERK);

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Sessions sessions = new Sessions(() -> now, new Random(42)::nextBytes);

    @Test
    void a_session_lasts_as_long_as_somebody_asks_with_it() {
        String secret = sessions.begin(ANA);
        for (int i = 0; i < 5; i++) {
            now = now.plus(Sessions.IDLE).minus(Duration.ofSeconds(1));
            assertThat(sessions.of(secret)).contains(ANA);
        }
        now = now.plus(Sessions.IDLE);
        assertThat(sessions.of(secret)).isEmpty();
    }

    @Test
    void who_signs_out_is_nobody_any_more() {
        String secret = sessions.begin(ANA);
        sessions.end(secret);

        assertThat(sessions.of(secret)).isEmpty();
        assertThat(sessions.of("guessed")).isEmpty();
    }

    @Test
    void a_link_signs_in_once_and_not_after_its_time() {
        String link = sessions.link(ANA);
        String late = sessions.link(ANA);

        assertThat(sessions.follow(link).flatMap(sessions::of)).contains(ANA);
        assertThat(sessions.follow(link)).as("a second time").isEmpty();
        assertThat(sessions.of(link)).as("a link is no session").isEmpty();
        now = now.plus(Sessions.LINK_LIFE);
        assertThat(sessions.follow(late)).isEmpty();
    }

    @Test
    void of_too_many_sessions_the_one_that_was_used_longest_ago_makes_room() {
        String first = sessions.begin(ANA);
        String second = sessions.begin(ANA);
        for (int i = 0; i < 998; i++) {
            sessions.begin(ANA);
        }
        assertThat(sessions.of(first)).isPresent();
        sessions.begin(ANA);

        assertThat(sessions.of(second)).isEmpty();
        assertThat(sessions.of(first)).isPresent();
    }
}
