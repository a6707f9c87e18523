package io.mlconnector.postgres.embedded;

import io.mlconnector.postgres.address.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Finds out whether the server at an address is ours. Both sides of SCRAM prove that they know the password without
 * saying it; every other way of asking for a password is refused before anything is sent.
 */
final class ServerProof {

    private ServerProof() {}

    /**
     * Signs in. Blocks for ten seconds at most.
     *
     * @throws SQLException if nobody answers in time, or somebody who does not know the password
     */
    static void demand(DatabaseAddress address) throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", address.user());
        how.setProperty("password", address.password());
        how.setProperty("requireAuth", "scram-sha-256");
        how.setProperty("sslmode", "disable");
        how.setProperty("gssEncMode", "disable");
        how.setProperty("connectTimeout", "3");
        how.setProperty("socketTimeout", "5");
        how.setProperty("loginTimeout", "10");
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name(), how)) {
            if (!connection.isValid(5)) {
                throw new SQLException("the server does not answer");
            }
        }
    }
}
