package io.mlconnector.ports.edi;

import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;

/**
 * Takes what a file holds while the file is still being read, so that it may be larger than the memory. An interchange
 * is complete or it is not taken, and that is known only at its end: whoever acts on documents waits for
 * {@link #interchange} and acts only if it is complete.
 */
public interface DocumentSink {

    /**
     * Takes a transaction set. It belongs to the interchange that is told next.
     *
     * @param document the set, which may turn out to stand in an incomplete interchange
     */
    void document(DecodedDocument document);

    /**
     * Takes the end of an interchange: the documents since the last call of this method belong to it.
     *
     * @param interchange the envelope; if it is not complete, its documents must not be used, nor those against which
     *     {@link io.mlconnector.domain.interchange.EnvelopeVerdicts} has an error
     */
    void interchange(ReceivedInterchange interchange);

    /**
     * Takes a problem outside of any transaction set, as it is found; those of an envelope are told again with it.
     *
     * @param problem of the file, an interchange or a group
     */
    void problem(SyntaxProblem problem);

    /**
     * Takes bytes that belong to no document.
     *
     * @param bytes where they are; may overlap others, and those of an incomplete interchange its documents
     */
    void unread(UnreadBytes bytes);
}
