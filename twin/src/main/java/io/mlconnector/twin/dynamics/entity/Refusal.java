package io.mlconnector.twin.dynamics.entity;

import io.mlconnector.twin.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rejected request, with the response body. */
public final class Refusal extends RuntimeException {

    private static final String WRITE_EXCEPTION =
            "Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException";
    private static final String STACK =
            "   at Microsoft.Dynamics.Platform.Integration.Services.OData.Update.UpdateProcessor.CreateEntity_Save"
                    + "(ChangeOperationContext context, ChangeInfo changeInfo)\r\n"
                    + "   at Microsoft.Dynamics.Platform.Integration.Services.OData.Update.ChangeInfo.ExecuteActionsInCompanyContext"
                    + "(IEnumerable`1 actionList, ChangeOperationContext operationContext)";

    /** Stands for the status of refused writes, which differs between platform versions. */
    static final int VALIDATION = 0;

    private final int status;
    private final transient Object body;

    private Refusal(int status, String reason, Object body) {
        super(reason);
        this.status = status;
        this.body = body;
    }

    public Reply reply(int validationStatus) {
        int code = status == VALIDATION ? validationStatus : status;
        if (body instanceof String text && text.isEmpty()) {
            return Reply.empty(code);
        }
        return Reply.json(code, body)
                .with("Content-Type", "application/json; odata.metadata=minimal")
                .with("OData-Version", "4.0");
    }

    /** Key not found, or found in a company that is not visible: 404 without a body. */
    public static Refusal notFound() {
        return new Refusal(404, "not found", "");
    }

    public static Refusal noSuchSegment(String segment) {
        return plain(404, "Resource not found for the segment '" + segment + "'.");
    }

    public static Refusal noRoute(String uri) {
        String text = "No HTTP resource was found that matches the request URI '" + uri + "'.";
        return new Refusal(404, text, Map.of("Message", text + " No route data was found for this request."));
    }

    public static Refusal forbidden(EntitySet set) {
        return plain(403, "Access denied to entity " + set.aotName() + ".");
    }

    public static Refusal notAllowed(String text) {
        return plain(405, text);
    }

    public static Refusal staleEtag() {
        return plain(412, "The etag value in the request header does not match with the current etag value.");
    }

    public static Refusal badQuery(String why) {
        return inner(
                400, "The query specified in the URI is not valid. " + why, why, "Microsoft.OData.ODataException", "");
    }

    public static Refusal badBody(String why) {
        return inner(400, "An error has occurred.", why, "Microsoft.OData.ODataException", "");
    }

    public static Refusal noProperty(EntitySet set, String name) {
        return badBody("The property '" + name + "' does not exist on type '" + Property.ENUM_NAMESPACE + set.typeName()
                + "'. Make sure to only use property names that are defined by the type.");
    }

    public static Refusal badBatch(String why) {
        return plain(400, why);
    }

    /** A write that business rules reject; the reason is in the inner message only. */
    public static Refusal write(EntitySet set, String infolog) {
        return inner(
                VALIDATION,
                "An error has occurred.",
                "Write failed for table row of type '" + set.aotName() + "'. " + infolog,
                WRITE_EXCEPTION,
                STACK);
    }

    static Refusal infolog(EntitySet set, String... items) {
        return write(set, "Infolog: " + String.join("; ", items) + ".");
    }

    public static Refusal field(EntitySet set, String property, String item) {
        return infolog(set, item, "Warning: validateField failed on field '" + set.aotName() + "." + property + "'.");
    }

    public static Refusal relatedTable(EntitySet set, String property, String value, String label, String table) {
        return field(
                set,
                property,
                "Warning: The value '" + value + "' in field '" + label + "' is not found in the related table '"
                        + table + "'.");
    }

    public static Refusal record(EntitySet set, String dataSource, String item) {
        return infolog(
                set, item, "Warning: validateWrite failed on data source '" + dataSource + " (" + dataSource + ")'.");
    }

    static Refusal alreadyExists(Row row) {
        StringBuilder keys = new StringBuilder();
        for (String key : row.set().key()) {
            if (!key.equals("dataAreaId")) {
                keys.append(keys.isEmpty() ? "" : ", ").append(key).append(": ").append(row.text(key));
            }
        }
        return infolog(
                row.set(),
                "Info: Cannot create a record in " + row.set().tableLabel() + ". " + keys
                        + ".\nThe record already exists.");
    }

    private static Refusal plain(int status, String text) {
        return new Refusal(status, text, Map.of("error", error(text)));
    }

    private static Refusal inner(int status, String outer, String inner, String type, String stack) {
        Map<String, Object> innerError = new LinkedHashMap<>();
        innerError.put("message", inner);
        innerError.put("type", type);
        innerError.put("stacktrace", stack);
        Map<String, Object> error = error(outer);
        error.put("innererror", innerError);
        return new Refusal(status, inner, Map.of("error", error));
    }

    private static Map<String, Object> error(String text) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", "");
        error.put("message", text);
        return error;
    }
}
