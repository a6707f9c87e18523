package io.mlconnector.runtime.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which a test says exactly what it wants to, and no more. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;

    RawConnection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawConnection say(String text) {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawConnection say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a request whose body does not come whole. */
    RawConnection begin(String method, String path, String headers, int length) {
        return say(
                method + " " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: " + length + "\r\n\r\n");
    }

    /** The status of the next answer; 0 if the connection was closed without one. */
    int status() {
        String head = head();
        return head.startsWith("HTTP/1.1 ") ? Integer.parseInt(head.substring(9, 12)) : 0;
    }

    /** The next answer up to the end of its headers; what came if the connection was closed before. */
    String head() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            int next = socket.getInputStream().read();
            while (next >= 0) {
                read.write(next);
                if (read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    break;
                }
                next = socket.getInputStream().read();
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("Nothing came in 20 seconds after: " + read, e);
        } catch (IOException e) {
            // Reset: closed without an answer.
            return read.toString(StandardCharsets.ISO_8859_1);
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads over a body. */
    void skip(int length) {
        try {
            socket.getInputStream().skipNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the other side has closed. */
    boolean closed() {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
