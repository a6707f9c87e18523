package io.mlconnector.runtime.preview;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.Tax;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.forecast.Previews;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What would be sent or written, in answers of the interface. */
public final class PreviewJson {

    private PreviewJson() {}

    /** The file that an order would become. */
    static JsonObject of(Previews.Order order) {
        boolean possible = order.problem().isEmpty();
        return new JsonObject()
                .put("fileName", possible ? order.fileName() : null)
                .put("content", possible ? order.shown() : null)
                .put("reasons", new JsonArray(order.reasons()))
                .put("problem", order.problem().map(Json::of).orElse(null))
                .put("answered", order.answered());
    }

    /**
     * What a file says; not what would become of it.
     *
     * @param file with all its sets
     */
    public static JsonObject of(DecodedFile file) {
        return new JsonObject()
                .put("damaged", file.damaged())
                .put("problems", array(file.problems(), PreviewJson::of))
                .put("sets", array(file.documents(), PreviewJson::of));
    }

    private static JsonObject of(SyntaxProblem problem) {
        return Json.of(problem).put("text", problem.text());
    }

    private static JsonObject of(DecodedDocument document) {
        return new JsonObject()
                .put("type", document.reference().transactionSetId())
                .put("transactionSetNumber", document.reference().transactionSetNumber())
                .put("sender", String.valueOf(document.reference().sender()))
                .put("interchangeNumber", document.reference().interchangeNumber())
                .put("usable", document.usable())
                .put("problems", array(document.problems(), PreviewJson::of))
                .put(
                        "invoice",
                        document.content() instanceof Content.Invoice(VendorInvoice invoice) ? of(invoice) : null)
                .putNull("outcome");
    }

    private static JsonObject of(VendorInvoice invoice) {
        return new JsonObject()
                .put("kind", invoice.kind() == VendorInvoice.Kind.CREDIT_NOTE ? "credit-note" : "invoice")
                .put("number", invoice.number())
                .put("date", invoice.date().toString())
                .put("orderNumber", invoice.orderNumber().orElse(null))
                .put("total", invoice.total().toPlainString())
                .put("currency", invoice.currency().map(Object::toString).orElse(null))
                .put("computedTotal", invoice.computedTotal().toPlainString())
                .put("lines", array(invoice.lines(), PreviewJson::of))
                .put("charges", array(invoice.charges(), PreviewJson::of))
                .put("taxes", array(invoice.taxes(), PreviewJson::of));
    }

    private static JsonObject of(InvoiceLine line) {
        return new JsonObject()
                .put("position", line.position())
                .put("lineNumber", line.lineNumber().orElse(null))
                .put("quantity", line.quantity().toPlainString())
                .put("unit", line.unit().toString())
                .put("price", line.price().amount().toPlainString())
                .put("per", line.price().per().toPlainString())
                .put("amount", line.amount().toPlainString())
                .put(
                        "productIds",
                        new JsonArray(
                                line.productIds().stream().map(Object::toString).toList()))
                .put("description", line.description())
                .put("charges", array(line.charges(), PreviewJson::of))
                .put("taxes", array(line.taxes(), PreviewJson::of));
    }

    private static JsonObject of(Charge charge) {
        return new JsonObject()
                .put("code", charge.named())
                .put("amount", charge.amount().toPlainString())
                .put("description", charge.description());
    }

    private static JsonObject of(Tax tax) {
        return new JsonObject()
                .put("type", tax.type())
                .put("amount", tax.amount().toPlainString());
    }

    /** What would become of an invoice. */
    static JsonObject of(Examination examination) {
        return switch (examination) {
            case Examination.Passed(InvoiceToPost posting, List<HistoryEntry> history) ->
                outcome("passed", history).put("rows", PreviewedRows.of(posting));
            case Examination.BegunBefore begun ->
                outcome(begun.missing().isEmpty() ? "there-already" : "begun-before", begun.history());
            case Examination.Stopped(List<Problem> problems, List<HistoryEntry> history) ->
                outcome("held", history).put("problem", Json.of(Problem.summary(problems)));
            case Examination.AlreadyThere(Problem why, Optional<DocumentId> ignored) -> outcome("duplicate", why);
            case Examination.Refused(Problem why) -> outcome("failed", why);
            case Examination.Later later -> outcome("waiting", later.why());
        };
    }

    private static JsonObject outcome(String verdict, List<HistoryEntry> history) {
        return new JsonObject()
                .put("verdict", verdict)
                .put(
                        "reasons",
                        new JsonArray(
                                history.stream().map(HistoryEntry::message).toList()))
                .put("rows", new JsonArray())
                .putNull("problem");
    }

    private static JsonObject outcome(String verdict, Problem why) {
        return outcome(verdict, List.of()).put("problem", Json.of(why));
    }

    static <T> JsonArray array(Collection<T> values, Function<T, JsonObject> each) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(each.apply(value)));
        return array;
    }
}
