package io.mlconnector.domain.answering;

import java.util.List;
import java.util.OptionalInt;

/**
 * Finds which revision of an order an answer is about (reference x12, sections 4 and 5). The answer to a change names the
 * number of the change; an 855 usually answers the order itself, an 865 a change of it.
 */
public final class AnsweredRevision {
    private AnsweredRevision() {}

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
