package io.mlconnector.runtime.cause;

import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.crossreference.Suggestion;
import io.mlconnector.domain.takingback.TakeBack.Verdict;
import io.mlconnector.engine.cause.FixUndo;
import io.mlconnector.ports.journal.document.StuckCause;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** How a cause stands in answers of the interface and of commands. */
public final class CauseJson {

    private CauseJson() {}

    /**
     * With what it keeps from going on, and whether a translation would free it.
     *
     * @param suggested how they might go on
     */
    public static JsonObject of(StuckCause cause, List<Suggestion> suggested) {
        JsonArray suggestions = new JsonArray();
        suggested.forEach(one -> suggestions.add(new JsonObject()
                .put("way", one.way().name().toLowerCase(Locale.ROOT))
                .put("means", one.means().isEmpty() ? null : one.means())
                .put("evidence", one.evidence())
                .put("count", one.count())));
        JsonArray amounts = new JsonArray();
        new TreeMap<>(cause.amounts())
                .forEach((currency, amount) -> amounts.add(new JsonObject()
                        .put("currency", currency.isEmpty() ? null : currency)
                        .put("amount", amount.toPlainString())));
        return new JsonObject()
                .put("causeKey", cause.causeKey())
                .put("code", cause.example().code())
                .put("message", cause.example().message())
                .put("count", cause.documents())
                .put("amounts", amounts)
                .put("earliestDue", cause.earliestDue().map(LocalDate::toString).orElse(null))
                .put("since", cause.since().toString())
                .put("latest", cause.latest().toString())
                .put("partners", new JsonArray(cause.partners()))
                .put("suggestions", suggestions)
                .put(
                        "translates",
                        MissingTranslation.of(cause.causeKey(), false).isPresent());
    }

    /** What became of the documents of a fix that was taken back, or would become. */
    static JsonObject of(FixUndo.Undone undone) {
        JsonArray items = new JsonArray();
        undone.documents()
                .forEach(one -> items.add(new JsonObject()
                        .put("id", one.document().text())
                        .put("verdict", one.word())
                        .put("message", one.message())));
        return new JsonObject()
                .put("fix", undone.record().mark().id())
                .put("causeKey", undone.record().mark().fix().causeKey())
                .put("crossReference", undone.reference().word())
                .put("items", items)
                .put("count", items.size())
                .put("takenBack", undone.count(Verdict.TAKEN_BACK));
    }
}
