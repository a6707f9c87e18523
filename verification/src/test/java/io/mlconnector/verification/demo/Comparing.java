package io.mlconnector.verification.demo;

import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.twin.TwinRecord;
import java.util.List;

/** Lets tests of other packages compare the journal with the twin as the demo does. */
public final class Comparing {

    private Comparing() {}

    /** Where the two do not agree. */
    public static List<String> differences(List<DocumentRecord> documents, List<FileRecord> files, TwinRecord twin) {
        return DemoSummary.of(documents, files, twin).differences();
    }
}
