package io.mlconnector.cleo;

import io.mlconnector.twin.cleo.CleoBehaviour;

/** Folders are told by a flag, times are those of a log, uploads are answered without a body, refresh tokens stay. */
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
