package io.mlconnector.postgres.database;

/**
 * Where a database is.
 *
 * @param host name or address
 * @param port TCP port
 * @param name of the database
 * @param user who connects
 * @param password empty if none is needed; never logged
 */
public record DatabaseAddress(String host, int port, String name, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }
}
