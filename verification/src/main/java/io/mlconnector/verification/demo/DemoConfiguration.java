package io.mlconnector.verification.demo;

import io.mlconnector.twin.Twin;
import io.mlconnector.twin.scenario.Partner;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the configuration that fits a twin. Its secrets may stand in plain text, because the twin is on this machine. */
public final class DemoConfiguration {

    /** What operators of the demo present. */
    public static final String TOKEN = "demo";

    /** The unguessable part of the demo's hook. */
    static final String EVENT_KEY = "demo-events";

    /** What the demo's Studio flow presents. */
    static final String FILE_KEY = "demo-files";

    private DemoConfiguration() {}

    /**
     * The text of the file.
     *
     * @param dataDirectory as it stands in the file
     * @param port of the interface; 0 for any free one
     */
    public static String yaml(Twin twin, String dataDirectory, int port) {
        var dynamics = twin.options().dynamics();
        var cleo = twin.options().cleo();
        String legalEntities = twin.scenario().legalEntities().stream()
                .map(legalEntity -> legalEntity.id())
                .collect(Collectors.joining(", "));
        StringBuilder yaml = new StringBuilder("""
                dataDirectory: %s
                http: {host: 127.0.0.1, port: %d}
                operators:
                  token: "%s"
                connections:
                  - id: demo
                    dynamics:
                      environmentUrl: %s
                      tokenUrl: %s
                      clientId: "%s"
                      clientSecret: "%s"
                      legalEntities: [%s]
                      orders: {poll: 5s, since: 2020-01-01}
                      businessEvents: {key: "%s"}
                      headerReference: assigned
                      charges: {D240: header FREIGHT}
                    cleo:
                      baseUrl: %s
                      username: "%s"
                      password: "%s"
                      requestsPerSecond: 5
                      poll: 3s
                      stabilityWindow: 1s
                      fileArrived: {key: "%s"}
                    partners:
                """.formatted(
                        dataDirectory,
                        port,
                        TOKEN,
                        twin.environmentUrl(),
                        twin.tokenUrl(),
                        dynamics.clientId(),
                        dynamics.clientSecret(),
                        legalEntities,
                        EVENT_KEY,
                        twin.cleoBaseUrl(),
                        cleo.username(),
                        cleo.password(),
                        FILE_KEY));
        twin.scenario().partners().forEach(partner -> yaml.append(partner(partner)));
        return yaml.toString();
    }

    /** The same, and what partners send is answered with 997s, as is expected of them. */
    static String acknowledging(Twin twin, String dataDirectory, int port) {
        return yaml(twin, dataDirectory, port)
                .replace("afterReceive: leave}", "afterReceive: leave, acknowledge: \"997\"}")
                .replace("onUnknownOutcome: hold}", "onUnknownOutcome: hold, expectAcknowledgement: {within: 2m}}");
    }

    private static String partner(Partner partner) {
        String vendors = new TreeMap<>(partner.vendors())
                .entrySet().stream()
                        .map((Map.Entry<String, String> entry) -> entry.getKey() + ": \"" + entry.getValue() + "\"")
                        .collect(Collectors.joining(", "));
        return """
                      - id: %s
                        name: %s
                        vendors: {%s}
                        interchange:
                          us:   {qualifier: "%s", id: "%s", group: "%s"}
                          them: {qualifier: "%s", id: "%s", group: "%s"}
                          version: "%s"
                          usage: production
                        orders: {format: x12, folder: %s, changes: "860", onUnknownOutcome: hold}
                        invoices: {folder: %s, afterReceive: leave}
                """.formatted(
                        partner.id(),
                        partner.name(),
                        vendors,
                        partner.us().qualifier(),
                        partner.us().id(),
                        partner.us().group(),
                        partner.them().qualifier(),
                        partner.them().id(),
                        partner.them().group(),
                        partner.version(),
                        partner.uploadFolder(),
                        partner.downloadFolder());
    }
}
