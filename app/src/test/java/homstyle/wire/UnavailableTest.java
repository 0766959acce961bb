package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** E4: the journal cannot be written for a while, because another program holds its file. */
class UnavailableTest {
    private static final long ANSWER_MILLIS = 5_000;

    @RegisterExtension
    static final RunningServer server = RunningServer.with("lock-lease=6s", "lock-grace=1s");

    private static JsonNode askUntilStored(TestClient client, String request) {
        var id = Inbox.parse(request).get("id").asText();
        while (true) {
            var before = client.all("rejected").size();
            client.send(request);
            client.until(
                    "an answer",
                    frames -> client.all("rejected").size() > before
                            || frames.stream().anyMatch(frame -> client.answers(frame, id) && frame.has("rev")));
            var stored = client.all().stream()
                    .filter(frame -> client.answers(frame, id) && frame.has("rev"))
                    .findFirst();
            if (stored.isPresent()) {
                return stored.get();
            }
            assertThat(client.all("rejected").getLast().get("code").asText()).isEqualTo("unavailable");
        }
    }

    @Test
    @DisplayName("E4 requests are answered unavailable within 5 s and, sent again with the same id, applied once")
    void retried() throws Exception {
        try (var client = server.join("e4-room");
                var other = server.join("e4-room")) {
            client.ask(Frames.rename("before", "Before"));
            try (var _ = server.blockJournal()) {
                var asked = System.nanoTime();
                for (int i = 1; i <= 5; i++) {
                    client.send(Frames.rename("r" + i, "Title " + i));
                }
                for (int i = 1; i <= 5; i++) {
                    assertThat(client.answer("r" + i).get("code").asText()).isEqualTo("unavailable");
                }
                assertThat((System.nanoTime() - asked) / 1_000_000).isLessThan(ANSWER_MILLIS);
                assertThat(server.stored("e4-room")).isEqualTo(1);
                assertThat(server.http()
                                .get("/api/rooms/e4-room")
                                .json()
                                .get("title")
                                .asText())
                        .isEqualTo("Before");
            }
            for (int i = 1; i <= 5; i++) {
                askUntilStored(client, Frames.rename("r" + i, "Title " + i));
            }
            other.reach(6);
            other.settle();
            assertThat(other.revisions())
                    .isEqualTo(LongStream.rangeClosed(1, 6).boxed().toList());
            assertThat(other.all("renamed"))
                    .extracting(renamed -> renamed.get("title").asText())
                    .containsExactly("Before", "Title 1", "Title 2", "Title 3", "Title 4", "Title 5");
            assertThat(server.stored("e4-room")).isEqualTo(6);
            try (var late = server.joining("e4-room").since(1).connect()) {
                late.until("what was missed", _ -> late.revisions().size() == 5);
                assertThat(late.revisions()).containsExactly(2L, 3L, 4L, 5L, 6L);
            }
        }
    }

    @Test
    @DisplayName("E4 R7 what was sent behind a refused request does not overtake its retry")
    void retriesKeepTheirOrder() throws Exception {
        try (var client = server.join("e4-order")) {
            try (Connection _ = server.blockJournal()) {
                client.send(Frames.rename("first", "First"));
                client.answer("first");
                client.send(Frames.rename("second", "Second"));
                assertThat(client.answer("second").get("code").asText()).isEqualTo("unavailable");
            }
            askUntilStored(client, Frames.rename("first", "First"));
            askUntilStored(client, Frames.rename("second", "Second"));
            assertThat(client.all("renamed"))
                    .extracting(renamed -> renamed.get("title").asText())
                    .containsExactly("First", "Second");
        }
    }

    @Test
    @DisplayName("E4 L4 locks are kept over the trouble, and their leases still end")
    void leasesSurviveTrouble() throws Exception {
        try (var holder = server.join("e4-lease")) {
            holder.ask(Frames.place("p", "sofa", 0, 0));
            var fence = holder.lock("l", "sofa");
            try (Connection _ = server.blockJournal()) {
                holder.send(Frames.move("m", "sofa", 5, 5, fence));
                assertThat(holder.answer("m").get("code").asText()).isEqualTo("unavailable");
            }
            var moved = askUntilStored(holder, Frames.move("m", "sofa", 5, 5, fence));
            assertThat(moved.get("type").asText()).isEqualTo("moved");
            assertThat(holder.next("unlocked").get("reason").asText()).isEqualTo("expired");
        }
    }

    @Test
    @DisplayName("E4 a room that cannot be created now is answered by 503, and can be created later")
    void creating() throws Exception {
        try (Connection _ = server.blockJournal()) {
            var refused = server.http().post("/api/rooms", "{\"room\":\"e4-created\"}");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
        int status;
        do {
            status = server.http()
                    .post("/api/rooms", "{\"room\":\"e4-created\"}")
                    .status();
        } while (status == 503);
        assertThat(status).isEqualTo(201);
        assertThat(server.stored("e4-created")).isEqualTo(1);
    }
}
