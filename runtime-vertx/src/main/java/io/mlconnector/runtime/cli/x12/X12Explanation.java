package io.mlconnector.runtime.cli.x12;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.x12.explanation.ExplainedElement;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.mlconnector.x12.explanation.ExplainedGroup;
import io.mlconnector.x12.explanation.ExplainedInterchange;
import io.mlconnector.x12.explanation.ExplainedLoop;
import io.mlconnector.x12.explanation.ExplainedPart;
import io.mlconnector.x12.explanation.ExplainedSegment;
import io.mlconnector.x12.explanation.ExplainedSet;
import io.mlconnector.x12.explanation.ExplainedTotal;
import io.mlconnector.x12.explanation.StrayBytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** An explained file as lines for a person: loops are indented, problems stand below what they are about. */
final class X12Explanation {

    private static final String STEP = "  ";

    /**
     * What of a file is shown.
     *
     * @param set number of the transaction set in the file, first = 1; 0 for all
     * @param only tag of the segments that are shown; empty for all
     */
    record Selection(int set, String only) {
        static final Selection ALL = new Selection(0, "");

        boolean takes(ExplainedSegment segment) {
            return only.isEmpty() || segment.tag().equalsIgnoreCase(only);
        }
    }

    private final List<String> lines = new ArrayList<>();
    private final Selection selection;
    private final Colours colours;
    private int sets;

    private X12Explanation(Selection selection, Colours colours) {
        this.selection = selection;
        this.colours = colours;
    }

    /** The lines. */
    static List<String> of(ExplainedFile file, Selection selection, Colours colours) {
        X12Explanation explanation = new X12Explanation(selection, colours);
        explanation.file(file);
        explanation.summary(file);
        return explanation.lines;
    }

    private void file(ExplainedFile file) {
        Deque<StrayBytes> strays = new ArrayDeque<>(file.strays());
        for (ExplainedInterchange interchange : file.interchanges()) {
            strays(strays, interchange.offset());
            interchange(interchange);
        }
        strays(strays, Long.MAX_VALUE);
        file.problems().forEach(problem -> lines.add(problem("", problem)));
    }

    private void strays(Deque<StrayBytes> strays, long before) {
        while (!strays.isEmpty() && strays.getFirst().offset() < before) {
            StrayBytes stray = strays.removeFirst();
            lines.add(colours.bad("outside of any segment: " + stray.length() + " bytes from byte " + stray.offset()
                    + ": " + stray.text()));
        }
    }

    private void interchange(ExplainedInterchange interchange) {
        boolean trailer = false;
        for (ExplainedSegment segment : interchange.segments()) {
            if (segment.tag().equals("IEA") && !trailer) {
                trailer = true;
                groups(interchange);
            }
            if (selection.set() == 0) {
                segment("", segment);
            }
        }
        if (!trailer) {
            groups(interchange);
        }
    }

    private void groups(ExplainedInterchange interchange) {
        for (ExplainedGroup group : interchange.groups()) {
            Deque<ExplainedSegment> rest = new ArrayDeque<>(group.segments());
            long first = group.sets().isEmpty()
                    ? Long.MAX_VALUE
                    : offset(group.sets().getFirst());
            while (!rest.isEmpty() && rest.getFirst().offset() < first) {
                beside(rest.removeFirst());
            }
            for (ExplainedSet set : group.sets()) {
                sets++;
                if (selection.set() == 0 || selection.set() == sets) {
                    set.parts().forEach(part -> part(STEP + STEP, part));
                }
            }
            rest.forEach(this::beside);
        }
    }

    private void beside(ExplainedSegment segment) {
        if (selection.set() == 0) {
            segment(STEP, segment);
        }
    }

