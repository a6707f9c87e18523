package io.mlconnector.x12;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds interchanges for tests, with right envelopes and counts, by its own means: it shares no code with the writer
 * under test.
 */
final class Interchange {
    private final List<String> sets = new ArrayList<>();
    private String groupCode = "IN";
    private String version = "005010";
    private char element = '*';
    private char component = '>';
    private String terminator = "~";
    private String number = "000000001";

    static Interchange of(String... segments) {
        return new Interchange().set("810", segments);
    }

    static Interchange empty() {
        return new Interchange();
    }

    /** Adds a set with ST and SE around the segments; they are written with {@code *}, {@code >} and no terminator. */
    Interchange set(String id, String... segments) {
        String control = String.format("%04d", sets.size() + 1);
        var all = new ArrayList<String>();
        all.add("ST*" + id + "*" + control);
        all.addAll(Arrays.asList(segments));
        all.add("SE*" + (all.size() + 1) + "*" + control);
        sets.add(String.join("~", all) + "~");
        return this;
    }

    Interchange group(String code) {
        groupCode = code;
        return this;
    }

    Interchange version(String release) {
        version = release;
        return this;
    }

    Interchange delimiters(char newElement, char newComponent, String newTerminator) {
        element = newElement;
        component = newComponent;
        terminator = newTerminator;
        return this;
    }

    Interchange number(String control) {
        number = control;
        return this;
    }

    String text() {
        boolean newer = version.startsWith("005");
        String plain = "ISA*00*          *00*          *ZZ*VENDOR1        *ZZ*BUYERCO        *260322*1400*"
                + (newer ? "^*00501*" : "U*00401*") + number + "*0*T*>~"
                + "GS*" + groupCode + "*VENDOR1*BUYERCO*20260322*1400*4711*X*" + version + "~"
                + String.join("", sets)
                + "GE*" + sets.size() + "*4711~IEA*1*" + number + "~";
        var delimited = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            switch (plain.charAt(i)) {
                case '*' -> delimited.append(element);
                case '>' -> delimited.append(component);
                case '~' -> delimited.append(terminator);
                default -> delimited.append(plain.charAt(i));
            }
        }
        return delimited.toString();
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }
}
