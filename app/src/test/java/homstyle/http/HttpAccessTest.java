package homstyle.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import homstyle.access.RoomToken;
import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;
import homstyle.wire.Http;
import homstyle.wire.RunningServer;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** C4 and C5 by plain HTTP: rooms that need a token. */
class HttpAccessTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with("access=signed");

    private static final String[] READS = {"", "?rev=1", "/events"};

    private static JsonNode created(String room) {
        return server.http()
                .post("/api/rooms", "{\"room\":\"%s\",\"title\":\"Secret plan\"}".formatted(room))
                .json()
                .get("tokens");
    }

    private static Http.Answer get(String path, String token) {
        return server.http().get("/api/rooms/" + path, "Authorization", "Bearer " + token);
    }

    @Test
    @DisplayName(
            "C5 without a token 401, with a bad one 401, with another room's 403, for a room that is not there 404")
    void reading() {
        var tokens = created("access-room");
        var other = created("access-other").get("owner").asText();
        for (var read : READS) {
            assertThat(server.http().get("/api/rooms/access-room" + read).status())
                    .isEqualTo(401);
            assertThat(get("access-room" + read, "a.b.c").status()).isEqualTo(401);
            assertThat(get("access-room" + read, other).status()).isEqualTo(403);
            assertThat(get("access-room" + read, tokens.get("view").asText()).status())
                    .isEqualTo(200);
        }
        var refused = server.http().get("/api/rooms/access-room");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("status").asInt()).isEqualTo(401);
    }

    @Test
    @DisplayName("C5 nothing tells a room that exists from one that does not to who may not see it")
    void nothingIsSaid() {
        created("access-there");
        var other = created("access-elsewhere").get("owner").asText();
        for (var read : READS) {
            assertThat(server.http().get("/api/rooms/access-there" + read).text())
                    .isEqualTo(server.http()
                            .get("/api/rooms/access-nowhere" + read)
                            .text());
            assertThat(get("access-there" + read, other).text())
                    .isEqualTo(get("access-nowhere" + read, other).text());
        }
        assertThat(server.http().get("/rooms/access-there").text())
                .isEqualTo(server.http().get("/rooms/access-nowhere").text())
                .doesNotContain("Secret plan");
    }

    @Test
    @DisplayName("C5 invitations need a token that covers the role")
    void invitations() {
        var tokens = created("access-invite");
        var path = "/api/rooms/access-invite/invitations";
        assertThat(server.http().post(path, "{\"role\":\"viewer\"}").status()).isEqualTo(401);
        String[][] cases = {
            {"view", "viewer", "201"}, {"view", "editor", "403"}, {"view", "owner", "403"},
            {"edit", "viewer", "201"}, {"edit", "editor", "201"}, {"edit", "owner", "403"},
            {"owner", "viewer", "201"}, {"owner", "editor", "201"}, {"owner", "owner", "201"},
        };
        for (var one : cases) {
            var answer = server.http()
                    .post(
                            path,
                            "{\"role\":\"%s\"}".formatted(one[1]),
                            "Authorization",
                            "Bearer " + tokens.get(one[0]).asText());
            assertThat(answer.status()).as("%s invites %s", one[0], one[1]).isEqualTo(Integer.parseInt(one[2]));
        }
    }

    @Test
    @DisplayName("C4 an invitation is good no longer than the token of who invites, so that none renews itself")
    void invitationsEndWithTheirToken() {
        created("access-guest");
        var guest = new RoomToken(new RoomId("access-guest"), new UserId("guest"), Role.EDITOR);
        var days = server.tokens().mint(guest, Duration.ofDays(2));
        var invitation = server.http()
                .post(
                        "/api/rooms/access-guest/invitations",
                        "{\"role\":\"viewer\"}",
                        "Authorization",
                        "Bearer " + days);
        assertThat(invitation.status()).isEqualTo(201);
        var invited =
                server.tokens().room(invitation.json().get("token").asText()).orElseThrow();
        var until = server.tokens().room(days).orElseThrow().until();
        assertThat(invited).isEqualTo(new RoomToken(guest.room(), null, Role.VIEWER, until));
    }
}
