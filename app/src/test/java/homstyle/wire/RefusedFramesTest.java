package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** E2 and E3: frames that are refused, while the connection lives. */
class RefusedFramesTest {
    private static final Path FIXTURES = Path.of("..", "protocol", "fixtures", "refused");

    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    private static TestClient client;

    @BeforeAll
    static void join() {
        client = server.join("e2-room");
    }

    @AfterAll
    static void leave() {
        client.close();
    }

    static Stream<Path> fixtures() throws IOException {
        try (var files = Files.list(FIXTURES)) {
            return files.sorted().toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    @DisplayName("E2 a refused frame is answered as its fixture says, and the connection lives")
    void refused(Path fixture) {
        var expected = Inbox.parse(read(fixture));
        client.send(expected.get("text").asText());
        assertThat(client.next("rejected")).isEqualTo(expected.get("answer"));
        client.settle();
    }

    @Test
    @DisplayName(
            "E2 E3 a thousand bad frames in a row are each answered, change nothing and leave the connection alive")
    void manyBadFrames() throws Exception {
        try (var raw = server.raw()) {
            raw.handshake("e3-many");
            raw.next("welcome");
            for (int i = 0; i < 1_000; i++) {
                raw.text("{\"type\":\"place\",\"id\":\"b%d\"}".formatted(i));
                if (i % 100 == 99) {
                    for (int answer = i - 99; answer <= i; answer++) {
                        assertThat(raw.next("rejected").get("id").asText()).isEqualTo("b" + answer);
                    }
                }
            }
            raw.text(Frames.rename("good", "Good"));
            assertThat(raw.next("renamed").get("rev").asLong()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("E3 requests that the room refuses cost no revision")
    void refusedByTheRoom() {
        try (var one = server.join("e3-room");
                var two = server.join("e3-room")) {
            one.ask(Frames.place("p", "sofa", 0, 0));
            var fence = one.lock("l", "sofa");
            String[][] refusals = {
                {"duplicate-item", Frames.place("1", "sofa", 0, 0)},
                {"unknown-sku", Frames.place("2", "chair", 0, 0).replace(Frames.SOFA, "HS-NOTHING-1")},
                {"unknown-item", Frames.lock("3", "nothing")},
                {"locked", Frames.lock("4", "sofa")},
                {"locked", Frames.move("5", "sofa", 1, 1, fence)},
                {"not-locked", Frames.unlock("6", "sofa")},
                {"forbidden", Frames.force("7", "sofa")},
                {"not-locked", Frames.reshape("8", 3_000, fence)},
            };
            for (var refusal : refusals) {
                var rejected = two.ask(refusal[1]);
                assertThat(rejected.get("code").asText()).as(refusal[1]).isEqualTo(refusal[0]);
                assertThat(rejected.get("message").asText()).isNotBlank();
            }
            assertThat(server.stored("e3-room")).isEqualTo(fence);
            one.settle();
            assertThat(one.all("rejected")).isEmpty();
        }
    }
}
