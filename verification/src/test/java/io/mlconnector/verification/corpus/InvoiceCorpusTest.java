package io.mlconnector.verification.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every file of the folder {@code invoices} through the whole program, with both ways to get a header reference. */
class InvoiceCorpusTest {

    @TestFactory
    Stream<DynamicTest> with_references_that_dynamics_assigns(@TempDir Path folder) {
        return played("corpus_assigned", folder, false);
    }

    @TestFactory
    Stream<DynamicTest> with_references_of_ours(@TempDir Path folder) {
        return played("corpus_ours", folder, true);
    }

    private static Stream<DynamicTest> played(String name, Path folder, boolean ours) {
        List<InvoiceCase> cases = InvoiceCase.all();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
        RecordedLog log = RecordedLog.begun();
        // Proves that something is recorded where nothing goes wrong.
        Logger.getLogger("io.mlconnector.corpus").info("The corpus is played");
        CorpusWorld world = new CorpusWorld(name, folder, ours);
        try {
            world.play(cases);
        } catch (RuntimeException | Error e) {
            world.close();
            throw e;
        } finally {
            log.close();
        }
        return Stream.concat(
                cases.stream()
                        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> judge(one, world.outcome(one)))),
                Stream.of(
                        DynamicTest.dynamicTest("no amount of an invoice is in the log", () -> silent(cases, log)),
                        DynamicTest.dynamicTest("everything is over", world::close)));
    }

    /** Reasons and histories are full of them. */
    private static void silent(List<InvoiceCase> cases, RecordedLog log) {
        List<String> amounts = cases.stream()
                .flatMap(one -> one.segments().stream())
                .map(segment -> segment.split("\\*"))
                .flatMap(InvoiceCorpusTest::amounts)
                .map(amount -> amount.stripTrailingZeros())
                .filter(amount -> amount.scale() > 0)
                .map(BigDecimal::toPlainString)
                .distinct()
                .toList();
        assertThat(amounts).hasSizeGreaterThan(10);
        assertThat(log.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.split("[^0-9.]+")).doesNotContainAnyElementsOf(amounts));
    }

    private static Stream<BigDecimal> amounts(String... segment) {
        return switch (segment[0]) {
            case "IT1" -> Stream.of(new BigDecimal(segment[4]));
            case "TDS" -> Stream.of(new BigDecimal(segment[1]).movePointLeft(2));
            case "TXI" -> Stream.of(new BigDecimal(segment[2]));
            default -> Stream.empty();
        };
    }

    private static void judge(InvoiceCase one, Map<String, Object> outcome) {
        Map<?, ?> expected = one.expected();
        String told = outcome.get("condition") + " " + outcome.get("message") + "\n" + outcome.get("history");
        if (expected.containsKey("posted")) {
            assertThat(outcome.get("condition")).as(told).isEqualTo("done");
            assertThat((List<?>) outcome.get("rows"))
                    .as(told)
                    .hasToString(expected.get("posted").toString());
        } else if (expected.containsKey("held")) {
            assertThat(outcome.get("condition")).as(told).isEqualTo("held");
            assertThat(outcome.get("reason")).as(told).isEqualTo(expected.get("held"));
            assertThat((List<?>) outcome.get("rows")).as(told).isEmpty();
        } else {
            String condition = expected.containsKey("failed") ? "failed" : "duplicate";
            assertThat(outcome.get("condition")).as(told).isEqualTo(condition);
            assertThat(outcome.get("reason")).as(told).isEqualTo(expected.get(condition));
            if (condition.equals("duplicate")) {
                assertThat((List<?>) outcome.get("rows")).as(told).isEmpty();
            }
        }
        if (expected.get("header") instanceof Map<?, ?> fields) {
            Map<?, ?> header = (Map<?, ?>) Objects.requireNonNull(outcome.get("header"));
            fields.forEach((field, value) -> assertThat(header.get(field))
                    .as(field + ", " + told)
                    .hasToString(value.toString().replace("{taken}", String.valueOf(outcome.get("taken")))));
        }
        Object says = expected.get("says");
        if (says instanceof List<?> fragments) {
            fragments.forEach(
                    fragment -> assertThat(told).contains(fragment.toString().replace("{A}", one.order("A"))));
        }
    }
}
