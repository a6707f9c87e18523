package io.mlconnector.postgres.address;

/**
 * Where a database is.
 *
 * @param host name or address
 * @param port TCP port
 * @param name of the database
 * @param user who connects
 * @param password empty if none is needed; never logged
 * @param transport how it is spoken to
 */
public record DatabaseAddress(String host, int port, String name, String user, String password, Transport transport) {

    /** Spoken to plainly, without anything between. */
    public DatabaseAddress(String host, int port, String name, String user, String password) {
        this(host, port, name, user, password, Transport.PLAIN);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }
}
