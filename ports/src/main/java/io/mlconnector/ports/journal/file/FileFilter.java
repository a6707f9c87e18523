package io.mlconnector.ports.journal.file;

import io.mlconnector.domain.words.DocumentId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which received files are wanted, newest first.
 *
 * @param connection of which connection; empty: of any
 * @param partner whose; empty: those of all
 * @param words each of which is a part of the name, the folder, the partner or the id, without regard to case; in small letters
 * @param from only files with this id or a newer one; ids are in order of time
 * @param before only files that are older than this one: the last of the page before, or a time as an id
 * @param limit at most so many; at least 1
 */
public record FileFilter(
        Optional<String> connection,
        Optional<String> partner,
        List<String> words,
        Optional<DocumentId> from,
        Optional<DocumentId> before,
        int limit) {

    public FileFilter {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(partner, "partner");
        words = List.copyOf(words);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(before, "before");
        if (limit < 1) {
            throw new IllegalArgumentException("A page has at least 1 file, not " + limit);
        }
    }

    /** The newest of all. */
    public static FileFilter newest(int limit) {
        return new FileFilter(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), limit);
    }

    /** Those of one connection. */
    public FileFilter ofConnection(Optional<String> id) {
        return new FileFilter(id, partner, words, from, before, limit);
    }

    /** Those of one partner. */
    public FileFilter ofPartner(Optional<String> id) {
        return new FileFilter(connection, id, words, from, before, limit);
    }

    /** Those that have each of the words of a text, which are parted by spaces. */
    public FileFilter having(String text) {
        return new FileFilter(
                connection,
                partner,
                Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                from,
                before,
                limit);
    }

    /** Those that are older than a file; the oldest bound counts. */
    public FileFilter before(Optional<DocumentId> id) {
        return new FileFilter(
                connection,
                partner,
                words,
                from,
                Stream.concat(before.stream(), id.stream()).min(DocumentId::compareTo),
                limit);
    }

    /** Those that are not older than an id. */
    public FileFilter from(Optional<DocumentId> id) {
        return new FileFilter(connection, partner, words, id, before, limit);
    }

    /** Whether a file is one of them, its place in the order left aside. */
    public boolean shows(FileRecord file) {
        String text = text(file);
        return connection.map(file.connection()::equals).orElse(true)
                && partner.map(file.partner()::equals).orElse(true)
                && words.stream().allMatch(text::contains)
                && from.map(id -> file.id().compareTo(id) >= 0).orElse(true)
                && before.map(id -> file.id().compareTo(id) < 0).orElse(true);
    }

    private static String text(FileRecord file) {
        return String.join("\n", file.id().text(), file.partner(), file.folder(), file.name())
                .toLowerCase(Locale.ROOT);
    }
}
