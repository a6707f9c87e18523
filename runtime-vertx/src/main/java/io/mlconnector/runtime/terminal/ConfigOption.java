package io.mlconnector.runtime.terminal;

import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option that names the configuration, and what is opened with it. */
public final class ConfigOption {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration file (default: $MLC_CONFIG, else ml-connector.yaml).")
    private Path file = Path.of(System.getenv().getOrDefault("MLC_CONFIG", "ml-connector.yaml"));

    public Configuration read() {
        return ConfigurationReader.read(file);
    }

    public Path file() {
        return file;
    }

    /** Opens the database, does something with it and closes it again. */
    public <T> T withGround(Function<DaemonResources, T> work) {
        Configuration configuration = read();
        Vertx vertx = Loops.start();
        try {
            DaemonResources ground =
                    Blocking.await(DaemonResources.visit(vertx, configuration, InstantSource.system()));
            try {
                return work.apply(ground);
            } finally {
                Blocking.await(ground.close());
            }
        } finally {
            Blocking.await(vertx.close());
        }
    }
}
