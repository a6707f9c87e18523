package io.mlconnector.x12.internal.syntax;

/** What each byte means in one interchange, as flags; 0 for one that can only be part of a value. */
final class ByteKinds {

    /** The element separator. */
    static final byte SEPARATOR = 1;

    /** The first byte of the segment terminator. */
    static final byte TERMINATOR = 2;

    /** May stand around segments without a meaning. */
    static final byte FILLER = 4;

    /** A control character. */
    static final byte CONTROL = 8;

    /** The repetition separator. */
    static final byte REPETITION = 16;

    /** The component separator. */
    static final byte COMPONENT = 32;

    private ByteKinds() {}

    /** The flags of each of the 256 bytes within the interchange of a header. */
    static byte[] of(InterchangeHeader header) {
        byte[] kinds = new byte[256];
        for (int i = 0; i < 32; i++) {
            kinds[i] = CONTROL;
        }
        kinds[0x7f] = CONTROL;
        for (int i = 0; i < 256; i++) {
            if (SourceText.isFiller(i)) {
                kinds[i] |= FILLER;
            }
        }
        if (header.componentSeparator() >= 0) {
            kinds[header.componentSeparator()] = COMPONENT;
        }
        if (header.repetitionSeparator() >= 0) {
            kinds[header.repetitionSeparator()] = REPETITION;
        }
        kinds[header.terminator()] = TERMINATOR;
        kinds[header.elementSeparator()] = SEPARATOR;
        return kinds;
    }
}
