package io.mlconnector.x12.internal.syntax;

/** Segment tags as numbers, so that they can be compared without building a string. */
public final class Tag {
    /** A tag that no segment of the standard can have: longer than three characters. */
    public static final int NONE = 0;

    private Tag() {}

    /** The number of a tag of one to three characters. */
    public static int of(String tag) {
        int number = 0;
        for (int i = 0; i < tag.length(); i++) {
            number = (number << 8) | tag.charAt(i);
        }
        return number;
    }

    /** The tag with this number. */
    public static String name(int number) {
        var name = new StringBuilder(3);
        for (int shift = 16; shift >= 0; shift -= 8) {
            if (number >> shift != 0) {
                name.append((char) ((number >> shift) & 0xff));
            }
        }
        return name.toString();
    }
}
