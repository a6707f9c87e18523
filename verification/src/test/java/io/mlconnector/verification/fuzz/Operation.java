package io.mlconnector.verification.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the description of the interface says it.
 *
 * @param method in upper case
 * @param path with its parameters in braces
 * @param parameters schema by name, those of the path and those of the query
 * @param inPath which of them stand in the path
 * @param members schema by name, of the body; {@code null} if there is none
 * @param answers media types by status; without any where an answer has no body
 */
record Operation(
        String method,
        String path,
        Map<String, Map<String, Object>> parameters,
        Set<String> inPath,
        @Nullable Map<String, Map<String, Object>> members,
        Map<Integer, Set<String>> answers) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    /** All of a description. */
    static List<Operation> all(Map<String, Object> description) {
        List<Operation> all = new ArrayList<>();
        object(description, "paths")
                .forEach((path, item) -> cast(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        all.add(read(description, path, method, cast(item), cast(operation)));
                    }
                }));
        return all;
    }

    private static Operation read(
            Map<String, Object> description,
            String path,
            String method,
            Map<String, Object> item,
            Map<String, Object> operation) {
        Map<String, Map<String, Object>> parameters = new LinkedHashMap<>();
        Set<String> inPath = new java.util.TreeSet<>();
        for (Map<String, Object> level : List.of(item, operation)) {
            for (Object given : (List<?>) level.getOrDefault("parameters", List.of())) {
                Map<String, Object> parameter = resolved(description, cast(given));
                String name = String.valueOf(parameter.get("name"));
                if ("header".equals(parameter.get("in"))) {
                    continue;
                }
                parameters.put(name, resolved(description, object(parameter, "schema")));
                if ("path".equals(parameter.get("in"))) {
                    inPath.add(name);
                }
            }
        }
        Map<Integer, Set<String>> answers = new LinkedHashMap<>();
        object(operation, "responses")
                .forEach((status, answer) -> answers.put(
                        Integer.parseInt(status),
                        object(resolved(description, cast(answer)), "content").keySet()));
        Map<String, Object> json = object(object(object(operation, "requestBody"), "content"), "application/json");
        Map<String, Map<String, Object>> members =
                operation.containsKey("requestBody") ? members(description, object(json, "schema")) : null;
        return new Operation(method.toUpperCase(java.util.Locale.ROOT), path, parameters, inPath, members, answers);
    }

    private static Map<String, Map<String, Object>> members(
            Map<String, Object> description, Map<String, Object> given) {
        Map<String, Object> schema = resolved(description, given);
        Map<String, Map<String, Object>> members = new LinkedHashMap<>();
        for (Object part : (List<?>) schema.getOrDefault("allOf", List.of())) {
            members.putAll(members(description, cast(part)));
        }
        object(schema, "properties")
                .forEach((name, property) -> members.put(name, resolved(description, cast(property))));
        return members;
    }

    /** A word of an enumeration, a number, a truth value or a text that the schema allows, as JSON. */
    static String allowed(Map<String, Object> schema, Nastiness chance) {
        if (schema.get("enum") instanceof List<?> words) {
            return "\"" + chance.pick(words) + "\"";
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "boolean" -> chance.chance(50) ? "true" : "false";
            case "integer" -> "7";
            case "object" -> "{\"type\": \"850\"}";
            // A day may be null, so its type is a list.
            default ->
                schema.get("examples") instanceof List<?> examples
                        ? "\"" + examples.getFirst() + "\""
                        : "date".equals(schema.get("format")) ? "\"2026-11-30\"" : "\"text\"";
        };
    }

    private static Map<String, Object> resolved(Map<String, Object> description, Map<String, Object> given) {
        if (!(given.get("$ref") instanceof String reference)) {
            return given;
        }
        Map<String, Object> at = description;
        for (String step : reference.substring(2).split("/")) {
            at = object(at, step);
        }
        return at;
    }

    private static Map<String, Object> object(Map<String, Object> of, String name) {
        return cast(of.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked") // a mapping of YAML has texts for keys here
    private static Map<String, Object> cast(Object given) {
        return (Map<String, Object>) Objects.requireNonNull(given);
    }
}
