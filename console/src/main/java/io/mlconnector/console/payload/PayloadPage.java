package io.mlconnector.console.payload;

import io.mlconnector.console.page.Frame;
import io.mlconnector.x12.explanation.ExplainedFile;
import java.util.Optional;

/**
 * Stored bytes, for a person.
 *
 * @param frame around it
 * @param hash by which they are found
 * @param mediaType as they were stored
 * @param size in bytes
 * @param document from whose page the reader came; empty if from none
 * @param explained if it is X12, segment by segment
 * @param text otherwise, as text; empty if it is none
 * @param cut whether only the beginning is shown
 */
public record PayloadPage(
        Frame frame,
        String hash,
        String mediaType,
        long size,
        Optional<String> document,
        Optional<ExplainedFile> explained,
        String text,
        boolean cut) {}
