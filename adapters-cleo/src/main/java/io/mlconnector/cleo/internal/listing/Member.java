package io.mlconnector.cleo.internal.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Members of JSON objects by their names, in whatever case and with or without underscores and hyphens. */
final class Member {

    private static final int MOST_NAMES = 15;
    private static final int LONGEST_NAME = 40;

    private Member() {}

    /** The first of these members that is there and not null; missing if none is. */
    static JsonNode of(JsonNode object, List<String> names) {
        for (String name : names) {
            JsonNode exact = object.path(name);
            if (!exact.isMissingNode() && !exact.isNull()) {
                return exact;
            }
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (plain(member.getKey()).equals(plain(name))
                        && !member.getValue().isNull()) {
                    return member.getValue();
                }
            }
        }
        return MissingNode.getInstance();
    }

    /** The text of the first of these members that is there; empty if none is, or if it is no single value. */
    static String text(JsonNode object, List<String> names) {
        return of(object, names).asText("");
    }

    /** The configured name alone, if there is one; otherwise the usual ones. */
    static List<String> names(String configured, List<String> usual) {
        return configured.isEmpty() ? usual : List.of(configured);
    }

    /** The names of the members of an answer, for a message; never their contents. */
    static String namesIn(JsonNode json) {
        if (json.isArray()) {
            return "none, it is a list";
        }
        if (!json.isObject()) {
            return "none, it is a single value";
        }
        List<String> names = new ArrayList<>();
        json.fieldNames()
                .forEachRemaining(
                        name -> names.add(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name));
        if (names.isEmpty()) {
            return "none";
        }
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
