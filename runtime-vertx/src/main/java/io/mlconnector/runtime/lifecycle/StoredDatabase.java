package io.mlconnector.runtime.lifecycle;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.embedded.EmbeddedDatabase;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.credentials.Secrets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The database that the configuration names, or the embedded one, before anything is opened in it.
 *
 * @param address where it is
 * @param release lets go of it: stops an embedded server that was started for this; blocks
 */
public record StoredDatabase(DatabaseAddress address, Runnable release) {

    /** The one that the configuration names. */
    public static Future<StoredDatabase> named(Vertx vertx, Configuration.Database wanted) {
        return address(vertx, wanted).map(address -> new StoredDatabase(address, () -> {}));
    }

    /**
     * The embedded one. Blocks.
     *
     * @param alone for replacing it all: fails if a daemon uses it; otherwise beside a daemon or alone
     */
    public static StoredDatabase embedded(Configuration configuration, boolean alone) {
        Path folder = folder(configuration);
        EmbeddedDatabase server = alone ? EmbeddedDatabase.start(folder) : EmbeddedDatabase.visit(folder);
        return new StoredDatabase(server.address(), server::stop);
    }

    /** Opens it for a command, with its schema up to date and without the master key. */
    public static Future<Database> opened(Vertx vertx, Configuration configuration) {
        return open(vertx, configuration, EmbeddedDatabase::visit);
    }

    /** Opens it, with its schema up to date. */
    static Future<Database> open(Vertx vertx, Configuration configuration, Function<Path, EmbeddedDatabase> embedded) {
        if (configuration.database().isEmpty()) {
            return vertx.executeBlocking(() -> embedded.apply(folder(configuration)))
                    .compose(server -> Database.open(vertx, server));
        }
        return address(vertx, configuration.database().get())
                .compose(address -> Database.open(vertx, address, () -> {}));
    }

    private static Future<DatabaseAddress> address(Vertx vertx, Configuration.Database wanted) {
        // The password of the database cannot lie in the database.
        Future<String> password = wanted.password()
                .map(secret -> Secrets.withoutStore(vertx, System.getenv()).value(secret, "database.password"))
                .orElseGet(() -> Future.succeededFuture(""));
        return password.map(wanted::address);
    }

    /** The data directory; made if it is missing, and written to once, because rights alone do not tell. Blocks. */
    static Path folder(Configuration configuration) {
        Path folder = configuration.dataDirectory();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "probe", ""));
            return folder;
        } catch (IOException e) {
            throw new StartException(
                    "The data directory " + folder + " cannot be used (" + reason(e)
                            + "). Name another one under dataDirectory, or let this user write there.",
                    e);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case FileAlreadyExistsException ignored -> "there is a file of this name";
            case AccessDeniedException ignored -> "access is denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
