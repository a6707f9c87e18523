package io.mlconnector.domain.interchange;

/**
 * The four characters that structure an interchange. None may occur in data.
 *
 * @param element between elements (ISA position 3)
 * @param component between components (ISA16)
 * @param repetition between repetitions (ISA11 from 00402 on)
 * @param segment after each segment
 */
public record Delimiters(char element, char component, char repetition, char segment) {

    /** What nearly every partner takes: {@code * > ^ ~} (reference x12, section 1.4). */
    public static final Delimiters USUAL = new Delimiters('*', '>', '^', '~');
}
