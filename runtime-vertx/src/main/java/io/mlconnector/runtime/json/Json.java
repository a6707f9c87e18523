package io.mlconnector.runtime.json;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.intervention.Replayed;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How records are shown as JSON, by the interface and by the commands alike. */
public final class Json {

    private Json() {}

    /** A document. */
    public static JsonObject of(DocumentRecord document) {
        JsonObject json = new JsonObject()
                .put("id", document.id().text())
                .put("connection", document.connection())
                .put("partner", document.partner())
                .put("direction", document.direction().word())
                .put("type", document.type())
                .put("condition", document.condition().word())
                .put("stage", document.stage().word())
                .put("validity", document.validity().word())
                .put("acknowledgement", document.acknowledgement().word())
                .put("legalEntity", document.keys().legalEntity())
                .put("orderNumber", document.keys().orderNumber())
                .put("confirmationNumber", document.keys().confirmationNumber())
                .put("invoiceNumber", document.keys().invoiceNumber())
                .put("controlNumber", document.keys().controlNumber())
                .put("groupNumber", document.keys().groupNumber())
                .put("transactionSetNumber", document.keys().transactionSetNumber())
                .put("fileName", document.keys().fileName())
                .put("attempts", document.attempts())
                .put("createdAt", document.createdAt().toString())
                .put("changedAt", document.changedAt().toString())
                .put("since", document.since().toString());
        document.keys().worth().ifPresent(worth -> {
            json.put("amount", worth.amount().toPlainString()).put("currency", worth.currency());
            worth.due().ifPresent(day -> json.put("due", day.toString()));
        });
        document.nextAttemptAt().ifPresent(at -> json.put("nextAttemptAt", at.toString()));
        document.reason().ifPresent(why -> json.put("reason", of(why)));
        document.content().map(ContentHash::hex).ifPresent(hash -> json.put("payload", hash));
        document.file().map(DocumentId::text).ifPresent(file -> json.put("file", file));
        if (document.state().progress() instanceof SendingState sending) {
            sending.written().ifPresent(file -> json.put("sent", file.content().hex()));
        }
        document.duplicateOf().map(DocumentId::text).ifPresent(other -> json.put("duplicateOf", other));
        document.attention().assignee().ifPresent(person -> json.put("assignee", person));
        document.attention().snoozedUntil().ifPresent(time -> json.put("snoozedUntil", time.toString()));
        document.state().replacedBy().map(DocumentId::text).ifPresent(other -> json.put("replacedBy", other));
        return json;
    }

    /** A problem. */
    public static JsonObject of(Problem problem) {
        return new JsonObject()
                .put("code", problem.code())
                .put("message", problem.message())
                .put("causeKey", problem.causeKey())
                .put("details", details(problem.details()));
    }

    /** A forecast for a document. */
    public static JsonObject of(DocumentId id, Forecast forecast) {
        return new JsonObject()
                .put("id", id.text())
                .put("verdict", forecast.verdict().word())
                .put("message", forecast.message());
    }

    /** What became of a replay. */
    public static JsonObject of(DocumentId id, Replayed replayed) {
        return new JsonObject()
                .put("id", id.text())
                .put("outcome", replayed.word())
                .put("message", replayed.message());
    }

    /** What is wrong with X12, and where. */
    public static JsonObject of(SyntaxProblem problem) {
        return new JsonObject()
                .put("code", problem.code())
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("standardCode", problem.standardCode())
                .put("place", problem.place())
                .put("segment", problem.segmentInFile())
                .put("element", problem.element())
                .put("offset", problem.offset())
                .put("message", problem.message());
    }

    /** A file. */
    public static JsonObject of(FileRecord file) {
        JsonObject json = new JsonObject()
                .put("id", file.id().text())
                .put("connection", file.connection())
                .put("partner", file.partner())
                .put("folder", file.folder())
                .put("name", file.name())
                .put("size", file.size())
                .put("payload", file.content().hex())
                .put("documents", file.documents())
                .put("answers", file.answers())
                .put("takenAt", file.takenAt().toString())
                .put("removed", file.removed());
        file.problem().ifPresent(why -> json.put("reason", of(why)));
        return json;
    }

    /** An entry of a history. */
    public static JsonObject of(RecordedEntry recorded) {
        JsonArray payloads = new JsonArray();
        recorded.entry().payloads().forEach(hash -> payloads.add(hash.hex()));
        return new JsonObject()
                .put("number", recorded.number())
                .put("at", recorded.entry().at().toString())
                .put("actor", recorded.entry().actor())
                .put("event", recorded.entry().event())
                .put("message", recorded.entry().message())
                .put("details", details(recorded.entry().details()))
                .put("payloads", payloads)
                .put("hash", recorded.hash());
    }

    private static JsonObject details(Map<String, String> details) {
        JsonObject json = new JsonObject();
        new TreeMap<>(details).forEach(json::put);
        return json;
    }
}
