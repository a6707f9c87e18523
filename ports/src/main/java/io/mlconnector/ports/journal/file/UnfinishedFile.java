package io.mlconnector.ports.journal.file;

import java.util.Objects;

/**
 * A large file of which parts are still to be entered.
 *
 * @param file the file
 * @param from where the next part begins: the offset in bytes, from 0
 */
public record UnfinishedFile(FileRecord file, long from) {

    public UnfinishedFile {
        Objects.requireNonNull(file, "file");
    }
}
