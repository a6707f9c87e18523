package io.mlconnector.runtime.config;

import io.mlconnector.domain.agreement.CodeTables;
import io.mlconnector.domain.agreement.HeaderRules;
import io.mlconnector.domain.agreement.HeaderRules.DateRule;
import io.mlconnector.domain.agreement.HeaderRules.Fact;
import io.mlconnector.domain.agreement.HeaderRules.PartyRule;
import io.mlconnector.domain.agreement.HeaderRules.ReferenceRule;
import io.mlconnector.domain.agreement.LineRules;
import io.mlconnector.domain.agreement.LineRules.ProductIdRule;
import io.mlconnector.domain.agreement.LineRules.Schedule;
import io.mlconnector.domain.agreement.SegmentText;
import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.agreement.TextRules.CharacterSet;
import io.mlconnector.domain.agreement.TextRules.LineEnd;
import io.mlconnector.domain.agreement.TextRules.LongTexts;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.runtime.config.section.Choices;
import io.mlconnector.runtime.config.section.Mistake;
import io.mlconnector.runtime.config.section.Section;
import io.mlconnector.runtime.config.section.Values;
import io.mlconnector.runtime.config.section.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads a writing profile: a YAML file of its own, of which each part that is left out is as usual. */
public final class ProfileReader {

    static final Map<String, CharacterSet> CHARACTERS =
            Choices.of("basic", CharacterSet.BASIC, "extended", CharacterSet.EXTENDED);
    static final Map<String, LineEnd> LINE_ENDS =
            Choices.of("none", LineEnd.NONE, "lf", LineEnd.LF, "crlf", LineEnd.CRLF);
    private static final Map<String, LongTexts> LONG_TEXTS =
            Choices.of("cut", LongTexts.CUT, "split", LongTexts.SPLIT, "refuse", LongTexts.REFUSE);
    private static final Map<String, Schedule> SCHEDULES =
            Choices.of("lines", Schedule.LINES, "sch", Schedule.SEGMENTS, "always", Schedule.ALWAYS);
    private static final Map<String, ProductIdRule.Source> SOURCES = camel(ProductIdRule.Source.values());
    private static final Map<String, Fact> FACTS = camel(Fact.values());
    private static final Map<String, DateRule.Day> DAYS = camel(DateRule.Day.values());
    private static final Map<String, PartyRule.Who> WHO = camel(PartyRule.Who.values());
    private static final int MOST_HEADER_DATES = 10;

    private ProfileReader() {}

    /**
     * Reads a profile.
     *
     * @param file the file
     * @param mistakes every mistake is added, with the file's name before its path
     * @return the usual profile where the file cannot be read at all
     */
    static WritingProfile read(Path file, List<Mistake> mistakes) {
        String name = String.valueOf(file.getFileName());
        return YamlFile.read(file, "profile", (text, found) -> parse(text, name, found), mistakes)
                .orElse(WritingProfile.USUAL);
    }

    /**
     * Reads a text.
     *
     * @param name how the profile is called if it does not say so itself
     * @param mistakes every mistake is added
     */
    public static WritingProfile parse(String text, String name, List<Mistake> mistakes) {
        return YamlFile.root(text, name, mistakes)
                .map(root -> profile(root, name))
                .orElse(WritingProfile.USUAL);
    }

    private static WritingProfile profile(Section root, String fileName) {
        WritingProfile profile = new WritingProfile(
                root.text("name").orElse(fileName),
                texts(root.section("texts")),
                header(root),
                lines(root.section("lines")),
                codes(root.section("codes")),
                leftOut(root));
        root.close();
        return profile;
    }

    private static Set<String> leftOut(Section root) {
        if (!root.has("leaveOut")) {
            return WritingProfile.USUAL.leftOut();
        }
        Set<String> leftOut = new HashSet<>(root.texts("leaveOut"));
        for (String part : root.texts("leaveOut")) {
            if (!WritingProfile.OPTIONAL.contains(part)) {
                root.mistake(
                        "leaveOut",
                        "has " + part + ", which is always sent or never; known are "
                                + WritingProfile.OPTIONAL.stream().sorted().toList());
                leftOut.remove(part);
            }
        }
        return leftOut;
    }

