package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.ports.journal.document.Worth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents that stand still, by cause. */
final class StuckDocuments {

    private StuckDocuments() {}

    static List<StuckCause> causes(Stream<DocumentRecord> all, int most) {
        Map<String, List<DocumentRecord>> byCause = all.filter(
                        document -> document.condition() == Condition.HELD || document.condition() == Condition.FAILED)
                .filter(document -> document.reason().isPresent())
                .collect(Collectors.groupingBy(
                        document -> document.reason().orElseThrow().causeKey(), TreeMap::new, Collectors.toList()));
        return byCause.entrySet().stream()
                .map(entry -> cause(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(StuckCause::documents)
                        .reversed()
                        .thenComparing(StuckCause::latest, Comparator.reverseOrder())
                        .thenComparing(StuckCause::causeKey))
                .limit(most)
                .toList();
    }

    private static StuckCause cause(String key, List<DocumentRecord> documents) {
        List<Instant> changes =
                documents.stream().map(DocumentRecord::since).sorted().toList();
        Map<String, BigDecimal> amounts = new HashMap<>();
        List<Worth> worth = documents.stream()
                .map(document -> document.keys().worth())
                .flatMap(Optional::stream)
                .toList();
        worth.forEach(one -> amounts.merge(one.currency(), one.amount(), BigDecimal::add));
        return new StuckCause(
                key,
                documents.stream()
                        .max(Comparator.comparing(DocumentRecord::changedAt))
                        .flatMap(DocumentRecord::reason)
                        .orElseThrow(),
                documents.size(),
                amounts,
                worth.stream().map(Worth::due).flatMap(Optional::stream).min(Comparator.naturalOrder()),
                changes.get(0),
                changes.get(changes.size() - 1),
                documents.stream()
                        .map(DocumentRecord::partner)
                        .filter(partner -> !partner.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
