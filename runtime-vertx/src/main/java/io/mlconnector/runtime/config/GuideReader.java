package io.mlconnector.runtime.config;

import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.PartnerGuide.Necessity;
import io.mlconnector.domain.agreement.PartnerGuide.Rule;
import io.mlconnector.runtime.config.section.Mistake;
import io.mlconnector.runtime.config.section.Section;
import io.mlconnector.runtime.config.section.Values;
import io.mlconnector.runtime.config.section.YamlFile;
import io.mlconnector.x12.X12Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a partner's guide: what the partner's documents must be like beyond the standard. */
public final class GuideReader {

    private static final X12Vocabulary WORDS = new X12Vocabulary();
    private static final int LONGEST = 4096;

    private GuideReader() {}

    /**
     * Reads a file.
     *
     * @throws ConfigurationException with every mistake
     */
    public static PartnerGuide read(Path file) {
        List<Mistake> mistakes = new ArrayList<>();
        PartnerGuide guide = read(file, mistakes);
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(file.toString(), mistakes);
        }
        return guide;
    }

    /**
     * Reads a file.
     *
     * @param mistakes every mistake is added, with the file's name before its path
     * @return a guide that asks for nothing where the file cannot be read at all
     */
    static PartnerGuide read(Path file, List<Mistake> mistakes) {
        String name = String.valueOf(file.getFileName());
        return YamlFile.read(file, "guide", (text, found) -> parse(text, name, found), mistakes)
                .orElse(PartnerGuide.NONE);
    }

    /**
     * Reads a text.
     *
     * @param name how the guide is called if it does not say so itself
     * @param mistakes every mistake is added
     */
    public static PartnerGuide parse(String text, String name, List<Mistake> mistakes) {
        return YamlFile.root(text, name, mistakes)
                .map(root -> guide(root, name))
                .orElse(PartnerGuide.NONE);
    }

    private static PartnerGuide guide(Section root, String fileName) {
        String name = root.text("name").orElse(fileName);
        List<Rule> rules = new ArrayList<>();
        Section sets = root.requiredSection("sets");
        for (String set : Set.copyOf(sets.keys())) {
            if (!WORDS.sets().contains(set)) {
                sets.mistake(
                        set, "is no set that is read" + SegmentPath.meant(set, WORDS.sets()) + "; quote it: \"810\"");
                continue;
            }
            set(sets.section(set), set, rules);
        }
        root.close();
        return new PartnerGuide(name, rules);
    }

    private static void set(Section section, String set, List<Rule> rules) {
        segments(section, "required", set, Necessity.REQUIRED, rules);
        segments(section, "notUsed", set, Necessity.NOT_USED, rules);
        Section elements = section.section("elements");
        for (String key : List.copyOf(elements.keys())) {
            elements(elements, key, set).ifPresent(rules::add);
        }
        section.close();
    }

    private static void segments(Section section, String key, String set, Necessity necessity, List<Rule> rules) {
        for (String text : section.texts(key)) {
            try {
                SegmentPath path = SegmentPath.of(text, set, WORDS);
                rules.add(rule(path, Optional.of(necessity), Set.of(), 0, 0));
            } catch (IllegalArgumentException e) {
                section.mistake(key, String.valueOf(e.getMessage()));
            }
        }
    }

    private static Optional<Rule> elements(Section elements, String key, String set) {
        Optional<SegmentPath> path = Optional.empty();
        try {
            path = Optional.of(SegmentPath.of(key, set, WORDS));
        } catch (IllegalArgumentException e) {
            elements.mistake(key, String.valueOf(e.getMessage()));
        }
        Section asked = elements.section(key);
        boolean required = asked.read("required", false, Values::truth);
        boolean notUsed = asked.read("notUsed", false, Values::truth);
        Set<String> codes = Set.copyOf(asked.texts("codes"));
        int least = asked.read("min", 0, text -> Values.integer(text, 0, LONGEST));
        int most = asked.read("max", 0, text -> Values.integer(text, 1, LONGEST));
        asked.close();
        boolean asks = required || notUsed || !codes.isEmpty() || least > 0 || most > 0;
        if (path.isPresent() && path.get().element() == 0) {
            elements.mistake(
                    key,
                    "names no element; write " + key + "/02 or " + path.get().tag() + "02 for the second one");
        } else if (required && notUsed) {
            elements.mistake(key, "cannot be required and not used");
        } else if (most > 0 && least > most) {
            elements.mistake(key, "has a min of " + least + " above its max of " + most);
        } else if (!asks) {
            elements.mistake(key, "asks for nothing; say required, notUsed, codes, min or max");
        }
        Optional<Necessity> necessity = required
                ? Optional.of(Necessity.REQUIRED)
                : notUsed ? Optional.of(Necessity.NOT_USED) : Optional.empty();
        return path.map(there -> new Rule(
                there.set(),
                there.loop(),
                there.tag(),
                there.qualifier(),
                there.element(),
                necessity,
                codes,
                least,
                most));
    }

    private static Rule rule(SegmentPath path, Optional<Necessity> necessity, Set<String> codes, int least, int most) {
        if (path.element() > 0) {
            throw new IllegalArgumentException(
                    path.tag() + " is asked for as a segment here; its elements stand under" + " elements");
        }
        return new Rule(path.set(), path.loop(), path.tag(), path.qualifier(), 0, necessity, codes, least, most);
    }
}
