package io.mlconnector.testing.memory.journal;

import io.mlconnector.domain.search.SearchText;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells which documents a filter lets through. */
final class Listing {

    private Listing() {}

    /**
     * Whether it lets this one through.
     *
     * @param searchText what people may look for in the document besides its numbers
     */
    static boolean shows(DocumentFilter filter, DocumentRecord document, String searchText) {
        return filter.criteria().stream().allMatch(criterion -> meets(document, searchText, criterion))
                && filter.after()
                        .map(after -> document.id().compareTo(after) < 0)
                        .orElse(true);
    }

    private static boolean meets(DocumentRecord document, String searchText, Criterion criterion) {
        return switch (criterion) {
            case Criterion.OfConnection(String id) -> document.connection().equals(id);
            case Criterion.OfPartner(String id) -> document.partner().equals(id);
            case Criterion.OfLegalEntity(String id) ->
                document.keys().legalEntity().equals(id);
            case Criterion.Going(Direction direction) -> document.direction() == direction;
            case Criterion.OfType(String type) -> document.type().equals(type);
            case Criterion.InCondition(Condition condition) -> document.condition() == condition;
            case Criterion.AtStage(Stage stage) -> document.stage() == stage;
            case Criterion.Answered(Acknowledgement said) -> document.acknowledgement() == said;
            case Criterion.StuckBecause(String causeKey) ->
                document.reason().map(why -> why.causeKey().equals(causeKey)).orElse(false);
            case Criterion.Mentioning(String text) -> mentions(document, text);
            case Criterion.FoundBy(String text) -> found(document, searchText, text);
            case Criterion.FromFile(DocumentId file) ->
                document.file().filter(file::equals).isPresent();
            case Criterion.AssignedTo(String person) ->
                document.attention().assignee().filter(person.strip()::equals).isPresent();
            case Criterion.Snoozed(boolean snoozed, Instant now) ->
                document.attention().snoozedAt(now) == snoozed;
            case Criterion.IdFrom(DocumentId id) -> document.id().compareTo(id) >= 0;
            case Criterion.IdBefore(DocumentId id) -> document.id().compareTo(id) < 0;
            case Criterion.CreatedFrom(Instant time) -> !document.createdAt().isBefore(time);
            case Criterion.CreatedBefore(Instant time) -> document.createdAt().isBefore(time);
        };
    }

    private static boolean found(DocumentRecord document, String searchText, String text) {
        return SearchText.matches(
                text,
                Stream.concat(
                                Stream.of(
                                        document.id().text(),
                                        document.partner(),
                                        document.keys().legalEntity(),
                                        document.keys().orderNumber(),
                                        document.keys().confirmationNumber(),
                                        document.keys().invoiceNumber(),
                                        document.keys().controlNumber(),
                                        document.keys().fileName(),
                                        searchText),
                                document.reason().map(Problem::message).stream())
                        .toList());
    }

    private static boolean mentions(DocumentRecord document, String text) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(
                        document.keys().orderNumber(),
                        document.keys().confirmationNumber(),
                        document.keys().invoiceNumber(),
                        document.keys().controlNumber(),
                        document.keys().fileName())
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(part));
    }
}
