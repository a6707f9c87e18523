package io.mlconnector.engine.cause;

/** Is told how far a fix has come. Called on the engine's event loop, one call after another. */
public interface FixProgress {

    /**
     * The fix fits, and what it enters is entered; the documents follow.
     *
     * @param mark by which the histories name it
     */
    void begins(FixMark mark);

    /** One document was done. */
    void became(CauseFixing.Became one);
}
