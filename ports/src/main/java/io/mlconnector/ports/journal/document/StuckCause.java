package io.mlconnector.ports.journal.document;

import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Documents that stand still for one cause: they are held or failed, and one decision may free them all.
 *
 * @param causeKey what they have in common
 * @param example the reason of the one that changed last
 * @param documents how many
 * @param amounts what they are worth together, by currency; an empty currency where documents do not say theirs; documents whose
 *     worth is not known count nothing
 * @param earliestDue the first day on which waiting costs something for one of them; empty if none says any
 * @param since when the first of them last changed
 * @param latest when the last of them did
 * @param partners whose they are, sorted; without the empty name of a partner that is not known
 */
public record StuckCause(
        String causeKey,
        Problem example,
        int documents,
        Map<String, BigDecimal> amounts,
        Optional<LocalDate> earliestDue,
        Instant since,
        Instant latest,
        List<String> partners) {

    public StuckCause {
        Objects.requireNonNull(causeKey, "causeKey");
        Objects.requireNonNull(example, "example");
        Objects.requireNonNull(earliestDue, "earliestDue");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(latest, "latest");
        amounts = Map.copyOf(amounts);
        partners = List.copyOf(partners);
    }
}
