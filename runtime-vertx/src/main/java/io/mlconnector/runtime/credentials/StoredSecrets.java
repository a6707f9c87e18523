package io.mlconnector.runtime.credentials;

import io.mlconnector.engine.loop.Loop;
import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.postgres.credentials.MasterKey;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is entered into the encrypted store, removed and written anew, while a daemon runs. Whatever encrypts opens the master key
 * first: the one with which the daemon started may have been rotated since, and a key set made from an older one would lack the key
 * under which the values are written now. One thing after another, for the same reason.
 */
public final class StoredSecrets {

    private final Credentials names;
    private final Loop loop;
    private final Supplier<Future<MasterKey>> key;
    private final Function<MasterKey, Credentials> under;
    private Future<?> last = Future.succeededFuture();

    /**
     * In a database. Used on one event loop only.
     *
     * @param names under whatever key: names are not encrypted
     * @param key opens the master key as it is now
     * @param under the store under a key
     */
    public StoredSecrets(
            Credentials names, Loop loop, Supplier<Future<MasterKey>> key, Function<MasterKey, Credentials> under) {
        this.names = names;
        this.loop = loop;
        this.key = key;
        this.under = under;
    }

    /** All names. */
    Future<List<Credentials.Listed>> list() {
        return names.list();
    }

    /** Enters a value, in place of an older one; fails with a CredentialException where that is not possible. */
    Future<Void> set(String name, String value) {
        return next(() -> key.get().compose(opened -> under.apply(opened).set(name, value)));
    }

    /** Removes a value; whether there was one. */
    Future<Boolean> remove(String name) {
        return next(() -> names.remove(name));
    }

    /**
     * Makes a new master key and writes every value anew under it; how many. The new key is saved with the old ones behind it before any
     * value is written, and the values are written in one transaction: however this is interrupted, every value can be read, and the
     * whole may be done again.
     */
    Future<Integer> rotate() {
        return next(() -> key.get()
                .compose(before -> loop.beside(before::rotated)
                        .compose(after -> under.apply(before).rewrite(after))));
    }

    private <T> Future<T> next(Supplier<Future<T>> work) {
        Future<T> next = last.transform(ignored -> work.get());
        last = next;
        return next;
    }
}
