package io.mlconnector.runtime.cli.config;

import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.config.explain.ConfigurationSchema;
import io.mlconnector.runtime.config.explain.ExplainedValue;
import io.mlconnector.runtime.config.explain.Origin;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The configuration file: what it may say, what it says, and a first one. Needs neither database nor network. */
@Command(
        name = "config",
        description = "Explains the configuration file, and makes a first one.",
        subcommands = InitCommand.class,
        mixinStandardHelpOptions = true)
public final class ConfigCommand extends CommandGroup {

    @Command(
            name = "schema",
            description = "Prints the JSON Schema of the configuration file, for editors and programs.",
            mixinStandardHelpOptions = true)
    int schema() {
        System.out.print(ConfigurationSchema.text());
        return 0;
    }

    @Command(
            name = "explain",
            description = "Prints each value in force with its origin (a line of the file, or the default) and its"
                    + " meaning. Never shows a secret, only where it comes from.",
            mixinStandardHelpOptions = true)
    int explain(
            @Mixin ConfigOption config,
            @Parameters(
                            paramLabel = "KEY",
                            arity = "0..1",
                            description = "This key and what is below it alone, such as cleo.poll or partners.")
                    @Nullable String key,
            @Option(names = "--all", description = "Also keys that are not set and have no default.") boolean all,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        List<ExplainedValue> known = config.read().values();
        List<ExplainedValue> wanted = known.stream()
                .filter(value -> all || !(value.origin() instanceof Origin.NotSet))
                .filter(value -> key == null || names(key, value.path()))
                .toList();
        if (key != null && known.stream().noneMatch(value -> names(key, value.path()))) {
            throw new CommandFailure(ExitCode.WRONG, unknown(key, known));
        }
        if (json) {
            System.out.println(
                    new JsonArray(wanted.stream().map(ConfigCommand::json).toList()).encodePrettily());
        } else {
            wanted.forEach(value -> System.out.println(value.path()
                    + (value.origin() instanceof Origin.NotSet ? "" : ": " + value.value()) + "  (" + value.origin()
                    + ")\n    " + value.meaning()));
            if (key != null && wanted.isEmpty()) {
                System.err.println("Nothing is set there; --all shows what could be.");
            }
        }
        return 0;
    }

    /** Whether a key is part of a path, whole words only; entries of lists may be numbered or not. */
    static boolean names(String key, String path) {
        String whole = "." + key + ".";
        return ("." + path + ".").contains(whole) || ("." + unnumbered(path) + ".").contains(whole);
    }

    private static String unnumbered(String path) {
        return path.replaceAll("\\[\\d+]", "");
    }

    private static String unknown(String key, List<ExplainedValue> known) {
        Set<String> words = known.stream()
                .flatMap(value -> Arrays.stream(unnumbered(value.path()).split("\\.")))
                .collect(Collectors.toSet());
        String meant = Arrays.stream(unnumbered(key).split("\\."))
                .map(word -> words.contains(word)
                        ? word
                        : NearestWord.of(word, words).orElse(word))
                .collect(Collectors.joining("."));
        return "No key of the configuration is called " + key
                + (meant.equals(key) ? "" : " (did you mean " + meant + "?)") + ". docs/configuration.md lists them.";
    }

    private static JsonObject json(ExplainedValue value) {
        return new JsonObject()
                .put("path", value.path())
                .put("value", value.origin() instanceof Origin.NotSet ? null : value.value())
                .put("secret", value.secret())
                .put("origin", value.origin().toString())
                .put(
                        "line",
                        Optional.of(value.origin())
                                .filter(Origin.Line.class::isInstance)
                                .map(line -> ((Origin.Line) line).number())
                                .orElse(null))
                .put("meaning", value.meaning());
    }
}
