package io.mlconnector.console.page;

/**
 * Why there is no page.
 *
 * @param frame around it
 * @param title in a few words
 * @param message what happened and what to do next
 */
public record ProblemPage(Frame frame, String title, String message) {}
