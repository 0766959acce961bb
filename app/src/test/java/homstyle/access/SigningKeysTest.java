package homstyle.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
    private static final RoomToken TOKEN =
            new RoomToken(new RoomId("attic"), null, Role.OWNER, Instant.parse("2099-01-01T00:00:00Z"));
    private static final Duration CENTURY = Duration.ofDays(36_525);
    private static final String STRONG = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve(SigningKeys.FILE);
    }

    @Test
    @DisplayName("C4: keys are made where there are none, in a file that only its owner can read")
    void areMadePrivate() throws IOException {
        SigningKeys.in(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisplayName("C4: keys stay, so that tokens are good after a restart")
    void stay() throws IOException {
        var token = tokens(SigningKeys.in(file)).mint(TOKEN, CENTURY);
        var stored = Files.readString(file);

        assertThat(tokens(SigningKeys.in(file)).room(token)).contains(TOKEN);
        assertThat(file).hasContent(stored);
    }

    @Test
    @DisplayName("C4: those who make keys at the same moment agree on one")
    void areAgreedOn() throws Exception {
        var at = new CyclicBarrier(8);
        Callable<String> making = () -> {
            at.await();
            return SigningKeys.in(file).signing().getKeyID();
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            var made = threads.invokeAll(Stream.generate(() -> making).limit(8).toList());
            for (var id : made) {
                assertThat(id.get()).isEqualTo(SigningKeys.in(file).signing().getKeyID());
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisplayName("C4: the first key signs, the others still verify")
    void oldKeysVerify() throws IOException {
        Files.writeString(file, keys(key("old", STRONG)));
        var token = tokens(SigningKeys.in(file)).mint(TOKEN, CENTURY);
        Files.writeString(file, keys(key("new", STRONG.replace('A', 'B') + "A"), key("old", STRONG)));

        var keys = SigningKeys.in(file);
        assertThat(keys.signing().getKeyID()).isEqualTo("new");
        assertThat(tokens(keys).room(token)).contains(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + STRONG + "\",\"kid\":\"public\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"" + STRONG + "\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2hvcnQ\",\"kid\":\"short\"}]}"
            })
    @DisplayName("C4: a file without usable keys is refused by name, and left as it is")
    void refusesOtherFiles(String content) throws IOException {
        Files.writeString(file, content);

        assertThatThrownBy(() -> SigningKeys.in(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent(content);
    }

    @Test
    @DisplayName("C4: a folder that is not there is named")
    void namesWhatCannotBeWritten() {
        var nowhere = folder.resolve("nowhere").resolve(SigningKeys.FILE);

        assertThatThrownBy(() -> SigningKeys.in(nowhere))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(nowhere.toString());
    }

    private static Tokens tokens(SigningKeys keys) {
        return new Tokens(keys, Clock.systemUTC());
    }

    private static String keys(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private static String key(String id, String bytes) {
        return "{\"kty\":\"oct\",\"kid\":\"%s\",\"k\":\"%s\"}".formatted(id, bytes);
    }
}
