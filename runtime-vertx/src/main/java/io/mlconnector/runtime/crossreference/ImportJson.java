package io.mlconnector.runtime.crossreference;

import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.alignment.Overwriting;
import io.mlconnector.runtime.crossreference.CrossReferenceCsv.Content;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** What a file of translations changes, or would change, in answers of the interface. */
final class ImportJson {

    /** So many of each kind are told one by one. */
    private static final int MOST_SHOWN = 20;

    private ImportJson() {}

    static JsonObject of(CrossReferenceChanges changes, Content content, Overwriting overwriting) {
        List<Long> lines = content.lines();
        Stream<String> contradicting = changes.contradicting().stream()
                .limit(MOST_SHOWN)
                .map(two -> "Line " + lines.get(two.second()) + " contradicts line " + lines.get(two.first()) + ": "
                        + content.references().get(two.second()).key());
        Stream<String> replaced = changes.replaced().stream()
                .limit(MOST_SHOWN)
                .map(one -> "Line " + lines.get(one.position()) + ": "
                        + one.before().key() + " means " + one.before().ours() + " so far, here "
                        + one.after().ours());
        return new JsonObject()
                .put("refused", !CrossReferenceStore.done(changes, overwriting))
                .put("added", changes.added().size())
                .put("replaced", changes.replaced().size())
                .put("unchanged", changes.unchanged())
                .put("contradicting", changes.contradicting().size())
                .put(
                        "remarks",
                        new JsonArray(Stream.concat(contradicting, replaced).toList()));
    }
}
