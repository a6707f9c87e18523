package io.mlconnector.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the role with which the daemon works in the embedded PostgreSQL, in a file that only its owner can read. */
final class EmbeddedPassword {

    private EmbeddedPassword() {}

    /** Letters, digits, '-' and '_' only: nothing to escape. */
    static String random() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Whether there is one. */
    static boolean exists(Path folder) {
        return Files.exists(folder.resolve("password"));
    }

    /** The password; generated if there is none yet. Blocks. */
    static String of(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            Path fresh = write(folder.resolve("password.new"), random());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** Writes a file that only its owner can read, replacing an older one. Blocks. */
    static Path write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, text);
    }
}
