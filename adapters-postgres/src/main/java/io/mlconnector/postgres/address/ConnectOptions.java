package io.mlconnector.postgres.address;

import io.vertx.pgclient.PgConnectOptions;

/** How the drivers are told where a database is and how to speak to it. */
public final class ConnectOptions {

    private ConnectOptions() {}

    /** For the reactive driver. PgBouncer knows the settings of a session only if it is told to ignore them. */
    public static PgConnectOptions of(DatabaseAddress address, String application, int statementTimeoutMillis) {
        Transport transport = address.transport();
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setDatabase(address.name())
                .setUser(address.user())
                .setPassword(address.password())
                .setReconnectAttempts(0)
                .addProperty("application_name", application);
        EncryptedDatabase.apply(transport, options);
        if (transport.pooledByTransaction()) {
            options.setUseLayer7Proxy(true).setCachePreparedStatements(false);
        } else {
            options.addProperty("client_min_messages", "warning")
                    .addProperty("statement_timeout", Integer.toString(statementTimeoutMillis));
        }
        return options;
    }

    /** For the JDBC driver, which migrates, backs up and restores. */
    public static String jdbcUrl(DatabaseAddress address) {
        return "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name() + "?"
                + EncryptedDatabase.parameters(address.transport())
                + (address.transport().pooledByTransaction() ? "&prepareThreshold=0" : "");
    }
}
