package io.mlconnector.cleo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.testing.contract.Stages;
import io.mlconnector.twin.cleo.CleoBehaviour;
import org.junit.jupiter.api.Test;

/** Basic authentication, uploads as forms, folders recognizable by their links only, sizes as text, pages of two. */
class MailboxOfHarmonyTest extends MailboxTest {

    @Override
    CleoBehaviour behaviour() {
        return CleoBench.usual()
                .withBasicAllowed(true)
                .withDiscriminator(CleoBehaviour.Discriminator.CHILDREN_LINK_ONLY)
                .withSizeMember(CleoBehaviour.SizeMember.AS_STRING)
                .withServerPageCap(2)
                .withUploadStatus(204)
                .withRefreshTokens(CleoBehaviour.RefreshTokens.NONE);
    }

    @Override
    Dialect dialect() {
        return CleoBench.dialect(Dialect.Authentication.BASIC, Dialect.UploadMode.MULTIPART, 50);
    }

    @Test
    void basic_authentication_needs_no_sign_in_request() {
        folder("/upload/acme");
        Stages.done(mailbox().list(new FolderReference.ByPath("/upload/acme")));
        assertThat(bench.signIns()).isZero();
        assertThat(bench.cleo.tokenInUse()).isEmpty();
    }
}
