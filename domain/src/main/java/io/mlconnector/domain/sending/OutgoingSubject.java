package io.mlconnector.domain.sending;

/** What an outgoing document is about. How a file gets into its folder is the same for all; what a person is told is not. */
public enum OutgoingSubject {

    /** A purchase order revision: 850, 860 or the neutral form. */
    ORDER(
            "order",
            true,
            "Correct the order in F&O and confirm it again.",
            "discard this document and confirm the order again in F&O"),

    /** The technical answer to what a partner sent: 997 or TA1. */
    ACKNOWLEDGEMENT(
            "acknowledgement",
            false,
            "An acknowledgement says what was received; if the partner needs another one, ask for the interchange to be sent"
                    + " again under a new control number.",
            "discard this document; if the partner still needs the acknowledgement, ask for the interchange to be sent again"
                    + " under a new control number"),

    /** The business answer to what a partner sent: 824. */
    ADVICE(
            "application advice",
            false,
            "Discard it and write another one with documents advise.",
            "discard this document and write another one with documents advise");

    private final String noun;
    private final boolean editable;
    private final String correction;
    private final String contentMissing;

    OutgoingSubject(String noun, boolean editable, String correction, String contentMissing) {
        this.noun = noun;
        this.editable = editable;
        this.correction = correction;
        this.contentMissing = contentMissing;
    }

    /** The subject of a document of this transaction set, such as {@code 850} or {@code TA1}. */
    public static OutgoingSubject of(String transactionSetId) {
        return switch (transactionSetId) {
            case "997", "TA1" -> ACKNOWLEDGEMENT;
            case "824" -> ADVICE;
            default -> ORDER;
        };
    }

    /** What it is, in the middle of a sentence: {@code order}. */
    public String noun() {
        return noun;
    }

    /** Whether a person may correct its bytes. */
    public boolean editable() {
        return editable;
    }

    /** How what it says is corrected: a whole sentence. */
    public String correction() {
        return correction;
    }

    /** What a person does when its stored content is gone: the end of a sentence, without a full stop. */
    public String contentMissing() {
        return contentMissing;
    }
}
