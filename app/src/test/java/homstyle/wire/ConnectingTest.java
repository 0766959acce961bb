package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1 of the protocol, where everybody is let in. */
class ConnectingTest {
    private static final String HANDSHAKE = "Sec-WebSocket-Protocol: ";

    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    @Test
    @DisplayName("C1 the socket of a room answers with the room's welcome")
    void welcome() {
        try (var client = server.joining("c1-room").as("Röd stol").connect()) {
            var welcome = client.first();
            assertThat(welcome.get("type").asText()).isEqualTo("welcome");
            assertThat(welcome.get("room").asText()).isEqualTo("c1-room");
            assertThat(welcome.get("rev").asLong()).isZero();
            assertThat(welcome.get("title").asText()).isEqualTo("Untitled room");
            assertThat(welcome.get("outline")).hasSize(4);
            assertThat(welcome.get("openings")).hasSize(2);
            assertThat(welcome.get("items")).isEmpty();
            assertThat(welcome.get("locks")).isEmpty();
            assertThat(welcome.get("you").get("name").asText()).isEqualTo("Röd stol");
            assertThat(welcome.get("you").get("role").asText()).isEqualTo("editor");
            assertThat(client.clientsAtFirst()).containsExactly(client.id());
            assertThat(welcome.get("limits").get("messageBytes").asInt()).isEqualTo(16_384);
            assertThat(welcome.get("limits").get("items").asInt()).isEqualTo(2_000);
            assertThat(welcome.get("limits").get("clients").asInt()).isEqualTo(1_000);
        }
    }

    @Test
    @DisplayName("C1 a client without a name is called Anonymous")
    void anonymous() {
        try (var client = server.join("c1-anonymous")) {
            assertThat(client.you().get("name").asText()).isEqualTo("Anonymous");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPPER", "a", "-begins", "under_score", "a.b", "%C3%B6%C3%B6"})
    @DisplayName("C1 a room name that is none is refused with 400")
    void badRoomName(String room) {
        assertThat(server.joining(room).refusal()).isEqualTo(400);
    }

    @Test
    @DisplayName("C1 a room name of 64 characters is refused with 400, one of 63 is fine")
    void longestRoomName() {
        assertThat(server.joining("r".repeat(64)).refusal()).isEqualTo(400);
        server.join("r".repeat(63)).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=",
                "since=-1",
                "since=1.5",
                "since=x",
                "since=%2B5",
                "since=%D9%A3",
                "since=9007199254740992",
                "name=",
                "name=%20%20",
                "name=12345678901234567890123456789012345678901"
            })
    @DisplayName("C1 a query out of range is refused with 400")
    void badQuery(String query) {
        assertThat(server.joining("c1-query").query(query).refusal()).isEqualTo(400);
    }

    @Test
    @DisplayName("C1 the limits of name and since are allowed")
    void queryAtItsLimits() {
        var emoji = "🪑".repeat(40);
        try (var client = server.joining("c1-limits")
                .as(emoji)
                .since(9_007_199_254_740_991L)
                .connect()) {
            assertThat(client.you().get("name").asText()).isEqualTo(emoji);
            assertThat(client.first().get("type").asText()).isEqualTo("welcome");
        }
    }

    @Test
    @DisplayName("C2 a client that offers the subprotocol is answered with it")
    void subprotocol() {
        try (var client = server.join("c2-offered")) {
            assertThat(client.subprotocol()).isEqualTo("homstyle.room.v1");
        }
    }

    @Test
    @DisplayName("C2 a client that offers no subprotocol is served as version 1")
    void noSubprotocol() {
        try (var client = server.joining("c2-none").offering().connect()) {
            assertThat(client.subprotocol()).isEmpty();
            assertThat(client.first().get("type").asText()).isEqualTo("welcome");
        }
    }

    @Test
    @DisplayName("C2 a client that offers only others is refused with 400")
    void otherSubprotocols() {
        assertThat(server.joining("c2-others")
                        .offering("homstyle.room.v2", "chat")
                        .refusal())
                .isEqualTo(400);
        assertThat(server.joining("c2-others").offering("homstyle.token.x").refusal())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("C3 credentials among the subprotocols are never echoed")
    void credentialsAreNotEchoed() throws Exception {
        String key;
        try (var earlier = server.join("c3-room")) {
            key = earlier.resumeKey();
        }
        try (var raw = server.raw()) {
            var answer = raw.handshake("c3-room", HANDSHAKE + "homstyle.resume." + key + ", homstyle.room.v1");
            assertThat(answer.status()).isEqualTo(101);
            assertThat(answer.headers().get("sec-websocket-protocol")).isEqualTo("homstyle.room.v1");
            assertThat(answer.headers().values()).noneMatch(value -> value.contains(key));
        }
    }

    @Test
    @DisplayName("C4 with open access a token that is shown counts all the same")
    void badTokenWithOpenAccess() {
        assertThat(server.joining("c4-room").token("not.a.token").refusal()).isEqualTo(401);
    }

    @Test
    @DisplayName("C5 a refused upgrade is answered by a problem that says what was expected")
    void problem() throws Exception {
        try (var raw = server.raw()) {
            var answer = raw.handshakeAt("/api/rooms/c5-room/socket?since=soon");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("field").asText()).isEqualTo("since");
            assertThat(answer.json().get("detail").asText()).contains("soon", "2^53");
        }
        try (var raw = server.raw()) {
            var answer = raw.handshake("c5-room", HANDSHAKE + "chat");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
            assertThat(answer.json().get("status").asInt()).isEqualTo(400);
            assertThat(answer.json().get("detail").asText()).contains("homstyle.room.v1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example", "null", "https://localhost.shop.example", "http://localhost:1"})
    @DisplayName("C5 a page of another origin is refused with 403")
    void foreignOrigin(String page) {
        assertThat(server.joining("c5-origin").from(page).refusal()).isEqualTo(403);
    }

    @Test
    @DisplayName("C5 the server's own pages may connect")
    void ownOrigin() {
        server.joining("c5-own")
                .from("http://127.0.0.1:" + server.port())
                .connect()
                .close();
    }

    @Test
    @DisplayName("C5 what is no handshake is refused with 400 and the connection can be used again")
    void noHandshake() throws Exception {
        try (var raw = server.raw()) {
            var host = "Host: localhost:" + server.port();
            var plain = raw.request("GET /api/rooms/c5-plain/socket HTTP/1.1", host);
            assertThat(plain.status()).isEqualTo(400);
            assertThat(plain.json().get("detail").asText()).contains("WebSocket handshake");
            assertThat(raw.handshake("c5-plain").status()).isEqualTo(101);
        }
        try (var raw = server.raw()) {
            var old = raw.request(
                    "GET /api/rooms/c5-plain/socket HTTP/1.1",
                    "Host: localhost:" + server.port(),
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 8",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
            assertThat(old.status()).isBetween(400, 426);
        }
    }

    @Test
    @DisplayName("C6 the first frame is welcome, also when the client speaks at once")
    void welcomeComesFirst() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (var raw = server.raw()) {
                raw.handshake("c6-eager-" + i);
                raw.text(Frames.ping("early"));
                raw.text("not JSON");
                raw.text(Frames.rename("r", "Eager"));
                assertThat(raw.next().get("type").asText()).isEqualTo("welcome");
                var later = Set.of(
                        raw.next().get("type").asText(),
                        raw.next().get("type").asText(),
                        raw.next().get("type").asText());
                assertThat(later).containsExactlyInAnyOrder("pong", "rejected", "renamed");
            }
        }
    }
}
