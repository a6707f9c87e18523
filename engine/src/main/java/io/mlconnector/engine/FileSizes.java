package io.mlconnector.engine;

/**
 * How large files are taken.
 *
 * @param large a file of more bytes enters the journal in parts, one such file at a time
 * @param partBytes a part has transaction sets of about so many bytes, at least one set
 * @param partSets a part has at most so many transaction sets, at least one
 */
public record FileSizes(int large, int partBytes, int partSets) {

    /** What suits the usual memory of the program: 1 MiB, parts of 2 MiB and 2,000 sets. */
    public static final FileSizes USUAL = new FileSizes(1 << 20, 2 << 20, 2_000);

    public FileSizes {
        if (large < 0 || partBytes < 1 || partSets < 1) {
            throw new IllegalArgumentException(
                    "A part has at least one byte and one set, not " + partBytes + " and " + partSets);
        }
    }
}
