package io.mlconnector.postgres.journal.table;

import io.mlconnector.domain.words.HistoryEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Replaces U+0000, which a corrupt file may contain and which PostgreSQL cannot store. */
public final class PostgresText {

    private PostgresText() {}

    /** The text with a replacement character in its place. */
    public static String of(String text) {
        return text.replace('\u0000', '\ufffd');
    }

    /** What {@code like} and {@code ilike} take for any text that has this part. */
    public static String pattern(String part) {
        return "%" + of(part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")) + "%";
    }

    /** The same for JSON, where the character is escaped. */
    public static String json(String json) {
        return json.replace("\\u0000", "\\ufffd");
    }

    static HistoryEntry of(HistoryEntry entry) {
        Map<String, String> details = new LinkedHashMap<>();
        entry.details().forEach((key, value) -> details.put(of(key), of(value)));
        return new HistoryEntry(
                entry.at(), of(entry.actor()), of(entry.event()), of(entry.message()), details, entry.payloads());
    }
}
