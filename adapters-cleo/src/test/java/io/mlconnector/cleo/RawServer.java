package io.mlconnector.cleo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Answers each connection's one request with the bytes that a test wants, right or wrong, and closes. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final String scheme;
    private final BiFunction<String, Integer, byte[]> answers;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /**
     * Listens.
     *
     * @param answers the bytes to a head, and how many heads came before it
     */
    RawServer(BiFunction<String, Integer, byte[]> answers) {
        this(plain(), "http", answers);
    }

    RawServer(ServerSocket listening, String scheme, BiFunction<String, Integer, byte[]> answers) {
        this.listening = listening;
        this.scheme = scheme;
        this.answers = answers;
        Thread thread = new Thread(this::serve, "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI api() {
        return URI.create(scheme + "://localhost:" + listening.getLocalPort() + "/api");
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The heads of all requests. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                socket.setSoTimeout(10_000);
                answer(socket);
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        String head = head(socket.getInputStream());
        int before = requests.size();
        requests.add(head);
        OutputStream out = socket.getOutputStream();
        out.write(answers.apply(head, before));
        out.flush();
        socket.shutdownOutput();
        // Until the client closes: closing first with unread bytes would reset the connection.
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new SocketException("no request");
            }
            head.append((char) next);
        }
        int length = 0;
        for (String line : head.toString().split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        in.readNBytes(length);
        return head.toString();
    }

    /** An answer. */
    static byte[] answer(String headers, byte[] body) {
        byte[] head =
                ("HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
