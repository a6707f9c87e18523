package io.mlconnector.engine.intake.recognition;

import io.mlconnector.domain.words.StorableText;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.payload.Hashes;

/** How a file looks in its folder's listing: its name, size and time. */
public final class Looks {

    /** Begins what tells a file from an earlier one that looks the same. */
    private static final String OTHER = " #";

    private static final int DIGITS = 10;

    private Looks() {}

    /** How it looks. */
    public static ListedFile of(FolderEntry entry) {
        return new ListedFile(StorableText.of(entry.name()), stateOf(entry));
    }

    /** Size and time as listed. */
    public static String stateOf(FolderEntry entry) {
        return StorableText.of(
                (entry.size().isPresent() ? Long.toString(entry.size().getAsLong()) : "?") + " " + entry.modified());
    }

    /** The same file, told by id and content from an earlier one that looks the same. */
    public static FolderEntry other(FolderEntry entry, byte[] bytes) {
        String mark =
                Hashes.of(entry.id() + "\n" + Hashes.of(bytes).hex()).hex().substring(0, DIGITS);
        return new FolderEntry(
                entry.id(), entry.name(), entry.size(), entry.modified() + OTHER + mark, entry.content(), entry.self());
    }

    /** Whether a file that was taken looked like this one when it was. */
    public static boolean same(FolderEntry entry, FileRecord taken) {
        return same(entry, new ListedFile(taken.name(), taken.state()));
    }

    /** Whether a file looked like this one once. */
    public static boolean same(FolderEntry entry, ListedFile once) {
        String state = stateOf(entry);
        return once.name().equals(StorableText.of(entry.name()))
                && (once.state().equals(state) || once.state().startsWith(state + OTHER));
    }
}
