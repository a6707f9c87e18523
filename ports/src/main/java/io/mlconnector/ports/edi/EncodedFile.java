package io.mlconnector.ports.edi;

import io.mlconnector.domain.interchange.SyntaxProblem;
import java.util.List;

/** The result of writing an order or an answer. */
public sealed interface EncodedFile {

    /**
     * It fits.
     *
     * @param bytes the file; the caller owns the array
     * @param notes what was changed to make it fit, such as a text that was cut; may be empty
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    record Written(byte[] bytes, List<SyntaxProblem> notes) implements EncodedFile {
        public Written {
            notes = List.copyOf(notes);
        }
    }

    /**
     * It cannot be written without breaking the standard.
     *
     * @param problems at least one
     */
    record Impossible(List<SyntaxProblem> problems) implements EncodedFile {
        public Impossible {
            problems = List.copyOf(problems);
        }
    }
}
