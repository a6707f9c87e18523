package io.mlconnector.dynamics.internal.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The messages that F&O collected while it worked, as it puts them into one error text: {@code Write failed for table row of type
 * 'X'. Infolog: Warning: A.; Error: B..} (reference dynamics, section 7).
 */
final class Infolog {

    private static final Pattern FRAME =
            Pattern.compile("^(?:Write failed for table row of type '[^']*'\\.\\s*)?(?:Infolog:\\s*)?");
    private static final Pattern SEVERITY = Pattern.compile("(?:^|[;.]\\s+|;)(?:Info|Warning|Error):\\s+");

    /** Says only where in F&O's own code it was noticed. */
    private static final Pattern WHERE =
            Pattern.compile("validate(?:Field|Write|Delete) failed on .*|Update has been cancell?ed", Pattern.DOTALL);

    private Infolog() {}

    /**
     * Its sentences, each once and with one full stop. What only names a place in F&O's own code is left out, unless nothing else is
     * said.
     */
    static List<String> sentences(String text) {
        String log = FRAME.matcher(text).replaceFirst("");
        List<String> all = new ArrayList<>();
        Matcher severity = SEVERITY.matcher(log);
        int from = 0;
        while (severity.find()) {
            add(all, log.substring(from, severity.start()));
            from = severity.end();
        }
        add(all, log.substring(from));
        Set<String> business = all.stream()
                .filter(sentence -> !WHERE.matcher(sentence).matches())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return (business.isEmpty() ? all : List.copyOf(business))
                .stream().map(sentence -> sentence + ".").toList();
    }

    /** The same as one text for a person. */
    static String inWords(String text) {
        List<String> sentences = sentences(text);
        return sentences.isEmpty() ? text : String.join(" ", sentences);
    }

    private static void add(List<String> all, String part) {
        String sentence = part.strip().replaceAll("[.;\\s]+$", "");
        if (!sentence.isEmpty()) {
            all.add(sentence);
        }
    }
}
