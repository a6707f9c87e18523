package io.mlconnector.runtime.workplace;

import io.mlconnector.console.workplace.Settings.Setting;
import io.mlconnector.runtime.config.Secret;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration as lines of name and value. Every component of its records is visited, so that a new one cannot be forgotten; what
 * is of no type that is known to hold no secret is named and not shown.
 */
final class RecordLines {

    private static final int DEEPEST = 8;

    private final List<Setting> lines = new ArrayList<>();

    private RecordLines() {}

    /** The lines of a record, but for components with these names. */
    static List<Setting> of(Record settings, List<String> without) {
        RecordLines all = new RecordLines();
        all.components("", settings, without, 0);
        return List.copyOf(all.lines);
    }

    private void components(String prefix, Record settings, List<String> without, int depth) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        for (RecordComponent component : components) {
            if (!without.contains(component.getName())) {
                String name = components.length == 1 && !prefix.isEmpty()
                        ? prefix
                        : prefix.isEmpty() ? component.getName() : prefix + "." + component.getName();
                value(name, read(component, settings), depth);
            }
        }
        if (components.length == 0) {
            lines.add(new Setting(prefix, words(settings.getClass().getSimpleName()), false));
        }
    }

    private static @Nullable Object read(RecordComponent component, Record settings) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The component " + component + " cannot be read", e);
        }
    }

    private void value(String name, @Nullable Object value, int depth) {
        switch (value) {
            case Secret secret -> lines.add(new Setting(name, reference(secret), true));
            case Optional<?> optional when optional.isPresent() -> value(name, optional.get(), depth);
            case Optional<?> ignored -> lines.add(new Setting(name, "not set", false));
            case Record nested when depth < DEEPEST -> components(name, nested, List.of(), depth + 1);
            case Map<?, ?> map -> {
                several(name, map.isEmpty());
                map.forEach((key, one) ->
                        value(name + "[" + simple(key).orElse(String.valueOf(key)) + "]", one, depth + 1));
            }
            case Collection<?> all -> collection(name, all, depth);
            case null, default -> lines.add(new Setting(name, simple(value).orElse("set"), false));
        }
    }

    private void collection(String name, Collection<?> all, int depth) {
        several(name, all.isEmpty());
        List<Optional<String>> simple = all.stream().map(RecordLines::simple).toList();
        if (!simple.isEmpty() && simple.stream().allMatch(Optional::isPresent)) {
            lines.add(new Setting(
                    name, simple.stream().flatMap(Optional::stream).sorted().collect(Collectors.joining(", ")), false));
            return;
        }
        int at = 0;
        for (Object one : all) {
            value(name + "[" + at++ + "]", one, depth + 1);
        }
    }

    private void several(String name, boolean none) {
        if (none) {
            lines.add(new Setting(name, "none", false));
        }
    }

    /** The text of what holds no secret; empty for everything else. */
    private static Optional<String> simple(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.of("not set");
            case Duration duration ->
                Optional.of(duration.toString().replaceFirst("^PT", "").toLowerCase(Locale.ROOT));
            case URI uri -> Optional.of(withoutPassword(uri));
            case Enum<?> word -> Optional.of(words(word.name()));
            case String text -> Optional.of(text.isEmpty() ? "empty" : text);
            case Number number -> Optional.of(number.toString());
            case Boolean yes -> Optional.of(yes ? "yes" : "no");
            case Path path -> Optional.of(path.toString());
            case LocalDate day -> Optional.of(day.toString());
            case Record one
            when one.getClass().getRecordComponents().length == 1
                    && one.getClass().getRecordComponents()[0].getType().equals(String.class)
                    && !(one instanceof Secret) -> simple(read(one.getClass().getRecordComponents()[0], one));
            default -> Optional.empty();
        };
    }

    private static String withoutPassword(URI uri) {
        String user = uri.getRawUserInfo();
        return user == null || !user.contains(":")
                ? uri.toString()
                : uri.toString().replace(user + "@", user.substring(0, user.indexOf(':')) + "@");
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String reference(Secret secret) {
        return switch (secret) {
            case Secret.Stored(String name) -> "credential " + name + " of the encrypted store";
            case Secret.Environment(String variable) -> "environment variable " + variable;
            case Secret.File(Path path) -> "file " + path;
            case Secret.Plain ignored -> "written in the configuration itself";
        };
    }
}
