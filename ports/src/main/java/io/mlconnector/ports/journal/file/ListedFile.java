package io.mlconnector.ports.journal.file;

import io.mlconnector.domain.words.StorableText;

/**
 * A file as a listing shows it: another state under the same name is another file.
 *
 * @param name its name
 * @param state what tells it from a file of the same name: {@link FileRecord#state()}
 */
public record ListedFile(String name, String state) {
    public ListedFile {
        name = StorableText.of(name);
        state = StorableText.of(state);
    }
}
