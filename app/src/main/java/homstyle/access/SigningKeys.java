package homstyle.access;

import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** The keys that sign tokens, kept as a JWK set in a file that only its owner can read. The first one signs. */
public final class SigningKeys {
    /** Its name in the data folder. */
    public static final String FILE = "keys.json";

    private static final int BITS = 256;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final List<OctetSequenceKey> keys;

    private SigningKeys(List<OctetSequenceKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads the keys, after making the file where there is none.
     *
     * @throws KeysUnusable when the file is there but holds no keys, or one that cannot be used
     * @throws UncheckedIOException when it can be neither read nor made
     */
    public static SigningKeys in(Path file) {
        if (!Files.exists(file)) {
            generate(file);
        }
        return read(file);
    }

    /**
     * Reads the keys of a file that others made.
     *
     * @throws KeysUnusable as {@link #in}, and when there is no such file
     */
    public static SigningKeys at(Path file) {
        if (!Files.exists(file)) {
            throw new KeysUnusable(file, "does not exist", null);
        }
        return read(file);
    }

    OctetSequenceKey signing() {
        return keys.getFirst();
    }

    Optional<OctetSequenceKey> named(String id) {
        return keys.stream().filter(key -> key.getKeyID().equals(id)).findFirst();
    }

    private static SigningKeys read(Path file) {
        try {
            var keys = JWKSet.load(file.toFile()).getKeys().stream()
                    .map(key -> key.toOctetSequenceKey())
                    .toList();
            if (keys.isEmpty()) {
                throw new KeysUnusable(file, "holds no key", null);
            }
            if (!keys.stream().allMatch(key -> key.getKeyID() != null && key.size() >= BITS)) {
                throw new KeysUnusable(file, "holds a key without kid or of less than %d bits".formatted(BITS), null);
            }
            return new SigningKeys(keys);
        } catch (ParseException | ClassCastException unreadable) {
            throw new KeysUnusable(file, "cannot be understood: " + unreadable.getMessage(), unreadable);
        } catch (IOException failed) {
            throw new UncheckedIOException("the key file %s cannot be read (%s)".formatted(file, failed), failed);
        }
    }

    /** The file appears with the keys in it or not at all, whenever the process ends. */
    private static void generate(Path file) {
        try {
            var unnamed = Files.createTempFile(file.toAbsolutePath().getParent(), ".keys", null, OWNER_ONLY);
            try {
                Files.writeString(unnamed, new JWKSet(newKey()).toString(false), WRITE, SYNC);
                Files.createLink(file, unnamed);
            } finally {
                Files.delete(unnamed);
            }
        } catch (FileAlreadyExistsException _) {
            // Another process was faster; its keys are as good.
        } catch (IOException failed) {
            throw new UncheckedIOException("the key file %s cannot be written (%s)".formatted(file, failed), failed);
        }
    }

    private static OctetSequenceKey newKey() {
        try {
            return new OctetSequenceKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.HS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
