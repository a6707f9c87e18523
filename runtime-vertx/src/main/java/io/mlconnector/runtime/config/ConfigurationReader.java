package io.mlconnector.runtime.config;

import io.mlconnector.postgres.address.Transport;
import io.mlconnector.postgres.address.Transport.Encryption;
import io.mlconnector.runtime.config.Configuration.Database;
import io.mlconnector.runtime.config.Configuration.Http;
import io.mlconnector.runtime.config.Configuration.Tls;
import io.mlconnector.runtime.config.explain.Explanation;
import io.mlconnector.runtime.config.section.Mistake;
import io.mlconnector.runtime.config.section.Section;
import io.mlconnector.runtime.config.section.Values;
import io.mlconnector.runtime.http.entrance.HttpLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.snakeyaml.engine.v2.nodes.ScalarNode;

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
        Configuration configuration = read(root.get(), mistakes, folder);
        if (!mistakes.isEmpty()) {
            mistakes.sort(Comparator.comparingInt(Mistake::line));
            throw new ConfigurationException(name, mistakes);
        }
        return configuration;
    }

    private static Configuration read(Node file, List<Mistake> mistakes, Path folder) {
        Section root = Section.of(file, "", mistakes);
        Path data = folder.resolve(root.text("dataDirectory").orElse("./data")).normalize();
        Optional<Database> database =
                root.has("database") ? database(root.section("database"), folder) : Optional.empty();
        Http listening = http(root.section("http"), folder);
        Section operators = root.section("operators");
        Optional<Secret> token = ConnectionReader.secret(operators, "token", URI.create("http://127.0.0.1"));
        if ((listening.behindProxy() || !listening.onThisMachine())
                && token.filter(secret -> secret instanceof Secret.Plain plain
                                && plain.value().length() < Configuration.SHORTEST_TOKEN)
                        .isPresent()) {
            operators.mistake("token", Configuration.TOKEN_TOO_SHORT);
        }
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
        return new Configuration(data, database, listening, token, connections, Explanation.of(file));
    }

    private static Http http(Section http, Path folder) {
        String host = http.text("host").orElse("127.0.0.1");
        int port = http.read("port", 8080, text -> Values.integer(text, 0, 65_535));
        Section section = http.section("tls");
        Optional<Tls> tls = Optional.empty();
        if (http.has("tls")) {
            String certificate = section.requiredText("certificate");
            Optional<Secret> key = section.node("key").isPresent()
                    ? key(section, folder)
                    : Optional.of(new Secret.File(folder.resolve(section.requiredText("key"))));
            tls = key.map(found -> new Tls(folder.resolve(certificate), found));
        }
        section.close();
        boolean behindProxy = http.read("behindProxy", false, Values::truth);
        if (!Values.loopback(host) && !http.has("tls") && !behindProxy) {
            http.mistake(
                    "host",
                    host
                            + " can be reached from other machines, and tokens would travel in plain text: configure http.tls"
                            + " (certificate and key), or say http.behindProxy: true where a proxy with TLS stands before"
                            + " it, or listen on 127.0.0.1");
        }
        HttpLimits limits = limits(http.section("limits"));
        http.close();
        return new Http(host, port, tls, behindProxy, limits);
    }

    /** A path, as for the certificate, or a secret. */
    private static Optional<Secret> key(Section tls, Path folder) {
        return tls.node("key").filter(ScalarNode.class::isInstance).isPresent()
                ? tls.text("key").map(path -> new Secret.File(folder.resolve(path)))
                : ConnectionReader.secret(tls, "key", URI.create("http://127.0.0.1"));
    }

    private static HttpLimits limits(Section section) {
        HttpLimits usual = HttpLimits.USUAL;
        HttpLimits limits = new HttpLimits(
                section.read("body", usual.body(), text -> Values.bytes(text, 64 << 20)),
                section.read("hookBody", usual.hookBody(), text -> Values.bytes(text, 64 << 20)),
                section.read("bodiesInFlight", usual.bodiesInFlight(), text -> Values.bytes(text, 1 << 30)),
                section.read("connections", usual.connections(), text -> Values.integer(text, 1, 10_000)),
                section.read("requests", usual.requests(), text -> Values.integer(text, 1, 10_000)),
                section.read("receive", usual.receive(), Values::positiveDuration),
                section.read("failedSignIns", usual.failedSignIns(), text -> Values.integer(text, 1, 1_000)));
        section.close();
        return limits;
    }

    private static Optional<Database> database(Section section, Path folder) {
        Optional<URI> url = section.read("url", Optional.empty(), text -> {
            URI uri = URI.create(text.strip());
            boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!postgres || uri.getHost() == null) {
                throw new IllegalArgumentException("must look like postgresql://user@host:5432/name");
            }
            if (String.valueOf(uri.getUserInfo()).contains(":")) {
                throw new IllegalArgumentException("must not hold the password; use database.password");
            }
            transport(uri, folder);
            return Optional.of(uri);
        });
        if (!section.has("url")) {
            section.requiredText("url");
        }
        Optional<Secret> password =
                ConnectionReader.secret(section, "password", url.orElse(URI.create("http://127.0.0.1")));
        section.close();
        return url.map(there -> new Database(there, transport(there, folder), password));
    }

    /** What the query of the address says; an option that is not understood is refused, not forgotten. */
    private static Transport transport(URI url, Path folder) {
        boolean pooled = false;
        Encryption encryption = Encryption.DISABLE;
        Optional<String> named = Optional.empty();
        String query = url.getQuery() == null ? "" : url.getQuery();
        for (String option : query.split("&")) {
            String[] pair = option.split("=", 2);
            String value = pair.length < 2 ? "" : pair[1];
            switch (pair[0]) {
                case "" -> {}
                case "sslmode" -> encryption = encryption(value);
                case "sslrootcert" -> named = Optional.of(value);
                case "pgbouncer" -> pooled = pooled(value);
                default ->
                    throw new IllegalArgumentException("has the option " + pair[0]
                            + ", which is not understood; known are sslmode, sslrootcert and pgbouncer");
            }
        }
        if (named.isPresent() && encryption == Encryption.DISABLE) {
            throw new IllegalArgumentException(
                    "has sslrootcert, but does not encrypt; add sslmode=verify-full, or leave sslrootcert out");
        }
        Optional<Path> root = named.map(file -> certificate(folder, file));
        // As libpq does: an authority is named in order to be asked.
        boolean asked = root.isPresent() && encryption == Encryption.REQUIRE;
        return new Transport(asked ? Encryption.VERIFY_CA : encryption, root, pooled);
    }

    private static Encryption encryption(String mode) {
        return Arrays.stream(Encryption.values())
                .filter(known -> known.word().equals(mode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("has sslmode=" + mode
                        + "; known are disable, require, verify-ca and verify-full (allow and prefer fall back to plain"
                        + " text by themselves)"));
    }

    private static Path certificate(Path folder, String value) {
        Path file = folder.resolve(value);
        if (value.isEmpty() || !Files.isReadable(file)) {
            throw new IllegalArgumentException("has sslrootcert=" + value + ", but " + file
                    + " cannot be read; name the PEM file with the certificate of the authority");
        }
        return file;
    }

    private static boolean pooled(String mode) {
        return switch (mode) {
            case "session" -> false;
            case "transaction" -> true;
            default ->
                throw new IllegalArgumentException("has pgbouncer=" + mode
                        + "; known are session and transaction (with statement pooling there are no transactions)");
        };
    }
}
