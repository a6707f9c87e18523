package io.mlconnector.domain.answering.acknowledgement;

/** What is said of a transaction set, a group or an interchange (data elements 715, 717 and I17). */
public enum AcknowledgementCode {
    ACCEPTED("A"),
    /** Accepted and processed all the same: nothing is to be sent again. */
    ACCEPTED_WITH_ERRORS("E"),
    /** Of a group only: some of its sets were rejected. */
    PARTLY_ACCEPTED("P"),
    REJECTED("R");

    private final String code;

    AcknowledgementCode(String code) {
        this.code = code;
    }

    /** The code of the standard. */
    public String code() {
        return code;
    }
}
