package io.mlconnector.cleo.internal.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.cleo.internal.listing.Entry.Kind;
import io.mlconnector.cleo.options.ListingMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a listing. What is not understood is told as such and never taken for an empty page.
 *
 * @param entries in the order in which they came
 * @param total how many entries the whole listing has; empty if it does not say
 * @param misunderstood what of it is not understood and which key says how to read it; empty if all of it is
 * @param untold the same of an entry that does not say whether it is a file or a folder
 */
public record Page(List<Entry> entries, OptionalLong total, String misunderstood, String untold) {

    private static final List<String> ENTRIES = List.of(
            "resources",
            "items",
            "children",
            "content",
            "contents",
            "entries",
            "value",
            "results",
            "elements",
            "records",
            "members",
            "list",
            "data");

    private static final List<String> TOTAL = List.of("totalResults", "totalElements", "totalCount");

    public Page {
        entries = List.copyOf(entries);
    }

    /** Reads the answer to a request for a page. */
    public static Page of(JsonNode json, ListingMembers members) {
        return new Reading(members).page(json);
    }

    private static OptionalLong total(JsonNode page) {
        String text = Member.text(page, TOTAL);
        if (text.isEmpty()) {
            text = Member.text(Member.of(page, List.of("page")), TOTAL);
        }
        return text.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** One page on its way in. */
    private static final class Reading {

        private final ListingMembers members;
        private final EntryReader reader;
        private final List<Entry> entries = new ArrayList<>();
        private String misunderstood = "";
        private String untold = "";

        Reading(ListingMembers members) {
            this.members = members;
            this.reader = new EntryReader(members);
        }

        Page page(JsonNode json) {
            OptionalLong total = total(json);
            if (!anywhere(json, 0) && !total.equals(OptionalLong.of(0))) {
                misunderstood = "the answer is not a listing in a form that is known; its members: "
                        + Member.namesIn(json) + "."
                        + " If one of them holds the entries, name it in cleo.dialect.entries; otherwise check"
                        + " cleo.dialect.root and cleo.dialect.children";
            }
            return new Page(entries, total, misunderstood, untold);
        }

        /** Whether there was a list, even an empty one. */
        private boolean anywhere(JsonNode json, int depth) {
            if (json.isArray()) {
                list(json, Kind.UNTOLD);
                return true;
            }
            JsonNode files = Member.of(json, List.of("files"));
            JsonNode folders = Member.of(json, List.of("folders"));
            if (members.entries().isEmpty() && (files.isArray() || folders.isArray())) {
                list(folders, Kind.FOLDER);
                list(files, Kind.FILE);
                return true;
            }
            for (String name : Member.names(members.entries(), ENTRIES)) {
                JsonNode held = Member.of(json, List.of(name));
                if (held.isArray()) {
                    list(held, Kind.UNTOLD);
                    return true;
                }
                if (held.isObject() && depth == 0 && anywhere(held, depth + 1)) {
                    return true;
                }
            }
            return embedded(Member.of(json, List.of("_embedded")));
        }

        /** Under {@code _embedded}: a list, or an object with lists. */
        private boolean embedded(JsonNode embedded) {
            if (embedded.isArray()) {
                list(embedded, Kind.UNTOLD);
                return true;
            }
            boolean[] found = {embedded.isObject() && embedded.isEmpty()};
            embedded.properties().forEach(member -> {
                if (member.getValue().isArray()) {
                    list(member.getValue(), EntryReader.word(member.getKey()));
                    found[0] = true;
                }
            });
            return found[0];
        }

        private void list(JsonNode list, Kind hint) {
            for (JsonNode json : list) {
                reader.read(json, hint).ifPresentOrElse(entry -> add(entry, json), () -> {
                    misunderstood = "an entry of the listing has no name that is known; its members: "
                            + Member.namesIn(json) + ". Set cleo.dialect.name to the member that holds the name";
                });
            }
        }

        private void add(Entry entry, JsonNode json) {
            entries.add(entry);
            if (entry.kind() == Kind.UNTOLD) {
                untold = "an entry of the listing does not say in a way that is known whether it is a file or a folder;"
                        + " its members: " + Member.namesIn(json)
                        + ". Set cleo.dialect.type to the member that says so";
            }
        }
    }
}
