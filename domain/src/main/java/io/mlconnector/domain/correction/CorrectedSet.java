package io.mlconnector.domain.correction;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.SyntaxProblem;
import java.util.List;
import java.util.Objects;

/**
 * One transaction set in bytes that a person edited, or in those that were there before.
 *
 * @param reference its envelope and numbers
 * @param orderNumber BEG03 or BCH03; empty if it has none
 * @param usable whether it can be worked with in spite of its problems
 * @param problems what is wrong in it
 */
public record CorrectedSet(
        EnvelopeReference reference, String orderNumber, boolean usable, List<SyntaxProblem> problems) {
    public CorrectedSet {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(orderNumber, "orderNumber");
        problems = List.copyOf(problems);
    }
}
