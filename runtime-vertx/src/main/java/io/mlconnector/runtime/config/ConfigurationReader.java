package io.mlconnector.runtime.config;

import io.mlconnector.runtime.config.Configuration.Database;
import io.mlconnector.runtime.config.Configuration.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the configuration file and finds all of its mistakes at once. */
public final class ConfigurationReader {

    private ConfigurationReader() {}

    /**
     * Reads a file. Relative paths within it start at its own folder.
     *
     * @throws ConfigurationException with every mistake
     */
    public static Configuration read(Path file) {
        try {
            return parse(Files.readString(file), file.toString(), folderOf(file));
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    file.toString(), List.of(new Mistake(0, "", "there is no such file; see docs/configuration.md")));
        } catch (IOException e) {
            throw new ConfigurationException(
                    file.toString(), List.of(new Mistake(0, "", "it cannot be read: " + e.getMessage())));
        }
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /**
     * Reads a text.
     *
     * @param name of the file, for messages
     * @param folder where relative paths start
     * @throws ConfigurationException with every mistake
     */
    public static Configuration parse(String text, String name, Path folder) {
        List<Mistake> mistakes = new ArrayList<>();
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(name).build()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new ConfigurationException(
                    name, List.of(new Mistake(line, "", "is not YAML: " + String.valueOf(e.getProblem()))));
        } catch (YamlEngineException e) {
            throw new ConfigurationException(name, List.of(new Mistake(0, "", "is not YAML: " + e.getMessage())));
        }
        if (root.isEmpty()) {
            throw new ConfigurationException(name, List.of(new Mistake(1, "", "is empty")));
        }
        Configuration configuration = read(Section.of(root.get(), "", mistakes), folder);
        if (!mistakes.isEmpty()) {
            mistakes.sort(Comparator.comparingInt(Mistake::line));
            throw new ConfigurationException(name, mistakes);
        }
        return configuration;
    }

    private static Configuration read(Section root, Path folder) {
        Path data = folder.resolve(root.text("dataDirectory").orElse("./data")).normalize();
        Optional<Database> database = root.has("database") ? database(root.section("database")) : Optional.empty();
        Section http = root.section("http");
        Http listening = new Http(
                http.text("host").orElse("127.0.0.1"),
                http.read("port", 8080, text -> Values.integer(text, 0, 65_535)));
        http.close();
        Section operators = root.section("operators");
        Optional<Secret> token = ConnectionReader.secret(operators, "token", URI.create("http://127.0.0.1"));
        operators.close();
        Section retention = root.section("retention");
        retention.read("payloads", Duration.ofDays(400), Values::duration);
        retention.close();
        List<ConnectionSettings> connections = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section section : root.sections("connections")) {
            ConnectionSettings connection = ConnectionReader.read(section, folder);
            if (!ids.add(connection.id())) {
                root.mistake("connections", "connection " + connection.id() + " is defined twice");
            }
            connections.add(connection);
        }
        if (connections.isEmpty()) {
            root.mistake("connections", "has no connection; see docs/configuration.md");
        }
        root.close();
        return new Configuration(data, database, listening, token, connections);
    }

    private static Optional<Database> database(Section section) {
        Optional<URI> url = section.read("url", Optional.empty(), text -> {
            URI uri = URI.create(text.strip());
            boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!postgres || uri.getHost() == null) {
                throw new IllegalArgumentException("must look like postgresql://user@host:5432/name");
            }
            if (String.valueOf(uri.getUserInfo()).contains(":")) {
                throw new IllegalArgumentException("must not hold the password; use database.password");
            }
            return Optional.of(uri);
        });
        if (!section.has("url")) {
            section.requiredText("url");
        }
        Optional<Secret> password =
                ConnectionReader.secret(section, "password", url.orElse(URI.create("http://127.0.0.1")));
        section.close();
        return url.map(there -> new Database(there, password));
    }
}
