package io.mlconnector.cleo.view;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * What one short look at a folder shows.
 *
 * @param empty whether it has nothing in it
 * @param total how many files and folders it has; empty if Cleo does not tell without listing all of them
 */
public record FolderGlance(boolean empty, OptionalLong total) {
    public FolderGlance {
        Objects.requireNonNull(total, "total");
    }
}
