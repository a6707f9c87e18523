package io.mlconnector.postgres.payload;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Compresses payloads; X12 and JSON shrink to about a fifth. */
public final class Deflated {

    private Deflated() {}

    /** The bytes, compressed. */
    public static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * The bytes as they were.
     *
     * @param size how many they were
     */
    public static byte[] inflate(byte[] deflated, long size) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            byte[] bytes = new byte[Math.toIntExact(size)];
            int at = 0;
            while (at < bytes.length) {
                int count = inflater.inflate(bytes, at, bytes.length - at);
                if (count == 0) {
                    throw new IllegalStateException("A stored payload is truncated");
                }
                at += count;
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalStateException("A stored payload is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
