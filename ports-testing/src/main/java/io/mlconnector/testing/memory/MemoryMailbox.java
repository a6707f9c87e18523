package io.mlconnector.testing.memory;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Folders in memory. A file uploaded under a name in use replaces the other. Every method is done when it returns. Safe
 * for use by several threads.
 */
public final class MemoryMailbox implements Mailbox {

    /**
     * A file as it was uploaded.
     *
     * @param folder path of the folder
     * @param name its name
     * @param bytes not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    public record Upload(String folder, String name, byte[] bytes) {}

    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    private record Stored(FolderEntry entry, String folder, byte[] bytes) {}

    private final InstantSource clock;
    private final Object lock = new Object();

    // All guarded by lock.
    private final Map<String, String> idsByPath = new TreeMap<>();
    private final Map<String, Stored> files = new TreeMap<>();
    private final List<Upload> received = new ArrayList<>();
    private final Endings reads = Endings.ofGateway();
    private final Endings writes = Endings.ofGateway();
    private int lastFile;

    /**
     * Without any folder.
     *
     * @param clock tells when files change
     */
    public MemoryMailbox(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Makes a folder, if there is none at this path.
     *
     * @return the reference by its id
     */
    public FolderReference.ById folder(String path) {
        synchronized (lock) {
            String tidy = new FolderReference.ByPath(path).path();
            return new FolderReference.ById(
                    idsByPath.computeIfAbsent(tidy, ignored -> "folder-" + (idsByPath.size() + 1)));
        }
    }

    /** Puts a file into a folder, which is made if need be; one of the same name is changed. */
    public void put(String path, String name, byte[] bytes) {
        synchronized (lock) {
            folder(path);
            store(new FolderReference.ByPath(path).path(), name, bytes);
        }
    }

    /** Takes a file out of a folder, as the gateway does that sends it on. */
    public Optional<byte[]> take(String path, String name) {
        synchronized (lock) {
            Optional<Stored> file = named(new FolderReference.ByPath(path).path(), name);
            file.ifPresent(taken -> files.remove(taken.entry().id()));
            return file.map(Stored::bytes);
        }
    }

    /** Plans how the next write ends that has no planned ending yet. */
    public void nextEnding(Ending ending) {
        synchronized (lock) {
            writes.plan(ending);
        }
    }

    /** Plans how the next read ends that has no planned ending yet. */
    public void nextReadEnding(Ending ending) {
        synchronized (lock) {
            reads.planRead(ending);
        }
    }

    /** Every upload ever, oldest first, also of files that are gone. */
    public List<Upload> received() {
        synchronized (lock) {
            return List.copyOf(received);
        }
    }

    @Override
    public CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder) {
        return answer(
                reads,
                () -> path(folder)
                        .map(path -> Outcome.done(files.values().stream()
                                .filter(file -> file.folder().equals(path))
                                .map(Stored::entry)
                                .toList()))
                        .orElseGet(() -> noSuch(folder)));
    }

    @Override
    public CompletionStage<Outcome<Optional<byte[]>>> fetch(FolderEntry entry) {
        return answer(reads, () -> {
            Optional<byte[]> bytes = Optional.ofNullable(files.get(entry.id()))
                    .map(file -> file.bytes().clone());
            boolean whole = entry.size().isEmpty()
                    || bytes.map(there -> there.length == entry.size().getAsLong())
                            .orElse(true);
            return whole
                    ? Outcome.done(bytes)
                    : Outcome.notNow(Problem.of(
                            ProblemCode.DOWNLOAD_INCOMPLETE,
                            entry.name(),
                            entry.name() + " has another size than its listing says."));
        });
    }

    @Override
    public CompletionStage<Outcome<UploadReceipt>> upload(FolderReference folder, Intent<FileToUpload> intent) {
        synchronized (lock) {
            if (path(folder).isEmpty()) {
                return CompletableFuture.completedFuture(noSuch(folder));
            }
        }
        return Intended.by(
                intent,
                file -> answer(
                        writes,
                        () -> path(folder)
                                .map(path -> {
                                    received.add(new Upload(
                                            path, file.name(), file.bytes().clone()));
                                    FolderEntry entry = store(path, file.name(), file.bytes());
                                    return Outcome.done(new UploadReceipt(Map.of("remoteId", entry.id())));
                                })
                                .orElseGet(() -> noSuch(folder))));
    }

    @Override
    public CompletionStage<Outcome<FolderEntry>> remove(FolderEntry entry) {
        return answer(writes, () -> {
            files.remove(entry.id());
            return Outcome.done(entry);
        });
    }

    private FolderEntry store(String path, String name, byte[] bytes) {
        String id = named(path, name).map(file -> file.entry().id()).orElseGet(() -> {
            lastFile++;
            return String.format("file-%06d", lastFile);
        });
        FolderEntry entry = new FolderEntry(
                id, name, OptionalLong.of(bytes.length), clock.instant().toString(), "", "");
        files.put(id, new Stored(entry, path, bytes.clone()));
        return entry;
    }

    private Optional<Stored> named(String path, String name) {
        return files.values().stream()
                .filter(file ->
                        file.folder().equals(path) && file.entry().name().equals(name))
                .findFirst();
    }

    private Optional<String> path(FolderReference folder) {
        return switch (folder) {
            case FolderReference.ByPath(String path) -> Optional.of(path).filter(idsByPath::containsKey);
            case FolderReference.ApiProvider ignored -> Optional.empty();
            case FolderReference.ById(String id) ->
                idsByPath.entrySet().stream()
                        .filter(known -> known.getValue().equals(id))
                        .map(Map.Entry::getKey)
                        .findFirst();
        };
    }

    private static <T> Outcome<T> noSuch(FolderReference folder) {
        return Outcome.refused(
                Problem.of(ProblemCode.FOLDER_NOT_FOUND, folder.toString(), "There is no folder " + folder + "."));
    }

    private <T> CompletionStage<Outcome<T>> answer(Endings endings, Supplier<Outcome<T>> work) {
        synchronized (lock) {
            return CompletableFuture.completedFuture(endings.end(work));
        }
    }
}
