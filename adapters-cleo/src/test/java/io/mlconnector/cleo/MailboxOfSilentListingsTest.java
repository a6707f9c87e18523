package io.mlconnector.cleo;

import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.twin.cleo.CleoBehaviour;

/** Listings contain no sizes, the user may not delete files, pages are smaller than asked for, uploads are forms. */
class MailboxOfSilentListingsTest extends MailboxTest {

    @Override
    CleoBehaviour behaviour() {
        return CleoBench.usual()
                .withSizeMember(CleoBehaviour.SizeMember.MISSING)
                .withDeleteAllowed(false)
                .withServerPageCap(7)
                .withSameName(CleoBehaviour.SameName.CONFLICT_409);
    }

    @Override
    Dialect dialect() {
        return CleoBench.dialect(Dialect.Authentication.PASSWORD, Dialect.UploadMode.MULTIPART, 5);
    }

    @Override
    protected boolean tellsSizes() {
        return false;
    }

    @Override
    protected boolean mayRemove() {
        return false;
    }
}
