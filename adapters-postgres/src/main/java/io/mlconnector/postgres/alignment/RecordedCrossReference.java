package io.mlconnector.postgres.alignment;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.words.DocumentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A translation, and who entered it.
 *
 * @param id of its history
 * @param reference the translation
 * @param changedAt when it was entered or changed last; empty for those from before that was recorded
 * @param changedBy by whom; empty like that
 * @param reason why; empty where nobody said
 */
public record RecordedCrossReference(
        DocumentId id,
        CrossReference reference,
        Optional<Instant> changedAt,
        Optional<String> changedBy,
        Optional<String> reason) {}
