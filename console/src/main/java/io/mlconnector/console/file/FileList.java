package io.mlconnector.console.file;

import io.mlconnector.console.page.Frame;
import java.util.List;
import java.util.Optional;

/**
 * The page of received files.
 *
 * @param frame around it
 * @param rows the files, newest first
 * @param next the address of the page behind; empty if this is the last one
 * @param wanted what restricts them
 * @param partners from which one may be chosen
 * @param later whether this is not the first page
 */
public record FileList(
        Frame frame, List<FileRow> rows, Optional<String> next, Wanted wanted, List<String> partners, boolean later) {
    public FileList {
        rows = List.copyOf(rows);
        partners = List.copyOf(partners);
    }
}
