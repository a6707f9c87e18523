package io.mlconnector.console.workplace;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.forecast.Forecast;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The cross-references that operators keep: seen, checked, entered and removed, as the interface and the commands do it. */
public interface Translations {

    /** All that hold or will hold, by partner, kind and word. */
    Future<List<Entered>> all();

    /** Partners that are configured, sorted. */
    List<String> partners();

    /** Legal entities that are configured, sorted. */
    List<String> legalEntities();

    /** Reads a CSV file, as the command {@code crossref import} does. */
    Future<Text> read(String csv);

    /** Writes a CSV file that {@link #read} reads. */
    Future<String> write(List<CrossReference> references);

    /** Says what entering these would change in the table. Changes nothing. */
    Future<CrossReferenceChanges> compare(List<CrossReference> wanted);

    /**
     * Says what entering these would change, and what would become of documents that stand still. Changes nothing.
     *
     * @param unchecked whether F&O is not asked for what they name
     */
    Future<Foreseen> foresee(List<CrossReference> wanted, boolean unchecked);

    /**
     * Enters all of these, or none.
     *
     * @param replace whether what says something else is replaced
     * @param unchecked whether F&O is not asked for what they name; stands in the history
     * @param operator who enters them
     * @param reason why; may be empty
     */
    Future<Attempt> enter(
            List<CrossReference> wanted, boolean replace, boolean unchecked, String operator, String reason);

    /** Removes one; empty if there was none. Its history stays. */
    Future<Optional<CrossReference>> remove(CrossReference.Key key, String operator, String reason);

    /**
     * A translation, and who entered it.
     *
     * @param id of its history
     * @param reference the translation
     * @param changedAt when it was entered or changed last; empty for those from before that was recorded
     * @param changedBy by whom; empty like that
     * @param reason why; empty where nobody said
     */
    record Entered(
            DocumentId id,
            CrossReference reference,
            Optional<Instant> changedAt,
            Optional<String> changedBy,
            Optional<String> reason) {
        public Entered {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(reference, "reference");
        }
    }

    /**
     * What a CSV file says.
     *
     * @param references in the order of the file
     * @param lines the line of each of them, from 1
     * @param mistakes a sentence each, with its line; empty if everything can be read
     */
    record Text(List<CrossReference> references, List<Long> lines, List<String> mistakes) {
        public Text {
            references = List.copyOf(references);
            lines = List.copyOf(lines);
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * What entering would come to.
     *
     * @param changes of the table
     * @param unfounded why F&O does not have what one names, by its position from 0
     * @param notTold why F&O could not be asked; empty if it could, or was not to be asked
     * @param documents that stand still for these words, and what would become of each
     * @param more how many others stand still for them
     */
    record Foreseen(
            CrossReferenceChanges changes,
            Map<Integer, String> unfounded,
            Optional<String> notTold,
            Map<DocumentId, Forecast> documents,
            int more) {
        public Foreseen {
            Objects.requireNonNull(changes, "changes");
            Objects.requireNonNull(documents, "documents");
            unfounded = Map.copyOf(unfounded);
        }
    }

    /**
     * What came of entering.
     *
     * @param changes that were made, or would have been
     * @param refused why nothing was entered; empty if it was
     */
    record Attempt(CrossReferenceChanges changes, Optional<String> refused) {}
}
