package io.mlconnector.cleo.internal.listing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The links of a resource as received: an object or a list of links under {@code _links} or {@code links}, each link an object
 * with {@code href}, a text, or a list of either.
 */
final class Hrefs {

    private static final List<String> LINKS = List.of("_links", "links");
    private static final List<String> RELATION = List.of("rel", "relation", "name");
    private static final List<String> HREF = List.of("href", "url", "uri");

    private Hrefs() {}

    /** The address behind the first of these relations; empty if there is none. */
    static String of(JsonNode resource, List<String> relations) {
        JsonNode links = Member.of(resource, LINKS);
        for (String relation : relations) {
            String href = links.isArray() ? listed(links, relation) : href(Member.of(links, List.of(relation)));
            if (!href.isEmpty()) {
                return href;
            }
        }
        return "";
    }

    /** Whether it has links at all. */
    static boolean any(JsonNode resource) {
        return !Member.of(resource, LINKS).isEmpty();
    }

    private static String listed(JsonNode links, String relation) {
        for (JsonNode link : links) {
            if (Member.text(link, RELATION).equalsIgnoreCase(relation)) {
                return href(link);
            }
        }
        return "";
    }

    private static String href(JsonNode link) {
        if (link.isArray()) {
            return link.isEmpty() ? "" : href(link.get(0));
        }
        return link.isTextual() ? link.asText() : Member.text(link, HREF);
    }
}
