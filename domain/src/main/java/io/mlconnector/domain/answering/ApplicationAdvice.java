package io.mlconnector.domain.answering;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An 824: the business answer to documents that were good X12 (reference x12, section 8).
 *
 * @param purpose BGN01, data element 353, such as {@code 11}
 * @param reference BGN02: the sender's own reference, 1 to 30 characters (50 in release 005010)
 * @param date BGN03; empty if unreadable
 * @param documents what is said, document by document (loop OTI)
 */
public record ApplicationAdvice(
        String purpose, String reference, Optional<LocalDate> date, List<AdvisedDocument> documents) {
    public ApplicationAdvice {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(date, "date");
        documents = List.copyOf(documents);
    }
}
