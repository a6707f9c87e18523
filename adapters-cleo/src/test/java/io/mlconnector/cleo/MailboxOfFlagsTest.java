package io.mlconnector.cleo;

import io.mlconnector.twin.cleo.CleoBehaviour;

/** Folders are marked by a flag, timestamps have a log format, uploads return no body, refresh tokens stay valid. */
class MailboxOfFlagsTest extends MailboxTest {

    @Override
    CleoBehaviour behaviour() {
        return CleoBench.usual()
                .withDiscriminator(CleoBehaviour.Discriminator.IS_FOLDER)
                .withSizeMember(CleoBehaviour.SizeMember.FILE_SIZE)
                .withTimeFormat(CleoBehaviour.TimeFormat.LOG_STYLE)
                .withUploadStatus(202)
                .withUploadBody(false)
                .withRefreshTokens(CleoBehaviour.RefreshTokens.KEEP);
    }
}
