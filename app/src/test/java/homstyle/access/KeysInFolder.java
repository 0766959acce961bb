package homstyle.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Signing keys in a test's folder, and tokens at a time of the test's choice. */
record KeysInFolder(SigningKeys keys) {
    static final Instant NOW = Instant.parse("2026-01-31T09:15:00Z");

    static KeysInFolder in(Path folder) {
        return new KeysInFolder(SigningKeys.in(folder.resolve(SigningKeys.FILE)));
    }

    Tokens tokens() {
        return tokensAfter(Duration.ZERO);
    }

    Tokens tokensAfter(Duration time) {
        return new Tokens(keys, Clock.fixed(NOW.plus(time), ZoneOffset.UTC));
    }
}
