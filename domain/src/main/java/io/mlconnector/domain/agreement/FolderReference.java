package io.mlconnector.domain.agreement;

import io.mlconnector.domain.trade.PartnerId;

/**
 * Names where files of ours go at the gateway: a folder, by path or by id, or the address of an API Provider. A path is looked up
 * again when its folder was renamed or created anew; an id is taken as it is.
 */
public sealed interface FolderReference {

    /**
     * A folder by its path, such as {@code /upload/acme}.
     *
     * @param path starts with a slash and does not end with one; backslashes are read as slashes
     */
    record ByPath(String path) implements FolderReference {
        public ByPath {
            path = path.strip().replace('\\', '/').replaceAll("/+", "/").replaceAll("/$", "");
            if (!path.startsWith("/")) {
                path = "/" + path;
            }
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /**
     * A folder by the id that the gateway gave it.
     *
     * @param id case-sensitive, opaque
     */
    record ById(String id) implements FolderReference {
        public ById {
            if (id.isBlank()) {
                throw new IllegalArgumentException("A folder's id is empty");
            }
        }

        @Override
        public String toString() {
            return "{id: " + id + "}";
        }
    }

    /**
     * The API Provider to which orders of a partner are posted, instead of a folder (reference cleo, section 6.1). Its address and
     * credentials are configuration.
     *
     * @param partner the id of the partner
     */
    record ApiProvider(PartnerId partner) implements FolderReference {
        @Override
        public String toString() {
            return "{api: " + partner.id() + "}";
        }
    }

    /** Reads what {@code toString} wrote. */
    static FolderReference parse(String text) {
        if (text.startsWith("{api: ")) {
            return new ApiProvider(new PartnerId(text.substring(6, text.length() - 1)));
        }
        return text.startsWith("{id: ") ? new ById(text.substring(5, text.length() - 1)) : new ByPath(text);
    }
}
