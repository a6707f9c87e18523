package io.mlconnector.postgres.credentials;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.support.TestPostgres;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    private static final Vertx VERTX = Vertx.vertx();

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static Pool pool;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open_the_database() {
        pool = await(Database.open(VERTX, TestPostgres.database("credentials"), () -> {}))
                .pool();
    }

    @AfterAll
    static void close_everything() {
        await(pool.close());
        await(VERTX.close());
    }

    @BeforeEach
    void empty_the_store() {
        await(pool.query("delete from credential").execute());
    }

    private static Credentials with(MasterKey key) {
        return new Credentials(pool, key, InstantSource.system());
    }

    private MasterKey key(String name) {
        return MasterKey.open(folder.resolve(name), Map.of(), 0);
    }

    @Test
    void a_value_comes_back_until_it_is_removed() {
        Credentials credentials = with(key("a"));
        await(credentials.set("one", "first"));
        await(credentials.set("one", "sécond"));
        await(credentials.set("two", "other"));
        assertThat(await(credentials.get("one"))).contains("sécond");
        assertThat(await(credentials.list()))
                .extracting(Credentials.Listed::name)
                .containsExactly("one", "two");
        assertThat(await(credentials.remove("one"))).isTrue();
        assertThat(await(credentials.remove("one"))).isFalse();
        assertThat(await(credentials.get("one"))).isEmpty();
    }

    @Test
    void names_and_values_are_checked() {
        Credentials credentials = with(key("a"));
        assertThat(failure(credentials.set("a b", "x"))).isInstanceOf(CredentialException.class);
        assertThat(failure(credentials.set("a", ""))).isInstanceOf(CredentialException.class);
    }

    @Test
    void the_value_does_not_lie_in_the_database() {
        await(with(key("a")).set("one", "recognisable"));
        var row = await(pool.query("select encode(ciphertext, 'escape') as text from credential")
                        .execute())
                .iterator()
                .next();
        assertThat(row.getString("text")).doesNotContain("recognisable");
    }

    @Test
    void values_cannot_be_swapped_between_names() {
        Credentials credentials = with(key("a"));
        await(credentials.set("one", "first"));
        await(credentials.set("two", "second"));
        await(pool.query("""
                        update credential c set ciphertext = o.ciphertext from credential o
                        where c.name = 'one' and o.name = 'two'
                        """).execute());
        assertThat(failure(credentials.get("one")))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("under another name")
                .hasMessageNotContaining("second");
    }

    @Test
    void another_master_key_is_told_in_words() {
        await(with(key("a")).set("one", "first"));
        assertThat(failure(with(key("b")).get("one")))
                .hasMessageContaining("another master key")
                .hasMessageContaining("credentials set one");
    }

    @Test
    void after_a_rotation_everything_is_readable_with_the_new_key_only() {
        MasterKey old = key("a");
        Credentials before = with(old);
        await(before.set("one", "first"));
        MasterKey rotated = old.rotated();
        assertThat(await(before.rewrite(rotated))).isEqualTo(1);
        assertThat(await(with(key("a")).get("one"))).contains("first");
        assertThat(failure(before.get("one"))).isInstanceOf(CredentialException.class);
    }

    @Test
    void the_key_file_is_for_its_owner_alone() throws IOException {
        key("a");
        Path file = folder.resolve("a").resolve("master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> key("a"))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_key_of_the_environment_is_used_but_not_rotated() throws IOException {
        key("a");
        String text = Files.readString(folder.resolve("a").resolve("master.key"));
        MasterKey given = MasterKey.open(folder.resolve("elsewhere"), Map.of(MasterKey.VARIABLE, text), 1);
        await(with(key("a")).set("one", "first"));
        assertThat(await(with(given).get("one"))).contains("first");
        assertThatThrownBy(given::rotated).isInstanceOf(CredentialException.class);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void a_missing_key_beside_a_filled_store_is_told_and_not_replaced() {
        assertThatThrownBy(() -> MasterKey.open(folder.resolve("lost"), Map.of(), 2))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("holds 2 credentials")
                .hasMessageContaining("Put that file back")
                .hasMessageContaining("credentials remove --all");
        assertThat(folder.resolve("lost")).doesNotExist();
    }

    @Test
    void without_the_key_the_store_can_be_counted_and_emptied() {
        await(with(key("a")).set("one", "first"));
        await(with(key("a")).set("two", "second"));
        assertThat(await(Credentials.count(pool))).isEqualTo(2);
        assertThat(await(Credentials.removeAll(pool))).isEqualTo(2);
        assertThat(await(Credentials.count(pool))).isZero();
    }
}
