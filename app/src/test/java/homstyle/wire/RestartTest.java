package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What outlives the server's process (R4 to R6, L6). */
class RestartTest {
    /** No lock is to end while the server stops and starts, however long that takes. */
    @RegisterExtension
    static final RunningServer server = RunningServer.with("lock-lease=8s");

    @Test
    @DisplayName("R4 after a restart what was missed comes from the journal, each revision once")
    void fromTheJournal() {
        var before = new ArrayList<TestClient>();
        for (int room = 0; room < 8; room++) {
            var client = server.join("r4-restart-" + room);
            for (int i = 1; i <= 300; i++) {
                client.send(Frames.rename("r" + i, "Title " + i));
            }
            before.add(client);
        }
        for (var client : before) {
            client.answer("r300");
            client.cut();
        }
        server.restart();
        for (int room = 0; room < 8; room++) {
            // The first to come wakes the room, the second finds it awake.
            for (int since : new int[] {room * 40, 299, 300}) {
                try (var again = server.joining("r4-restart-" + room)
                        .resuming(before.get(room))
                        .since(since)
                        .connect()) {
                    if (since < 300) {
                        again.reach(300);
                    }
                    again.settle();
                    assertThat(again.first().get("type").asText()).isEqualTo("resumed");
                    assertThat(again.first().get("from").asLong()).isEqualTo(since);
                    assertThat(again.revisions())
                            .isEqualTo(LongStream.rangeClosed(since + 1, 300)
                                    .boxed()
                                    .toList());
                }
            }
        }
    }

    @Test
    @DisplayName("R4 after a restart part comes from the journal and part from memory")
    void fromJournalAndMemory() {
        var first = server.join("r4-both");
        for (int i = 1; i <= 10; i++) {
            first.ask(Frames.rename("r" + i, "Title " + i));
        }
        first.cut();
        server.restart();
        try (var writer = server.join("r4-both")) {
            for (int i = 11; i <= 20; i++) {
                writer.ask(Frames.rename("w" + i, "Title " + i));
            }
            try (var again = server.joining("r4-both").since(5).connect()) {
                again.reach(20);
                again.settle();
                assertThat(again.all("renamed"))
                        .extracting(renamed -> renamed.get("title").asText())
                        .isEqualTo(LongStream.rangeClosed(6, 20)
                                .mapToObj(n -> "Title " + n)
                                .toList());
            }
            writer.send(Frames.sync(2));
            writer.next("resumed");
            for (long rev = 3; rev <= 20; rev++) {
                assertThat(writer.next("renamed").get("rev").asLong()).isEqualTo(rev);
            }
        }
    }

    @Test
    @DisplayName("U1 R5 after a restart one undoes what one did before it, once for each request")
    void takesBackAfterRestart() {
        var first = server.join("u1-restart");
        var key = first.resumeKey();
        first.ask(Frames.place("r1", "sofa", 1000, 2000));
        first.ask(Frames.rename("r2", "Den"));
        first.ask(Frames.undo("u1"));
        first.cut();
        server.restart();
        try (var again = server.joining("u1-restart").resuming(key).connect()) {
            assertThat(again.ask(Frames.undo("u1")).get("type").asText()).isEqualTo("accepted");
            assertThat(again.ask(Frames.redo("u2")).get("title").asText()).isEqualTo("Den");
            again.ask(Frames.undo("u3"));
            assertThat(again.ask(Frames.undo("u4")).get("type").asText()).isEqualTo("removed");
        }
    }

    @Test
    @DisplayName("R5 R6 L6 after a restart one is the same client, holds its locks, and repeats are applied once")
    void sameClientAfterRestart() {
        var first = server.join("r5-restart");
        first.ask(Frames.place("p", "sofa", 0, 0));
        var fence = first.lock("l", "sofa");
        var moved = first.ask(Frames.move("m", "sofa", 50, 60, fence));
        first.cut();
        server.restart();
        try (var again = server.joining("r5-restart").resuming(first).connect()) {
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(again.first().get("items").get(0).get("x").asInt()).isEqualTo(50);
            assertThat(again.first().get("locks").get(0).get("by").asText()).isEqualTo(first.id());
            var accepted = again.ask(Frames.move("m", "sofa", 50, 60, fence));
            assertThat(accepted.get("type").asText()).isEqualTo("accepted");
            assertThat(accepted.get("rev")).isEqualTo(moved.get("rev"));
            assertThat(again.ask(Frames.move("n", "sofa", 70, 60, fence))
                            .get("type")
                            .asText())
                    .isEqualTo("moved");
            assertThat(server.stored("r5-restart")).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("L6 a recovered lease starts afresh and ends when its holder stays away")
    void recoveredLeaseEnds() {
        var holder = server.join("l6-away");
        holder.ask(Frames.place("p", "sofa", 0, 0));
        holder.lock("l", "sofa");
        holder.cut();
        server.restart();
        try (var other = server.join("l6-away")) {
            assertThat(other.ask(Frames.lock("o", "sofa")).path("code").asText())
                    .isEqualTo("locked");
            var unlocked = other.next("unlocked");
            assertThat(unlocked.get("by").asText()).isEqualTo(holder.id());
            assertThat(unlocked.get("reason").asText()).isEqualTo("expired");
            assertThat(other.lock("o2", "sofa"))
                    .isGreaterThan(unlocked.get("rev").asLong());
        }
    }
}
