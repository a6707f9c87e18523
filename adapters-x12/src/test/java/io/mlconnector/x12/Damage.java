package io.mlconnector.x12;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages files, the same way for the same generator: of bytes, of segments and of elements. */
final class Damage {
    private static final String SIGNS = "*~>^|:\n\r \u0000\u001aISAGE019.-+,";
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-5",
            "+5",
            "1.5",
            "1,5",
            ".5",
            "5.",
            "1E3",
            "--1",
            "ABC",
            "abc",
            "a b",
            "QQ",
            "20260230",
            "20260228",
            "260228",
            "00000000",
            "2460",
            "1200",
            "999999999999999999",
            "\u00e9",
            "A>B",
            "A^B",
            "\u0007",
            "X".repeat(90),
            "9".repeat(16),
            "1.2.3",
            "é",
            "EA",
            "ZZ",
            "?",
            " lead",
            "trail ");
    private static final List<String> SEGMENTS = List.of(
            "REF*IA*1",
            "N1*ST*X",
            "XYZ*1",
            "PO1*1*1*EA*1",
            "IT1*1*1*EA*1",
            "TDS*1",
            "CTT*1",
            "MSG*HELLO",
            "DTM*011*20260101",
            "AK3*A*1",
            "PID*F****T",
            "SAC*C*D240***100",
            "N9*ZZ*1",
            "CUR*SE*USD",
            "q*1",
            "TOOLONG*1",
            "ST*810*0009",
            "SE*3*0009",
            "N3*A",
            "ITD*01",
            "AMT*1*2",
            "FOB*PP",
            "LIN**UP*1",
            "TXI*ST*1",
            "SLN*1**I",
            "CTP**RES*1");

    private final RandomGenerator random;

    Damage(RandomGenerator random) {
        this.random = random;
    }

    /** One damage to bytes, wherever it hits; {@code others} are files of which parts are spliced in. */
    byte[] ofBytes(byte[] bytes, List<byte[]> others) {
        if (bytes.length == 0) {
            return bytes;
        }
        int place = random.nextInt(bytes.length);
        byte[] damaged = bytes.clone();
        return switch (random.nextInt(14)) {
            case 0 -> with(damaged, place, random.nextInt(256));
            case 1 -> with(damaged, place, SIGNS.charAt(random.nextInt(SIGNS.length())));
            case 2 -> with(damaged, place, damaged[place] ^ (1 << random.nextInt(8)));
            case 3 -> Arrays.copyOf(bytes, place);
            case 4 -> replaced(bytes, place, end(bytes, place, 30), new byte[0]);
            case 5 -> replaced(bytes, place, place, Arrays.copyOfRange(bytes, place, end(bytes, place, 200)));
            case 6 -> replaced(bytes, place, place + 1, new byte[0]);
            case 7 -> spliced(bytes, place, others);
            case 8 -> swapped(damaged);
            case 9 -> replaced(bytes, place, place, repeated(bytes, place, random.nextInt(40)));
            case 10 -> replaced(bytes, place, place, noise(random.nextInt(60)));
            case 11 ->
                replaced(bytes, place, place, "X".repeat(random.nextInt(5000)).getBytes(StandardCharsets.ISO_8859_1));
            case 12 ->
                replaced(bytes, place, place, "9".repeat(random.nextInt(40)).getBytes(StandardCharsets.ISO_8859_1));
            default -> replaced(bytes, place, place, value());
        };
    }

    private byte[] value() {
        return VALUES.get(random.nextInt(VALUES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private int end(byte[] bytes, int place, int most) {
        return Math.min(bytes.length, place + 1 + random.nextInt(most));
    }

    private static byte[] with(byte[] bytes, int place, int value) {
        bytes[place] = (byte) value;
        return bytes;
    }

    /** The front of one file and the back of another. */
    private byte[] spliced(byte[] bytes, int place, List<byte[]> others) {
        byte[] other = others.get(random.nextInt(others.size()));
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return replaced(bytes, place, bytes.length, Arrays.copyOfRange(other, from, other.length));
    }

    /** One byte value becomes another and the other way round: a delimiter often enough. */
    private byte[] swapped(byte[] bytes) {
        byte one = bytes[random.nextInt(bytes.length)];
        byte other = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == one ? other : bytes[i] == other ? one : bytes[i];
        }
        return bytes;
    }

    /** The stretch up to the next end of a segment, many times. */
    private static byte[] repeated(byte[] bytes, int place, int times) {
        int stop = place;
        while (stop < bytes.length && bytes[stop] != '~' && bytes[stop] != '\n' && stop - place < 400) {
            stop++;
        }
        byte[] once = Arrays.copyOfRange(bytes, place, Math.min(bytes.length, stop + 1));
        byte[] all = new byte[once.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(once, 0, all, i * once.length, once.length);
        }
        return all;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] result = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
        return result;
    }

    /**
     * One damage to a file that is given as segments, the envelope included; delimiters {@code *} and {@code >}. The
     * ISA stays as it is.
     */
    List<String> ofSegments(List<String> segments) {
        var damaged = new ArrayList<>(segments);
        int place = 1 + random.nextInt(segments.size() - 1);
        if (random.nextInt(12) > 0) {
            // Seldom the envelope.
            place = Math.min(segments.size() - 1, 3 + random.nextInt(Math.max(1, segments.size() - 6)));
        }
        switch (random.nextInt(9)) {
            case 0 -> damaged.remove(place);
            case 1 -> damaged.add(place, damaged.get(place));
            case 2 -> damaged.add(place, damaged.remove(1 + random.nextInt(segments.size() - 1)));
            case 3 -> damaged.add(place, SEGMENTS.get(random.nextInt(SEGMENTS.size())));
            default -> damaged.set(place, ofElement(damaged.get(place)));
        }
        return damaged;
    }

    private String ofElement(String segment) {
        List<String> elements = new ArrayList<>(Arrays.asList(segment.split("\\*", -1)));
        if (elements.size() == 1 || random.nextInt(10) == 0) {
            return segment + "*".repeat(random.nextInt(4)) + "X";
        }
        int place = 1 + random.nextInt(elements.size() - 1);
        switch (random.nextInt(6)) {
            case 0 -> elements.set(place, "");
            case 1 -> elements.remove(place);
            case 2 -> elements.add(place, VALUES.get(random.nextInt(VALUES.size())));
            case 3 -> elements.set(place, elements.get(place) + elements.get(place));
            default -> elements.set(place, VALUES.get(random.nextInt(VALUES.size())));
        }
        return String.join("*", elements);
    }
}
