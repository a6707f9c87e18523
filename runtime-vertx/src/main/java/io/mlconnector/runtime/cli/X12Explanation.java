package io.mlconnector.runtime.cli;

import io.mlconnector.domain.interchange.SyntaxProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints a file segment by segment, numbered elements beside each other, with the problems below their segment. */
final class X12Explanation {

    private static final Pattern INTERCHANGE = Pattern.compile("(?i)ISA([^A-Za-z0-9\\r\\n])");

    private X12Explanation() {}

    static List<String> of(byte[] file, List<SyntaxProblem> problems) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        Matcher start = INTERCHANGE.matcher(text);
        int at = 0;
        int number = 0;
        while (start.find(at)) {
            int begin = start.start();
            if (begin + 106 > text.length()) {
                break;
            }
            char element = start.group(1).charAt(0);
            char terminator = text.charAt(begin + 105);
            int next = start.find(begin + 106) ? start.start() : text.length();
            int position = begin;
            for (String raw : text.substring(begin, next).split(Pattern.quote(String.valueOf(terminator)), -1)) {
                String segment = raw.strip();
                int offset = position + raw.indexOf(segment);
                if (!segment.isEmpty()) {
                    number++;
                    lines.add(segment(number, segment, element));
                    problems.stream()
                            .filter(problem ->
                                    problem.offset() >= offset && problem.offset() < offset + segment.length())
                            .forEach(problem -> lines.add("          ^ " + X12Command.line(problem)));
                }
                position += raw.length() + 1;
            }
            at = next;
        }
        problems.stream()
                .filter(problem -> problem.segmentInFile() == 0)
                .forEach(problem -> lines.add(X12Command.line(problem)));
        return lines;
    }

    private static String segment(int number, String segment, char separator) {
        String[] elements = segment.split(Pattern.quote(String.valueOf(separator)), -1);
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%5d  %-3s", number, elements[0]));
        for (int i = 1; i < elements.length; i++) {
            if (elements[i].isBlank()) {
                continue;
            }
            // ISA02 and ISA04 may be secrets.
            boolean secret = elements[0].equalsIgnoreCase("ISA") && (i == 2 || i == 4);
            line.append(String.format(Locale.ROOT, "  %02d=%s", i, secret ? "(hidden)" : elements[i].strip()));
        }
        return line.toString();
    }
}
