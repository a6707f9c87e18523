package io.mlconnector.console.intervention;

import io.mlconnector.console.page.Times;

/**
 * What something would do, beside the button that does it.
 *
 * @param effect what the button would bring about
 * @param tone how it looks: the word of a verdict
 * @param sentence what would happen
 * @param button what stands on the button
 * @param seen what it was told of, as the form carries it
 * @param times for the reader
 */
public record ForecastPart(
        Impact.Effect effect, String tone, String sentence, String button, String seen, Times times) {

    /** Whether there is a button: one that does nothing is not shown. */
    public boolean possible() {
        return effect != Impact.Effect.NONE;
    }

    /** Whether it is what one came for. */
    public boolean useful() {
        return effect == Impact.Effect.CHANGES;
    }
}
