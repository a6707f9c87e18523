package io.mlconnector.engine.restoration;

import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.journal.file.FileRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the files that are told as missing have not come again. */
final class MissingFiles {

    private record Named(String connection, String folder, String name) {
        static Named of(FileRecord file) {
            return new Named(file.connection(), file.folder(), file.name());
        }
    }

    private MissingFiles() {}

    /**
     * Those that have not come again.
     *
     * @param files newest first
     * @return oldest first
     */
    static List<FileRecord> of(List<FileRecord> files) {
        Map<Named, FileRecord> newest = new HashMap<>();
        files.forEach(file -> newest.putIfAbsent(Named.of(file), file));
        return files.reversed().stream()
                .filter(MissingFiles::missing)
                .filter(file -> missing(newest.getOrDefault(Named.of(file), file)))
                .toList();
    }

    private static boolean missing(FileRecord file) {
        return file.problem().filter(why -> why.is(ProblemCode.FILE_MISSING)).isPresent();
    }
}
