package io.mlconnector.x12.internal.dictionary;

import io.mlconnector.x12.internal.dictionary.Loop.Item;
import io.mlconnector.x12.internal.dictionary.Loop.Necessity;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the structure of a transaction set in the notation of reference x12, section 2. */
final class StructureParser {
    private static final Pattern TOKEN = Pattern.compile("[()]|([A-Z][A-Z0-9]{1,2})(!!|[!?*+]|)(?:\\{(\\d+)})?");

    private final Iterator<MatchResult> tokens;
    private final Map<Integer, SegmentRule> rules;

    private StructureParser(String text, Map<Integer, SegmentRule> rules) {
        this.rules = rules;
        String rest = TOKEN.matcher(text).replaceAll("");
        if (!rest.isBlank()) {
            throw new IllegalStateException("The structure of a set cannot be read: " + rest.strip());
        }
        tokens = TOKEN.matcher(text).results().iterator();
    }

    static Loop parse(String text, Map<Integer, SegmentRule> rules) {
        return new StructureParser(text, rules).loop("", true);
    }

    private Loop loop(String around, boolean outermost) {
        var items = new ArrayList<Item>();
        String path = around;
        while (tokens.hasNext()) {
            MatchResult token = tokens.next();
            if (token.group().equals(")")) {
                break;
            }
            if (token.group().equals("(")) {
                items.add(loopItem(loop(path, false)));
                continue;
            }
            if (items.isEmpty() && !outermost) {
                path = around.isEmpty() ? token.group(1) : around + "/" + token.group(1);
            }
            items.add(segmentItem(token, path));
        }
        return Loop.of(path, items);
    }

    /** The repeat count of a loop is given at its first segment, which occurs only once within the loop. */
    private static Item loopItem(Loop loop) {
        var items = new ArrayList<>(loop.items());
        Item first = items.get(0);
        items.set(0, new Item(first.tag(), Necessity.OPTIONAL, 1, List.of(), first.place()));
        return new Item(
                first.tag(), first.necessity(), first.most(), List.of(Loop.of(loop.path(), items)), first.place());
    }

    private Item segmentItem(MatchResult token, String path) {
        Necessity necessity = switch (token.group(2)) {
            case "!!" -> Necessity.ESSENTIAL;
            case "!", "+" -> Necessity.MANDATORY;
            default -> Necessity.OPTIONAL;
        };
        boolean many = token.group(2).equals("*") || token.group(2).equals("+");
        int most = token.group(3) != null ? Integer.parseInt(token.group(3)) : many ? Integer.MAX_VALUE : 1;
        int tag = Tag.of(token.group(1));
        var place = new Place(path, token.group(1), Optional.ofNullable(rules.get(tag)));
        return new Item(tag, necessity, most, List.of(), place);
    }
}
