package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** R1 to R3, R7 and R9: what is stored, and who hears of it when. */
class RevisionsTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    @DisplayName("R1 joining and reading store nothing")
    void readingStoresNothing() {
        try (var client = server.join("r1-quiet")) {
            client.send(Frames.sync(0));
            client.next("resumed");
            assertThat(server.http()
                            .get("/api/rooms/r1-quiet")
                            .json()
                            .get("rev")
                            .asLong())
                    .isZero();
            assertThat(server.http().get("/rooms/r1-quiet").status()).isEqualTo(200);
        }
        assertThat(server.stored("r1-quiet")).isZero();
    }

    @Test
    @DisplayName("R1 POST stores the room as revision 1, and every change is one more")
    void everyChangeIsOneRevision() {
        server.http().post("/api/rooms", "{\"room\":\"r1-counted\"}");
        try (var client = server.join("r1-counted")) {
            assertThat(client.first().get("rev").asLong()).isEqualTo(1);
            client.ask(Frames.place("a", "sofa", 100, 100));
            var fence = client.lock("b", "sofa");
            client.ask(Frames.move("c", "sofa", 200, 200, fence));
            client.ask(Frames.rename("d", "Counted"));
            client.ask(Frames.remove("e", "sofa", fence));
            var plan = client.lock("f", "plan");
            client.ask(Frames.reshape("g", 3_000, plan));
            client.ask(Frames.unlock("h", "plan"));

            assertThat(client.revisions()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
            assertThat(client.changes())
                    .extracting(change -> change.get("type").asText())
                    .containsExactly(
                            "placed", "locked", "moved", "renamed", "removed", "locked", "reshaped", "unlocked");
            assertThat(client.changes()).allSatisfy(change -> {
                assertThat(change.get("by").asText()).isEqualTo(client.id());
                assertThat(change.get("at").asLong()).isCloseTo(System.currentTimeMillis(), Offset.offset(60_000L));
            });
            assertThat(fence).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("R2 when a frame arrives, its row is in the journal's file")
    void storedBeforeTold() {
        var journal = server.journal();
        try (var writer = server.join("r2-room");
                var other = server.join("r2-room")) {
            for (int i = 1; i <= 50; i++) {
                writer.send(Frames.rename("r" + i, "Title " + i));
                var change = other.next("renamed");
                assertThat(journal.highest("room|r2-room"))
                        .isGreaterThanOrEqualTo(change.get("rev").asLong());
            }
        }
    }

    @Test
    @DisplayName("R3 every client sees every revision once and in order, whoever writes at the same time")
    void orderAndCompleteness() {
        var writers = new ArrayList<TestClient>();
        for (int i = 0; i < 6; i++) {
            writers.add(server.join("r3-room"));
        }
        for (int round = 0; round < 40; round++) {
            for (int i = 0; i < writers.size(); i++) {
                writers.get(i).send(Frames.rename("r" + round, "Title " + i + " " + round));
            }
        }
        var late = server.join("r3-room");
        for (var writer : writers) {
            writer.reach(240);
            assertThat(writer.revisions()).isEqualTo(upTo(240));
            assertThat(withoutType(writer)).isEqualTo(withoutType(writers.getFirst()));
        }
        late.reach(240);
        late.settle();
        var joinedAt = late.first().get("rev").asLong();
        assertThat(late.revisions())
                .isEqualTo(LongStream.rangeClosed(joinedAt + 1, 240).boxed().toList());
        writers.forEach(TestClient::close);
        late.close();
    }

    private static List<String> withoutType(TestClient client) {
        return client.changes().stream().map(JsonNode::toString).toList();
    }

    @Test
    @DisplayName("R7 200 requests sent at once take effect in the order sent, and each is answered")
    void pipelined() {
        try (var client = server.join("r7-room")) {
            client.ask(Frames.place("p", "sofa", 0, 0));
            var fence = client.lock("l", "sofa");
            for (int i = 1; i <= 200; i++) {
                // Every tenth is refused, which must not disturb the others' order.
                client.send(i % 10 == 0 ? Frames.lock("m" + i, "nothing") : Frames.move("m" + i, "sofa", i, 0, fence));
            }
            for (int i = 1; i <= 200; i++) {
                assertThat(client.answer("m" + i).get("type").asText()).isEqualTo(i % 10 == 0 ? "rejected" : "moved");
            }
            assertThat(client.all("moved"))
                    .extracting(moved -> moved.get("x").asInt())
                    .hasSize(180)
                    .isSorted();
            assertThat(client.revisions()).isEqualTo(upTo(182));
        }
    }

    @Test
    @DisplayName("R9 a move with release is two events, one after the other")
    void moveWithRelease() {
        try (var client = server.join("r9-room");
                var other = server.join("r9-room")) {
            client.ask(Frames.place("p", "sofa", 0, 0));
            var fence = client.lock("l", "sofa");
            var moved = client.ask(Frames.drop("m", "sofa", 70, 80, fence));
            var unlocked = other.next("unlocked");
            assertThat(moved.get("type").asText()).isEqualTo("moved");
            assertThat(moved.get("x").asInt()).isEqualTo(70);
            assertThat(unlocked.get("rev").asLong()).isEqualTo(moved.get("rev").asLong() + 1);
            assertThat(unlocked.get("reason").asText()).isEqualTo("released");
            assertThat(unlocked.get("items").toString()).isEqualTo("[\"sofa\"]");
            assertThat(unlocked.has("id")).isFalse();
            assertThat(unlocked.get("by").asText()).isEqualTo(client.id());
            assertThat(other.lock("o", "sofa")).isEqualTo(unlocked.get("rev").asLong() + 1);
        }
    }
}
