package io.mlconnector.x12;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a file into interchanges that a strict reader accepts (reference x12, section 16): leaves the byte order mark
 * out, looks for ISA, builds an ISA of the wrong width anew, unwraps lines of 80 columns, trims segments, leaves empty
 * ones out and empty elements at the end of segments, writes tags in upper case, takes blanks off the ends of elements
 * and adds the last terminator. Shares no code with our reader.
 */
final class TolerantSplitter {
    private static final Pattern BEGIN = Pattern.compile("(?i)ISA([^A-Za-z0-9])[0-9][0-9]\\1");
    private static final char NONE = '\u001f';
    private static final int[] WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};

    /** An ISA and the delimiters of its interchange. */
    private record Header(List<String> elements, char separator, char component, char terminator, int end) {}

    private TolerantSplitter() {}

    /** The interchanges that could be cut out, each with the delimiters that it had. */
    static List<byte[]> split(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Matcher first = BEGIN.matcher(text);
        if (first.find() && wrapped(text, first.start())) {
            text = text.replace("\r", "").replace("\n", "");
        }
        var starts = new ArrayList<Integer>();
        for (Matcher begin = BEGIN.matcher(text); begin.find(); ) {
            boolean word = begin.start() > 0 && alphanumeric(text.charAt(begin.start() - 1));
            if (!word && header(text, begin.start()).isPresent()) {
                starts.add(begin.start());
            }
        }
        var interchanges = new ArrayList<byte[]>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            interchanges.add(clean(text, header(text, starts.get(i)).orElseThrow(), end));
        }
        return interchanges;
    }

    private static boolean wrapped(String text, int start) {
        String head = text.substring(start, Math.min(text.length(), start + 83));
        int lineEnd = head.replace('\r', '\n').indexOf('\n');
        if (lineEnd < 0
                || head.substring(0, lineEnd)
                                .chars()
                                .filter(c -> c == head.charAt(3))
                                .count()
                        >= 16) {
            return false;
        }
        String joined = text.substring(start).replace("\r", "").replace("\n", "");
        return joined.length() > 105 && exact(joined, 0);
    }

    private static boolean exact(String text, int start) {
        if (start + 106 > text.length()) {
            return false;
        }
        char separator = text.charAt(start + 3);
        int at = start + 3;
        for (int width : WIDTHS) {
            if (text.charAt(at) != separator) {
                return false;
            }
            at += width + 1;
        }
        return delimiters(separator, text.charAt(start + 104), text.charAt(start + 105));
    }

    private static boolean delimiters(char separator, char component, char terminator) {
        return !alphanumeric(component)
                && !alphanumeric(terminator)
                && component != separator
                && terminator != separator
                && component != terminator;
    }

    private static boolean alphanumeric(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
    }

    private static Optional<Header> header(String text, int start) {
        char separator = text.charAt(start + 3);
        if (exact(text, start)) {
            List<String> elements =
                    List.of(text.substring(start + 4, start + 103).split(Pattern.quote("" + separator), -1));
            return Optional.of(
                    new Header(elements, separator, text.charAt(start + 104), text.charAt(start + 105), start + 106));
        }
        String near = text.substring(start, Math.min(text.length(), start + 260));
        String[] parts = near.split(Pattern.quote("" + separator), 18);
        if (parts.length < 17) {
            return Optional.empty();
        }
        int last = 16;
        for (int i = 0; i < 16; i++) {
            last += parts[i].length();
        }
        List<String> elements = List.of(Arrays.copyOfRange(parts, 1, 16));
        String rest = text.substring(start + last);
        if (rest.length() > 2
                && delimiters(separator, rest.charAt(0), rest.charAt(1))
                && opens(rest.substring(2), separator)) {
            return Optional.of(new Header(elements, separator, rest.charAt(0), rest.charAt(1), start + last + 2));
        }
        if (rest.length() > 1 && !alphanumeric(rest.charAt(0)) && opens(rest.substring(1), separator)) {
            return Optional.of(new Header(elements, separator, NONE, rest.charAt(0), start + last + 1));
        }
        return Optional.empty();
    }

    private static boolean opens(String rest, char separator) {
        return Pattern.compile("(?i)^[\\s\\x00\\x1a]*(GS|TA1|ISB|ISE|IEA)" + Pattern.quote("" + separator))
                .matcher(rest)
                .find();
    }

    private static byte[] clean(String text, Header header, int end) {
        var clean = new StringBuilder("ISA");
        boolean repeats = header.elements().get(11).strip().compareTo("00402") >= 0;
        for (int i = 0; i < 15; i++) {
            String element = header.elements().get(i).stripTrailing();
            element = element.length() > WIDTHS[i] ? element.substring(0, WIDTHS[i]) : element;
            if (i == 10 && repeats && (element.length() != 1 || alphanumeric(element.charAt(0)))) {
                element = "" + unused(text);
            }
            clean.append(header.separator()).append(element).append(" ".repeat(WIDTHS[i] - element.length()));
        }
        boolean shifted = header.component() != NONE && isLineEnd(header.terminator()) && pushed(text, header);
        clean.append(header.separator())
                .append(shifted || header.component() == NONE ? unused(text) : header.component())
                .append(header.terminator());
        String empty = Pattern.quote("" + header.separator()) + "+$";
        Pattern blanks = Pattern.compile(" +(?=" + Pattern.quote("" + header.separator()) + "|$)");
        for (String segment : text.substring(header.end(), end).split(Pattern.quote("" + header.terminator()), -1)) {
            String trimmed = trim(segment);
            if (shifted && trimmed.endsWith("" + header.component())) {
                trimmed = trim(trimmed.substring(0, trimmed.length() - 1));
            }
            if (!trimmed.isEmpty()) {
                trimmed = upperCaseTag(trimmed, header.separator()).replaceAll(empty, "");
                clean.append(
                                header.separator() == ' '
                                        ? trimmed
                                        : blanks.matcher(trimmed).replaceAll(""))
                        .append(header.terminator());
            }
            if (trimmed.toUpperCase(Locale.ROOT).startsWith("IEA" + header.separator())) {
                break;
            }
        }
        return clean.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A component separator for a file that has none. */
    private static char unused(String text) {
        char sign = NONE;
        while (text.indexOf(sign) >= 0) {
            sign--;
        }
        return sign;
    }

    private static String upperCaseTag(String segment, char separator) {
        int end = segment.indexOf(separator) < 0 ? segment.length() : segment.indexOf(separator);
        return segment.substring(0, end).toUpperCase(Locale.ROOT) + segment.substring(end);
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /** ISA16 was left out: the terminator slipped into its place and the next segment ends with it. */
    private static boolean pushed(String text, Header header) {
        String next = trim(text.substring(header.end()));
        int stop = next.indexOf(header.terminator());
        return stop > 0 && next.charAt(stop - 1) == header.component();
    }

    private static String trim(String segment) {
        int from = 0;
        int to = segment.length();
        while (from < to && filler(segment.charAt(from))) {
            from++;
        }
        while (to > from && filler(segment.charAt(to - 1))) {
            to--;
        }
        return segment.substring(from, to);
    }

    private static boolean filler(char character) {
        return " \t\r\n\u0000\u001a".indexOf(character) >= 0;
    }
}
