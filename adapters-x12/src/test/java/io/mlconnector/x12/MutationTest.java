package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dmutations=1000000 -Dtest.heap=64m} tries more in less memory. */
@DisplayName("Any bytes at all")
class MutationTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 20_000);
    private static final int LARGEST = 60_000;
    private static final Duration SLOWEST = Duration.ofSeconds(5);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {997, 4711})
    @DisplayName("made of a sample by damage yield documents and problems within the file, quickly, never an exception")
    void mutations(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<byte[]> samples = Samples.names().stream().map(Samples::file).toList();
        var damage = new Damage(random);
        long slowest = 0;
        int size = 0;
        for (int i = 0; i < MUTATIONS / 2; i++) {
            byte[] damaged = samples.get(random.nextInt(samples.size()));
            for (int damages = 1 + random.nextInt(8); damages > 0 && damaged.length < LARGEST; damages--) {
                damaged = damage.ofBytes(damaged, samples);
            }
            long begin = System.nanoTime();
            isSound(damaged, "seed " + seed + ", mutation " + i);
            long took = System.nanoTime() - begin;
            if (took > slowest) {
                slowest = took;
                size = damaged.length;
            }
        }
        System.out.printf(
                "%d mutated inputs, the slowest took %d ms (%d bytes), heap %d MB%n",
                MUTATIONS / 2, slowest / 1_000_000, size, Runtime.getRuntime().maxMemory() >> 20);
        assertThat(Duration.ofNanos(slowest)).isLessThan(SLOWEST);
    }

    @Test
    @Timeout(30)
    @DisplayName("generated at random yield no exception either")
    void noise() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(12);
        for (int i = 0; i < 3000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            isSound(noise, "noise " + i);
        }
    }

    private static void isSound(byte[] file, String which) {
        try {
            DecodedFile decoded = DecodedInvoices.file(file);
            assertThat(decoded.documents().isEmpty() && decoded.problems().isEmpty())
                    .as(which)
                    .isFalse();
            decoded.problems().forEach(problem -> isWithin(problem, file, which));
            for (DecodedDocument document : decoded.documents()) {
                assertThat(document.offset()).as(which).isBetween(0L, (long) file.length);
                assertThat(document.offset() + document.length()).as(which).isBetween(0L, (long) file.length);
                boolean understood =
                        List.of("810", "997").contains(document.reference().transactionSetId());
                if (understood && document.usable()) {
                    assertThat(document.content()).as(which).isNotEqualTo(new Content.Opaque());
                }
                document.problems().forEach(problem -> isWithin(problem, file, which));
            }
        } catch (RuntimeException e) {
            fail(which + " of " + file.length + " bytes", e);
        }
    }

    private static void isWithin(SyntaxProblem problem, byte[] file, String which) {
        assertThat(problem.offset()).as("%s: %s", which, problem).isBetween(0L, (long) file.length);
        assertThat(problem.text().length()).isLessThan(100);
        assertThat(problem.code()).matches("[a-z0-9-]+");
        assertThat(problem.message()).isNotBlank();
    }

    @Test
    @DisplayName("take time in proportion to their size, also where every byte seems to begin an interchange")
    void linear() {
        for (String nasty : List.of(
                "ISA*00*",
                "ISA*00* *00* *ZZ*A *ZZ*B *030910*1059*U*00401*000000001*0*T*>~GS*",
                "ST*810*1~",
                "*",
                "~",
                "N1*ST~")) {
            byte[] file = ("ISA*00*          *00*          *ZZ*VENDOR1        *ZZ*BUYERCO        *260322*1400*^*00501*"
                            + "000000001*0*T*>~" + nasty.repeat(600_000 / nasty.length()))
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            long begin = System.nanoTime();
            assertThat(DecodedInvoices.file(file).problems()).isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(nasty).isLessThan(Duration.ofSeconds(10));
        }
    }
}
