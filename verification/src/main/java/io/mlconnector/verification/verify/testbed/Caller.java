package io.mlconnector.verification.verify.testbed;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One connection of one daemon, as the remote systems know it.
 *
 * @param name for a person
 * @param ports local ports from which it called
 * @param brokenPorts those of them on which responses may have been lost
 * @param deaths when its process ended: the next one knows nothing of earlier responses
 */
public record Caller(String name, Set<Integer> ports, Set<Integer> brokenPorts, List<Instant> deaths) {

    public Caller {
        ports = Set.copyOf(ports);
        brokenPorts = Set.copyOf(brokenPorts);
        deaths = List.copyOf(deaths);
    }

    static Caller of(DaemonProcess daemon, String connection, ConnectionRelays line) {
        Set<Integer> ports = new HashSet<>(line.toDynamics().portsToServer());
        ports.addAll(line.toCleo().portsToServer());
        Set<Integer> broken = new HashSet<>(line.toDynamics().record().struckPorts());
        broken.addAll(line.toCleo().record().struckPorts());
        return new Caller(
                daemon.log().getFileName().toString().replace(".log", "") + "/" + connection,
                ports,
                broken,
                daemon.deaths());
    }
}
