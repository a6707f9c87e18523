package io.mlconnector.domain.intake;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of files that are left alone, such as those under which files are still written (reference cleo, section 7.6).
 *
 * @param patterns {@code *} stands for any characters and {@code ?} for one; case does not matter
 */
public record IgnoredNames(List<String> patterns) {

    /** What programs that transfer files call a file that is not whole yet. */
    public static final IgnoredNames USUAL =
            new IgnoredNames(List.of("*.tmp", "*.part", "*.filepart", "*.crdownload", ".*", "~*"));

    public IgnoredNames {
        patterns = List.copyOf(patterns);
    }

    /** Whether a file of this name is left alone. */
    public boolean matches(String name) {
        return patterns.stream()
                .anyMatch(pattern -> regex(pattern).matcher(name).matches());
    }

    private static Pattern regex(String pattern) {
        String regex = pattern.codePoints()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
