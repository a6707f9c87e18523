package io.mlconnector.dynamics.recorded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mlconnector.dynamics.recorded.Conversations.Conversation;
import io.mlconnector.dynamics.recorded.Conversations.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Answers requests with what stands in the files of {@code recorded}: comments with the intent, the status, headers, an empty line, the
 * body. Knows nothing of OData; of several answers to a request, the one that was given last counts.
 */
final class ReplayServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    private final List<Exchange> unsaid = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private boolean conversing;

    private record Rule(Predicate<String> request, String file, Map<String, String> values) {}

    ReplayServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        when(request -> request.startsWith("POST /contoso/oauth2/token"), "token-v1");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers requests, written as method, a blank and the decoded address, with a file. */
    void when(Predicate<String> request, String file) {
        when(request, file, Map.of());
    }

    /** The same, with values in place of names in braces. */
    synchronized void when(Predicate<String> request, String file, Map<String, String> values) {
        rules.add(0, new Rule(request, file, values));
    }

    /** From now on only these requests are expected, each once and in their order as far as they are alike. */
    synchronized void says(Conversation conversation) {
        conversing = true;
        unsaid.addAll(conversation.exchanges());
    }

    /** Requests so far that were not expected. */
    synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Requests that were expected and have not come. */
    synchronized List<Exchange> unsaid() {
        return List.copyOf(unsaid);
    }

    /** All requests so far. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String request = exchange.getRequestMethod() + " "
                    + java.net.URLDecoder.decode(
                            exchange.getRequestURI().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
            Rule rule = rule(request, sent);
            String text = text(rule);
            String[] parts = text.split("\n\n", 2);
            List<String> head =
                    parts[0].lines().filter(line -> !line.startsWith("#")).toList();
            head.stream().skip(1).forEach(header -> {
                String[] both = header.split(": ", 2);
                exchange.getResponseHeaders().add(both[0], both[1]);
            });
            byte[] body = parts[1].getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(head.get(0).strip()), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Rule rule(String request, String body) {
        requests.add(request);
        for (Exchange expected : unsaid) {
            if (expected.answers(request, body)) {
                unsaid.remove(expected);
                return new Rule(any -> true, expected.file(), expected.values());
            }
        }
        if (conversing && !request.startsWith("POST /contoso/oauth2/token")) {
            unexpected.add(request);
        }
        return rules.stream()
                .filter(rule -> rule.request().test(request))
                .findFirst()
                .orElse(new Rule(any -> true, "empty", Map.of()));
    }

    private static String text(Rule rule) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ReplayServer.class.getResourceAsStream("/recorded/" + rule.file() + ".http"), rule.file())) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : rule.values().entrySet()) {
                text = text.replace("{" + value.getKey() + "}", value.getValue());
            }
            return text;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
