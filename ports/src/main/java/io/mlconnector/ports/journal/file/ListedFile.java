package io.mlconnector.ports.journal.file;

import java.util.Objects;

/**
 * A file as a listing shows it: another state under the same name is another file.
 *
 * @param name its name, in its {@code StorableText} form
 * @param state what tells it from a file of the same name: {@link FileRecord#state()}
 */
public record ListedFile(String name, String state) {
    public ListedFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
    }
}
