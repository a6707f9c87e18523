package io.mlconnector.runtime.cli.audit;

import io.mlconnector.ports.audit.Finding;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.postgres.audit.AuditResult;
import io.mlconnector.runtime.audit.FindingJson;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What a verification came to, whoever did it.
 *
 * @param said as it is printed with --json
 */
record Verdict(JsonObject said) {

    private static final List<String> MEMBERS = List.of("whole", "entries", "payloads", "head", "count", "findings");

    /**
     * Of a verification that this process did.
     *
     * @param shown the first of its findings
     */
    static Verdict of(AuditResult result, List<Finding> shown) {
        JsonArray findings = new JsonArray();
        shown.forEach(finding -> findings.add(FindingJson.of(finding)));
        return new Verdict(new JsonObject()
                .put("whole", result.findings() == 0)
                .put("entries", result.entries())
                .put("payloads", result.payloads().orElse(null))
                .put("head", result.head().map(Head::toString).orElse(null))
                .put("count", result.findings())
                .put("findings", findings));
    }

    /** Of one that ended in a daemon. */
    static Verdict of(JsonObject run) {
        JsonObject said = new JsonObject();
        MEMBERS.forEach(name -> said.put(name, run.getValue(name)));
        return new Verdict(said);
    }

    boolean whole() {
        return said.getBoolean("whole");
    }

    void print(boolean json) {
        if (json) {
            System.out.println(said.encodePrettily());
            return;
        }
        List<JsonObject> shown = said.getJsonArray("findings").stream()
                .map(JsonObject.class::cast)
                .toList();
        shown.forEach(finding -> System.out.println(Printable.line(finding.getString("message"))));
        long bad = said.getLong("count");
        Long payloads = said.getLong("payloads");
        String read = said.getLong("entries") + " entries" + (payloads == null ? "" : ", " + payloads + " payloads");
        if (bad > 0) {
            System.out.println("The history is broken: "
                    + (bad == 1 ? "one bad place" : bad + " bad places")
                    + (bad > shown.size() ? ", the first " + shown.size() + " shown" : "") + "; " + read
                    + ". See docs/operations.md.");
            return;
        }
        System.out.println("The history is whole: " + read + ".");
        if (said.getString("head") != null) {
            System.out.println("Head: " + said.getString("head"));
        }
    }
}