    private static TextRules texts(Section section) {
        TextRules usual = TextRules.USUAL;
        CharacterSet characters = section.choice("characters", usual.characters(), CHARACTERS);
        Map<String, Integer> limits = new LinkedHashMap<>();
        Section named = section.section("limits");
        for (String element : Set.copyOf(named.keys())) {
            int limit = named.read(element, 1, text -> Values.integer(text, 1, 4096));
            if (element.matches("[A-Z][A-Z0-9]{1,2}\\d{2}")) {
                limits.put(element, limit);
            } else {
                named.mistake(element, "must name an element, such as PID05 or N102");
            }
        }
        named.close();
        char substitute = section.read("substitute", ' ', text -> {
            if (text.length() != 1 || !characters.holds(text.charAt(0))) {
                throw new IllegalArgumentException("must be one character of the agreed set, not " + text);
            }
            return text.charAt(0);
        });
        TextRules rules = new TextRules(
                characters,
                section.read("transliterate", usual.transliterated(), Values::truth),
                section.read("upperCase", usual.upperCase(), Values::truth),
                substitute,
                section.choice("tooLong", usual.longTexts(), LONG_TEXTS),
                limits,
                section.choice("lineEnd", usual.lineEnd(), LINE_ENDS));
        section.close();
        return rules;
    }

    private static HeaderRules header(Section root) {
        HeaderRules usual = HeaderRules.USUAL;
        return new HeaderRules(
                root.read("orderType", usual.orderType(), text -> length(text, 2, 2)),
                root.has("references") ? references(root.section("references")) : usual.references(),
                root.has("lineReferences") ? references(root.section("lineReferences")) : usual.lineReferences(),
                root.has("dates") ? dates(root.section("dates")) : usual.dates(),
                root.has("parties") ? parties(root.section("parties")) : usual.parties(),
                root.texts("notes"),
                Map.of());
    }

    /** {@code IA: vendorAccount}, or {@code DP: "=030"} for the same value on every order. */
    private static List<ReferenceRule> references(Section section) {
        List<ReferenceRule> rules = new ArrayList<>();
        for (String qualifier : List.copyOf(section.keys())) {
            String value = section.requiredText(qualifier);
            boolean constant = value.startsWith("=");
            Fact fact = constant ? Fact.CONSTANT : section.choice(qualifier, Fact.CONSTANT, FACTS);
            if (constant && value.length() == 1) {
                section.mistake(qualifier, "has nothing after the equals sign");
            }
            keep(section, qualifier, rules, key -> new ReferenceRule(key, fact, constant ? value.substring(1) : ""));
        }
        return rules;
    }

    /** {@code "002": requestedDelivery}, or {@code "001": requestedDelivery + 7} for days later. */
    private static List<DateRule> dates(Section section) {
        List<DateRule> rules = new ArrayList<>();
        for (String qualifier : List.copyOf(section.keys())) {
            String[] words = section.requiredText(qualifier).strip().split("\\s*\\+\\s*", -1);
            DateRule.Day day = DAYS.get(words[0]);
            if (day == null || words.length > 2) {
                section.mistake(
                        qualifier, "must be one of " + DAYS.keySet() + ", or one of them with days, such as + 7");
                continue;
            }
            int plus =
                    words.length == 1 ? 0 : section.read(qualifier, 0, ignored -> Values.integer(words[1], -365, 365));
            keep(section, qualifier, rules, key -> new DateRule(key, day, plus));
        }
        if (rules.size() > MOST_HEADER_DATES) {
            section.mistake("", "has more than ten dates; DTM stands ten times at most");
        }
        return rules;
    }

    /** {@code ST: delivery}, or {@code BY: {is: us, name: …, qualifier: UL, id: …}}. */
    private static List<PartyRule> parties(Section section) {
        List<PartyRule> rules = new ArrayList<>();
        for (String role : List.copyOf(section.keys())) {
            if (section.node(role).filter(MappingNode.class::isInstance).isEmpty()) {
                PartyRule.Who who = section.choice(role, PartyRule.Who.US, WHO);
                keep(section, role, rules, key -> PartyRule.usual(key, who));
                continue;
            }
            Section party = section.section(role);
            if (!party.has("is")) {
                party.requiredText("is");
            }
            PartyRule.Who who = party.choice("is", PartyRule.Who.US, WHO);
            Optional<String> name = party.text("name");
            String qualifier = party.text("qualifier").orElse("92");
            Optional<String> id = party.text("id");
            party.close();
            keep(section, role, rules, key -> new PartyRule(key, who, name, qualifier, id));
        }
        return rules;
    }

    private static <T> void keep(Section section, String key, List<T> rules, Function<String, T> rule) {
        try {
            rules.add(rule.apply(key));
        } catch (IllegalArgumentException e) {
            section.mistake(key, String.valueOf(e.getMessage()));
        }
    }

