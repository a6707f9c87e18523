package io.mlconnector.runtime.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A command cannot go on; the message says why and what to do. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CommandFailure(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** A file that a command was told to read and cannot. */
    public static CommandFailure unreadable(Path file, IOException why) {
        return new CommandFailure(ExitCode.WRONG, "The file " + file + " cannot be read: " + told(why));
    }

    /** A file that a command was told to write and cannot. */
    public static CommandFailure unwritable(Path file, IOException why) {
        return new CommandFailure(ExitCode.FAILED, "The file " + file + " cannot be written: " + told(why));
    }

    /** Java says a class, or the file's name once more. */
    private static String told(IOException why) {
        return switch (why) {
            case NoSuchFileException ignored -> "there is no such file or folder.";
            case FileAlreadyExistsException ignored -> "there is one already, which is left alone. Name a new file.";
            case AccessDeniedException ignored -> "you may not.";
            case FileSystemException system when system.getReason() != null -> system.getReason() + ".";
            default -> why.getMessage() == null ? "the disk does not let it." : why.getMessage() + ".";
        };
    }

    public int exitCode() {
        return exitCode;
    }
}
