package io.mlconnector.verification.corpus;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One invoice and what becomes of it, read from a file of the folder {@code invoices}.
 *
 * @param name of the file, without its ending
 * @param index where it stands among all cases, first = 1; its numbers are made of it
 * @param intent what it shows, a sentence
 * @param content the rest of the file
 */
record InvoiceCase(String name, int index, String intent, Map<String, Object> content) {

    private static final String FIRST = "-first";

    /** All cases, by name. */
    static List<InvoiceCase> all() {
        List<InvoiceCase> cases = new ArrayList<>();
        for (Path file : files()) {
            Map<String, Object> content = read(file);
            String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
            cases.add(new InvoiceCase(name, cases.size() + 1, text(content, "intent"), content));
        }
        return cases;
    }

    private static List<Path> files() {
        URL folder = Objects.requireNonNull(InvoiceCase.class.getResource("/invoices"), "the folder of the cases");
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // a mapping of texts by the form of the file
    private static Map<String, Object> read(Path file) {
        try {
            Object read = new Load(
                            LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
            return (Map<String, Object>) Objects.requireNonNull(read, file.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, Object> content, String key) {
        return Objects.requireNonNull(content.get(key), key).toString();
    }

    /** Who sends it. */
    String partner() {
        return content.getOrDefault("partner", "acme").toString();
    }

    /** The company that ordered. */
    String company() {
        return content.getOrDefault("company", "usmf").toString();
    }

    /** The vendor's number of the invoice. */
    String number() {
        return content.getOrDefault("number", "X" + (1000 + index) + "Q")
                .toString()
                .replace("{i}", String.valueOf(1000 + index));
    }

    /** The number of an order; the usual one is A. */
    String order(String letter) {
        return "C" + (1000 + index) + letter;
    }

    /** The orders, by letter. */
    Map<?, ?> orders() {
        return (Map<?, ?>) content.getOrDefault("orders", Map.of());
    }

    /** A list of the file; empty if there is none. */
    List<?> list(String key) {
        return (List<?>) content.getOrDefault(key, List.of());
    }

    /** What becomes of it. */
    Map<?, ?> expected() {
        return (Map<?, ?>) Objects.requireNonNull(content.get("expect"), "expect");
    }

    /** An invoice of the same partner that was posted before; empty if there is none. */
    Optional<InvoiceCase> first() {
        if (!content.containsKey("first")) {
            return Optional.empty();
        }
        Map<String, Object> its = new HashMap<>(content);
        its.put("invoice", text(content, "first"));
        its.put("number", "F{i}Z");
        its.remove("first");
        return Optional.of(new InvoiceCase(name + FIRST, index, intent, its));
    }

    /** Its interchange; none has the number of another. */
    int interchange() {
        return name.endsWith(FIRST) ? 500 + index : index;
    }

    /** The segments between ST and SE. */
    List<String> segments() {
        return text(content, "invoice")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(this::filled)
                .toList();
    }

    private String filled(String line) {
        String filled = line.replace("{number}", number());
        for (String letter : List.of("A", "B")) {
            filled = filled.replace("{" + letter + "}", order(letter));
        }
        return filled;
    }

    @Override
    public String toString() {
        return name + ": " + intent;
    }
}
