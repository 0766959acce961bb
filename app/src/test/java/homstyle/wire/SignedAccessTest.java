package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rooms that need a token (C3 to C5). */
class SignedAccessTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with("access=signed");

    private static JsonNode created(String room) {
        var answer = server.http().post("/api/rooms", "{\"room\":\"%s\"}".formatted(room));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().get("tokens");
    }

    private static TestClient join(String room, JsonNode tokens, String role) {
        return server.joining(room).token(tokens.get(role).asText()).connect();
    }

    @Test
    @DisplayName("C3 C4 a token among the subprotocols opens the room in its role")
    void tokens() {
        var tokens = created("signed-roles");
        try (var owner = join("signed-roles", tokens, "owner");
                var editor = join("signed-roles", tokens, "edit");
                var viewer = join("signed-roles", tokens, "view")) {
            assertThat(owner.you().get("role").asText()).isEqualTo("owner");
            assertThat(editor.you().get("role").asText()).isEqualTo("editor");
            assertThat(viewer.you().get("role").asText()).isEqualTo("viewer");
        }
    }

    @Test
    @DisplayName(
            "C5 without a good token 401, with that of another room 403, and neither tells whether the room exists")
    void refusals() {
        var tokens = created("signed-there");
        var other = created("signed-other").get("owner").asText();
        for (var room : new String[] {"signed-there", "signed-nowhere"}) {
            assertThat(server.joining(room).refusal()).isEqualTo(401);
            assertThat(server.joining(room).token("x.y.z").refusal()).isEqualTo(401);
            assertThat(server.joining(room).token(other).refusal()).isEqualTo(403);
        }
        var good = tokens.get("owner").asText();
        var forged = good.substring(0, good.length() - 4) + (good.endsWith("AAAA") ? "BBBB" : "AAAA");
        assertThat(server.joining("signed-there").token(forged).refusal()).isEqualTo(401);
    }

    @Test
    @DisplayName("C5 the body of a refusal is the same for a room that exists and one that does not")
    void refusalsSayNothing() throws Exception {
        created("signed-secret");
        try (var there = server.raw();
                var nowhere = server.raw()) {
            assertThat(there.handshake("signed-secret").body())
                    .isEqualTo(nowhere.handshake("signed-imagined").body())
                    .contains("\"status\":401");
        }
    }

    @Test
    @DisplayName("C5 a resume key is no token")
    void resumeKeyIsNoToken() {
        var tokens = created("signed-key");
        try (var owner = join("signed-key", tokens, "owner")) {
            assertThat(server.joining("signed-key").token(owner.resumeKey()).refusal())
                    .isEqualTo(401);
            assertThat(server.joining("signed-key").resuming(owner).refusal()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("C4 R6 who resumes with a viewer's link is the same client, as a viewer")
    void resumingWithLesserToken() {
        var tokens = created("signed-lesser");
        String before;
        String key;
        try (var editor = join("signed-lesser", tokens, "edit")) {
            before = editor.id();
            key = editor.resumeKey();
        }
        try (var again = server.joining("signed-lesser")
                .token(tokens.get("view").asText())
                .resuming(key)
                .connect()) {
            assertThat(again.id()).isEqualTo(before);
            assertThat(again.you().get("role").asText()).isEqualTo("viewer");
        }
    }

    @Test
    @DisplayName("L7 viewers can lock and change nothing")
    void viewers() {
        var tokens = created("signed-viewer");
        try (var editor = join("signed-viewer", tokens, "edit");
                var viewer = join("signed-viewer", tokens, "view")) {
            editor.ask(Frames.place("p", "sofa", 0, 0));
            var head = server.stored("signed-viewer");
            for (var request : new String[] {
                Frames.place("1", "stool", 0, 0),
                Frames.lock("2", "sofa"),
                Frames.move("3", "sofa", 5, 5, 1),
                Frames.remove("4", "sofa", 1),
                Frames.unlock("5", "sofa"),
                Frames.force("6", "sofa"),
                Frames.reshape("7", 3_000, 1),
                Frames.rename("8", "Mine")
            }) {
                assertThat(viewer.ask(request).path("code").asText()).isEqualTo("forbidden");
            }
            assertThat(server.stored("signed-viewer")).isEqualTo(head);
        }
    }

    @Test
    @DisplayName("L7 only an owner can take a lock away")
    void force() {
        var tokens = created("signed-force");
        try (var owner = join("signed-force", tokens, "owner");
                var holder = join("signed-force", tokens, "edit");
                var editor = join("signed-force", tokens, "edit")) {
            holder.ask(Frames.place("p", "sofa", 0, 0));
            var fence = holder.lock("l", "sofa");
            assertThat(editor.ask(Frames.force("f", "sofa")).path("code").asText())
                    .isEqualTo("forbidden");
            var unlocked = owner.ask(Frames.force("f", "sofa"));
            assertThat(unlocked.get("type").asText()).isEqualTo("unlocked");
            assertThat(unlocked.get("reason").asText()).isEqualTo("forced");
            assertThat(holder.ask(Frames.move("m", "sofa", 5, 5, fence))
                            .path("code")
                            .asText())
                    .isEqualTo("not-locked");
        }
    }
}
