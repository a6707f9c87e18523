package io.mlconnector.runtime.cli;

import io.mlconnector.postgres.backup.Manifest;
import io.mlconnector.postgres.backup.Restore;
import io.mlconnector.runtime.terminal.ConfigOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A backup back into an empty database, or in place of what is stored. */
@Command(
        name = "restore",
        description = "Puts a backup into an empty database. Refuses while a daemon runs.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--replace", description = "Removes what is stored in the database first.")
    private boolean replace;

    @Parameters(paramLabel = "FILE", description = "Written by the backup command.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Manifest manifest = config.withDatabase(
                true,
                address -> Restore.read(
                        address, file, replace, InstantSource.system().instant()));
        System.out.println("Restored " + manifest.rows() + " rows of "
                + manifest.tables().size() + " tables, as they were at " + manifest.at() + ".");
        System.out.println("The credentials need the master key of that time: put it back as master.key, too."
                + " Then run: ml-connector audit verify");
        System.out.println("Outgoing documents will be held, because the partners may have what was sent since."
                + " When the daemon runs: ml-connector reconcile");
        return 0;
    }
}
