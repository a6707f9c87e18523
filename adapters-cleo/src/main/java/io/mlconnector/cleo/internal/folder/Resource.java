package io.mlconnector.cleo.internal.folder;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.ports.gateway.FolderEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * An entry of a listing, parsed leniently, because the members of folders and files are not documented (reference
 * cleo, section 3.2).
 *
 * @param json as received
 */
record Resource(JsonNode json) {

    boolean isFolder() {
        String kind = json.path("type").asText("") + " "
                + json.path("meta").path("resourceType").asText("");
        if (kind.contains("folder")) {
            return true;
        }
        if (kind.contains("file")) {
            return false;
        }
        if (json.path("isFolder").asBoolean(false) || json.path("folder").asBoolean(false)) {
            return true;
        }
        return !Links.href(json, "children").isEmpty();
    }

    String id() {
        String id = json.path("id").asText("");
        if (!id.isEmpty()) {
            return id;
        }
        String self = Links.href(json, "self");
        return self.isEmpty() ? name() : self.substring(self.lastIndexOf('/') + 1);
    }

    String name() {
        String name = json.path("name").asText("");
        return name.isEmpty() ? json.path("fileName").asText("") : name;
    }

    /** Its path with forward slashes and without a trailing slash; empty if Cleo does not return it. */
    String path() {
        return json.path("path").asText("").replace('\\', '/').replaceAll("/+$", "");
    }

    FolderEntry entry() {
        return new FolderEntry(id(), name(), size(), modified(), Links.href(json, "content"), Links.href(json, "self"));
    }

    private OptionalLong size() {
        for (String member : List.of("size", "length", "fileSize")) {
            String text = json.path(member).asText("").strip();
            if (text.matches("\\d{1,18}")) {
                return OptionalLong.of(Long.parseLong(text));
            }
        }
        return OptionalLong.empty();
    }

    private String modified() {
        for (String member : List.of("modified", "lastModified", "modifiedAt", "updated", "created")) {
            String text = json.path(member).asText("");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** The entries of a page: under {@code resources}, within {@code _embedded}, or the page itself. */
    static List<Resource> of(JsonNode page) {
        List<Resource> entries = new ArrayList<>();
        if (page.isArray()) {
            page.forEach(node -> entries.add(new Resource(node)));
        } else if (page.path("resources").isArray()) {
            page.path("resources").forEach(node -> entries.add(new Resource(node)));
        } else {
            page.path("_embedded").forEach(list -> list.forEach(node -> entries.add(new Resource(node))));
        }
        return entries;
    }
}
