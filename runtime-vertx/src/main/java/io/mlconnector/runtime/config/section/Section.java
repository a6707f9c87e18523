package io.mlconnector.runtime.config.section;

import io.mlconnector.engine.view.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of the file that is being read. Every question for a key counts the key as known; what was never asked for
 * is reported by {@link #close()}. Mistakes are collected, never thrown.
 */
public final class Section {

    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Mistake> mistakes;

    private Section(String path, int line, List<Mistake> mistakes) {
        this.path = path;
        this.line = line;
        this.mistakes = mistakes;
    }

    /**
     * A mapping; anything else is a mistake, and a mapping without keys.
     *
     * @param path of the node in its file; empty for the root
     * @param mistakes every mistake is added
     */
    public static Section of(Node node, String path, List<Mistake> mistakes) {
        Section section = new Section(path, lineOf(node), mistakes);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                section.lines.put(key, lineOf(entry.getKeyNode()));
                if (section.values.put(key, entry.getValueNode()) != null) {
                    section.mistake(key, "is defined twice");
                }
            }
        } else if (!(node instanceof ScalarNode scalar && scalar.getValue().isEmpty())) {
            mistakes.add(new Mistake(lineOf(node), path, "must be a mapping of keys and values"));
        }
        return section;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    /** The line of a key, or of this mapping if it does not have the key; counted from 1. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** The path of a key in its file, such as {@code connections[0].id}. */
    public String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Adds a mistake at a key. */
    public void mistake(String key, String message) {
        mistakes.add(new Mistake(line(key), path(key), message));
    }

    /** Takes over mistakes of another file. */
    public void mistakes(List<Mistake> others) {
        mistakes.addAll(others);
    }

    /** Whether a key has a value. */
    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** The value of a key as it was written; empty if it has none. */
    public Optional<Node> node(String key) {
        asked.add(key);
        Node node = values.get(key);
        boolean empty = node instanceof ScalarNode scalar
                && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
        return node == null || empty ? Optional.empty() : Optional.of(node);
    }

    /** All keys, none of which is unknown from then on. */
    public Set<String> keys() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    /** A single value; anything else is a mistake. */
    public Optional<String> text(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof ScalarNode scalar) {
                return Optional.of(scalar.getValue());
            }
            mistake(key, "must be a single value");
            return Optional.empty();
        });
    }

    /** A single value that must be there; empty after a mistake. */
    public String requiredText(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && !has(key)) {
            mistakes.add(new Mistake(line, path(key), "is missing"));
        }
        return text.orElse("");
    }

    /** A value that is read by a function; what it throws becomes a mistake. */
    public <T> T read(String key, T otherwise, Function<String, T> reading) {
        return text(key)
                .map(text -> {
                    try {
                        return reading.apply(text);
                    } catch (RuntimeException e) {
                        mistake(key, String.valueOf(e.getMessage()));
                        return otherwise;
                    }
                })
                .orElse(otherwise);
    }

    /** One of some words. */
    public <T> T choice(String key, T otherwise, Map<String, T> words) {
        return text(key)
                .map(text -> {
                    T value = words.get(text);
                    if (value == null) {
                        mistake(
                                key,
                                "must be one of " + words.keySet() + ", not " + text + meant(text, words.keySet()));
                        return otherwise;
                    }
                    return value;
                })
                .orElse(otherwise);
    }

    private static String meant(String text, Set<String> words) {
        return NearestWord.of(text, words)
                .map(word -> " (did you mean " + word + "?)")
                .orElse("");
    }

    /** A mapping behind a key; without keys if there is none. */
    public Section section(String key) {
        return node(key)
                .map(node -> of(node, path(key), mistakes))
                .orElseGet(() -> new Section(path(key), line(key), mistakes));
    }

    /** A mapping that must be there. */
    public Section requiredSection(String key) {
        if (!has(key)) {
            mistakes.add(new Mistake(line, path(key), "is missing"));
        }
        return section(key);
    }

    /** A list of single values; empty if there is none. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        node(key).ifPresent(node -> {
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(item -> {
                    if (item instanceof ScalarNode scalar) {
                        texts.add(scalar.getValue());
                    } else {
                        mistake(key, "must be a list of single values");
                    }
                });
            } else {
                mistake(key, "must be a list, such as [a, b]");
            }
        });
        return texts;
    }

    /** A list of mappings; empty if there is none. */
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        node(key).ifPresent(node -> {
            if (node instanceof SequenceNode sequence) {
                for (int i = 0; i < sequence.getValue().size(); i++) {
                    sections.add(of(sequence.getValue().get(i), path(key) + "[" + i + "]", mistakes));
                }
            } else {
                mistake(key, "must be a list; begin each entry with a dash");
            }
        });
        return sections;
    }

    /** Reports every key that nobody asked for. */
    public void close() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                mistake(
                        key,
                        "is not known here"
                                + NearestWord.of(key, asked)
                                        .map(word -> " (did you mean " + word + "?)")
                                        .orElse("; known are " + asked));
            }
        }
    }
}
