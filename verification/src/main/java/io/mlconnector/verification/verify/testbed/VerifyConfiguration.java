package io.mlconnector.verification.verify.testbed;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.scenario.Partner;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the configuration of a daemon that reaches everything else through its relays only. */
public final class VerifyConfiguration {

    /** The unguessable part of the hook for Business Events. */
    static final String EVENT_KEY = "verify-events";

    /** What the Studio flow presents. */
    static final String FILE_KEY = "verify-files";

    /** How many requests each connection may send to each Cleo path within one second. */
    public static final int REQUESTS_PER_SECOND = 5;

    /** No larger file is taken. */
    public static final int LARGEST_FILE = 1024 * 1024;

    /** The connections: F&O numbers the invoice headers of the first, the connector those of the second. */
    static final List<String> CONNECTIONS = List.of("assigned", "ours");

    private VerifyConfiguration() {}

    /** The connection that serves a partner: the second one serves the last partner, the first one all others. */
    static String connectionOf(Partner partner, Twin twin) {
        return CONNECTIONS.get(partner.equals(twin.scenario().partners().getLast()) ? 1 : 0);
    }

    /**
     * The text of the file.
     *
     * @param dataDirectory as written in the file
     * @param port of the interface
     * @param database where the database is; its host and port are not used
     */
    static String yaml(Twin twin, String dataDirectory, int port, DatabaseAddress database, DaemonRelays relays) {
        StringBuilder yaml = new StringBuilder("""
                dataDirectory: %s
                http: {host: 127.0.0.1, port: %d}
                operators: {token: "verify"}
                database: {url: "postgresql://%s@127.0.0.1:%d/%s", password: "%s"}
                connections:
                """.formatted(
                        dataDirectory,
                        port,
                        database.user(),
                        relays.toDatabase().port(),
                        database.name(),
                        database.password()));
        CONNECTIONS.forEach(connection -> yaml.append(connection(twin, connection, relays.of(connection))));
        return yaml.toString();
    }

    private static String connection(Twin twin, String id, ConnectionRelays connectionRelays) {
        var dynamics = twin.options().dynamics();
        var cleo = twin.options().cleo();
        String legalEntities = twin.scenario().legalEntities().stream()
                .map(legalEntity -> legalEntity.id())
                .collect(Collectors.joining(", "));
        String partners = twin.scenario().partners().stream()
                .filter(partner -> connectionOf(partner, twin).equals(id))
                .map(partner -> partner(partner, twin.scenario().partners().indexOf(partner) == 1 ? "hold" : "resend"))
                .collect(Collectors.joining());
        return """
                  - id: %s
                    dynamics:
                      environmentUrl: %s
                      tokenUrl: %s
                      clientId: "%s"
                      clientSecret: "%s"
                      legalEntities: [%s]
                      orders: {poll: 2s, since: 2020-01-01, otherVendors: skip}
                      businessEvents: {key: "%s"}
                      headerReference: %s
                    cleo:
                      baseUrl: %s
                      username: "%s"
                      password: "%s"
                      requestsPerSecond: %d
                      largestFile: %d
                      poll: 2s
                      stabilityWindow: 600ms
                      fileArrived: {key: "%s"}
                    partners:
                """.formatted(
                        id,
                        twin.environmentUrl(connectionRelays.toDynamics().port()),
                        twin.tokenUrl(connectionRelays.toDynamics().port()),
                        dynamics.clientId(),
                        dynamics.clientSecret(),
                        legalEntities,
                        EVENT_KEY,
                        id,
                        twin.cleoBaseUrl(connectionRelays.toCleo().port()),
                        cleo.username(),
                        cleo.password(),
                        REQUESTS_PER_SECOND,
                        LARGEST_FILE,
                        FILE_KEY)
                + partners;
    }

    /** Invoice files are left in the folder of the partner whose uncertain uploads are held, and removed from the folders of the others. */
    private static String partner(Partner partner, String onUnknownOutcome) {
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
                        orders: {format: x12, folder: %s, changes: "860", onUnknownOutcome: %s}
                        invoices: {folder: %s, afterReceive: %s}
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
                        onUnknownOutcome,
                        partner.downloadFolder(),
                        onUnknownOutcome.equals("hold") ? "leave" : "delete");
    }
}
