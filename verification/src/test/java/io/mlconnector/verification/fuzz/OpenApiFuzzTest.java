package io.mlconnector.verification.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever is sent to an operation that is described, the answer is one that is described, and never a defect of ours. */
class OpenApiFuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 20260310L);
    private static final int TIMES = Integer.getInteger("fuzz.times", 60);

    private static final List<String> KEYS =
            List.of("k", "\"quoted\"", "with blank", "\"", "x".repeat(256), "5f1e7b5c");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** One request. */
    private record Sent(Operation operation, String address, String body, String key, Set<String> wrong) {
        @Override
        public String toString() {
            String shown = body.length() > 200 ? body.substring(0, 200) + "… (" + body.length() + ")" : body;
            return operation.method() + " " + (address.length() > 300 ? address.substring(0, 300) + "…" : address) + " "
                    + shown;
        }
    }

    @Test
    void every_answer_is_described_and_none_is_a_defect(@TempDir Path folder) {
        try (World world = new World("fuzz", folder, TwinOptions.demo(42), OpenApiFuzzTest::patient).start()) {
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            List<String> ids = world.documents().stream()
                    .map(document -> document.id().text())
                    .toList();
            Random random = new Random(SEED);
            Nastiness nasty = new Nastiness(random);
            List<String> wrong = new ArrayList<>();
            // A stream does not end; StreamTest tries it.
            List<Operation> operations = Operation.all(description(world.port())).stream()
                    .filter(operation -> !operation.path().endsWith("/stream"))
                    .toList();
            assertThat(operations).hasSizeGreaterThan(15);
            for (Operation operation : operations) {
                for (int i = 0; i < TIMES; i++) {
                    Sent sent = make(operation, nasty, ids);
                    judge(sent, send(world.port(), sent), wrong);
                }
            }
            assertThat(wrong).as("with -Dfuzz.seed=%d", SEED).isEmpty();
        }
    }

    /** Wrong keys are part of it and must not shut us out. */
    private static String patient(String yaml) {
        return yaml.replace("port: 0}", "port: 0, limits: {failedSignIns: 1000}}");
    }

    @SuppressWarnings("unchecked") // the description is a mapping
    private Map<String, Object> description(int port) {
        HttpResponse<byte[]> answer = exchange(request(port, "/openapi.yaml").GET());
        Load yaml = new Load(LoadSettings.builder().build());
        return (Map<String, Object>) yaml.loadFromString(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static Sent make(Operation operation, Nastiness nasty, List<String> ids) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (Map.Entry<String, Map<String, Object>> parameter :
                operation.parameters().entrySet()) {
            String name = parameter.getKey();
            if (operation.inPath().contains(name)) {
                path = path.replace("{" + name + "}", encoded(inPath(name, parameter.getValue(), nasty, ids)));
            } else if (nasty.chance(40)) {
                String value = nasty.chance(50)
                        ? nasty.text()
                        : Operation.allowed(parameter.getValue(), nasty).replace("\"", "");
                query.add(name + "=" + (nasty.chance(3) ? "%zz" : encoded(value)));
            }
        }
        String address = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        Set<String> wrong = new java.util.TreeSet<>();
        // The same few keys again and again: most of them belong to another request.
        String key = nasty.chance(10) ? nasty.pick(KEYS) : "";
        return new Sent(operation, address, body(operation, nasty, wrong), key, wrong);
    }

    private static String inPath(String name, Map<String, Object> schema, Nastiness nasty, List<String> ids) {
        if (name.equals("key") && nasty.chance(70)) {
            return "demo-events";
        }
        if (name.equals("connection") && nasty.chance(70)) {
            return "demo";
        }
        if (schema.containsKey("enum")) {
            return Operation.allowed(schema, nasty).replace("\"", "");
        }
        String text = nasty.text();
        return nasty.chance(60) ? nasty.pick(ids) : text.isEmpty() ? "-" : text;
    }

    private static String body(Operation operation, Nastiness nasty, Set<String> wrong) {
        Map<String, Map<String, Object>> members = operation.members();
        if (members == null || members.isEmpty() || nasty.chance(20)) {
            return operation.method().equals("GET") ? "" : nasty.body();
        }
        Map<String, String> values = new LinkedHashMap<>();
        members.forEach((name, schema) -> {
            if (nasty.chance(70)) {
                values.put(name, Operation.allowed(schema, nasty));
            }
        });
        if (values.containsKey("means")) {
            // Both are right by themselves; the answer to a contradiction would name one of them and not the wrong
            // member.
            values.remove("accept");
        }
        if (nasty.chance(70)) {
            String name = nasty.pick(List.copyOf(members.keySet()));
            String value = nasty.value();
            values.put(name, value);
            if (!value.equals("null")) {
                wrong.add(name);
            }
        } else if (nasty.chance(30)) {
            values.put("unheard-of", nasty.value());
            wrong.add("unheard-of");
        }
        List<String> all = new ArrayList<>();
        values.forEach((name, value) -> all.add("\"" + name + "\":" + value));
        return "{" + String.join(",", all) + "}";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpRequest.Builder request(int port, String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address.replace("%zz", "%25zz")))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<byte[]> send(int port, Sent sent) {
        String token = sent.address().startsWith("/hooks/cleo") ? "demo-files" : DemoConfiguration.TOKEN;
        HttpRequest.Builder request = request(port, sent.address()).header("Authorization", "Bearer " + token);
        if (sent.key().length() > 0) {
            request.header("Idempotency-Key", sent.key());
        }
        return exchange(request.method(
                sent.operation().method(),
                sent.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(sent.body())));
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("No answer to " + request.build() + " (-Dfuzz.seed=" + SEED + ")", e);
        }
    }

    private static void judge(Sent sent, HttpResponse<byte[]> answer, List<String> wrong) {
        int status = answer.statusCode();
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        Set<String> described = sent.operation().answers().get(status);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        String shown = status + " " + type + " " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
        if (described == null) {
            wrong.add("undescribed: " + sent + " -> " + shown);
        } else if (!type.isEmpty() && !described.contains(type) && !described.contains("*/*")) {
            wrong.add("undescribed media type: " + sent + " -> " + shown);
        } else if (status >= 400 && !sent.address().startsWith("/health")) {
            error(sent, status, text, shown, wrong);
        }
    }

    private static void error(Sent sent, int status, String text, String shown, List<String> wrong) {
        JsonObject problem = new JsonObject(text);
        if (problem.getInteger("status") != status
                || problem.getString("detail", "").isBlank()) {
            wrong.add("no problem: " + sent + " -> " + shown);
        } else if (status == 400
                && !sent.wrong().isEmpty()
                && sent.operation().parameters().size()
                        == sent.operation().inPath().size()
                // What is not there and has to be is wrong, too.
                && sent.body().contains("\"" + problem.getString("member", "").replaceFirst("\\..*", "") + "\":")
                && !sent.wrong().contains(problem.getString("member", "").replaceFirst("\\..*", ""))
                && !problem.getString("detail").contains(sent.wrong().iterator().next())) {
            wrong.add("the member is not named: " + sent + " -> " + shown);
        }
    }
}
