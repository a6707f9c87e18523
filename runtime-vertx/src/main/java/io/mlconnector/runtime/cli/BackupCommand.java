package io.mlconnector.runtime.cli;

import io.mlconnector.postgres.backup.Backup;
import io.mlconnector.postgres.backup.Manifest;
import io.mlconnector.runtime.terminal.ConfigOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Everything that is stored, in one file. */
@Command(
        name = "backup",
        description = {
            "Writes everything that is stored into one file, also while a daemon runs.",
            "The master key is NOT in it: keep a copy of master.key somewhere else."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "Made by this command; must not exist.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Manifest manifest = config.withDatabase(
                false,
                address -> Backup.write(address, file, InstantSource.system().instant()));
        System.out.println("Backed up " + manifest.rows() + " rows of "
                + manifest.tables().size() + " tables, schema version " + manifest.schema() + ", into " + file + ".");
        System.out.println(
                "The master key is not in it. Keep a copy of master.key (or of MLC_MASTER_KEY) somewhere else.");
        return 0;
    }
}
