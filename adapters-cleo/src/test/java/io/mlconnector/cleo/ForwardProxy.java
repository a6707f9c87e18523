package io.mlconnector.cleo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A forward proxy for plain requests and for CONNECT. It knows hosts under {@code .invalid}, which nobody else does, as this
 * machine.
 */
final class ForwardProxy implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: *(\\d+)");

    private final ServerSocket listening;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private volatile String refusal = "";

    ForwardProxy() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(() -> {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                open.add(client);
                run(() -> serve(client));
            }
        });
    }

    /** Lets nothing more through, with a status line. */
    void refuse(String status) {
        refusal = status;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** The first lines of the requests that opened a connection. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One of the sides went away.
                    }
                },
                "forward proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket client) throws IOException {
        String head = head(client.getInputStream());
        String[] line = head.substring(0, head.indexOf('\r')).split(" ");
        asked.add(line[0] + " " + line[1]);
        if (!refusal.isEmpty()) {
            client.getOutputStream().write(bytes("HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n"));
            client.close();
            return;
        }
        boolean tunnel = line[0].equals("CONNECT");
        URI target = URI.create(tunnel ? "tcp://" + line[1] : line[1]);
        String host = target.getHost().endsWith(".invalid") ? "127.0.0.1" : target.getHost();
        Socket server = new Socket(host, target.getPort());
        open.add(server);
        if (tunnel) {
            client.getOutputStream().write(bytes("HTTP/1.1 200 Connection established\r\n\r\n"));
        } else {
            forward(client, server, line, head);
            return;
        }
        run(() -> pass(server, client));
        pass(client, server);
    }

    /** One request and its answer, of which both sides are told that it is the last one. */
    private static void forward(Socket client, Socket server, String[] line, String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        byte[] body = client.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        String path = line[1].substring(line[1].indexOf('/', "http://".length()));
        server.getOutputStream()
                .write(bytes(line[0] + " " + path + " HTTP/1.1\r\nConnection: close\r\n"
                        + head.substring(head.indexOf('\n') + 1)));
        server.getOutputStream().write(body);
        String answer = new String(server.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        client.getOutputStream().write(bytes(answer.replaceFirst("\r\n", "\r\nConnection: close\r\n")));
        client.close();
        server.close();
    }

    private static void pass(Socket from, Socket to) throws IOException {
        OutputStream out = to.getOutputStream();
        from.getInputStream().transferTo(out);
        to.shutdownOutput();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : List.copyOf(open)) {
            socket.close();
        }
    }
}
