package io.mlconnector.twin.cleo;

import io.mlconnector.twin.http.RecordCopy;
import java.time.Duration;
import java.util.Set;

/**
 * The differences between Cleo tenants.
 *
 * @param username the mailbox user
 * @param password its password
 * @param tokenLifetime how long a token is good
 * @param refreshTokens how refresh tokens are handled
 * @param basicAllowed whether Basic authentication is accepted instead of a token
 * @param serverPageCap most resources on one page
 * @param requestsPerSecond allowed per first path segment below {@code /api}; 0 for no limit
 * @param retryAfter format of Retry-After in a 429
 * @param sameName handling of an upload under an existing name
 * @param uploadStatus status of a successful upload
 * @param uploadBody whether a successful upload answers with the file resource
 * @param discriminator how folders and files are distinguished
 * @param sizeMember how a file's size is shown
 * @param timeFormat how times are shown
 * @param envelope where a listing keeps its resources
 * @param contentLink whether files carry a link to their content
 * @param absoluteLinks whether links carry scheme and host
 * @param deleteAllowed whether the user may delete files
 * @param consumeOnRead whether reading a file's content removes it
 * @param routerTakesAfter how long an uploaded file stays in its folder; {@link #NEVER} to keep it
 * @param keptFolders paths of upload folders whose files the router sends on and leaves where they are
 * @param nameMember how names are shown
 * @param linkForm how links are shown
 * @param totals whether a listing says how many resources it has
 * @param pathPrefix what a reverse proxy puts in front of {@code /api}, such as {@code /b2b}; links lack it
 * @param twoFactorKey shared key of two-factor codes as plain text; empty where two-factor is off
 */
