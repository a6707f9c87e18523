package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.x12.Differences.Difference;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Compares our reader with StAEDI, a tolerant splitter in front of it: the same sets, segments and values, and the same
 * problems with the same codes at the same positions. Every difference is explained by a rule in a file, with its
 * reason; one that is not fails the test, with the smallest input that shows it. {@code -Ddifferences=100000} compares
 * more.
 */
@DisplayName("Our reader and StAEDI")
class StaediDifferenceTest {
    private static final int FILES = Integer.getInteger("differences", 2000);

    private final Differences differences = new Differences();
    private final Map<Integer, Integer> used = new TreeMap<>();
    private final Map<String, byte[]> unexplained = new TreeMap<>();
    private int same;
    private int sets;

    @Test
    @DisplayName("agree on every sample, except where a reason is given")
    void samples() {
        Samples.names().forEach(name -> compare(Samples.file(name)));
        assertThat(shown()).isEmpty();
        assertThat(sets).isGreaterThan(40);
    }

    @Test
    @DisplayName("agree on generated and damaged files, except where a reason is given")
    void generated() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
        var files = new SmallFiles(random);
        for (int i = 0; i < FILES; i++) {
            compare(files.next());
        }
        System.out.printf(
                "Compared %d files with %d sets: %d files without any difference, the others explained by %d of %d rules %s%n",
                FILES, sets, same, used.size(), differences.size(), used);
        assertThat(shown()).isEmpty();
        assertThat(same).isGreaterThan(FILES / 4);
        assertThat(sets).isGreaterThan(FILES);
    }

    private void compare(byte[] file) {
        Reading theirs = StaediReading.of(file);
        List<Difference> found = Differences.between(OurReading.of(file), theirs);
        sets += theirs.sets().size();
        same += found.isEmpty() ? 1 : 0;
        for (Difference difference : new HashSet<>(found)) {
            int rule = differences.rule(difference);
            if (rule >= 0) {
                used.merge(rule + 1, 1, Integer::sum);
            } else if (unexplained.size() < 20) {
                unexplained.putIfAbsent(difference.toString(), file);
            }
        }
    }

    /** The differences without a reason, each with the smallest file that shows it. */
    private List<String> shown() {
        return unexplained.entrySet().stream()
                .limit(5)
                .map(entry -> entry.getKey() + "\n"
                        + new String(shrunk(entry.getKey(), entry.getValue()), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static byte[] shrunk(String difference, byte[] file) {
        return Shrinker.smallest(file, candidate -> shows(difference, candidate));
    }

    private static boolean shows(String difference, byte[] file) {
        return Differences.between(OurReading.of(file), StaediReading.of(file)).stream()
                .anyMatch(found -> found.toString().equals(difference));
    }
}
