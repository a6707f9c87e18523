package io.mlconnector.cleo;

import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.cleo.options.ListingMembers;
import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.cleo.CleoBehaviour.Discriminator;
import io.mlconnector.twin.cleo.CleoBehaviour.Envelope;
import io.mlconnector.twin.cleo.CleoBehaviour.LinkForm;
import io.mlconnector.twin.cleo.CleoBehaviour.NameMember;
import io.mlconnector.twin.cleo.CleoBehaviour.SizeMember;
import org.junit.jupiter.api.Nested;

/** Tenants whose answers differ from what is usual in ways that need no configuration; the last one needs some. */
class MailboxOfEveryVariantTest {

    @Nested
    class Items_with_aliases_and_types_in_capitals_without_links extends MailboxTest {
        @Override
        CleoBehaviour behaviour() {
            return CleoBench.usual()
                    .withEnvelope(Envelope.ITEMS)
                    .withNameMember(NameMember.ALIAS)
                    .withDiscriminator(Discriminator.TYPE_IN_CAPITALS)
                    .withLinkForm(LinkForm.NONE)
                    .withServerPageCap(40);
        }
    }

    @Nested
    class Children_with_links_as_a_list extends MailboxTest {
        @Override
        CleoBehaviour behaviour() {
            return CleoBench.usual()
                    .withEnvelope(Envelope.CHILDREN)
                    .withNameMember(NameMember.FILE_NAME)
                    .withDiscriminator(Discriminator.CHILDREN_LINK_ONLY)
                    .withLinkForm(LinkForm.LIST)
                    .withSizeMember(SizeMember.MISSING);
        }

        @Override
        protected boolean tellsSizes() {
            return false;
        }
    }

    @Nested
    class Content_with_links_as_texts_and_names_in_paths extends MailboxTest {
        @Override
        CleoBehaviour behaviour() {
            return CleoBench.usual()
                    .withEnvelope(Envelope.CONTENT)
                    .withNameMember(NameMember.PATH)
                    .withDiscriminator(Discriminator.KIND)
                    .withLinkForm(LinkForm.TEXT)
                    .withTotals(false);
        }
    }

    @Nested
    class Resources_in_capitals_with_lists_of_links extends MailboxTest {
        @Override
        CleoBehaviour behaviour() {
            return CleoBench.usual()
                    .withEnvelope(Envelope.CAPITALS)
                    .withDiscriminator(Discriminator.CHILDREN_LINK_ONLY)
                    .withLinkForm(LinkForm.LISTS)
                    .withServerPageCap(7);
        }
    }

    @Nested
    class An_embedded_list extends MailboxTest {
        @Override
        CleoBehaviour behaviour() {
            return CleoBench.usual().withEnvelope(Envelope.EMBEDDED_LIST).withTotals(false);
        }
    }

    @Nested
    class Bare_lists_in_pages extends MailboxTest {
        @Override
        CleoBehaviour behaviour() {
            return CleoBench.usual().withEnvelope(Envelope.BARE).withServerPageCap(40);
        }
    }

    @Nested
    class Links_that_lack_what_a_proxy_puts_in_front extends MailboxTest {
        @Override
        CleoBehaviour behaviour() {
            return CleoBench.usual().withPathPrefix("/b2b/cleo");
        }
    }

    @Nested
    class Names_of_members_that_are_configured extends MailboxTest {
        @Override
        CleoBehaviour behaviour() {
            return CleoBench.usual()
                    .withEnvelope(Envelope.PAYLOAD)
                    .withNameMember(NameMember.CAPTION)
                    .withLinkForm(LinkForm.NONE);
        }

        @Override
        Dialect dialect() {
            return CleoBench.dialect(new ListingMembers("payload", "caption", "", "", ""));
        }
    }
}
