package io.mlconnector.x12.internal.validation;

import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Collects the problems of a transaction set or a file. Keeps a bounded number of each severity, so that a file of
 * garbage needs no more memory than a valid one; an error is never dropped.
 */
public final class Findings {
    private static final int MOST_OF_A_KIND = 200;
    private static final String MORE = "more-problems";
    private static final int LONGEST_TEXT = 99;
    private static final Pattern HEADER = Pattern.compile("(?is)ISA[^a-z0-9]\\d\\d.*");

    private final List<SyntaxProblem> problems = new ArrayList<>();
    private Map<Severity, Integer> counts = Map.of();
    private final Consumer<SyntaxProblem> wider;
    private final Validation validation;

    /** Findings that are not passed on. */
    public Findings() {
        this(Validation.WARN);
    }

    /** Findings that are not passed on, with the partner's validation level. */
    public Findings(Validation validation) {
        this(problem -> {}, validation);
    }

    /** Findings of a part; each is also passed to {@code wider}. */
    public Findings(Consumer<SyntaxProblem> wider) {
        this(wider, Validation.WARN);
    }

    /** Findings of a part of which only errors are kept; each is also added to {@code wider}. */
    public static Findings errorsInto(Findings wider) {
        return new Findings(wider::add, Validation.OFF);
    }

    private Findings(Consumer<SyntaxProblem> wider, Validation validation) {
        this.wider = wider;
        this.validation = validation;
    }

    /** Adds a problem that is already made. */
    public void add(SyntaxProblem problem) {
        if (validation == Validation.OFF && problem.severity().compareTo(Severity.ERROR) < 0) {
            return;
        }
        if (counts.isEmpty()) {
            counts = new EnumMap<>(Severity.class);
        }
        int count = counts.merge(problem.severity(), 1, Integer::sum);
        if (count < MOST_OF_A_KIND) {
            keep(problem);
        } else if (count == MOST_OF_A_KIND) {
            keep(new SyntaxProblem(
                    MORE,
                    problem.severity(),
                    "",
                    "",
                    0,
                    0,
                    0,
                    0,
                    problem.offset(),
                    "",
                    "Further problems of this severity after this point are not listed."));
        }
    }

    /** Says how many are not listed. */
    private SyntaxProblem counted(SyntaxProblem problem) {
        if (!problem.code().equals(MORE)) {
            return problem;
        }
        int more = counts.getOrDefault(problem.severity(), 0) - MOST_OF_A_KIND + 1;
        return problem.saying("", more + " further problems of this severity from this point on are not listed.");
    }

    private void keep(SyntaxProblem problem) {
        problems.add(problem);
        wider.accept(problem);
    }

    /** Adds a problem of the present segment or of one of its elements (0 for the segment as a whole). */
    public void add(
            Severity severity, String code, String standardCode, SegmentCursor at, int element, String message) {
        add(severity, code, standardCode, at, element, element == 0 ? "" : at.text(element), message);
    }

    /** Adds a problem of the present segment with a text of its own. */
    public void add(
            Severity severity,
            String code,
            String standardCode,
            SegmentCursor at,
            int element,
            String text,
            String message) {
        add(severity, code, standardCode, at, element, 0, text, "", message);
    }

    private void add(
            Severity severity,
            String code,
            String standardCode,
            SegmentCursor at,
            int element,
            int component,
            String text,
            String rule,
            String message) {
        add(new SyntaxProblem(
                code,
                severity,
                standardCode,
                at.tagText(),
                at.inFile(),
                at.inSet(),
                element,
                component,
                at.offset(element),
                shortened(text),
                rule,
                message));
    }

    /** Adds a warning of the present segment. */
    public void warn(String code, String standardCode, SegmentCursor at, int element, String message) {
        warn(code, standardCode, at, element, "", message);
    }

    /**
     * Adds a broken rule of the standard or of a guide: a warning, or an error where the partner is to be refused for
     * what a 997 would refuse it for.
     *
     * @param rule the rule as a table shows it
     */
    public void warn(String code, String standardCode, SegmentCursor at, int element, String rule, String message) {
        String text = element == 0 ? "" : at.text(element);
        add(refused(standardCode), code, standardCode, at, element, 0, text, rule, message);
    }

