package io.mlconnector.domain.invoicing.matching;

import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the checks of one examination found, by the line that it is about. */
public final class LineFindings {

    private final Map<String, Finding> found = new HashMap<>();

    /**
     * What was found about one line.
     *
     * @param verdict the strictest
     * @param codes of the problems, sorted
     */
    record Finding(LineVerdict verdict, Set<String> codes) {
        private Finding and(Finding other) {
            Set<String> all = new TreeSet<>(codes);
            all.addAll(other.codes);
            return new Finding(verdict.compareTo(other.verdict) >= 0 ? verdict : other.verdict, all);
        }
    }

    private LineFindings() {}

    /**
     * Of an examination.
     *
     * @param stopping what stops the invoice
     * @param history what is told besides, warnings and what was accepted among it
     */
    public static LineFindings of(List<Problem> stopping, List<HistoryEntry> history) {
        LineFindings findings = new LineFindings();
        stopping.forEach(problem -> findings.add(problem.code(), problem.details(), LineVerdict.HELD));
        for (HistoryEntry entry : history) {
            String code = entry.details().get("code");
            if (code != null && entry.event().equals("warning")) {
                findings.add(code, entry.details(), LineVerdict.WARNED);
            } else if (code != null && entry.event().equals("accepted")) {
                findings.add(code, entry.details(), LineVerdict.ACCEPTED);
            }
        }
        return findings;
    }

    private void add(String code, Map<String, String> details, LineVerdict verdict) {
        String line = details.get("line");
        String order = details.get("order");
        String orderLine = details.get("orderLine");
        String key = line != null ? line : order != null && orderLine != null ? order + ":" + orderLine : "";
        if (!key.isEmpty()) {
            found.merge(key, new Finding(verdict, Set.of(code)), Finding::and);
        }
    }

    /** What was found about this order line and the lines that bill it. */
    Optional<Finding> about(LineFacts facts) {
        return Stream.concat(
                        Stream.of(facts.order() + ":" + facts.orderLine()),
                        facts.lines().stream().map(String::valueOf))
                .map(found::get)
                .filter(Objects::nonNull)
                .reduce(Finding::and);
    }
}
