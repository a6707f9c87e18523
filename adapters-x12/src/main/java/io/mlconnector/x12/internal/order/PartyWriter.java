package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.trade.Address;
import java.util.List;

/** Writes N1 loops (reference x12, sections 3 and 10). */
final class PartyWriter {
    /** Data element 66: assigned by the buyer. */
    private static final String BY_BUYER = "92";

    private static final int SHORTEST_CODE = 2;
    private static final int STREET_LINES = 4;

    private final SegmentWriter out;

    PartyWriter(SegmentWriter out) {
        this.out = out;
    }

    /** A party with a name and our code for it. */
    void named(String role, String name, String code) {
        out.begin("N1").code(role).text(name);
        if (code.length() >= SHORTEST_CODE) {
            out.code(BY_BUYER).id(code);
        } else if (!code.isEmpty()) {
            out.problem(
                    "text-left-out", Severity.NOTE, "", 4, code, "The code was left out: two characters or more fit.");
        }
        out.end();
    }

    /**
     * A place of delivery.
     *
     * @param address as we keep it
     * @param fallback the name if the address has none
     */
    void place(String role, Address address, String fallback) {
        String code = address.code().strip();
        named(role, out.leavesText(address.name()) || code.length() >= SHORTEST_CODE ? address.name() : fallback, code);
        List<String> street = address.street()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        for (int i = 0; i < Math.min(street.size(), STREET_LINES); i += 2) {
            out.begin("N3").text(street.get(i));
            if (i + 1 < street.size()) {
                out.text(
                        i + 2 == STREET_LINES
                                ? String.join(" ", street.subList(i + 1, street.size()))
                                : street.get(i + 1));
            }
            out.end();
        }
        out.begin("N4")
                .text(address.city())
                .whole(address.state())
                .whole(address.postalCode())
                .whole(address.country())
                .end();
    }
}
