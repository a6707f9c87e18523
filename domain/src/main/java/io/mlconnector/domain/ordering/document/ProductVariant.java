package io.mlconnector.domain.ordering.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which variant of an item: its five product dimensions (reference dynamics, sections 4.5 and 4.6). A dimension that the item does
 * not have is empty.
 *
 * @param configuration {@code ProductConfigurationId}
 * @param color {@code ProductColorId}
 * @param size {@code ProductSizeId}
 * @param style {@code ProductStyleId}
 * @param version {@code ProductVersionId}
 */
public record ProductVariant(String configuration, String color, String size, String style, String version) {

    /** An item without variants. */
    public static final ProductVariant NONE = new ProductVariant("", "", "", "", "");

    private static final List<String> NAMES = List.of("configuration", "colour", "size", "style", "version");

    public ProductVariant {
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(color, "color");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(version, "version");
    }

    private List<String> dimensions() {
        return List.of(configuration, color, size, style, version);
    }

    /** Whether no dimension says anything. */
    public boolean isNone() {
        return dimensions().stream().allMatch(String::isBlank);
    }

    /** Whether all five dimensions are the same; F&O regards neither case nor blanks at the end. */
    public boolean same(ProductVariant other) {
        List<String> theirs = other.dimensions();
        return IntStream.range(0, theirs.size())
                .allMatch(i -> dimensions()
                        .get(i)
                        .stripTrailing()
                        .equalsIgnoreCase(theirs.get(i).stripTrailing()));
    }

    /** For people, such as {@code colour Red, size L}. */
    @Override
    public String toString() {
        return isNone()
                ? "no variant"
                : IntStream.range(0, NAMES.size())
                        .filter(i -> !dimensions().get(i).isBlank())
                        .mapToObj(i -> NAMES.get(i) + " " + dimensions().get(i))
                        .collect(Collectors.joining(", "));
    }
}
