package io.mlconnector.runtime.cli;

import io.mlconnector.runtime.config.ConfigurationException;
import io.mlconnector.runtime.credentials.CredentialException;
import io.mlconnector.runtime.database.DatabaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door of the program. */
@Command(
        name = "ml-connector",
        mixinStandardHelpOptions = true,
        version = "ml-connector 0.1.0",
        description = "Moves business documents between Dynamics 365 Finance & Operations and Cleo Integration Cloud.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            TwinCommand.class,
            VerifyCommand.class,
            DocumentsCommand.class,
            AuditCommand.class,
            CrossReferenceCommand.class,
            CredentialsCommand.class,
            PreviewCommand.class,
            X12Command.class
        })
public final class Main implements Runnable {

    /** The work failed. */
    static final int FAILED = 1;

    /** Wrong usage or wrong configuration. */
    static final int WRONG = 2;

    /** A remote system could not be reached or refused us. */
    static final int REMOTE = 3;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Set before the first logger is made.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$-7s %5$s%6$s%n");
        System.setProperty("vertx.disableDnsResolver", "true");
        quiet("io.zonky.test.db.postgres", Level.WARNING);
        quiet("init", Level.WARNING);
        quiet("pg_ctl", Level.WARNING);
        quiet("postgres", Level.WARNING);
        quiet("org.flywaydb", Level.WARNING);
        System.exit(execute(arguments));
    }

    /** Kept, because a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET = new ArrayList<>();

    private static void quiet(String name, Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        QUIET.add(logger);
    }

    /** Runs a command; its exit code. */
    static int execute(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Throwable cause = Blocking.unwrapped(failure);
            command.getErr().println(message(cause));
            return exitCode(cause);
        });
        return line.execute(arguments);
    }

    private static String message(Throwable cause) {
        boolean expected = cause instanceof ConfigurationException
                || cause instanceof CredentialException
                || cause instanceof DatabaseException
                || cause instanceof CommandFailure;
        return expected
                ? String.valueOf(cause.getMessage())
                : "The command failed: " + cause + ". This is a defect; please report it with the log above.";
    }

    private static int exitCode(Throwable cause) {
        if (cause instanceof ConfigurationException || cause instanceof CredentialException) {
            return WRONG;
        }
        return cause instanceof CommandFailure failure ? failure.exitCode() : FAILED;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
