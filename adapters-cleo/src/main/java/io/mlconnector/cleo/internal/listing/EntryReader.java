package io.mlconnector.cleo.internal.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.cleo.internal.listing.Entry.Kind;
import io.mlconnector.cleo.options.ListingMembers;
import io.mlconnector.ports.gateway.FolderEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads the entries of a listing, leniently, because the members of folders and files are not documented (reference cleo,
 * section 3.2).
 */
final class EntryReader {

    private static final List<String> NAME =
            List.of("name", "fileName", "alias", "folderName", "displayName", "title", "label");
    private static final List<String> PATH = List.of("path", "fullPath", "folderPath", "filePath");
    private static final List<String> ID = List.of("id", "fileId", "folderId", "uuid", "guid", "resourceId");
    private static final List<String> TYPE = List.of("type", "resourceType", "kind", "objectType", "nodeType");
    private static final List<String> IS_FOLDER = List.of("isFolder", "folder", "isDirectory", "directory");
    private static final List<String> IS_FILE = List.of("isFile", "file");
    private static final List<String> SIZE =
            List.of("size", "length", "fileSize", "contentLength", "sizeInBytes", "bytes");
    private static final List<String> MODIFIED = List.of(
            "modified",
            "lastModified",
            "modifiedAt",
            "lastModifiedAt",
            "modifiedDate",
            "lastModifiedDate",
            "modificationTime",
            "updated",
            "updatedAt",
            "mtime",
            "timestamp",
            "date",
            "created",
            "createdAt");

    private static final Pattern FOLDER = Pattern.compile(".*(folder|director|container|collection|mailbox).*|dir|d");
    private static final Pattern FILE = Pattern.compile(".*(file|document|payload|object).*|f");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final ListingMembers members;

    EntryReader(ListingMembers members) {
        this.members = members;
    }

    /**
     * One entry; empty if it has no name that is known.
     *
     * @param hint what the member says that holds it, such as {@code files}
     */
    Optional<Entry> read(JsonNode json, Kind hint) {
        Optional<String> name = name(json);
        if (!json.isObject() || name.isEmpty()) {
            return Optional.empty();
        }
        String self = self(json);
        String ownId = Member.text(json, ID);
        String lastOfSelf = self.substring(self.lastIndexOf('/') + 1);
        String id = !ownId.isEmpty() ? ownId : lastOfSelf.isEmpty() ? name.get() : lastOfSelf;
        OptionalLong size = size(json);
        String modified = Member.text(json, Member.names(members.modified(), MODIFIED));
        String content = Hrefs.of(json, List.of("content", "download", "data"));
        FolderEntry file = new FolderEntry(id, name.get(), size, modified, content, self);
        return Optional.of(new Entry(
                kind(json, self, content, hint),
                file,
                path(json),
                Hrefs.of(json, List.of("children", "contents")),
                Hrefs.of(json, List.of("upload")),
                // What has no id of its own is told from others of its name by all that is known of it.
                id + "\n" + name.get() + (ownId.isEmpty() ? "\n" + size + "\n" + modified + "\n" + self : "")));
    }

    private Optional<String> name(JsonNode json) {
        JsonNode name = Member.of(json, Member.names(members.name(), NAME));
        if (name.isValueNode() && !name.asText().isEmpty()) {
            return Optional.of(name.asText());
        }
        String path = path(json);
        if (!path.isEmpty()) {
            return Optional.of(path.substring(path.lastIndexOf('/') + 1));
        }
        // Some tenants list a top folder without a name, or as a slash.
        return name.isTextual() ? Optional.of("") : Optional.empty();
    }

    private static String path(JsonNode json) {
        return Member.text(json, PATH).replace('\\', '/').replaceAll("/+$", "");
    }

    private static String self(JsonNode json) {
        String self = Hrefs.of(json, List.of("self"));
        return self.isEmpty() ? Member.text(json, List.of("href")) : self;
    }

    private OptionalLong size(JsonNode json) {
        for (String member : Member.names(members.size(), SIZE)) {
            String text = Member.text(json, List.of(member)).strip();
            if (NUMBER.matcher(text).matches()) {
                return OptionalLong.of(Long.parseLong(text));
            }
        }
        return OptionalLong.empty();
    }

    private Kind kind(JsonNode json, String self, String content, Kind hint) {
        Kind told = word(Member.text(json, Member.names(members.type(), TYPE)));
        if (told == Kind.UNTOLD) {
            told = word(Member.text(Member.of(json, List.of("meta")), List.of("resourceType")));
        }
        if (told == Kind.UNTOLD) {
            told = flag(json);
        }
        if (told != Kind.UNTOLD) {
            return told;
        }
        if (!Hrefs.of(json, List.of("children", "contents")).isEmpty()
                || Member.of(json, List.of("children")).isArray()) {
            return Kind.FOLDER;
        }
        if (!content.isEmpty() || self.contains("/files/")) {
            return Kind.FILE;
        }
        if (self.contains("/folders/")) {
            return Kind.FOLDER;
        }
        if (hint != Kind.UNTOLD) {
            return hint;
        }
        // Only folders have a link to their children (reference cleo, section 3.2), and only files have a size.
        return size(json).isPresent() || Hrefs.any(json) ? Kind.FILE : Kind.UNTOLD;
    }

    /** What a word says. */
    static Kind word(String said) {
        String word = said.strip().toLowerCase(Locale.ROOT);
        if (FOLDER.matcher(word).matches()) {
            return Kind.FOLDER;
        }
        return FILE.matcher(word).matches() ? Kind.FILE : Kind.UNTOLD;
    }

    private static Kind flag(JsonNode json) {
        Optional<Boolean> folder = yesOrNo(Member.of(json, IS_FOLDER));
        if (folder.isPresent()) {
            return folder.get() ? Kind.FOLDER : Kind.FILE;
        }
        return yesOrNo(Member.of(json, IS_FILE))
                .map(file -> file ? Kind.FILE : Kind.FOLDER)
                .orElse(Kind.UNTOLD);
    }

    private static Optional<Boolean> yesOrNo(JsonNode value) {
        String text = value.isBoolean() || value.isTextual() ? value.asText().toLowerCase(Locale.ROOT) : "";
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
