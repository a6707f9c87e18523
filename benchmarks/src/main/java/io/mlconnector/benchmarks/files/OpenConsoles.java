package io.mlconnector.benchmarks.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Pages that somebody has open: each follows what changes, as browsers do, and reads all that comes. */
final class OpenConsoles implements AutoCloseable {

    private static final int BUFFER = 8_192;

    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong received = new AtomicLong();

    /** Opens so many at a daemon of this machine. */
    OpenConsoles(int count, int port, String token) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            socket.getOutputStream()
                    .write(("GET /api/v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                                    + "\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> read(socket));
        }
    }

    private void read(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                received.addAndGet(length);
            }
        } catch (IOException e) {
            // Closed: nobody looks any more.
            return;
        }
    }

    /** Bytes that all of them received. */
    long received() {
        return received.get();
    }

    @Override
    public void close() {
        sockets.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
