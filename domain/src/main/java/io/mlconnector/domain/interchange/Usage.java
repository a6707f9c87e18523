package io.mlconnector.domain.interchange;

/** ISA15: what an interchange is for. */
public enum Usage {
    PRODUCTION('P'),
    TEST('T'),
    INFORMATION('I');

    private final char code;

    Usage(char code) {
        this.code = code;
    }

    /** The character of ISA15. */
    public char code() {
        return code;
    }
}
