package io.mlconnector.postgres.credentials;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;

/**
 * The key that protects the stored credentials: AES-256-GCM, kept in a file that only its owner can read, or taken from
 * the environment. Each value is bound to its name, so that values cannot be swapped between rows.
 */
public final class MasterKey {

    /** Environment variable that holds the key set instead of the file. */
    public static final String VARIABLE = "MLC_MASTER_KEY";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final KeysetHandle keys;
    private final Path file;
    private final boolean fromEnvironment;

    private MasterKey(KeysetHandle keys, Path file, boolean fromEnvironment) {
        this.keys = keys;
        this.file = file;
        this.fromEnvironment = fromEnvironment;
    }

    /**
     * Opens the key, generating one if there is none yet and nothing is stored that another one protects. Blocks.
     *
     * @param environment the process's environment
     * @param stored how many credentials the store holds
     * @throws CredentialException with a message for an operator
     */
    public static MasterKey open(Path dataDirectory, Map<String, String> environment, long stored) {
        Path file = dataDirectory.resolve("master.key");
        try {
            AeadConfig.register();
            String given = environment.getOrDefault(VARIABLE, "");
            if (!given.isBlank()) {
                return new MasterKey(parse(given), file, true);
            }
            if (Files.exists(file)) {
                checkPermissions(file);
                return new MasterKey(parse(Files.readString(file)), file, false);
            }
            if (stored > 0) {
                throw new CredentialException(
                        "The database holds " + stored + " credentials, and the master key that protects them (" + file
                                + ") is missing. Put that file back from its backup, or its content into " + VARIABLE
                                + ". If it is lost for good, run: ml-connector credentials remove --all; then enter every"
                                + " credential again.",
                        null);
            }
            MasterKey fresh = new MasterKey(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    file,
                    false);
            fresh.save();
            return fresh;
        } catch (GeneralSecurityException | IOException e) {
            throw new CredentialException(
                    "The master key (" + file + " or " + VARIABLE + ") cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeysetHandle parse(String text) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(text, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static void checkPermissions(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(found)) {
            throw new CredentialException(
                    "The key file " + file + " can be read by others. Run: chmod 600 " + file
                            + " and change the credentials that it protects.",
                    null);
        }
    }

    private void save() throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = file.resolveSibling("master.key.new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        Files.writeString(
                fresh,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The same keys with a new one in front; old values stay readable until they are encrypted again. Blocks.
     *
     * @throws CredentialException if the key comes from the environment, where only the operator can change it
     */
    public MasterKey rotated() {
        if (fromEnvironment) {
            throw new CredentialException(
                    "The master key comes from " + VARIABLE + "; generate a new one there instead of rotating it.",
                    null);
        }
        try {
            KeysetHandle more = KeysetHandle.newBuilder(keys)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            MasterKey rotated = new MasterKey(more, file, false);
            rotated.save();
            return rotated;
        } catch (GeneralSecurityException | IOException e) {
            throw new CredentialException("The master key cannot be rotated: " + e.getMessage(), e);
        }
    }

    byte[] encrypt(String name, String value) {
        try {
            return aead().encrypt(value.getBytes(StandardCharsets.UTF_8), bound(name));
        } catch (GeneralSecurityException e) {
            throw new CredentialException("Credential " + name + " cannot be encrypted", e);
        }
    }

    String decrypt(String name, byte[] ciphertext) {
        try {
            return new String(aead().decrypt(ciphertext, bound(name)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new CredentialException(
                    "Credential " + name
                            + " cannot be decrypted: it was written with another master key or under another"
                            + " name. Enter it again: ml-connector credentials set " + name,
                    e);
        }
    }

    private Aead aead() throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] bound(String name) {
        return ("ml-connector credential " + name).getBytes(StandardCharsets.UTF_8);
    }
}
