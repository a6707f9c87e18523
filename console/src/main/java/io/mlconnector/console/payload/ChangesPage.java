package io.mlconnector.console.payload;

import io.mlconnector.console.page.Frame;
import java.util.Optional;

/**
 * What changed between two steps of a document.
 *
 * @param frame around it
 * @param from hash of the earlier bytes
 * @param to hash of the later bytes
 * @param document from whose page the reader came; empty if from none
 * @param compared side by side
 */
public record ChangesPage(Frame frame, String from, String to, Optional<String> document, Comparison compared) {}