    private static LineRules lines(Section section) {
        LineRules usual = LineRules.USUAL;
        List<ProductIdRule> ids = new ArrayList<>();
        Section named = section.section("productIds");
        for (String qualifier : List.copyOf(named.keys())) {
            ProductIdRule.Source source = named.choice(qualifier, ProductIdRule.Source.GTIN, SOURCES);
            keep(named, qualifier, ids, key -> new ProductIdRule(key, source));
        }
        Map<String, String> units = new LinkedHashMap<>();
        Section unitNames = section.section("units");
        for (String symbol : Set.copyOf(unitNames.keys())) {
            units.put(symbol.toLowerCase(Locale.ROOT), unitNames.read(symbol, "EA", text -> length(text, 2, 2)));
        }
        Set<String> bases = section.has("priceBases") ? new HashSet<>(section.texts("priceBases")) : usual.priceBases();
        if (!usual.priceBases().containsAll(bases)) {
            section.mistake(
                    "priceBases",
                    "may have " + usual.priceBases().stream().sorted().toList());
        }
        if (ids.size() > 10) {
            section.mistake("productIds", "has more than ten; a line has at most ten product ids");
            ids.subList(10, ids.size()).clear();
        }
        LineRules rules = new LineRules(
                section.has("productIds") ? ids : usual.productIds(),
                units,
                bases,
                section.read("priceDecimals", usual.priceDecimals(), text -> Values.integer(text, 2, 12)),
                section.choice("schedule", usual.schedule(), SCHEDULES),
                section.read("unchanged", usual.unchanged(), Values::truth),
                section.read("leftToReceive", usual.leftToReceive(), Values::truth));
        section.close();
        return rules;
    }

    private static CodeTables codes(Section section) {
        CodeTables usual = CodeTables.USUAL;
        CodeTables tables = new CodeTables(
                table(section, "paymentTerms", "ITD", 15, usual.paymentTerms()),
                section.read("netFromName", usual.netFromName(), Values::truth),
                table(section, "cashDiscounts", "ITD", 15, usual.cashDiscounts()),
                table(section, "deliveryTerms", "FOB", 9, usual.deliveryTerms()),
                table(section, "deliveryModes", "TD5", 15, usual.deliveryModes()),
                charges(section, usual.charges()),
                amount(section, "lineDiscount", usual.lineDiscount()),
                amount(section, "totalDiscount", usual.totalDiscount()),
                amount(section, "multilineDiscount", usual.multilineDiscount()),
                amount(section, "priceCharges", usual.priceCharges()),
                amount(section, "tax", usual.tax()),
                amount(section, "roundOff", usual.roundOff()),
                section.choice("unknown", usual.strict(), Choices.of("leaveOut", false, "refuse", true)));
        section.close();
        return tables;
    }

    private static SegmentText amount(Section section, String key, SegmentText usual) {
        return section.has(key) ? segment(section.section(key), "SAC", 16) : usual;
    }

    private static Map<String, SegmentText> charges(Section section, Map<String, SegmentText> usual) {
        Map<String, SegmentText> charges = table(section, "charges", "SAC", 16, usual);
        charges.forEach((code, text) -> {
            if (text.at(1).isEmpty()) {
                section.mistake("charges", "does not say SAC01 of " + code + ": A for an allowance, C for a charge");
            }
        });
        return charges;
    }

    private static Map<String, SegmentText> table(
            Section section, String key, String tag, int elements, Map<String, SegmentText> usual) {
        if (!section.has(key)) {
            return usual;
        }
        Map<String, SegmentText> table = new LinkedHashMap<>();
        Section codes = section.section(key);
        for (String code : List.copyOf(codes.keys())) {
            table.put(code, segment(codes.section(code), tag, elements));
        }
        return table;
    }

    /** {@code {ITD01: "05", ITD07: "30"}}. */
    private static SegmentText segment(Section section, String tag, int most) {
        Map<Integer, String> elements = new LinkedHashMap<>();
        for (String key : List.copyOf(section.keys())) {
            Optional<String> value = section.text(key);
            boolean named = key.matches(tag + "\\d{2}");
            int position = named ? Integer.parseInt(key.substring(tag.length())) : 0;
            if (position < 1 || position > most) {
                section.mistake(key, "must be an element from " + tag + "01 to " + tag + most(most));
            } else {
                value.ifPresent(text -> elements.put(position, text));
            }
        }
        return new SegmentText(elements);
    }

    private static String most(int most) {
        return most < 10 ? "0" + most : Integer.toString(most);
    }

    private static String length(String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw new IllegalArgumentException("must have " + least + " characters, not " + text);
        }
        return text;
    }

    private static <T extends Enum<T>> Map<String, T> camel(T[] values) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            StringBuilder word = new StringBuilder();
            for (String part : value.name().toLowerCase(Locale.ROOT).split("_", -1)) {
                word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
            }
            if (!value.name().equals("CONSTANT")) {
                words.put(word.toString(), value);
            }
        }
        return words;
    }
}
