package io.mlconnector.domain.answering.match;

import io.mlconnector.domain.words.DocumentId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds which revision of an order an answer is about (reference x12, sections 4 and 5). The answer to a change names the
 * number of the change; an 855 usually answers the order itself, an 865 a change of it.
 */
public final class AnsweredRevision {
    private AnsweredRevision() {}

    /**
     * The revision that is answered. Two legal entities may have orders of one number: the partner answers the one that it got
     * last. A revision whose upload is in doubt counts: who answers it has it, and may be faster than the proof that it arrived.
     *
     * @param revisions all revisions of all orders with the number that is answered, oldest first
     * @param answer the transaction set that answers, such as {@code 855}
     * @param changeNumber what the answer says of the change; may be empty
     * @return empty if no revision fits
     */
    public static Optional<DocumentId> among(List<SentRevision> revisions, String answer, String changeNumber) {
        Optional<String> legalEntity =
                revisions.stream().max(Comparator.comparing(SentRevision::id)).map(SentRevision::legalEntity);
        List<SentRevision> sent = revisions.stream()
                .filter(revision -> legalEntity.orElseThrow().equals(revision.legalEntity()))
                .filter(SentRevision::mayHaveArrived)
                .toList();
        OptionalInt place = of(sent.stream().map(SentRevision::type).toList(), answer, changeNumber);
        return place.isPresent() ? Optional.of(sent.get(place.getAsInt()).id()) : Optional.empty();
    }

    /**
     * The revision that is answered.
     *
     * @param sent the transaction sets of the revisions that were delivered, oldest first, such as {@code 850, 860}
     * @param answer the transaction set that answers, such as {@code 855}
     * @param changeNumber what the answer says of the change; may be empty
     * @return its place in the list; empty if no revision fits
     */
    public static OptionalInt of(List<String> sent, String answer, String changeNumber) {
        if (sent.isEmpty()) {
            return OptionalInt.empty();
        }
        if (changeNumber.matches("\\d{1,6}")) {
            int number = Integer.parseInt(changeNumber);
            return number < sent.size() ? OptionalInt.of(number) : OptionalInt.empty();
        }
        int whole = sent.lastIndexOf("850");
        int change = sent.lastIndexOf("860");
        return switch (answer) {
            case "855" -> OptionalInt.of(whole >= 0 ? whole : change);
            case "865" -> change >= 0 ? OptionalInt.of(change) : OptionalInt.of(whole);
            default -> OptionalInt.of(sent.size() - 1);
        };
    }
}
