package io.mlconnector.postgres.operators;

import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Identifies operators by their tokens, of which only hashes are stored. */
public final class Operators {

    /** Name of the first operator. */
    static final String ADMINISTRATOR = "administrator";

    private final Pool pool;
    private final InstantSource clock;
    private final Optional<String> configured;
    private final String localHash;
    private final String localName;

    /**
     * On a database whose schema is up to date.
     *
     * @param configured the token of the configuration; empty if there is none
     * @param local a token besides those, of commands on the same machine
     * @param localName whom it names
     */
    public Operators(Pool pool, InstantSource clock, Optional<String> configured, String local, String localName) {
        this.localHash = Hashes.of(local).hex();
        this.localName = localName;
        this.pool = pool;
        this.clock = clock;
        this.configured = configured;
    }

    /** Creates the first token if there is none at all; empty otherwise. It is never shown again. */
    public Future<Optional<String>> firstToken() {
        if (configured.isPresent()) {
            return Future.succeededFuture(Optional.empty());
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String token = "mlc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return pool.preparedQuery("""
                        insert into operator (token_hash, name, created_at)
                        select $1, $2, $3 where not exists (select 1 from operator)
                        """)
                .execute(Tuple.of(
                        Hashes.of(token).hex(), ADMINISTRATOR, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() > 0 ? Optional.of(token) : Optional.empty());
    }

    /**
     * An operator.
     *
     * @param name as it stands in the history
     * @param createdAt when the token was made; empty for the one of the configuration
     */
    public record Listed(String name, Optional<Instant> createdAt) {}

    /** Everybody who has a token, by name; tokens are never told. */
    public Future<List<Listed>> listed() {
        if (configured.isPresent()) {
            return Future.succeededFuture(List.of(new Listed(ADMINISTRATOR, Optional.empty())));
        }
        return pool.query("select name, created_at from operator order by name, created_at")
                .execute()
                .map(rows -> {
                    List<Listed> all = new ArrayList<>();
                    rows.forEach(row -> all.add(new Listed(
                            row.getString("name"),
                            Optional.of(row.getOffsetDateTime("created_at").toInstant()))));
                    return all;
                });
    }

    /** Whose token this is; empty if nobody's. Compares hashes, so that timing reveals nothing about the token. */
    public Future<Optional<String>> nameOf(String token) {
        String hash = Hashes.of(token).hex();
        if (localHash.equals(hash)) {
            return Future.succeededFuture(Optional.of(localName));
        }
        if (configured.isPresent()) {
            return Future.succeededFuture(
                    Hashes.of(configured.get()).hex().equals(hash) ? Optional.of(ADMINISTRATOR) : Optional.empty());
        }
        return pool.preparedQuery("select name from operator where token_hash = $1")
                .execute(Tuple.of(hash))
                .map(rows -> {
                    for (var row : rows) {
                        return Optional.of(row.getString("name"));
                    }
                    return Optional.empty();
                });
    }
}
