package io.mlconnector.twin.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.twin.relay.RelayFault.Bandwidth;
import io.mlconnector.twin.relay.RelayFault.CutAfter;
import io.mlconnector.twin.relay.RelayFault.Direction;
import io.mlconnector.twin.relay.RelayFault.HalfOpen;
import io.mlconnector.twin.relay.RelayFault.Latency;
import io.mlconnector.twin.relay.RelayFault.Reset;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetServer;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final int PATIENCE_MILLIS = 20_000;

    /** Long enough for what travels on the loopback address, short enough to wait for nothing. */
    private static final int SILENCE_MILLIS = 200;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong echoed = new AtomicLong();
    private NetServer echo = vertx.createNetServer();
    private Relay relay = await(Relay.start(vertx, "127.0.0.1", 1));

    @BeforeEach
    void start() {
        echo = await(vertx.createNetServer()
                .connectHandler(socket -> socket.exceptionHandler(expected -> {})
                        .handler(bytes -> {
                            echoed.addAndGet(bytes.length());
                            socket.write(bytes);
                            if (socket.writeQueueFull()) {
                                socket.pause();
                                socket.drainHandler(drained -> socket.resume());
                            }
                        }))
                .listen(0, "127.0.0.1"));
        await(relay.stop());
        relay = await(Relay.start(vertx, "127.0.0.1", echo.actualPort()));
    }

    @AfterEach
    void stop() {
        await(relay.stop());
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String read(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    private static String say(Socket socket, String text) throws IOException {
        send(socket, text);
        return read(socket, text.length());
    }

    private static void assertReset(Socket socket) {
        assertThatThrownBy(() -> {
                    int read = socket.getInputStream().read();
                    throw new AssertionError("read " + read);
                })
                .isInstanceOf(SocketException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    private void until(java.util.function.BooleanSupplier condition) {
        io.vertx.core.Promise<Void> so = io.vertx.core.Promise.promise();
        vertx.setPeriodic(5, id -> {
            if (condition.getAsBoolean()) {
                vertx.cancelTimer(id);
                so.tryComplete();
            }
        });
        await(so.future());
    }

    @Test
    void bytesPassBothWaysAndAreCounted() throws IOException {
        try (Socket socket = connect()) {
            assertThat(say(socket, "hello")).isEqualTo("hello");
            assertThat(say(socket, "again")).isEqualTo("again");
        }
        RelayRecord record = relay.record();
        assertThat(record.connections()).isEqualTo(1);
        assertThat(record.bytesToServer()).isEqualTo(10);
        assertThat(record.bytesToClient()).isEqualTo(10);
        assertThat(record.applied()).isEmpty();
        assertThat(record.struckPorts()).isEmpty();
    }

    @Test
    void whatIsFrozenArrivesInItsOrderWhenTheFaultIsCleared() throws IOException {
        try (Socket before = connect()) {
            assertThat(say(before, "hello")).isEqualTo("hello");
            await(relay.always(new RelayFault.Frozen()));
            try (Socket during = connect()) {
                send(before, "one");
                send(during, "two");
                before.setSoTimeout(SILENCE_MILLIS);
                assertThatThrownBy(() -> read(before, 1)).isInstanceOf(SocketTimeoutException.class);
                assertThat(echoed.get()).isEqualTo(5);
                before.setSoTimeout(PATIENCE_MILLIS);
                await(relay.clear());
                assertThat(say(before, " and more").length()).isEqualTo(9);
                assertThat(read(before, 3)).isEqualTo("ore");
                assertThat(read(during, 3)).isEqualTo("two");
            }
        }
    }

    @Test
    void aServerDripsAByteAtATimeWhileWhatItIsSentArrivesAtOnce() throws IOException {
        await(relay.always(new RelayFault.Dripping(Duration.ofMillis(100))));
        try (Socket socket = connect()) {
            send(socket, "hello");
            until(() -> echoed.get() == 5);
            long began = System.nanoTime();
            assertThat(read(socket, 5)).isEqualTo("hello");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(250));
        }
    }

    @Test
    void manyMegabytesArriveWhole() throws Exception {
        byte[] many = new byte[24 * 1024 * 1024];
        new Random(1).nextBytes(many);
        try (Socket socket = connect()) {
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(socket, many));
            assertThat(socket.getInputStream().readNBytes(many.length)).isEqualTo(many);
            writer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void aServerThatDoesNotReadHoldsTheClientUp() throws Exception {
        NetServer deaf = await(vertx.createNetServer()
                .connectHandler(
                        socket -> socket.exceptionHandler(expected -> {}).pause())
                .listen(0, "127.0.0.1"));
        Relay toDeaf = await(Relay.start(vertx, "127.0.0.1", deaf.actualPort()));
        byte[] tooMuch = new byte[96 * 1024 * 1024]; // more than the kernel's own buffers may hold
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), toDeaf.port())) {
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(socket, tooMuch));
            until(() -> toDeaf.record().bytesToServer() > 0);
            long before;
            do {
                before = toDeaf.record().bytesToServer();
                await(vertx.timer(SILENCE_MILLIS, TimeUnit.MILLISECONDS));
            } while (toDeaf.record().bytesToServer() != before);
            assertThat(before).isLessThan(tooMuch.length);
            assertThat(writer).isNotDone();
            await(toDeaf.stop());
            assertThatThrownBy(() -> writer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                    .hasRootCauseInstanceOf(SocketException.class);
        }
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void latencyDelaysEachWayAndKeepsTheOrder() throws IOException {
        await(relay.always(new Latency(Duration.ofMillis(60))));
        try (Socket socket = connect()) {
            long start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                send(socket, "block" + i);
            }
            assertThat(read(socket, 60)).isEqualTo("block0block1block2block3block4block5block6block7block8block9");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(119));
        }
        assertThat(relay.record().applied()).containsEntry(new Latency(Duration.ofMillis(60)), 1);
    }

    @Test
    void aThrottledConnectionIsSlow() throws IOException {
        relay.next(new Bandwidth(10_000));
        try (Socket socket = connect()) {
            long start = System.nanoTime();
            assertThat(say(socket, "x".repeat(3000))).hasSize(3000);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
        }
        try (Socket socket = connect()) {
            assertThat(say(socket, "x".repeat(3000))).hasSize(3000);
        }
        assertThat(relay.record().applied()).containsExactly(java.util.Map.entry(new Bandwidth(10_000), 1));
    }

    @Test
    void aNewConnectionIsResetAsOftenAsPlanned() throws IOException {
        relay.next(new Reset()).times(2);
        for (int i = 0; i < 2; i++) {
            try (Socket socket = connect()) {
                assertReset(socket);
            }
        }
        try (Socket socket = connect()) {
            assertThat(say(socket, "hello")).isEqualTo("hello");
        }
        assertThat(relay.record().applied()).containsEntry(new Reset(), 2);
    }

    @Test
    void liveConnectionsAreResetAtOnce() throws IOException {
        try (Socket one = connect();
                Socket two = connect()) {
            say(one, "a");
            say(two, "b");
            await(relay.resetAll());
            assertReset(one);
            assertReset(two);
        }
        try (Socket socket = connect()) {
            assertThat(say(socket, "hello")).isEqualTo("hello");
        }
        assertThat(relay.record().struckPorts()).hasSize(2);
    }

    @Test
    void aConnectionIsCutInTheMiddleOfARequest() throws IOException {
        relay.next(new CutAfter(7, Direction.TO_SERVER));
        try (Socket socket = connect()) {
            send(socket, "0123456789");
            assertThat(socket.getInputStream().readAllBytes().length).isLessThanOrEqualTo(7);
        } catch (SocketException e) {
            // the other side may receive a reset
        }
        until(() -> echoed.get() >= 7);
        assertThat(echoed.get()).isEqualTo(7);
    }

    @Test
    void aConnectionIsCutInTheMiddleOfAnAnswer() throws IOException {
        relay.next(new CutAfter(4, Direction.TO_CLIENT));
        try (Socket socket = connect()) {
            send(socket, "0123456789");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("0123");
        }
        assertThat(echoed.get()).isEqualTo(10);
    }

    @Test
    void aHalfOpenConnectionTakesTheRequestAndLosesTheAnswer() throws IOException {
        relay.next(new HalfOpen(Direction.TO_CLIENT));
        try (Socket socket = connect()) {
            send(socket, "hello");
            until(() -> echoed.get() == 5);
            assertSilent(socket);
            await(echo.close());
            assertSilent(socket);
        }
    }

    @Test
    void aHalfOpenConnectionMayLoseTheRequestToo() throws IOException {
        try (Socket socket = connect()) {
            assertThat(say(socket, "a")).isEqualTo("a");
            await(relay.always(new HalfOpen(Direction.TO_SERVER)));
            send(socket, "hello");
            assertSilent(socket);
            assertThat(echoed.get()).isEqualTo(1);
            await(relay.clear());
            try (Socket next = connect()) {
                assertThat(say(next, "hello")).isEqualTo("hello");
            }
            send(socket, "hello");
            assertSilent(socket);
        }
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        InputStream in = socket.getInputStream();
        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void whileClosedItRefusesAndComesBackOnTheSamePort() throws IOException {
        int port = relay.port();
        try (Socket live = connect()) {
            say(live, "a");
            await(relay.close(true));
            assertReset(live);
        }
        assertThatThrownBy(() -> connect().close()).isInstanceOf(ConnectException.class);
        await(relay.close(true));
        await(relay.close(false));
        assertThat(relay.port()).isEqualTo(port);
        try (Socket socket = connect()) {
            assertThat(say(socket, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void anUnavailableTargetShowsAsAReset() throws IOException {
        await(echo.close());
        try (Socket socket = connect()) {
            assertReset(socket);
        }
    }

    @Test
    void theEndOfAConnectionPassesOnAfterItsLastByte() throws IOException {
        NetServer talker = await(vertx.createNetServer()
                .connectHandler(socket -> {
                    socket.write("x".repeat(500_000));
                    socket.end();
                })
                .listen(0, "127.0.0.1"));
        Relay toTalker = await(Relay.start(vertx, "127.0.0.1", talker.actualPort()));
        toTalker.next(new Latency(Duration.ofMillis(20)));
        for (int i = 0; i < 2; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), toTalker.port())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                assertThat(socket.getInputStream().readAllBytes()).hasSize(500_000);
            }
        }
        await(toTalker.stop());
    }

    @Test
    void randomFaultsHitTheSameConnectionsForTheSameSeed() throws IOException {
        relay.randomly(new Random(4), 0.5, List.of(new Reset()));
        String first = twentyConnections();
        await(relay.clear());
        relay.randomly(new Random(4), 0.5, List.of(new Reset()));
        assertThat(twentyConnections()).isEqualTo(first).contains("x").contains(".");
        await(relay.clear());
        assertThat(twentyConnections()).doesNotContain("x");
    }

    private String twentyConnections() throws IOException {
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            try (Socket socket = connect()) {
                seen.append(say(socket, "a").isEmpty() ? "x" : ".");
            } catch (SocketException e) {
                seen.append("x");
            }
        }
        return seen.toString();
    }

    @Test
    void anHttpClientStaysOnTheRelayAndSurvivesAReset() {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> request.body()
                        .onSuccess(body -> request.response()
                                .end("http://" + request.getHeader("Host") + " got " + body.length())))
                .listen(0, "127.0.0.1"));
        Relay toHttp = await(Relay.start(vertx, "127.0.0.1", server.actualPort()));
        WebClient http = WebClient.create(vertx);
        String url = "http://127.0.0.1:" + toHttp.port();
        assertThat(await(http.postAbs(url).sendBuffer(io.vertx.core.buffer.Buffer.buffer(new byte[100_000])))
                        .bodyAsString())
                .isEqualTo(url + " got 100000");
        toHttp.next(new Reset());
        // the client's pool may still offer the connection it had
        await(toHttp.resetAll());
        int failures = 0;
        while (!await(http.getAbs(url).send().map(answer -> true).otherwise(false))) {
            failures++;
        }
        assertThat(failures).isBetween(1, 2);
        await(toHttp.stop());
    }
}
