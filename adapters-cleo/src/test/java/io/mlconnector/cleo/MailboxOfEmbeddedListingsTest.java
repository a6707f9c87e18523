package io.mlconnector.cleo;

import io.mlconnector.twin.cleo.CleoBehaviour;

/**
 * Listings embed their entries, sizes have another member name, links are absolute, files have no link to their
 * content.
 */
class MailboxOfEmbeddedListingsTest extends MailboxTest {

    @Override
    CleoBehaviour behaviour() {
        return CleoBench.usual()
                .withEnvelope(CleoBehaviour.Envelope.EMBEDDED)
                .withDiscriminator(CleoBehaviour.Discriminator.RESOURCE_TYPE)
                .withSizeMember(CleoBehaviour.SizeMember.LENGTH)
                .withTimeFormat(CleoBehaviour.TimeFormat.EPOCH_MS)
                .withContentLink(false)
                .withAbsoluteLinks(true)
                .withUploadStatus(200);
    }
}
