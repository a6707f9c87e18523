package io.mlconnector.cleo;

import java.util.Locale;
import java.util.Objects;

/**
 * What may differ between tenants (reference cleo, section 9.1). Paths are relative to the base URL; {@code {id}} stands
 * for an id. Links in answers win over paths.
 *
 * @param authentication how to sign in
 * @param tokenPath where tokens come from
 * @param root lists the folders at the top
 * @param children lists a folder
 * @param upload takes a file
 * @param content gives the bytes of a file
 * @param remove removes a file
 * @param uploadMethod {@code POST} or {@code PUT}
 * @param uploadMode how the bytes travel
 * @param disposition the word in front of the file name in Content-Disposition
 * @param pageSize how many entries of a listing are asked for at once, 1 or more
 * @param rateKey which requests share a rate
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
        RateKey rateKey) {

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
            RateKey.FIRST_SEGMENT);

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
        uploadMethod = uploadMethod.toUpperCase(Locale.ROOT);
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize is 1 or more, not " + pageSize);
        }
    }

    /** How to sign in. */
    public enum Authentication {
        /** Password grant, then a bearer token. */
        PASSWORD,
        /** User name and password with every request. */
        BASIC
    }

    /** How uploaded bytes travel. */
    public enum UploadMode {
        RAW,
        MULTIPART
    }

    /** Which requests share a rate; Cleo does not say what it means by "path". */
    public enum RateKey {
        /** The first segment after the base URL: the strictest reading. */
        FIRST_SEGMENT,
        /** The path with its ids left open. */
        TEMPLATE,
        /** The concrete path. */
        PATH
    }
}
