package io.mlconnector.verification.verify.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The class data sharing archive of the daemons. An archive serves the one class path for which it was made, and that of
 * the daemons is not that of this process; so they have one of their own beside the one that the launcher keeps for this
 * process, made once and kept until the program changes.
 */
final class ClassArchive {

    private static final String LAUNCHER_FLAG = "-XX:SharedArchiveFile=";
    private static final String FILE_NAME = "daemon-classes.jsa";

    private final Path file;
    private final Path unfinished;
    private final String classPath;

    private ClassArchive(Path file, String classPath) {
        this.file = file;
        this.unfinished =
                file.resolveSibling(FILE_NAME + "." + ProcessHandle.current().pid());
        this.classPath = classPath;
    }

    /**
     * The archive for a class path.
     *
     * @param flags of this process; without an archive of its own, as in a test, the daemons have none either
     * @param classPath of the daemons: files, joined as the platform does
     */
    static Optional<ClassArchive> beside(List<String> flags, String classPath) {
        return flags.stream()
                .filter(flag -> flag.startsWith(LAUNCHER_FLAG))
                .map(flag -> Path.of(flag.substring(LAUNCHER_FLAG.length())))
                .reduce((earlier, later) -> later)
                .map(own -> new ClassArchive(own.resolveSibling(FILE_NAME), classPath));
    }

    /** Whether it exists and is newer than everything on its class path. */
    boolean current() {
        if (!Files.exists(file)) {
            return false;
        }
        FileTime made = modified(file);
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::exists)
                .noneMatch(entry -> modified(entry).compareTo(made) > 0);
    }

    /** Flags with which a daemon uses it. A named archive that is absent would cost the archive of the JDK as well. */
    List<String> use() {
        return current() ? List.of(LAUNCHER_FLAG + file) : List.of();
    }

    /** Flags with which a daemon writes it when it ends in order. */
    List<String> create() {
        return List.of("-XX:ArchiveClassesAtExit=" + unfinished);
    }

    /** Puts what a daemon has written in its place, in one step because other verifications may be using it. */
    void created() {
        try {
            if (Files.exists(unfinished)) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The class archive of the daemons cannot be moved to " + file, e);
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
