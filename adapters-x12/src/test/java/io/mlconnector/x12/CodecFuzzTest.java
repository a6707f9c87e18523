package io.mlconnector.x12;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what the coverage-guided run starts from and what it has found (decision 13). */
@DisplayName("The target of the coverage-guided run holds")
class CodecFuzzTest {
    static List<String> samples() {
        return Samples.names();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    @DisplayName("for each sample")
    void sample(String name) {
        CodecFuzz.fuzzerTestOneInput(Samples.file(name));
    }

    static List<Path> found() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(CodecFuzzTest.class.getResource("/fuzz")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("found")
    @DisplayName("for what was found before")
    void regression(Path file) throws IOException {
        CodecFuzz.fuzzerTestOneInput(Files.readAllBytes(file));
    }

    @Test
    @DisplayName("for damaged files")
    void damaged() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(99);
        var files = new SmallFiles(random);
        for (int i = 0; i < 2000; i++) {
            CodecFuzz.fuzzerTestOneInput(files.next());
        }
    }
}
