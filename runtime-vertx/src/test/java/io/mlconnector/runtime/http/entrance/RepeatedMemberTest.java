package io.mlconnector.runtime.http.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A member that a JSON text gives twice. */
class RepeatedMemberTest {

    private static Optional<String> in(String text) throws IOException {
        return RepeatedMember.in(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void it_is_named_by_its_path() throws IOException {
        assertThat(in("{\"forecast\": true, \"forecast\": false}")).contains("forecast");
        assertThat(in("{\"filter\": {\"q\": \"a\", \"\\u0071\": \"b\"}}")).contains("filter.q");
    }

    @Test
    void the_same_name_in_different_objects_is_no_repetition() throws IOException {
        assertThat(in("{\"a\": {\"b\": 1}, \"b\": [{\"b\": 1}, {\"b\": 2}]}")).isEmpty();
        assertThat(in("[]")).isEmpty();
    }
}
