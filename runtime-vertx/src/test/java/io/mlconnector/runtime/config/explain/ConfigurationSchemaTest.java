package io.mlconnector.runtime.config.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConfigurationException;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.config.section.Mistake;
import io.vertx.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema and the reader of configurations say the same. */
class ConfigurationSchemaTest {

    private static final String STRANGER = "zzz";
    private static final Pattern KNOWN = Pattern.compile("is not known here; known are \\[(.*)]");
    private static final Path HERE = Path.of(".");

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(ConfigurationSchemaTest.class.getResourceAsStream("/config/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object loaded(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    @SuppressWarnings("unchecked") // YAML mappings have text keys here
    private static Map<String, Object> mapping(Object value) {
        return (Map<String, Object>) value;
    }

    /** A copy in which every mapping whose keys the schema names has one more. */
    private static Object withStrangers(ConfigurationSchema schema, Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(entry -> schema.entries()
                            .map(entries -> withStrangers(entries, entry))
                            .orElse(entry))
                    .toList();
        }
        if (!(value instanceof Map<?, ?>) || schema.secret()) {
            return value;
        }
        Map<String, ConfigurationSchema> keys = schema.keys();
        Map<String, Object> copy = new LinkedHashMap<>();
        mapping(value).forEach((key, member) -> {
            ConfigurationSchema below =
                    keys.getOrDefault(key, schema.chosenKeys().orElse(null));
            copy.put(key, below == null ? member : withStrangers(below, member));
        });
        if (!keys.isEmpty() && schema.chosenKeys().isEmpty()) {
            copy.put(STRANGER, 1);
        }
        return copy;
    }

    /** Of each place, the keys that the schema has. */
    private static void keysOf(ConfigurationSchema schema, String path, Map<String, Set<String>> found) {
        Map<String, ConfigurationSchema> keys = schema.keys();
        if (!keys.isEmpty() && schema.chosenKeys().isEmpty()) {
            found.put(path, new TreeSet<>(keys.keySet()));
        }
        keys.forEach((key, member) -> keysOf(member, path + "." + key, found));
        schema.chosenKeys().ifPresent(chosen -> keysOf(chosen, path + ".*", found));
        schema.entries().ifPresent(entries -> keysOf(entries, path + "[]", found));
    }

    /** Of each place, the keys that the reader says it knows. */
    private static Map<String, Set<String>> keysOfTheReader(String yaml) {
        String json = Json.encode(withStrangers(ConfigurationSchema.whole(), loaded(yaml)));
        List<Mistake> mistakes = Objects.requireNonNull(catchThrowableOfType(
                        ConfigurationException.class, () -> ConfigurationReader.parse(json, "mlc.yaml", HERE)))
                .mistakes();
        Map<String, Set<String>> known = new TreeMap<>();
        for (Mistake mistake : mistakes) {
            Matcher keys = KNOWN.matcher(mistake.message());
            if (mistake.path().endsWith(STRANGER) && keys.matches()) {
                String place = ("." + mistake.path())
                        .replaceFirst("\\." + STRANGER + "$", "")
                        .replaceAll("\\[\\d+]", "[]")
                        .replaceFirst("\\.legalEntities\\.gbsi", ".legalEntities.*");
                known.computeIfAbsent(place, ignored -> new TreeSet<>())
                        .addAll(Arrays.asList(keys.group(1).split(", ")));
            }
        }
        return known;
    }

    @Test
    void every_key_that_the_reader_knows_is_in_the_schema_and_the_other_way_round() {
        Map<String, Set<String>> published = new TreeMap<>();
        keysOf(ConfigurationSchema.whole(), "", published);

        Map<String, Set<String>> read = keysOfTheReader(resource("everything.yaml"));

        assertThat(read.keySet()).isEqualTo(published.keySet());
        read.forEach((place, keys) -> assertThat(keys).as(place).isEqualTo(published.get(place)));
    }

    private static Object parts(Configuration configuration) {
        return List.of(
                configuration.dataDirectory(),
                configuration.database(),
                configuration.http(),
                configuration.operatorToken(),
                configuration.connections());
    }

    private static String usual() {
        return resource("minimal.yaml") + "        invoices: {folder: /download/acme}\n";
    }

    /** The usual file with one more value. */
    private static String with(String path, Object value) {
        Map<String, Object> root = mapping(loaded(usual()));
        Object place = root;
        List<String> steps = List.of(path.split("\\.(?![^\\[]*])"));
        for (String step : steps.subList(0, steps.size() - 1)) {
            String key = step.replace("[0]", "");
            Object next = mapping(place).computeIfAbsent(key, ignored -> new LinkedHashMap<String, Object>());
            place = next instanceof List<?> list ? list.getFirst() : next;
        }
        mapping(place).put(steps.getLast(), value);
        return Json.encode(root);
    }

    @Test
    void a_default_that_is_written_down_changes_nothing() {
        Configuration configuration = ConfigurationReader.parse(usual(), "mlc.yaml", HERE);
        List<String> tried = new ArrayList<>();
        for (ExplainedValue value : configuration.values()) {
            if (value.origin() instanceof Origin.Default && constant(value)) {
                Object written = value.meaning().contains("Kinds of orders")
                                || value.path().endsWith(".ignore")
                        ? List.of(value.value().split(", "))
                        : value.value();
                if (value.path().endsWith(".forgive") || value.path().endsWith(".keep")) {
                    written = List.of();
                }
                Configuration same = ConfigurationReader.parse(with(value.path(), written), "mlc.yaml", HERE);
                assertThat(parts(same)).as(value.path() + ": " + value.value()).isEqualTo(parts(configuration));
                tried.add(value.path());
            }
        }
        assertThat(tried).hasSizeGreaterThan(70);
    }

    @Test
    void what_single_checks_do_without_a_word_is_what_the_schema_says() {
        Map<String, String> published = ConfigurationReader.parse(usual(), "mlc.yaml", HERE).values().stream()
                .filter(value -> value.path().contains(".checks.levels."))
                .collect(Collectors.toMap(value -> value.path().replaceFirst(".*\\.", ""), ExplainedValue::value));

        assertThat(published).hasSameSizeAs(Check.values());
        for (Check check : Check.values()) {
            String level = Checks.USUAL.level(check).name().toLowerCase(Locale.ROOT);
            String warned = new Checks(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, OnMismatch.WARN)
                    .level(check)
                    .name()
                    .toLowerCase(Locale.ROOT);
            assertThat(published.get(check.word()))
                    .as(check.word())
                    .isEqualTo(level.equals(warned) ? level : "as onMismatch");
        }
    }

    /**
     * Whether the default is a value, and no words about other keys. Taxes and levels that are not spoken of are told from those that
     * are.
     */
    private static boolean constant(ExplainedValue value) {
        return !value.path().endsWith(".charges.taxes")
                && !value.path().contains(".checks.levels.")
                && !value.value().startsWith("as ")
                && !value.value().startsWith("the ")
                && !value.value().startsWith("one is ");
    }

    private static Set<ValidationMessage> judged(String yaml) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(ConfigurationSchema.text())
                .validate(new ObjectMapper().valueToTree(loaded(yaml)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal.yaml", "contract.yaml", "everything.yaml"})
    void what_the_reader_takes_the_schema_takes(String name) {
        assertThat(judged(resource(name))).isEmpty();
    }

    @Test
    void the_example_of_the_documentation_is_right() throws IOException {
        String document = Files.readString(Path.of("../docs/configuration.md"));
        String example = document.split("```yaml\n", 2)[1].split("```", 2)[0];

        assertThat(judged(example)).isEmpty();
        assertThat(ConfigurationReader.parse(example, "example", HERE).connections())
                .hasSize(1);
    }

    @Test
    void the_documentation_has_every_key() throws IOException {
        String document =
                Files.readString(Path.of("../docs/configuration.md")) + Files.readString(Path.of("../docs/limits.md"));
        Map<String, Set<String>> published = new TreeMap<>();
        keysOf(ConfigurationSchema.whole(), "", published);

        Set<String> missing = published.values().stream()
                .flatMap(Set::stream)
                .filter(key ->
                        !Pattern.compile("\\b" + key + "\\b").matcher(document).find())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    @Test
    void a_misspelt_key_and_a_wrong_word_are_mistakes_for_the_schema_too() {
        assertThat(judged(usual().replace("username", "userName"))).isNotEmpty();
        assertThat(judged(with("connections[0].partners[0].orders.changes", "870")))
                .isNotEmpty();
        assertThat(judged(with("connections[0].cleo.poll", "often"))).isNotEmpty();
    }

    @Test
    void every_key_has_a_meaning() {
        assertThat(ConfigurationReader.parse(usual(), "mlc.yaml", HERE).values())
                .allSatisfy(
                        value -> assertThat(value.meaning()).as(value.path()).endsWith("."));
    }
}
