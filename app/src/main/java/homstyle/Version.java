package homstyle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import picocli.CommandLine.IVersionProvider;

/** Which build this is: a digest of the client that belongs to it, so that a tab of another build knows (C6). */
final class Version implements IVersionProvider {
    private static final int BYTES = 6;

    private Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {"HÖMSTYLE Rooms, build " + current()};
    }

    /** The release, which orders builds: rooms prefer to move to nodes of the newest. */
    static String release() {
        var release = Version.class.getPackage().getImplementationVersion();
        return release == null ? "0.0.0" : release;
    }

    /** The names in the client's page are hashes of its files, so the page stands for all of them. */
    static String current() {
        try (var page = Version.class.getResourceAsStream("/web/room.html")) {
            var digest = MessageDigest.getInstance("SHA-256").digest(page.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the client's page cannot be read", unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
