package io.mlconnector.console.file;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.story.Story;
import java.util.List;

/**
 * The page of one received file.
 *
 * @param frame around it
 * @param row the file
 * @param story what happened to it
 * @param documents that came in it, in the order in which they stand there
 * @param answers what we answered to it, in the order of time
 * @param more whether there are further ones
 */
public record FilePage(
        Frame frame, FileRow row, Story story, List<DocumentRow> documents, List<DocumentRow> answers, boolean more) {
    public FilePage {
        documents = List.copyOf(documents);
        answers = List.copyOf(answers);
    }
}
