package io.mlconnector.verification.demo;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is held, in money, and why. */
final class DemoMoney {

    private DemoMoney() {}

    /** A line for all that is held, and one for each kind of reason; none if nothing is. */
    static List<String> lines(List<DocumentRecord> documents) {
        Map<String, Map<String, BigDecimal>> byReason = new TreeMap<>();
        Map<String, BigDecimal> all = new TreeMap<>();
        for (DocumentRecord document : documents) {
            if (document.condition() == Condition.HELD) {
                String reason = document.reason().map(Problem::code).orElse("");
                document.keys().worth().ifPresent(worth -> {
                    add(all, worth);
                    add(byReason.computeIfAbsent(reason, ignored -> new TreeMap<>()), worth);
                });
            }
        }
        List<String> lines = new ArrayList<>();
        if (!all.isEmpty()) {
            lines.add("Money held until a person decides: " + shown(all));
            byReason.forEach((reason, amounts) -> lines.add("  " + shown(amounts) + "  " + reason));
        }
        return lines;
    }

    private static void add(Map<String, BigDecimal> amounts, Worth worth) {
        amounts.merge(worth.currency(), worth.amount(), BigDecimal::add);
    }

    private static String shown(Map<String, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .map(one -> (one.getValue().toPlainString() + " " + one.getKey()).strip())
                .collect(Collectors.joining(", "));
    }
}
