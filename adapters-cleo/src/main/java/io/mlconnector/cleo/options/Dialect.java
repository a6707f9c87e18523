package io.mlconnector.cleo.options;

import java.util.Locale;
import java.util.Objects;

/**
 * The parts of the Cleo API that may differ between tenants (reference cleo, section 9.1). Paths are relative to the
 * base URL; {@code {id}} stands for an id. Links in responses take precedence over paths.
 *
 * @param authentication how to sign in
 * @param tokenPath path of the token endpoint
 * @param root path that lists the top-level folders
 * @param children path that lists a folder
 * @param upload path that accepts an upload
 * @param content path that returns the content of a file
 * @param remove path that deletes a file
 * @param uploadMethod {@code POST} or {@code PUT}
 * @param uploadMode how the file content is transmitted
 * @param disposition the disposition type in Content-Disposition, before the file name
 * @param pageSize number of entries requested per listing page, 1 or more
 * @param rateKey which requests share a rate limit
 * @param members names of members in listings
 * @param totpParameter name of the two-factor code in the form of the sign-in
 * @param consumeOnRead whether reading the content of a file removes it
 */
public record Dialect(
        Authentication authentication,
        String tokenPath,
        String root,
        String children,
        String upload,
        String content,
        String remove,
        String uploadMethod,
        UploadMode uploadMode,
        String disposition,
        int pageSize,
        RateKey rateKey,
        ListingMembers members,
        String totpParameter,
        boolean consumeOnRead) {

    /** The baseline (reference cleo, section 3.2). */
    public static final Dialect USUAL = new Dialect(
            Authentication.PASSWORD,
            "/authentication",
            "/folders",
            "/folders/{id}/children",
            "/folders/{id}/children",
            "/files/{id}/content",
            "/files/{id}",
            "POST",
            UploadMode.RAW,
            "attachment",
            100,
            RateKey.FIRST_SEGMENT,
            ListingMembers.USUAL,
            "totpcode",
            false);

    public Dialect {
        Objects.requireNonNull(authentication, "authentication");
        Objects.requireNonNull(tokenPath, "tokenPath");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(children, "children");
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(remove, "remove");
        Objects.requireNonNull(uploadMode, "uploadMode");
        Objects.requireNonNull(disposition, "disposition");
        Objects.requireNonNull(rateKey, "rateKey");
        Objects.requireNonNull(members, "members");
        Objects.requireNonNull(totpParameter, "totpParameter");
        uploadMethod = uploadMethod.toUpperCase(Locale.ROOT);
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more, not " + pageSize);
        }
    }

    /** How to sign in. */
    public enum Authentication {
        /** Password grant, then a bearer token. */
        PASSWORD,
        /** User name and password with every request. */
        BASIC
    }

    /** How the content of an upload is transmitted. */
    public enum UploadMode {
        RAW,
        MULTIPART
    }

    /** Which requests share a rate limit; Cleo does not define what it means by "path". */
    public enum RateKey {
        /** The first segment after the base URL: the strictest reading. */
        FIRST_SEGMENT,
        /** The path template, without concrete ids. */
        TEMPLATE,
        /** The concrete path. */
        PATH
    }
}
