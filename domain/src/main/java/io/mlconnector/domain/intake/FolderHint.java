package io.mlconnector.domain.intake;

import io.mlconnector.domain.agreement.FolderReference;
import java.util.Collection;
import java.util.List;

/**
 * Which folders a notice names. The body of a notice is whatever the author of a flow made it, so that every word of it counts: the
 * id of a folder, its path, or the path of a file in it.
 */
public final class FolderHint {

    private FolderHint() {}

    /**
     * The folders that are named.
     *
     * @param words every text of the notice
     * @param folders that are looked into
     * @return empty if none is named: then the file may lie in any of them
     */
    public static List<FolderReference> named(Collection<String> words, Collection<FolderReference> folders) {
        return folders.stream()
                .filter(folder -> words.stream().anyMatch(word -> names(word, folder)))
                .toList();
    }

    private static boolean names(String word, FolderReference folder) {
        return switch (folder) {
            case FolderReference.ById(String id) -> word.strip().equals(id);
            case FolderReference.ByPath(String path) -> {
                String said = new FolderReference.ByPath(word).path();
                yield word.contains("/") && (said.equals(path) || said.startsWith(path + "/"));
            }
            case FolderReference.ApiProvider ignored -> false;
        };
    }
}
