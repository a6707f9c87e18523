package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.BatchReads;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Tables;
import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.http.Json;
import io.mlconnector.twin.http.Multipart;
import io.mlconnector.twin.http.Reply;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code $batch}: change sets, each one transaction, and separate operations. The outer status is 200. */
public final class Batch {

    private static final int MOST_OPERATIONS = 5000;
    private static final String LINE = "\r\n";

    private final DynamicsBehaviour behaviour;
    private final Tables tables;
    private final ODataService service;
    private final Ids ids;
    private final ReadFaults readFaults;
    private int count;

    public Batch(DynamicsBehaviour behaviour, Tables tables, ODataService service, Ids ids, ReadFaults readFaults) {
        this.readFaults = readFaults;
        this.behaviour = behaviour;
        this.tables = tables;
        this.service = service;
        this.ids = ids;
    }

    /** An operation inside: its id and the request. */
    private record Operation(String contentId, Call call) {}

    /** The decoded paths of the reads inside. */
    public static List<String> reads(Call call) {
        String boundary = Multipart.boundary(call.header("Content-Type"));
        return boundary == null
                ? List.of()
                : Multipart.parts(call.body(), boundary).stream()
                        .filter(part -> Multipart.boundary(part.header("Content-Type")) == null)
                        .map(part -> operation(call, part).call())
                        .filter(inside -> inside.method().equals("GET"))
                        .map(Call::path)
                        .toList();
    }

    public Reply answer(Call call) {
        String boundary = Multipart.boundary(call.header("Content-Type"));
        if (boundary == null
                || !call.header("Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/mixed")) {
            throw Refusal.badBatch("Invalid Content-Type header value for a batch request.");
        }
        List<Multipart.Part> parts = Multipart.parts(call.body(), boundary);
        if (parts.stream().mapToInt(Batch::size).sum() > MOST_OPERATIONS) {
            throw Refusal.badBatch("The current batch message contains too many operations. Only " + MOST_OPERATIONS
                    + " operations are allowed.");
        }
        if (behaviour.batchReads() == BatchReads.REFUSED && !reads(call).isEmpty()) {
            throw Refusal.badBatch("A batch may hold change sets only.");
        }
        if (behaviour.batchReads() == BatchReads.ANSWERED_IN_JSON
                && !reads(call).isEmpty()) {
            return inJson(call, parts);
        }
        String name = ids.guid("batch/" + count++).toLowerCase(Locale.ROOT);
        Buffer out = Buffer.buffer();
        for (int i = 0; i < parts.size(); i++) {
            out.appendString("--batchresponse_" + name + LINE);
            boolean good = answerPart(call, parts.get(i), i, name, out);
            if (!good && behaviour.batchReads() == BatchReads.UP_TO_THE_FIRST_REFUSAL) {
                break;
            }
        }
        out.appendString("--batchresponse_" + name + "--" + LINE);
        return new Reply(
                200,
                Map.of("Content-Type", "multipart/mixed; boundary=batchresponse_" + name, "OData-Version", "4.0"),
                out);
    }

    private Reply inJson(Call outer, List<Multipart.Part> parts) {
        List<Map<String, Object>> responses = new ArrayList<>();
        for (Multipart.Part part : parts) {
            Operation operation = operation(outer, part);
            Reply reply = read(operation);
            Map<String, Object> response = new LinkedHashMap<>();
            response.put("id", operation.contentId());
            response.put("status", reply.status());
            response.put("headers", reply.headers());
            Object body = Json.readObject(reply.body());
            if (reply.body().length() > 0) {
                response.put("body", body == null ? reply.body().toString() : body);
            }
            responses.addFirst(response);
        }
        return Reply.json(200, Map.of("responses", responses));
    }

    private Reply read(Operation operation) {
        if (!operation.call().method().equals("GET")) {
            return perform(operation);
        }
        if (behaviour.batchReads() == BatchReads.EACH_REFUSED) {
            return Reply.json(405, Map.of("Message", "The requested resource does not support http method 'GET'."));
        }
        Reply struck = readFaults.struck(operation.call());
        return struck == null ? perform(operation) : struck;
    }

