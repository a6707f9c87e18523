package io.mlconnector.runtime.config.explain;

import io.mlconnector.runtime.config.explain.Origin.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Goes through a configuration that has no mistakes, and through the schema beside it, and says of each value why it holds. */
public final class Explanation {

    private final List<ExplainedValue> values = new ArrayList<>();

    private Explanation() {}

    /**
     * Every key that the file could have, in the order of the schema.
     *
     * @param root of the file
     */
    public static List<ExplainedValue> of(Node root) {
        Explanation explanation = new Explanation();
        explanation.mapping("", ConfigurationSchema.whole(), root);
        return List.copyOf(explanation.values);
    }

    private void mapping(String path, ConfigurationSchema schema, @Nullable Node node) {
        Map<String, Node> written = members(node);
        schema.keys().forEach((key, member) -> place(below(path, key), member, written.remove(key)));
        schema.chosenKeys()
                .ifPresent(chosen -> written.forEach((key, value) -> place(below(path, key), chosen, value)));
    }

    private void place(String path, ConfigurationSchema schema, @Nullable Node node) {
        boolean grouped = !schema.keys().isEmpty() || schema.chosenKeys().isPresent();
        if (schema.secret()) {
            add(path, schema, node, node == null ? "" : source(schema, node));
        } else if (schema.entries().isPresent() && node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                mapping(
                        path + "[" + i + "]",
                        schema.entries().get(),
                        list.getValue().get(i));
            }
        } else if (grouped && (node instanceof MappingNode || (node == null && schema.holdsWithout()))) {
            mapping(path, schema, node);
        } else {
            add(path, schema, node, node == null ? "" : text(node));
        }
    }

    private void add(String path, ConfigurationSchema schema, @Nullable Node node, String value) {
        Optional<String> otherwise = schema.otherwise();
        Origin origin = node != null
                ? new Line(lineOf(node))
                : otherwise.isPresent() ? new Origin.Default() : new Origin.NotSet();
        values.add(new ExplainedValue(
                path, node != null ? value : otherwise.orElse(""), schema.secret(), origin, schema.meaning()));
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    /** Keys without a value are as if they were not there. */
    private static Map<String, Node> members(@Nullable Node node) {
        Map<String, Node> members = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (!text(entry.getValueNode()).isEmpty()
                        && !text(entry.getValueNode()).equals("null")) {
                    members.put(text(entry.getKeyNode()), entry.getValueNode());
                }
            }
        }
        return members;
    }

    /** Where a secret comes from, never what it is. */
    private static String source(ConfigurationSchema schema, Node node) {
        if (!(node instanceof MappingNode)) {
            return schema.path() ? text(node) : "written in the configuration itself";
        }
        return members(node).entrySet().stream()
                .map(source -> switch (source.getKey()) {
                    case "secret" -> "credential " + text(source.getValue());
                    case "env" -> "environment variable " + text(source.getValue());
                    default -> "file " + text(source.getValue());
                })
                .collect(Collectors.joining(", "));
    }

    private static String text(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(Explanation::text).collect(Collectors.joining(", "));
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .map(entry -> text(entry.getKeyNode()) + ": " + text(entry.getValueNode()))
                    .collect(Collectors.joining(", "));
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
