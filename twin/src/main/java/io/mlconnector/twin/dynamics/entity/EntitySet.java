package io.mlconnector.twin.dynamics.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity set: names, key, and properties in the order in which they are shown.
 *
 * @param name the set's name, plural
 * @param typeName the entity type's name, singular
 * @param aotName the name used in error texts
 * @param tableLabel the table's label and name used in error texts
 * @param key names of the key properties
 * @param readOnly whether rows cannot be written from outside
 * @param expansions navigation properties by name
 * @param properties properties by name
 */
public record EntitySet(
        String name,
        String typeName,
        String aotName,
        String tableLabel,
        List<String> key,
        boolean readOnly,
        Map<String, Expansion> expansions,
        Map<String, Property> properties) {

    /**
     * A navigation property.
     *
     * @param name its name
     * @param target the set it leads to
     * @param on the properties that both rows share
     */
    public record Expansion(String name, String target, List<String> on) {}

    static EntitySet load(String name) {
        String text = resource("/io/mlconnector/twin/dynamics/" + name + ".txt");
        int at = text.indexOf("properties\n");
        Map<String, String> head = new LinkedHashMap<>();
        for (String line : text.substring(0, at).split("\n")) {
            int blank = line.indexOf(' ');
            head.put(line.substring(0, blank), line.substring(blank + 1));
        }
        Map<String, Property> properties = new LinkedHashMap<>();
        for (String line : text.substring(at + "properties\n".length()).split("\n")) {
            Property property = Property.parse(line);
            properties.put(property.name(), property);
        }
        Map<String, Expansion> expansions = new LinkedHashMap<>();
        if (head.containsKey("expands")) {
            List<String> words = words(head, "expands");
            Expansion expansion = new Expansion(words.get(0), words.get(1), words.subList(2, words.size()));
            expansions.put(expansion.name(), expansion);
        }
        return new EntitySet(
                name,
                head.getOrDefault("type", name),
                head.getOrDefault("aot", name),
                head.getOrDefault("table", name),
                words(head, "key"),
                head.containsKey("readonly"),
                Collections.unmodifiableMap(expansions),
                Collections.unmodifiableMap(properties));
    }

    public @Nullable Property property(String propertyName) {
        return properties.get(propertyName);
    }

    public boolean perCompany() {
        return properties.containsKey("dataAreaId");
    }

    private static List<String> words(Map<String, String> head, String what) {
        String value = head.getOrDefault(what, "");
        return value.isEmpty() ? List.of() : List.of(value.split(" "));
    }

    private static String resource(String path) {
        try (InputStream in = EntitySet.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
