package io.mlconnector.cleo;

import io.mlconnector.cleo.options.Dialect;
import io.mlconnector.cleo.options.ListingMembers;
import io.mlconnector.twin.cleo.CleoBehaviour;
import io.mlconnector.twin.cleo.CleoBehaviour.Discriminator;
import io.mlconnector.twin.cleo.CleoBehaviour.Envelope;
import io.mlconnector.twin.cleo.CleoBehaviour.LinkForm;
import io.mlconnector.twin.cleo.CleoBehaviour.NameMember;
import io.mlconnector.twin.cleo.CleoBehaviour.RefreshTokens;
import io.mlconnector.twin.cleo.CleoBehaviour.SameName;
import io.mlconnector.twin.cleo.CleoBehaviour.SizeMember;
import io.mlconnector.twin.cleo.CleoBehaviour.TimeFormat;

/**
 * Tenants whose interface differs, as far as the reference holds it possible (reference cleo, sections 2.1, 2.3 and 3.2). Together
 * they have every value of every difference at least once.
 */
@SuppressWarnings("ImmutableEnumChecker") // behaviours and dialects are immutable values
enum CleoVariant {
    USUAL(
            "the baseline: `resources`, `totalResults`, `_links` as an object, `type`, `size`, ISO times",
            CleoBench.usual()),
    ITEMS(
            "`items`; names as `alias`; `type` in capitals; no links; pages smaller than asked for",
            CleoBench.usual()
                    .withEnvelope(Envelope.ITEMS)
                    .withNameMember(NameMember.ALIAS)
                    .withDiscriminator(Discriminator.TYPE_IN_CAPITALS)
                    .withLinkForm(LinkForm.NONE)
                    .withServerPageCap(40)),
    CHILDREN(
            "`children`; names as `fileName`; only folders have a link to children; `links` as a list of `rel` and `href`; no"
                    + " sizes",
            CleoBench.usual()
                    .withEnvelope(Envelope.CHILDREN)
                    .withNameMember(NameMember.FILE_NAME)
                    .withDiscriminator(Discriminator.CHILDREN_LINK_ONLY)
                    .withLinkForm(LinkForm.LIST)
                    .withSizeMember(SizeMember.MISSING)),
    CONTENT(
            "`content`; names only in `path`, with backslashes; `Kind`; each link a text; no total",
            CleoBench.usual()
                    .withEnvelope(Envelope.CONTENT)
                    .withNameMember(NameMember.PATH)
                    .withDiscriminator(Discriminator.KIND)
                    .withLinkForm(LinkForm.TEXT)
                    .withTotals(false)),
    CAPITALS(
            "`Resources`; only folders have a link to children; each link a list of objects; pages of seven",
            CleoBench.usual()
                    .withEnvelope(Envelope.CAPITALS)
                    .withDiscriminator(Discriminator.CHILDREN_LINK_ONLY)
                    .withLinkForm(LinkForm.LISTS)
                    .withServerPageCap(7)),
    EMBEDDED(
            "`_embedded` as an object; `meta.resourceType`; `length`; times in milliseconds; no link to contents; links with"
                    + " scheme and host; uploads answer 200",
            CleoBench.usual()
                    .withEnvelope(Envelope.EMBEDDED)
                    .withDiscriminator(Discriminator.RESOURCE_TYPE)
                    .withSizeMember(SizeMember.LENGTH)
                    .withTimeFormat(TimeFormat.EPOCH_MS)
                    .withContentLink(false)
                    .withAbsoluteLinks(true)
                    .withUploadStatus(200)),
    EMBEDDED_LIST(
            "`_embedded` as a list; no total; no times",
            CleoBench.usual()
                    .withEnvelope(Envelope.EMBEDDED_LIST)
                    .withTotals(false)
                    .withTimeFormat(TimeFormat.MISSING)),
    BARE(
            "the page is a list itself, without a total; pages smaller than asked for",
            CleoBench.usual().withEnvelope(Envelope.BARE).withServerPageCap(40)),
    TEMPLATES(
            "links as templates, such as `…/children{?startIndex,count}`, with scheme and host; pages smaller than asked for",
            CleoBench.usual()
                    .withLinkForm(LinkForm.TEMPLATES)
                    .withAbsoluteLinks(true)
                    .withServerPageCap(40)),
    BEHIND_A_PROXY(
            "links lack what a reverse proxy puts in front of `/api`",
            CleoBench.usual().withPathPrefix("/b2b/cleo")),
    FLAGS(
            "`isFolder`; `fileSize`; times as in logs; uploads answer 202 without a body; refresh tokens stay the same",
            CleoBench.usual()
                    .withDiscriminator(Discriminator.IS_FOLDER)
                    .withSizeMember(SizeMember.FILE_SIZE)
                    .withTimeFormat(TimeFormat.LOG_STYLE)
                    .withUploadStatus(202)
                    .withUploadBody(false)
                    .withRefreshTokens(RefreshTokens.KEEP)),
    SILENT(
            "no sizes; files may not be deleted; a used name is refused; uploads are forms",
            CleoBench.usual()
                    .withSizeMember(SizeMember.MISSING)
                    .withDeleteAllowed(false)
                    .withServerPageCap(7)
                    .withSameName(SameName.CONFLICT_409),
            CleoBench.dialect(Dialect.Authentication.PASSWORD, Dialect.UploadMode.MULTIPART, 5),
            "`uploadMode: multipart`, `pageSize: 5`"),
    HARMONY(
            "Basic authentication; uploads are forms and answer 204; sizes as text; no refresh tokens; pages of two",
            CleoBench.usual()
                    .withBasicAllowed(true)
                    .withDiscriminator(Discriminator.CHILDREN_LINK_ONLY)
                    .withSizeMember(SizeMember.AS_STRING)
                    .withServerPageCap(2)
                    .withUploadStatus(204)
                    .withRefreshTokens(RefreshTokens.NONE),
            CleoBench.dialect(Dialect.Authentication.BASIC, Dialect.UploadMode.MULTIPART, 50),
            "`authentication: basic`, `uploadMode: multipart`"),
    NAMED(
            "`payload` and `caption`, which nobody knows; no links",
            CleoBench.usual()
                    .withEnvelope(Envelope.PAYLOAD)
                    .withNameMember(NameMember.CAPTION)
                    .withLinkForm(LinkForm.NONE),
            CleoBench.dialect(new ListingMembers("payload", "caption", "", "", "")),
            "`entries: payload`, `name: caption`"),
    NOTHING_SAYS_WHAT_IT_IS(
            "folders and files are told apart by nothing but their links, each a list",
            CleoBench.usual().withDiscriminator(Discriminator.NOTHING).withLinkForm(LinkForm.LISTS));

    final String shown;
    final CleoBehaviour behaviour;
    final Dialect dialect;
    final String keys;

    CleoVariant(String shown, CleoBehaviour behaviour) {
        this(shown, behaviour, Dialect.USUAL, "");
    }

    CleoVariant(String shown, CleoBehaviour behaviour, Dialect dialect, String keys) {
        this.shown = shown;
        this.behaviour = behaviour;
        this.dialect = dialect;
        this.keys = keys;
    }

    boolean tellsSizes() {
        return behaviour.sizeMember() != SizeMember.MISSING;
    }
}
