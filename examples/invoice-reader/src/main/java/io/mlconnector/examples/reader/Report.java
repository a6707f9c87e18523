package io.mlconnector.examples.reader;

import java.util.List;

/**
 * What is to be said of a file.
 *
 * @param lines for a person
 * @param good whether the file is whole and every document in it can be used
 */
record Report(List<String> lines, boolean good) {
    Report {
        lines = List.copyOf(lines);
    }
}
