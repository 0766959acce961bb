package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E1: what a message may be. */
class MessagesTest {
    private static final int LARGEST = 16 * 1024;

    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    private static RawSocket joined(String room) throws IOException {
        var raw = server.raw();
        raw.handshake(room);
        raw.next("welcome");
        return raw;
    }

    /** A ping of exactly that many bytes. */
    private static byte[] ping(int bytes, String filler) {
        var head = "{\"type\":\"ping\",\"id\":\"big\",\"more\":\"";
        var fillerBytes = filler.getBytes(StandardCharsets.UTF_8).length;
        var room = bytes - head.length() - 2;
        return (head + filler.repeat(room / fillerBytes) + "x".repeat(room % fillerBytes) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void isDismissed(RawSocket raw, int code) throws IOException {
        assertThat(raw.next("bye").get("code").asInt()).isEqualTo(code);
        assertThat(raw.receive().closeCode()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ö", "🪑"})
    @DisplayName("E1 a message of 16 KiB is read, whatever its characters")
    void largest(String filler) throws IOException {
        try (var raw = joined("e1-largest")) {
            raw.frame(RawSocket.TEXT, true, ping(LARGEST, filler));
            assertThat(raw.next("pong").get("id").asText()).isEqualTo("big");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ö", "🪑"})
    @DisplayName("E1 a larger message ends the connection with bye 4413")
    void tooLarge(String filler) throws IOException {
        try (var raw = joined("e1-larger")) {
            raw.frame(RawSocket.TEXT, true, ping(LARGEST + 1, filler));
            isDismissed(raw, 4413);
        }
    }

    @Test
    @DisplayName("E1 a message of megabytes ends the connection with bye 4413 and is not gathered")
    void muchTooLarge() throws IOException {
        try (var raw = joined("e1-huge")) {
            raw.frame(RawSocket.TEXT, false, ping(LARGEST / 2, "x"));
            for (int i = 0; i < 100; i++) {
                raw.frame(RawSocket.CONTINUATION, false, "x".repeat(1 << 14).getBytes(StandardCharsets.UTF_8));
            }
            assertThat(raw.next("bye").get("code").asInt()).isEqualTo(4413);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 200_000})
    @DisplayName("E1 a binary message ends the connection with bye 4415")
    void binary(int bytes) throws IOException {
        try (var raw = joined("e1-binary")) {
            raw.frame(RawSocket.BINARY, true, new byte[bytes]);
            assertThat(raw.next("bye").get("code").asInt()).isEqualTo(4415);
        }
    }

    @Test
    @DisplayName("E1 a message that is not UTF-8 ends the connection with close 1007")
    void notUtf8() throws IOException {
        try (var raw = joined("e1-utf8")) {
            raw.frame(RawSocket.TEXT, true, new byte[] {'{', (byte) 0xc3, (byte) 0x28, '}'});
            var close = raw.receive();
            assertThat(close.isClose()).isTrue();
            assertThat(close.closeCode()).isEqualTo(1007);
        }
    }

    @Test
    @DisplayName("E1 a fragment that is not UTF-8 ends the connection with close 1007")
    void fragmentNotUtf8() throws IOException {
        try (var raw = joined("e1-utf8-fragment")) {
            raw.frame(RawSocket.TEXT, false, "{\"type\":\"ping\",\"id\":\"".getBytes(StandardCharsets.UTF_8));
            raw.frame(RawSocket.CONTINUATION, true, new byte[] {(byte) 0xff, '"', '}'});
            var close = raw.receive();
            assertThat(close.isClose()).isTrue();
            assertThat(close.closeCode()).isEqualTo(1007);
        }
    }

    @Test
    @DisplayName("E1 a message may come in fragments, cut inside a character, and in order with others")
    void fragments() throws IOException {
        try (var raw = joined("e1-fragments")) {
            var rename = Frames.rename("r", "Möbel 🪑").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < rename.length; i++) {
                var first = i == 0;
                var last = i == rename.length - 1;
                raw.frame(first ? RawSocket.TEXT : RawSocket.CONTINUATION, last, new byte[] {rename[i]});
            }
            raw.text(Frames.rename("s", "Second"));
            assertThat(raw.next("renamed").get("title").asText()).isEqualTo("Möbel 🪑");
            assertThat(raw.next("renamed").get("title").asText()).isEqualTo("Second");
        }
    }

    @Test
    @DisplayName("E1 others are not disturbed by a connection that is ended")
    void othersAreNotDisturbed() throws IOException {
        try (var other = server.join("e1-others");
                var raw = joined("e1-others")) {
            raw.frame(RawSocket.BINARY, true, new byte[] {1});
            other.next("left");
            assertThat(other.ask(Frames.rename("r", "Undisturbed")).get("type").asText())
                    .isEqualTo("renamed");
        }
    }

    @Test
    @DisplayName(
            "C7 what a client sends right before it closes counts, also when both come at once and it is gone then")
    void lastWords() throws IOException {
        try (var other = server.join("c7-last-words")) {
            for (int i = 0; i < 50; i++) {
                try (var raw = joined("c7-last-words")) {
                    raw.textAndClose(Frames.rename("last", "Room " + i));
                    if (i % 2 == 0) {
                        raw.cut();
                    }
                    assertThat(other.next("renamed").get("title").asText()).isEqualTo("Room " + i);
                }
            }
        }
    }
}
