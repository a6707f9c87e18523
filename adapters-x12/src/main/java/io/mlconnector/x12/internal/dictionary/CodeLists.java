package io.mlconnector.x12.internal.dictionary;

import io.mlconnector.domain.interchange.Release;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The code lists of one release that are complete, by data element number; an element without a complete list is never
 * judged. All of them are open: partners extend them (reference x12, section 11).
 *
 * @param byElement the lists
 */
record CodeLists(Map<String, CodeSet> byElement) {
    static CodeLists load(Release release) {
        return new CodeLists(Resource.lines("codes-" + release.version() + ".txt").stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toUnmodifiableMap(
                        words -> words[0], words -> CodeSet.of(Arrays.copyOfRange(words, 1, words.length)))));
    }

    CodeSet of(String element) {
        return byElement.getOrDefault(element, CodeSet.OPEN);
    }
}
