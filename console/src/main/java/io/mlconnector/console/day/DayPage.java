package io.mlconnector.console.day;

import io.mlconnector.console.page.Frame;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.daily.DailyLedger;
import io.mlconnector.engine.daily.Unaccounted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a day's ledger.
 *
 * @param frame around it
 * @param date which day, in the reader's zone
 * @param today of the reader
 * @param begun when the ledger was begun
 * @param ledger empty while it is being made
 */
public record DayPage(Frame frame, LocalDate date, LocalDate today, Instant begun, Optional<DailyLedger> ledger) {

    /**
     * Matters that are told together.
     *
     * @param first one of them
     * @param count how many there are
     */
    public record Group(Unaccounted first, int count) {

        /** Where it is shown; empty if it has no record. */
        public Optional<String> address() {
            if (count > 1) {
                return Optional.of(
                        "/documents?causeKey=" + URLEncoder.encode(first.causeKey(), StandardCharsets.UTF_8));
            }
            return first.document()
                    .map(id -> "/documents/" + id.text())
                    .or(() -> first.file().map(DocumentId::text).map(id -> "/files/" + id));
        }

        /** What is open, as people say it. */
        public String spoken() {
            return switch (first.kind()) {
                case CONFIRMATION_NOT_ENTERED -> "confirmed in F&O, not here";
                case INVOICE_NOT_FOUND -> "posted, and not in F&O";
                case INVOICE_DOUBLED -> "more than once in F&O";
                case FILE_MISSING -> "file missing";
                case NUMBER_MISSING -> "number left out";
                case FILE_NOT_READ -> "file not read";
                case FILE_NOT_TAKEN -> "file not taken";
                case DOCUMENT_OPEN -> "not at its end";
                case NOT_ACCEPTED -> "not accepted";
                case NOT_LOOKED -> "could not be looked at";
            };
        }
    }

    /** The day before. */
    public LocalDate before() {
        return date.minusDays(1);
    }

    /** The day after; empty if it is still to come. */
    public Optional<LocalDate> after() {
        return Optional.of(date.plusDays(1)).filter(day -> !day.isAfter(today));
    }

    /** What is unaccounted for; documents that stand still for one reason are one group: what frees one of them frees all. */
    public Collection<Group> groups() {
        Map<String, List<Unaccounted>> groups = new LinkedHashMap<>();
        for (Unaccounted one : ledger.map(DailyLedger::unaccounted).orElse(List.of())) {
            String key = one.causeKey().isEmpty()
                    ? Integer.toString(groups.size())
                    : String.join(" ", one.kind().word(), one.connection(), one.partner(), one.causeKey());
            groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(one);
        }
        return groups.values().stream()
                .map(alike -> new Group(alike.getFirst(), alike.size()))
                .toList();
    }
}