public record CleoBehaviour(
        String username,
        String password,
        Duration tokenLifetime,
        RefreshTokens refreshTokens,
        boolean basicAllowed,
        int serverPageCap,
        int requestsPerSecond,
        RetryAfter retryAfter,
        SameName sameName,
        int uploadStatus,
        boolean uploadBody,
        Discriminator discriminator,
        SizeMember sizeMember,
        TimeFormat timeFormat,
        Envelope envelope,
        boolean contentLink,
        boolean absoluteLinks,
        boolean deleteAllowed,
        boolean consumeOnRead,
        Duration routerTakesAfter,
        Set<String> keptFolders,
        NameMember nameMember,
        LinkForm linkForm,
        boolean totals,
        String pathPrefix,
        String twoFactorKey) {

    /** Copies the set. */
    public CleoBehaviour {
        keptFolders = Set.copyOf(keptFolders);
    }

    /** A router that leaves uploads where they are. */
    public static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    /** How refresh tokens are handled. */
    public enum RefreshTokens {
        /** Each use brings a new one; the old one is spent. */
        ROTATE,
        /** One refresh token, good until revoked, not repeated in the answer to a refresh. */
        KEEP,
        /** There are none. */
        NONE
    }

    /** The format of Retry-After in a 429. */
    public enum RetryAfter {
        /** In seconds. */
        SECONDS,
        /** As an HTTP date. */
        DATE,
        /** Not at all. */
        ABSENT
    }

    /** How an upload under an existing name is handled. */
    public enum SameName {
        /** Replaces the file. */
        OVERWRITE,
        /** Is refused. */
        CONFLICT_409,
        /** Gets a numbered name. */
        RENAME_INCREMENT,
        /** Is stored next to the existing file. */
        KEEP_BOTH
    }

    /** How folders and files are distinguished. */
    public enum Discriminator {
        /** By {@code type}. */
        TYPE,
        /** By {@code meta.resourceType}. */
        RESOURCE_TYPE,
        /** By {@code isFolder}. */
        IS_FOLDER,
        /** Only folders have a link to children. */
        CHILDREN_LINK_ONLY,
        /** By {@code type}, in capitals. */
        TYPE_IN_CAPITALS,
        /** By {@code Kind}. */
        KIND,
        /** Not at all. */
        NOTHING
    }

    /** How names are shown. */
    public enum NameMember {
        /** As {@code name}. */
        NAME,
        /** As {@code alias}. */
        ALIAS,
        /** As {@code fileName}. */
        FILE_NAME,
        /** Only as the last part of {@code path}. */
        PATH,
        /** As {@code caption}, which nobody knows. */
        CAPTION
    }

    /** How links are shown. */
    public enum LinkForm {
        /** An object under {@code _links}, each link an object with {@code href}. */
        OBJECT,
        /** An object under {@code _links}, each link a text. */
        TEXT,
        /** A list under {@code links}, each link with {@code rel} and {@code href}. */
        LIST,
        /** An object under {@code _links}, each link a list of objects with {@code href}. */
        LISTS,
        /** As {@code OBJECT}; those of listings and contents are templates, such as {@code …/children{?startIndex,count}}. */
        TEMPLATES,
        /** Not at all. */
        NONE
    }

    /** How a file's size is shown. */
    public enum SizeMember {
        /** As {@code size}. */
        SIZE,
        /** As {@code length}. */
        LENGTH,
        /** As {@code fileSize}. */
        FILE_SIZE,
        /** As {@code size}, written as a string. */
        AS_STRING,
        /** Not at all. */
        MISSING
    }

    /** How times are shown. */
    public enum TimeFormat {
        /** ISO-8601 with zone. */
        ISO,
        /** Milliseconds since 1970. */
        EPOCH_MS,
        /** {@code yyyy/MM/dd HH:mm:ss} without zone. */
        LOG_STYLE,
        /** Not at all. */
        MISSING
    }

    /** Where a listing keeps its resources. */
    public enum Envelope {
        /** In {@code resources}. */
        RESOURCES,
        /** In {@code _embedded.resources}. */
        EMBEDDED,
        /** In {@code _embedded}, which is a list. */
        EMBEDDED_LIST,
        /** In {@code items}. */
        ITEMS,
        /** In {@code children}. */
        CHILDREN,
        /** In {@code content}. */
        CONTENT,
        /** In {@code Resources}. */
        CAPITALS,
        /** The page itself is a list. */
        BARE,
        /** In {@code payload}, which nobody knows. */
        PAYLOAD
    }

    /**
     * The baseline contract.
     *
     * @return the defaults
     */
    public static CleoBehaviour defaults() {
        return new CleoBehaviour(
                "svc_mlc",
                "p@ss&Word1",
                Duration.ofHours(1),
                RefreshTokens.ROTATE,
                false,
                100,
                5,
                RetryAfter.SECONDS,
                SameName.OVERWRITE,
                201,
                true,
                Discriminator.TYPE,
                SizeMember.SIZE,
                TimeFormat.ISO,
                Envelope.RESOURCES,
                true,
                false,
                true,
                false,
                Duration.ofMillis(200),
                Set.of(),
                NameMember.NAME,
                LinkForm.OBJECT,
                true,
                "",
                "");
    }

    /**
     * {@return a copy with another username}
     *
     * @param value the mailbox user
     */
    public CleoBehaviour withUsername(String value) {
        return with("username", value);
    }

    /**
     * {@return a copy with another password}
     *
     * @param value its password
     */
    public CleoBehaviour withPassword(String value) {
        return with("password", value);
    }

    /**
     * {@return a copy with another tokenLifetime}
     *
     * @param value how long a token is good
     */
    public CleoBehaviour withTokenLifetime(Duration value) {
        return with("tokenLifetime", value);
    }

    /**
     * {@return a copy with another refreshTokens}
     *
     * @param value how refresh tokens are handled
     */
    public CleoBehaviour withRefreshTokens(RefreshTokens value) {
        return with("refreshTokens", value);
    }

    /**
     * {@return a copy with another basicAllowed}
     *
     * @param value whether Basic authentication is accepted instead of a token
     */
    public CleoBehaviour withBasicAllowed(boolean value) {
        return with("basicAllowed", value);
    }

    /**
     * {@return a copy with another serverPageCap}
     *
     * @param value most resources on one page
     */
    public CleoBehaviour withServerPageCap(int value) {
        return with("serverPageCap", value);
    }

    /**
     * {@return a copy with another requestsPerSecond}
     *
     * @param value allowed per first path segment below {@code /api}
     */
    public CleoBehaviour withRequestsPerSecond(int value) {
        return with("requestsPerSecond", value);
    }

    /**
     * {@return a copy with another retryAfter}
     *
     * @param value format of Retry-After in a 429
     */
    public CleoBehaviour withRetryAfter(RetryAfter value) {
        return with("retryAfter", value);
    }

    /**
     * {@return a copy with another sameName}
     *
     * @param value handling of an upload under an existing name
     */
    public CleoBehaviour withSameName(SameName value) {
        return with("sameName", value);
    }

    /**
     * {@return a copy with another uploadStatus}
     *
     * @param value status of a successful upload
     */
    public CleoBehaviour withUploadStatus(int value) {
        return with("uploadStatus", value);
    }

    /**
     * {@return a copy with another uploadBody}
     *
     * @param value whether a successful upload answers with the file resource
     */
    public CleoBehaviour withUploadBody(boolean value) {
        return with("uploadBody", value);
    }

    /**
     * {@return a copy with another discriminator}
     *
     * @param value how folders and files are distinguished
     */
    public CleoBehaviour withDiscriminator(Discriminator value) {
        return with("discriminator", value);
    }

    /**
     * {@return a copy with another sizeMember}
     *
     * @param value how a file's size is shown
     */
    public CleoBehaviour withSizeMember(SizeMember value) {
        return with("sizeMember", value);
    }

    /**
     * {@return a copy with another timeFormat}
     *
     * @param value how times are shown
     */
    public CleoBehaviour withTimeFormat(TimeFormat value) {
        return with("timeFormat", value);
    }

    /**
     * {@return a copy with another envelope}
     *
     * @param value where a listing keeps its resources
     */
    public CleoBehaviour withEnvelope(Envelope value) {
        return with("envelope", value);
    }

    /**
     * {@return a copy with another contentLink}
     *
     * @param value whether files carry a link to their content
     */
    public CleoBehaviour withContentLink(boolean value) {
        return with("contentLink", value);
    }

    /**
     * {@return a copy with another absoluteLinks}
     *
     * @param value whether links carry scheme and host
     */
    public CleoBehaviour withAbsoluteLinks(boolean value) {
        return with("absoluteLinks", value);
    }

    /**
     * {@return a copy with another deleteAllowed}
     *
     * @param value whether the user may delete files
     */
    public CleoBehaviour withDeleteAllowed(boolean value) {
        return with("deleteAllowed", value);
    }

    /**
     * {@return a copy with another consumeOnRead}
     *
     * @param value whether reading a file's content removes it
     */
    public CleoBehaviour withConsumeOnRead(boolean value) {
        return with("consumeOnRead", value);
    }

    /**
     * {@return a copy with another routerTakesAfter}
     *
     * @param value how long an uploaded file stays in its folder
     */
    public CleoBehaviour withRouterTakesAfter(Duration value) {
        return with("routerTakesAfter", value);
    }

    /**
     * {@return a copy with other kept folders}
     *
     * @param value paths of upload folders whose files stay
     */
    public CleoBehaviour withKeptFolders(Set<String> value) {
        return with("keptFolders", value);
    }

    /**
     * {@return a copy with another nameMember}
     *
     * @param value how names are shown
     */
    public CleoBehaviour withNameMember(NameMember value) {
        return with("nameMember", value);
    }

    /**
     * {@return a copy with another linkForm}
     *
     * @param value how links are shown
     */
    public CleoBehaviour withLinkForm(LinkForm value) {
        return with("linkForm", value);
    }

    /**
     * {@return a copy with another totals}
     *
     * @param value whether a listing says how many resources it has
     */
    public CleoBehaviour withTotals(boolean value) {
        return with("totals", value);
    }

    /**
     * {@return a copy with another pathPrefix}
     *
     * @param value what a reverse proxy puts in front of {@code /api}
     */
    public CleoBehaviour withPathPrefix(String value) {
        return with("pathPrefix", value);
    }

    /**
     * {@return a copy with another twoFactorKey}
     *
     * @param value shared key of two-factor codes as plain text
     */
    public CleoBehaviour withTwoFactorKey(String value) {
        return with("twoFactorKey", value);
    }

    private CleoBehaviour with(String component, Object value) {
        return RecordCopy.of(CleoBehaviour.class, this, component, value);
    }
}
