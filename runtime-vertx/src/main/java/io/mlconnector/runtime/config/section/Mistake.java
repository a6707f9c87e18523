package io.mlconnector.runtime.config.section;

/**
 * One thing that is wrong with the configuration file.
 *
 * @param line in the file, first = 1; 0 for the file as a whole
 * @param path such as {@code connections[0].cleo.baseUrl}
 * @param message what is wrong and what is expected
 */
public record Mistake(int line, String path, String message) {

    @Override
    public String toString() {
        return (line == 0 ? "" : "line " + line + (path.isEmpty() ? "" : ", "))
                + path
                + (line == 0 && path.isEmpty() ? "" : ": ")
                + message;
    }
}
