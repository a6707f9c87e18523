package io.mlconnector.runtime.config.section;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A YAML file that a configuration names. */
public final class YamlFile {

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param kind what it is, for messages, such as {@code guide}
     * @param parsing reads its text; adds its mistakes to the list
     * @param mistakes every mistake is added, with the file's name before its path
     * @return empty if the file cannot be read at all
     */
    public static <T> Optional<T> read(
            Path file, String kind, BiFunction<String, List<Mistake>, T> parsing, List<Mistake> mistakes) {
        List<Mistake> found = new ArrayList<>();
        Optional<T> value = Optional.empty();
        try {
            value = Optional.of(parsing.apply(Files.readString(file), found));
        } catch (NoSuchFileException e) {
            found.add(new Mistake(0, "", "there is no such file as " + file));
        } catch (IOException e) {
            found.add(new Mistake(0, "", "it cannot be read: " + e.getMessage()));
        }
        String name = kind + " " + file.getFileName();
        found.forEach(mistake -> mistakes.add(new Mistake(
                mistake.line(), mistake.path().isEmpty() ? name : name + ", " + mistake.path(), mistake.message())));
        return value;
    }

    /** The root of a text; empty if it holds nothing, or is not YAML, which is a mistake. */
    public static Optional<Section> root(String text, String name, List<Mistake> mistakes) {
        try {
            return new Compose(LoadSettings.builder().setLabel(name).build())
                    .composeString(text)
                    .map(node -> Section.of(node, "", mistakes));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            mistakes.add(new Mistake(line, "", "is not YAML: " + String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            mistakes.add(new Mistake(0, "", "is not YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }
}
