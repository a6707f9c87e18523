package io.mlconnector.examples.mailbox;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A mailbox in a local directory: a folder is a directory below it, a file is a file. A file appears under its name when
 * it is whole. Names are written as {@link DiskName} says, so that none of them leads out of the directory.
 */
public final class DirectoryMailbox implements Mailbox {
    private static final String ID = "directory:";
    private static final String ARRIVING = ".arriving-";

    private final Path root;
    private final Executor blocking;

    /**
     * A mailbox in a directory that exists.
     *
     * @param root holds the folders
     * @param blocking runs what waits for the disk, such as an executor with a virtual thread for each task
     */
    public DirectoryMailbox(Path root, Executor blocking) {
        this.root = root;
        this.blocking = blocking;
    }

    /**
     * Makes a folder, if there is none at this path.
     *
     * @return the reference by its id
     * @throws IOException if the disk does not allow it
     */
    public FolderReference.ById folder(String path) throws IOException {
        var tidy = new FolderReference.ByPath(path);
        Files.createDirectories(directory(tidy));
        return new FolderReference.ById(ID + tidy.path());
    }

    @Override
    public CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder) {
        return in(folder, directory -> {
            List<FolderEntry> entries = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    entry(file).ifPresent(entries::add);
                }
                return Outcome.done(List.copyOf(entries));
            } catch (IOException e) {
                return Outcome.notNow(disk(e));
            }
        });
    }

    @Override
    public CompletionStage<Outcome<Optional<byte[]>>> fetch(FolderEntry entry) {
        return later(() -> {
            try {
                byte[] bytes = Files.readAllBytes(file(entry));
                if (entry.size().orElse(bytes.length) != bytes.length) {
                    return Outcome.notNow(Problem.of(
                            ProblemCode.DOWNLOAD_INCOMPLETE,
                            entry.name(),
                            entry.name() + " has not the size of its listing."));
                }
                return Outcome.done(Optional.of(bytes));
            } catch (NoSuchFileException e) {
                return Outcome.done(Optional.empty());
            } catch (IOException e) {
                return Outcome.notNow(disk(e));
            }
        });
    }

    @Override
    public CompletionStage<Outcome<UploadReceipt>> upload(FolderReference folder, Intent<FileToUpload> intent) {
        return in(folder, directory -> Outcome.done(directory)).thenCompose(found -> switch (found) {
            case Outcome.Done<Path>(Path directory) -> upload(directory, intent);
            default -> CompletableFuture.completedFuture(found.map(never -> new UploadReceipt(Map.of())));
        });
    }

    /** Nothing is written before the intent stands. */
    private CompletionStage<Outcome<UploadReceipt>> upload(Path directory, Intent<FileToUpload> intent) {
        return intent.store()
                .thenApply(stored -> stored.<Outcome<FileToUpload>>map(Outcome::done)
                        .orElseGet(() -> Outcome.notNow(Intent.withdrawn())))
                .exceptionally(failure -> Outcome.notNow(Intent.notStored()))
                .thenApplyAsync(intended -> intended.then(file -> write(directory, file)), blocking);
    }

    /** Until the move nobody can see the file: it certainly did not happen. After a move that broke nobody knows. */
    private static Outcome<UploadReceipt> write(Path directory, FileToUpload file) {
        Path arriving;
        try {
            arriving = Files.createTempFile(directory, ARRIVING, "");
            Files.write(arriving, file.bytes());
        } catch (IOException e) {
            return Outcome.notNow(disk(e));
        }
        try {
            Files.move(arriving, directory.resolve(DiskName.of(file.name())), StandardCopyOption.ATOMIC_MOVE);
            return Outcome.done(new UploadReceipt(Map.of("name", file.name())));
        } catch (IOException e) {
            return Outcome.unknown(disk(e));
        }
    }

    @Override
    public CompletionStage<Outcome<FolderEntry>> remove(FolderEntry entry) {
        return later(() -> {
            try {
                Files.deleteIfExists(file(entry));
                return Outcome.done(entry);
            } catch (IOException e) {
                return Outcome.unknown(disk(e));
            }
        });
    }

    private <T> CompletionStage<Outcome<T>> in(FolderReference folder, Function<Path, Outcome<T>> work) {
        return later(() -> {
            Optional<FolderReference.ByPath> path = switch (folder) {
                case FolderReference.ByPath byPath -> Optional.of(byPath);
                case FolderReference.ApiProvider provider -> Optional.empty();
                case FolderReference.ById(String id) ->
                    Optional.of(id)
                            .filter(known -> known.startsWith(ID))
                            .map(known -> new FolderReference.ByPath(known.substring(ID.length())));
            };
            return path.map(this::directory)
                    .filter(Files::isDirectory)
                    .map(work)
                    .orElseGet(() -> Outcome.refused(Problem.of(
                            ProblemCode.FOLDER_NOT_FOUND,
                            folder.toString(),
                            "There is no folder " + folder + ": make it.")));
        });
    }

    private <T> CompletionStage<Outcome<T>> later(Supplier<Outcome<T>> work) {
        return CompletableFuture.supplyAsync(work, blocking);
    }

    private Path directory(FolderReference.ByPath folder) {
        Path directory = root;
        for (String name : folder.path().substring(1).split("/", -1)) {
            directory = directory.resolve(DiskName.of(name));
        }
        return directory;
    }

    /** Its id is the folder's path on the disk and the file's name there. */
    private Optional<FolderEntry> entry(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(ARRIVING)) {
            return Optional.empty();
        }
        try {
            var facts = Files.readAttributes(file, BasicFileAttributes.class);
            return facts.isRegularFile()
                    ? Optional.of(new FolderEntry(
                            root.relativize(file).toString(),
                            DiskName.read(name),
                            OptionalLong.of(facts.size()),
                            facts.lastModifiedTime().toString(),
                            "",
                            ""))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(FolderEntry entry) throws IOException {
        Path file = root.resolve(entry.id()).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new NoSuchFileException(entry.id());
        }
        return file;
    }

    private static Problem disk(IOException e) {
        return Problem.named(
                "disk", "", "The disk did not do it: " + e + ". Look whether it is full or write-protected.");
    }
}
