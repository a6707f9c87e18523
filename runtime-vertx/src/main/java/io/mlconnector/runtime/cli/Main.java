package io.mlconnector.runtime.cli;

import io.mlconnector.postgres.address.DatabaseException;
import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.runtime.cli.audit.AuditCommand;
import io.mlconnector.runtime.cli.cleo.CleoCommand;
import io.mlconnector.runtime.cli.config.ConfigCommand;
import io.mlconnector.runtime.cli.crossreference.CrossReferenceCommand;
import io.mlconnector.runtime.cli.documents.DocumentsCommand;
import io.mlconnector.runtime.cli.x12.X12Command;
import io.mlconnector.runtime.config.ConfigurationException;
import io.mlconnector.runtime.lifecycle.StartException;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.LogLines;
import io.mlconnector.runtime.terminal.MoreCommands;
import io.mlconnector.runtime.terminal.Printable;
import io.mlconnector.runtime.workplace.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door of the program. */
@Command(
        name = "ml-connector",
        mixinStandardHelpOptions = true,
        version = Program.NAME + " " + Program.VERSION,
        description = "Moves business documents between Dynamics 365 Finance & Operations and Cleo Integration Cloud.",
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            DocumentsCommand.class,
            AuditCommand.class,
            CrossReferenceCommand.class,
            CredentialsCommand.class,
            CleoCommand.class,
            PreviewCommand.class,
            X12Command.class,
            ConfigCommand.class,
            SchemaCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ReconcileCommand.class,
            BackfillCommand.class
        })
public final class Main implements Runnable {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        LogLines.install();
        System.setProperty("vertx.disableDnsResolver", "true");
        quiet("io.zonky.test.db.postgres", Level.WARNING);
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
    public static int execute(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        // The distribution for trying things out brings demo, twin and verify; the daemon runs without them.
        for (MoreCommands more : ServiceLoader.load(MoreCommands.class)) {
            more.commands().forEach(line::addSubcommand);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        TypedValues.in(line);
        line.setParameterExceptionHandler(WrongUsage::told);
        line.setExecutionStrategy(WrongUsage::refusingEmptyValues);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Throwable cause = Blocking.unwrapped(failure);
            command.getErr().println(Printable.text(message(cause)));
            return exitCode(cause);
        });
        return line.execute(arguments);
    }

    private static String message(Throwable cause) {
        boolean expected = cause instanceof ConfigurationException
                || cause instanceof CredentialException
                || cause instanceof DatabaseException
                || cause instanceof StartException
                || cause instanceof CommandFailure;
        return expected
                ? String.valueOf(cause.getMessage())
                : "The command failed: " + cause + ". This is a defect; please report it with the log above.";
    }

    private static int exitCode(Throwable cause) {
        if (cause instanceof ConfigurationException
                || cause instanceof CredentialException
                || cause instanceof StartException) {
            return ExitCode.WRONG;
        }
        return cause instanceof CommandFailure failure ? failure.exitCode() : ExitCode.FAILED;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
