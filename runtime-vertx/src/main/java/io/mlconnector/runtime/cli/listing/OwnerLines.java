package io.mlconnector.runtime.cli.listing;

import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** To whom stored bytes belong, printed. */
public final class OwnerLines {

    private OwnerLines() {}

    /** One of the owners, as the interface answers. */
    public static void print(JsonObject owner) {
        System.out.println(Printable.line(String.format(
                Locale.ROOT,
                "%s  %-8s  %-24s  %s",
                owner.getString("id"),
                owner.getString("kind"),
                owner.getJsonArray("events").stream().map(String::valueOf).collect(Collectors.joining(", ")),
                said(owner))));
    }

    private static String said(JsonObject owner) {
        JsonObject document = owner.getJsonObject("document");
        if (document != null) {
            String number = Stream.of("invoiceNumber", "confirmationNumber", "orderNumber", "controlNumber")
                    .map(name -> document.getString(name, ""))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
            return words(
                    document.getString("type"),
                    document.getString("partner"),
                    number,
                    document.getString("condition"),
                    document.getString("stage"));
        }
        JsonObject file = owner.getJsonObject("file");
        return file == null ? "" : words(file.getString("partner"), file.getString("folder"), file.getString("name"));
    }

    private static String words(String... words) {
        return Stream.of(words).filter(text -> !text.isEmpty()).collect(Collectors.joining("  "));
    }
}
