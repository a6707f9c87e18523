package io.mlconnector.runtime.cli;

import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The encrypted credentials. Values come from standard input or a prompt, never from an argument. */
@Command(
        name = "credentials",
        description = "Keeps the secrets of both sides, encrypted in the database.",
        mixinStandardHelpOptions = true)
final class CredentialsCommand extends CommandGroup {

    private static final String PATH = "/api/v1/credentials";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    @Command(
            name = "set",
            description = "Stores a value, read from standard input or a prompt.",
            mixinStandardHelpOptions = true)
    int set(@Mixin ConfigOption config, @Parameters(paramLabel = "NAME") String name) throws IOException {
        String value = value(name);
        // Told before anything is asked, as the address of the name would be no good one.
        if (!Credentials.isName(name)) {
            throw new CommandFailure(ExitCode.WRONG, Credentials.NAMES);
        }
        if (value.isEmpty()) {
            throw new CommandFailure(ExitCode.WRONG, "The value of " + name + " is empty");
        }
        JsonObject body = new JsonObject().put("value", value);
        config.askingOfTheDatabase(body.toBuffer().length(), daemon -> good(daemon.send("PUT", path(name), body)));
        System.err.println("Stored " + name + ".");
        return 0;
    }

    @SuppressWarnings(
            "SystemConsoleNull") // the launcher chooses the console of java.base, which is null without a terminal
    private static String value(String name) throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("Value of %s (not shown): ", name);
            return typed == null ? "" : new String(typed);
        }
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }

    @Command(name = "list", description = "Lists the names.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ConfigOption config,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        List<JsonObject> all = config.askingOfTheDatabase(0, daemon -> Asked.all(daemon, PATH, Map.of()));
        if (json) {
            System.out.println(new JsonArray(all).encodePrettily());
        } else {
            all.forEach(one -> System.out.println(
                    one.getString("name") + "  changed " + Legible.time(one.getString("changedAt"))));
        }
        return 0;
    }

    @Command(
            name = "remove",
            description = "Removes a value; with --all every value, also without their master key.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "NAME", arity = "0..1") @Nullable String name,
            @Option(names = "--all", description = "Every value. The way out when the master key is lost.")
                    boolean all) {
        if (all == (name != null)) {
            throw new CommandFailure(ExitCode.WRONG, "Name one credential, or --all.");
        }
        if (name == null) {
            int count = config.withoutKey(database -> Blocking.await(Credentials.removeAll(database.pool())));
            System.err.println("Removed " + count + " credentials.");
            return 0;
        }
        return config.askingOfTheDatabase(0, daemon -> {
            Answer answer = daemon.send("DELETE", path(name), Map.of(), new byte[0]);
            boolean was = answer.status() != NOT_FOUND && good(answer).good();
            System.err.println(was ? "Removed " + name + "." : answer.why());
            return was ? 0 : ExitCode.FAILED;
        });
    }

    @Command(
            name = "rotate",
            description = "Makes a new master key and writes every value anew under it.",
            mixinStandardHelpOptions = true)
    int rotate(@Mixin ConfigOption config) {
        int count = config.askingOfTheDatabase(
                0,
                daemon -> good(daemon.send("POST", PATH + ":rotate", new JsonObject()))
                        .json()
                        .getInteger("count"));
        System.err.println("A new master key protects " + count + " credentials.");
        return 0;
    }

    private static String path(String name) {
        return PATH + "/" + DaemonClient.encoded(name);
    }

    /** What cannot be done with the key as it is is wrong with how the program was set up. */
    private static Answer good(Answer answer) {
        if (answer.status() == CONFLICT) {
            throw new CommandFailure(ExitCode.WRONG, answer.why());
        }
        return Asked.good(answer);
    }
}