    /** Whether it was done. */
    private boolean answerPart(Call outer, Multipart.Part part, int index, String name, Buffer out) {
        boolean throttled = outer.fault() instanceof Fault.ThrottlePart fault && fault.part() == index;
        String inner = Multipart.boundary(part.header("Content-Type"));
        if (inner == null) {
            Operation operation = operation(outer, part);
            Reply reply = throttled ? throttle(outer) : read(operation);
            write(out, operation.contentId(), reply);
            return reply.status() < 300;
        }
        List<Operation> operations = new ArrayList<>();
        for (Multipart.Part one : Multipart.parts(part.body(), inner)) {
            operations.add(operation(outer, one));
        }
        if (throttled) {
            write(out, operations.isEmpty() ? "" : operations.getFirst().contentId(), throttle(outer));
            return false;
        }
        changeSet(operations, name + "_" + index, out);
        return true;
    }

    private void changeSet(List<Operation> operations, String name, Buffer out) {
        Map<String, Map<List<String>, Row>> before = tables.snapshot();
        List<Reply> replies = new ArrayList<>();
        for (Operation operation : operations) {
            Reply reply = operation.call().method().equals("GET")
                    ? Refusal.badBatch("A GET request is not allowed inside of a change set.")
                            .reply(400)
                    : perform(operation);
            if (reply.status() >= 300) {
                tables.restore(before);
                // one part represents the whole change set, under the id of its first operation
                write(out, operations.getFirst().contentId(), reply);
                return;
            }
            replies.add(reply);
        }
        String boundary = "changesetresponse_" + name;
        out.appendString("Content-Type: multipart/mixed; boundary=" + boundary + LINE + LINE);
        for (int i = 0; i < operations.size(); i++) {
            out.appendString("--" + boundary + LINE);
            write(out, operations.get(i).contentId(), replies.get(i));
        }
        out.appendString("--" + boundary + "--" + LINE);
    }

    private Reply perform(Operation operation) {
        String path = operation.call().rawPath();
        int data = path.indexOf("/data/");
        return service.answer(operation.call(), data < 0 ? path : path.substring(data + "/data/".length()));
    }

    private static Operation operation(Call outer, Multipart.Part part) {
        String text = part.body().toString(StandardCharsets.ISO_8859_1).stripLeading();
        int lineEnd = text.indexOf('\n');
        String[] requestLine =
                (lineEnd < 0 ? text : text.substring(0, lineEnd)).strip().split("\\s+");
        if (requestLine.length < 2) {
            throw Refusal.badBatch("An invalid request line was found in the batch: '"
                    + text.lines().findFirst().orElse("") + "'.");
        }
        Multipart.Part inner = Multipart.part(lineEnd < 0 ? "" : text.substring(lineEnd + 1));
        String id = part.header("Content-ID").isEmpty() ? inner.header("Content-ID") : part.header("Content-ID");
        Call call = Call.of(
                requestLine[0].toUpperCase(Locale.ROOT),
                outer.origin(),
                target(requestLine[1]),
                inner.headers(),
                inner.body());
        return new Operation(id, call);
    }

    /** An absolute URL, an absolute path or one relative to the service root. */
    private static String target(String url) {
        int scheme = url.indexOf("://");
        if (scheme > 0) {
            int slash = url.indexOf('/', scheme + 3);
            return slash < 0 ? "/" : url.substring(slash);
        }
        return url.startsWith("/") ? url : "/data/" + url;
    }

    private static int size(Multipart.Part part) {
        String inner = Multipart.boundary(part.header("Content-Type"));
        return inner == null ? 1 : Multipart.parts(part.body(), inner).size();
    }

    private static Reply throttle(Call outer) {
        Integer seconds = outer.fault() instanceof Fault.ThrottlePart fault ? fault.retryAfterSeconds() : null;
        return seconds == null ? Throttling.reply() : Throttling.reply().with("Retry-After", seconds.toString());
    }

    private void write(Buffer out, @Nullable String contentId, Reply reply) {
        out.appendString("Content-Type: application/http" + LINE + "Content-Transfer-Encoding: binary" + LINE);
        if (contentId != null && !contentId.isEmpty()) {
            out.appendString("Content-ID: " + contentId + LINE);
        }
        out.appendString(LINE + "HTTP/1.1 " + reply.status() + " " + reason(reply.status()) + LINE);
        reply.headers().forEach((name, value) -> out.appendString(name + ": " + value + LINE));
        out.appendString(LINE).appendBuffer(reply.body()).appendString(LINE);
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 401 -> "Unauthorized";
            case 405 -> "Method Not Allowed";
            case 412 -> "Precondition Failed";
            case 429 -> "Too Many Requests";
            default -> "Internal Server Error";
        };
    }
}
