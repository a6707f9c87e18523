package io.mlconnector.engine.cause;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.crossreference.Suggestion;
import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.engine.Engine;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is suggested for documents that stand still, by what people did before. Only reads. */
public final class Suggestions {

    private Suggestions() {}

    /**
     * For some causes.
     *
     * @param looking the engine for those who only look
     * @param causeKeys of the causes
     * @return for each of them what is suggested, translations first; an empty list if nothing is
     */
    public static Future<Map<String, List<Suggestion>>> of(Engine looking, Collection<String> causeKeys) {
        return looking.onContext(looking.crossReferences().all())
                .compose(known -> looking.onContext(looking.journal().precedents(causeKeys))
                        .map(precedents -> of(causeKeys, known.all(), precedents)));
    }

    private static Map<String, List<Suggestion>> of(
            Collection<String> causeKeys, Collection<CrossReference> known, List<Precedent> precedents) {
        Map<String, Precedent> byCause = new HashMap<>();
        precedents.forEach(one -> byCause.put(one.causeKey(), one));
        Map<String, List<Suggestion>> all = new LinkedHashMap<>();
        causeKeys.forEach(key -> all.put(
                key,
                Stream.concat(
                                translations(key, known).stream(),
                                Optional.ofNullable(byCause.get(key)).flatMap(Suggestion::of).stream())
                        .toList()));
        return all;
    }

    /** An order's own word is looked for where the partner's has none. */
    private static List<Suggestion> translations(String causeKey, Collection<CrossReference> known) {
        return Stream.of(false, true)
                .map(outbound -> MissingTranslation.of(causeKey, outbound)
                        .map(missing -> Suggestion.of(missing, known))
                        .orElse(List.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
