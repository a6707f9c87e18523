package io.mlconnector.postgres.credentials;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The encrypted store of secrets in the database. */
public final class Credentials {

    /** What a name may be, for messages. */
    public static final String NAMES =
            "A credential name may contain only A-Z, a-z, 0-9, '.', '_' and '-', and not only dots";

    private final Pool pool;
    private final MasterKey key;
    private final InstantSource clock;

    /** On a database whose schema is up to date. */
    public Credentials(Pool pool, MasterKey key, InstantSource clock) {
        this.pool = pool;
        this.key = key;
        this.clock = clock;
    }

    /**
     * A stored credential without its value.
     *
     * @param name its name
     * @param changedAt when it was last entered
     */
    public record Listed(String name, Instant changedAt) {}

    /** Whether something can be stored under this name. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9._-]{1,80}") && !name.matches("[.]+");
    }

    /**
     * Stores a value under a name, replacing an older one.
     *
     * @param name [A-Za-z0-9._-]{1,80}, not only dots
     * @param value not empty
     */
    public Future<Void> set(String name, String value) {
        if (!isName(name)) {
            return Future.failedFuture(new CredentialException(NAMES, null));
        }
        if (value.isEmpty()) {
            return Future.failedFuture(new CredentialException("The value of " + name + " is empty", null));
        }
        return pool.preparedQuery("""
                        insert into credential (name, ciphertext, changed_at) values ($1, $2, $3)
                        on conflict (name) do update set ciphertext = excluded.ciphertext, changed_at = excluded.changed_at
                        """)
                .execute(Tuple.of(name, Buffer.buffer(key.encrypt(name, value)), now()))
                .mapEmpty();
    }

    /** The value stored under a name; empty if there is none. */
    public Future<Optional<String>> get(String name) {
        return pool.preparedQuery("select ciphertext from credential where name = $1")
                .execute(Tuple.of(name))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(
                                key.decrypt(name, row.getBuffer("ciphertext").getBytes()));
                    }
                    return Optional.empty();
                });
    }

    /** All names. */
    public Future<List<Listed>> list() {
        return pool.query("select name, changed_at from credential order by name")
                .execute()
                .map(rows -> {
                    List<Listed> all = new ArrayList<>();
                    rows.forEach(row -> all.add(new Listed(
                            row.getString("name"),
                            row.getOffsetDateTime("changed_at").toInstant())));
                    return all;
                });
    }

    /** Removes a name; true if it existed. */
    public Future<Boolean> remove(String name) {
        return pool.preparedQuery("delete from credential where name = $1")
                .execute(Tuple.of(name))
                .map(rows -> rows.rowCount() > 0);
    }

    /** How many there are; needs no key. */
    public static Future<Long> count(Pool pool) {
        return pool.query("select count(*) as n from credential")
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** Removes all of them, which needs no key: the way out when the key is lost. Returns how many. */
    public static Future<Integer> removeAll(Pool pool) {
        return pool.query("delete from credential").execute().map(rows -> rows.rowCount());
    }

    /** Encrypts every value with another key, all of them or none; returns how many. */
    public Future<Integer> rewrite(MasterKey newKey) {
        return pool.withTransaction(connection -> connection
                .query("select name, ciphertext from credential for update")
                .execute()
                .compose(rows -> {
                    Future<Integer> rewritten = Future.succeededFuture(0);
                    for (Row row : rows) {
                        String name = row.getString("name");
                        byte[] fresh = newKey.encrypt(
                                name,
                                key.decrypt(name, row.getBuffer("ciphertext").getBytes()));
                        rewritten = rewritten.compose(count -> connection
                                .preparedQuery("update credential set ciphertext = $2 where name = $1")
                                .execute(Tuple.of(name, Buffer.buffer(fresh)))
                                .map(ignored -> count + 1));
                    }
                    return rewritten;
                }));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
