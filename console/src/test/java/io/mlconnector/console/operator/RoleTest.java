package io.mlconnector.console.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void readers_do_nothing_clerks_work_on_what_is_held_and_engineers_may_do_everything() {
        assertThat(Permission.values()).noneMatch(Role.READ_ONLY::may);
        assertThat(Permission.values()).allMatch(Role.ENGINEER::may);
        assertThat(Arrays.stream(Permission.values()).filter(Role.CLERK::may))
                .containsExactly(Permission.ANNOTATE, Permission.RELEASE, Permission.DISCARD);
        assertThat(Arrays.stream(Permission.values()).filter(Role.AUDITOR::may))
                .containsExactly(Permission.AUDIT, Permission.SETTINGS);
        assertThat(Role.COORDINATOR.may(Permission.TRANSLATE)).isTrue();
        assertThat(Role.COORDINATOR.may(Permission.SETTINGS)).isFalse();
    }
}
