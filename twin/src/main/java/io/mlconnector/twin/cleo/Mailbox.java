package io.mlconnector.twin.cleo;

import io.mlconnector.twin.http.Ids;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folders and files. Guarded by whoever owns it. */
final class Mailbox {

    private final Ids ids;
    private final Clock clock;
    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final Map<String, StoredFile> files = new LinkedHashMap<>();
    private int filesEver;

    Mailbox(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The folder at a path, made if it is not there, with those above it. */
    Folder folder(String path) {
        String tidy =
                "/" + String.join("/", List.of(path.replaceAll("^/+|/+$", "").split("/+")));
        for (Folder folder : folders.values()) {
            if (folder.path().equals(tidy)) {
                return folder;
            }
        }
        int slash = tidy.lastIndexOf('/');
        String parent = slash == 0 ? null : folder(tidy.substring(0, slash)).id();
        Folder made = new Folder(ids.base64("folder" + tidy), tidy.substring(slash + 1), tidy, parent);
        folders.put(made.id(), made);
        return made;
    }

    @Nullable Folder folderById(String id) {
        return folders.get(id);
    }

    List<Folder> foldersIn(@Nullable String parentId) {
        return folders.values().stream()
                .filter(folder -> Objects.equals(folder.parentId(), parentId))
                .toList();
    }

    @Nullable StoredFile file(String id) {
        return files.get(id);
    }

    List<StoredFile> filesIn(Folder folder) {
        return files.values().stream()
                .filter(file -> file.folderId().equals(folder.id()))
                .toList();
    }

    @Nullable StoredFile named(Folder folder, String name) {
        return filesIn(folder).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    StoredFile add(Folder folder, String name, Buffer content) {
        String id = ids.base64("file/" + folder.path() + "/" + name + "/" + filesEver++);
        StoredFile file = new StoredFile(id, folder.id(), name, content, clock.instant(), clock.instant());
        files.put(id, file);
        return file;
    }

    /** Writes a name: into the file that has it, or into a new one. */
    StoredFile write(Folder folder, String name, Buffer content) {
        StoredFile there = named(folder, name);
        if (there == null) {
            return add(folder, name, content);
        }
        StoredFile changed = there.holding(content, clock.instant());
        files.put(changed.id(), changed);
        return changed;
    }

    /** Removes a file; it may be gone already. */
    boolean remove(String id) {
        return files.remove(id) != null;
    }
}
