package io.mlconnector.domain.correction;

import io.mlconnector.domain.interchange.SyntaxProblem;
import java.util.List;
import java.util.Objects;

/**
 * Edited bytes that cannot take the place of the original.
 *
 * @param why in a sentence
 * @param problems with their positions; empty if the bytes keep the standard and something else is wrong
 */
public record CorrectionFault(String why, List<SyntaxProblem> problems) {
    public CorrectionFault {
        Objects.requireNonNull(why, "why");
        problems = List.copyOf(problems);
    }

    static CorrectionFault because(String why) {
        return new CorrectionFault(why, List.of());
    }
}
