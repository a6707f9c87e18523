package io.mlconnector.x12;

import io.mlconnector.domain.trade.Address;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of an 850 or 860, split by its separators only: shares no code with writer or reader. */
final class OrderText {
    String set = "";
    String purpose = "";
    String number = "";
    String revision = "";
    String currency = "";
    String count = "";
    String hash = "";
    String total = "";
    LocalDate orderDate = LocalDate.MIN;
    final Map<String, String> references = new LinkedHashMap<>();
    final Map<String, LocalDate> dates = new LinkedHashMap<>();
    final List<Party> parties = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<Charge> charges = new ArrayList<>();
    final Map<String, List<String>> terms = new LinkedHashMap<>();
    final List<Line> lines = new ArrayList<>();

    /** An N1 loop; the address has no name where N102 is empty. */
    static final class Party {
        final String role;
        Address address;

        Party(String role, Address address) {
            this.role = role;
            this.address = address;
        }
    }

    record Charge(String indicator, String code, BigDecimal amount, String text) {}

    record Delivery(BigDecimal quantity, LocalDate day) {}

    /** A PO1 or POC loop. */
    static final class Line {
        String number = "";
        String change = "";
        BigDecimal quantity = BigDecimal.ZERO;
        String unit = "";
        BigDecimal price = BigDecimal.ZERO;
        String basis = "";
        final List<String> ids = new ArrayList<>();
        final List<String> descriptions = new ArrayList<>();
        final Map<String, LocalDate> dates = new LinkedHashMap<>();
        final Map<String, String> references = new LinkedHashMap<>();
        final List<Charge> charges = new ArrayList<>();
        final List<Delivery> deliveries = new ArrayList<>();
        final List<Party> parties = new ArrayList<>();
    }

    static OrderText read(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        char elements = text.charAt(3);
        char terminator = text.charAt(105);
        var order = new OrderText();
        for (String segment : split(text, terminator)) {
            String bare = segment.startsWith("\r\n")
                    ? segment.substring(2)
                    : segment.startsWith("\n") ? segment.substring(1) : segment;
            if (!bare.isEmpty()) {
                order.take(split(bare, elements));
            }
        }
        return order;
    }

    private static List<String> split(String text, char at) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == at) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String at(List<String> segment, int place) {
        return place < segment.size() ? segment.get(place) : "";
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private boolean inLine() {
        return !lines.isEmpty();
    }

    private Line line() {
        return lines.get(lines.size() - 1);
    }

    private List<Party> partiesHere() {
        return inLine() ? line().parties : parties;
    }

    private void take(List<String> segment) {
        switch (segment.get(0)) {
            case "ST" -> set = at(segment, 1);
            case "BEG" -> {
                purpose = at(segment, 1);
                number = at(segment, 3);
                orderDate = day(at(segment, 5));
            }
            case "BCH" -> {
                purpose = at(segment, 1);
                number = at(segment, 3);
                revision = at(segment, 5);
                orderDate = day(at(segment, 6));
            }
            case "CUR" -> currency = at(segment, 2);
            case "REF" -> (inLine() ? line().references : references).put(at(segment, 1), at(segment, 2));
            case "DTM" -> (inLine() ? line().dates : dates).put(at(segment, 1), day(at(segment, 2)));
            case "FOB", "ITD", "TD5", "PER" -> terms.put(segment.get(0), segment.subList(1, segment.size()));
            case "MSG" -> notes.add(at(segment, 1));
            case "MTX" -> notes.add(at(segment, 2));
            case "SAC" ->
                (inLine() ? line().charges : charges)
                        .add(new Charge(
                                at(segment, 1),
                                at(segment, 2),
                                new BigDecimal(at(segment, 5)).movePointLeft(2),
                                at(segment, 15)));
            case "N1" ->
                partiesHere()
                        .add(new Party(
                                at(segment, 1), new Address(at(segment, 4), at(segment, 2), "", "", "", "", "")));
            case "N2", "N3", "N4" -> address(segment);
            case "PO1" -> ordered(segment, 2, 6, "");
            case "POC" -> ordered(segment, 3, 8, at(segment, 2));
            case "PID" -> line().descriptions.add(at(segment, 5));
            case "SCH" -> line().deliveries.add(new Delivery(new BigDecimal(at(segment, 1)), day(at(segment, 6))));
            case "CTT" -> {
                count = at(segment, 1);
                hash = at(segment, 2);
            }
            case "AMT" -> total = at(segment, 2);
            default -> {}
        }
    }

    private void ordered(List<String> segment, int quantity, int ids, String change) {
        var line = new Line();
        line.number = at(segment, 1);
        line.change = change;
        line.quantity = new BigDecimal(at(segment, quantity));
        line.unit = at(segment, ids - 3);
        line.price = new BigDecimal(at(segment, ids - 2));
        line.basis = at(segment, ids - 1);
        for (int i = ids; i < segment.size(); i += 2) {
            line.ids.add(at(segment, i) + ":" + at(segment, i + 1));
        }
        lines.add(line);
    }

    private void address(List<String> segment) {
        Party party = partiesHere().get(partiesHere().size() - 1);
        Address old = party.address;
        String name = old.name();
        String street = old.street();
        String city = old.city();
        String state = old.state();
        String postalCode = old.postalCode();
        String country = old.country();
        switch (segment.get(0)) {
            case "N2" -> name = (name + " " + at(segment, 1) + " " + at(segment, 2)).strip();
            case "N3" ->
                street = (street.isEmpty() ? "" : street + "\n")
                        + at(segment, 1)
                        + (at(segment, 2).isEmpty() ? "" : "\n" + at(segment, 2));
            default -> {
                city = at(segment, 1);
                state = at(segment, 2);
                postalCode = at(segment, 3);
                country = at(segment, 4);
            }
        }
        party.address = new Address(old.code(), name, street, city, state, postalCode, country);
    }
}
