package io.mlconnector.foreign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mlconnector.twin.dynamics.Dynamics;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.olingo.commons.api.http.HttpMethod;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.ODataResponse;
import org.apache.olingo.server.api.ServiceMetadata;
import org.apache.olingo.server.core.ODataHandlerImpl;
import org.apache.olingo.server.core.debug.ServerCoreDebugger;

/** Apache Olingo below {@code /data}, and a token endpoint, on the loopback address. */
public final class OlingoServer implements AutoCloseable {

    private final OData odata = OData.newInstance();
    private final ServiceMetadata metadata = odata.createServiceMetadata(new Model(), List.of());
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    final Rows rows = new Rows(metadata);

    /** Without any row. */
    public OlingoServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/data", this::data);
        server.setExecutor(threads);
        server.start();
    }

    /** Its root. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Has the rows that the simulated F&O has, and no others: what it means comes from there, how it is told from here. */
    public void copy(Dynamics source) {
        rows.clear();
        EntitySets.all().forEach(set -> source.rows(set.name()).forEach(row -> rows.enter(set.name(), row)));
    }

    /** Requests for data so far. */
    int requests() {
        return requests.get();
    }

    private void token(HttpExchange exchange) throws IOException {
        byte[] body = "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"a.b.c\"}"
                .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void data(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        ODataRequest request = new ODataRequest();
        request.setBody(exchange.getRequestBody());
        request.setMethod(HttpMethod.valueOf(exchange.getRequestMethod()));
        exchange.getRequestHeaders().forEach(request::addHeader);
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        request.setProtocol("HTTP/1.1");
        request.setRawBaseUri(address() + "/data");
        request.setRawODataPath(path.substring("/data".length()));
        request.setRawQueryPath(query);
        request.setRawRequestUri(address() + path + (query == null ? "" : "?" + query));
        ODataHandlerImpl handler = new ODataHandlerImpl(odata, metadata, new ServerCoreDebugger(odata));
        handler.register(rows);
        ODataResponse response = handler.process(request);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (response.getContent() != null) {
            response.getContent().transferTo(body);
        } else if (response.getODataContent() != null) {
            response.getODataContent().write(Channels.newChannel(body));
        }
        try (exchange) {
            response.getAllHeaders()
                    .forEach((name, values) -> values.forEach(
                            value -> exchange.getResponseHeaders().add(name, value)));
            exchange.sendResponseHeaders(response.getStatusCode(), body.size() == 0 ? -1 : body.size());
            exchange.getResponseBody().write(body.toByteArray());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