    private static long offset(ExplainedSet set) {
        return set.parts().stream()
                .flatMap(ExplainedPart::segments)
                .mapToLong(ExplainedSegment::offset)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void part(String indent, ExplainedPart part) {
        switch (part) {
            case ExplainedSegment segment -> segment(indent, segment);
            case ExplainedLoop loop -> {
                boolean first = true;
                for (ExplainedPart inner : loop.parts()) {
                    part(first ? indent : indent + STEP, inner);
                    first = false;
                }
            }
        }
    }

    private void segment(String indent, ExplainedSegment segment) {
        if (!selection.takes(segment)) {
            return;
        }
        lines.add(String.format(Locale.ROOT, "%5d %5s  ", segment.position(), inSet(segment))
                + indent
                + colours.tag(segment.tag())
                + (segment.name().isEmpty() ? "" : "  " + segment.name())
                + (segment.whole() ? "" : colours.bad("  (cut off: it has no terminator)")));
        String inner = " ".repeat(13) + indent + STEP;
        lines.add(inner + raw(segment));
        segment.problems().forEach(problem -> lines.add(problem(inner, problem)));
        segment.elements().forEach(element -> element(inner, segment.tag(), element));
    }

    /** The position in the transaction set that AK302 states, ST = 1. */
    private static String inSet(ExplainedSegment segment) {
        return segment.inSet() == 0 ? "" : "(" + segment.inSet() + ")";
    }

    /** The segment as received, elements separated by {@code *}. */
    private static String raw(ExplainedSegment segment) {
        StringBuilder raw = new StringBuilder(segment.tag());
        int at = 0;
        for (ExplainedElement element : segment.elements()) {
            raw.append("*".repeat(Math.max(0, element.position() - at)));
            at = element.position();
            raw.append(element.hidden() ? "(not shown)" : element.value());
        }
        return printable(raw.toString()).replaceAll("[*]+$", "");
    }

    private void element(String indent, String tag, ExplainedElement element) {
        lines.add(indent + value(String.format(Locale.ROOT, "%s%02d", tag, element.position()), element));
        element.problems().forEach(problem -> lines.add(problem(indent + STEP, problem)));
        for (ExplainedElement component : element.components()) {
            lines.add(indent
                    + STEP
                    + value(
                            String.format(Locale.ROOT, "%s%02d-%d", tag, element.position(), component.position()),
                            component));
            component.problems().forEach(problem -> lines.add(problem(indent + STEP + STEP, problem)));
        }
    }

    private String value(String place, ExplainedElement element) {
        String number = element.dataElement().isEmpty() ? "" : " #" + element.dataElement();
        String name = number + (element.name().isEmpty() ? "" : "  " + element.name());
        String shown = element.hidden() ? "(not shown) " + element.value() : element.value();
        String meaning = element.meaning().isEmpty() ? "" : colours.meaning("  = " + element.meaning());
        return (place + name + ": " + printable(shown)).stripTrailing() + meaning;
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private String problem(String indent, SyntaxProblem problem) {
        String line = indent + "^ " + X12Command.line(problem);
        return problem.severity() == SyntaxProblem.Severity.NOTE ? line : colours.bad(line);
    }

    private void summary(ExplainedFile file) {
        lines.add("");
        long groups = file.interchanges().stream()
                .mapToLong(interchange -> interchange.groups().size())
                .sum();
        lines.add(file.interchanges().size() + " interchanges, " + groups + " groups, " + sets + " transaction sets");
        int number = 0;
        for (ExplainedInterchange interchange : file.interchanges()) {
            lines.add("Interchange " + interchange.number() + " from " + interchange.sender() + " to "
                    + interchange.receiver() + (interchange.complete() ? "" : ": NOT complete"));
            for (ExplainedGroup group : interchange.groups()) {
                for (ExplainedSet set : group.sets()) {
                    number++;
                    lines.add(STEP + "set " + number + ": " + set.id() + " "
                            + (set.name().isEmpty() ? "" : set.name() + " ") + set.number() + ", release "
                            + set.version() + ": " + (set.usable() ? "usable" : colours.bad("NOT usable")));
                    set.totals().forEach(this::total);
                }
            }
        }
    }

    private void total(ExplainedTotal total) {
        String stated = total.stated().isEmpty()
                ? total.statedAt().isEmpty() ? "" : "  not stated"
                : "  stated " + total.stated() + " (" + total.statedAt() + ")";
        String verdict = switch (total.verdict()) {
            case AGREES -> "  ok";
            case DIFFERS -> colours.bad("  DIFFERS");
            case NOT_COMPARED -> "";
        };
        lines.add(String.format(Locale.ROOT, "      %-26s %14s", total.name(), total.counted()) + stated + verdict);
    }
}
