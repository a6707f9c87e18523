package io.mlconnector.verification.demo;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.Locale;

/** One line for one document in its present condition. */
final class DemoLine {

    private DemoLine() {}

    static String of(DocumentRecord document) {
        boolean outbound = document.direction() == Direction.OUTBOUND;
        String name = !outbound
                ? "invoice " + document.keys().invoiceNumber()
                : document.type().equals("997")
                        ? "answer"
                        : "order " + document.keys().confirmationNumber();
        return String.format(
                Locale.ROOT,
                "%s %s  %-8s %-26s %-10s %-10s %s",
                outbound ? "->" : "<-",
                document.type(),
                document.partner(),
                name,
                document.condition().word(),
                document.stage().word(),
                document.reason().map(Problem::message).orElse(""));
    }
}
