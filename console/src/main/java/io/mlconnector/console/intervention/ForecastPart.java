package io.mlconnector.console.intervention;

/**
 * What something would do, beside the button that does it.
 *
 * @param possible whether it can be done at all
 * @param tone how it looks: the word of a verdict
 * @param sentence what would happen
 * @param button what stands on the button
 */
public record ForecastPart(boolean possible, String tone, String sentence, String button) {}