    /** The same of a component of an element, first = 1. */
    public void warn(
            String code,
            String standardCode,
            SegmentCursor at,
            int element,
            int component,
            String rule,
            String message) {
        String text = at.component(element, component);
        add(refused(standardCode), code, standardCode, at, element, component, text, rule, message);
    }

    /** Adds a problem that remains a warning at every validation level: code lists that partners extend. */
    public void tolerate(String code, String standardCode, SegmentCursor at, int element, String rule, String message) {
        add(Severity.WARNING, code, standardCode, at, element, 0, at.text(element), rule, message);
    }

    /** The same of a component of an element, first = 1. */
    void tolerate(
            String code,
            String standardCode,
            SegmentCursor at,
            int element,
            int component,
            String rule,
            String message) {
        String text = at.component(element, component);
        add(Severity.WARNING, code, standardCode, at, element, component, text, rule, message);
    }

    /** The severity of a broken rule (reference x12, section 9.4: which of them make an AK5 R). */
    Severity refused(String standardCode) {
        boolean refusable =
                standardCode.startsWith("AK3") || standardCode.startsWith("AK4") || standardCode.startsWith("AK502");
        return validation == Validation.REJECT && refusable ? Severity.ERROR : Severity.WARNING;
    }

    /** How many problems of the present segment are known; codes that are on no list do not count. */
    int telling(SegmentCursor at) {
        int count = 0;
        for (int i = problems.size() - 1; i >= 0 && problems.get(i).segmentInFile() == at.inFile(); i--) {
            count += problems.get(i).code().equals("code-unknown") ? 0 : 1;
        }
        return count;
    }

    /** Drops all problems of the present segment. */
    void forget(SegmentCursor at) {
        while (!problems.isEmpty() && problems.get(problems.size() - 1).segmentInFile() == at.inFile()) {
            SyntaxProblem last = problems.remove(problems.size() - 1);
            counts.merge(last.severity(), -1, Integer::sum);
        }
    }

    /** Adds other findings with translated codes of the standard. */
    public void addAll(Findings others, Function<SyntaxProblem, String> standardCode) {
        for (SyntaxProblem problem : others.problems) {
            add(problem.weighing(problem.severity(), standardCode.apply(problem)));
        }
    }

    /** Adds a note: something was repaired. */
    public void note(String code, SegmentCursor at, int element, String message) {
        add(Severity.NOTE, code, "", at, element, message);
    }

    /**
     * Reports that a required value cannot be used. If the same problem was already found at this place, it becomes an
     * error; otherwise it is added.
     */
    public void unusable(String code, String standardCode, SegmentCursor at, int element, String message) {
        for (int i = problems.size() - 1; i >= 0; i--) {
            SyntaxProblem known = problems.get(i);
            if (known.segmentInFile() != at.inFile()) {
                break;
            }
            if (known.element() == element && known.standardCode().equals(standardCode)) {
                counts.merge(known.severity(), -1, Integer::sum);
                counts.merge(Severity.ERROR, 1, Integer::sum);
                problems.set(i, known.weighing(Severity.ERROR, standardCode));
                return;
            }
        }
        add(Severity.ERROR, code, standardCode, at, element, message);
    }

    /** Whether one of the problems makes the document unusable. */
    public boolean useless() {
        return counts.getOrDefault(Severity.ERROR, 0) + counts.getOrDefault(Severity.FATAL, 0) > 0;
    }

    /** The problems in order of position. */
    public List<SyntaxProblem> inOrder() {
        if (problems.isEmpty()) {
            return List.of();
        }
        var sorted = new ArrayList<>(problems);
        sorted.replaceAll(this::counted);
        sorted.sort(Comparator.comparingLong(SyntaxProblem::offset));
        return sorted;
    }

    /** A text of the file for use in a message: never longer than forty characters. */
    public static String quoted(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        String shown = shortened(text);
        return shown.length() > 40 ? shown.substring(0, 40) + "..." : shown;
    }

    /**
     * A text that fits into a problem, without control characters. What looks like a header of other delimiters is left
     * out: it may hold a password.
     */
    static String shortened(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return HEADER.matcher(cut).replaceAll("").replaceAll("\\p{Cntrl}", " ");
    }
}
