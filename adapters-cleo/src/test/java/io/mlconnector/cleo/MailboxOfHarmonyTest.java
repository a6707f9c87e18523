package io.mlconnector.cleo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.testing.contract.Stages;
import org.junit.jupiter.api.Test;

class MailboxOfHarmonyTest {

    @Test
    void basic_authentication_needs_no_sign_in_request() {
        try (CleoBench bench = new CleoBench(CleoVariant.HARMONY.behaviour, CleoVariant.HARMONY.dialect)) {
            bench.folder("/upload/acme");
            Stages.done(bench.mailbox().list(new FolderReference.ByPath("/upload/acme")));
            assertThat(bench.signIns()).isZero();
            assertThat(bench.cleo.tokenInUse()).isEmpty();
        }
    }
}
