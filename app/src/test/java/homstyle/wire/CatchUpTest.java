package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** R4: a client gets what it missed, once and in order, or the whole room when that is better. */
class CatchUpTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    /** A room at that revision. */
    private static void renamed(String room, int times) {
        try (var writer = server.join(room)) {
            for (int i = 1; i <= times; i++) {
                writer.send(Frames.rename("r" + i, "Title " + i));
                if (i % 100 == 0 || i == times) {
                    writer.answer("r" + i);
                }
            }
        }
    }

    private static List<Long> between(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static void isResumed(TestClient client, long from, long rev) {
        if (from < rev) {
            client.reach(rev);
        }
        client.settle();
        assertThat(client.first().get("type").asText()).isEqualTo("resumed");
        assertThat(client.first().get("from").asLong()).isEqualTo(from);
        assertThat(client.first().get("rev").asLong()).isEqualTo(rev);
        assertThat(client.clientsAtFirst()).contains(client.id());
        assertThat(client.revisions()).isEqualTo(between(from + 1, rev));
        assertThat(client.all("renamed"))
                .extracting(renamed -> renamed.get("title").asText())
                .isEqualTo(
                        between(from + 1, rev).stream().map(n -> "Title " + n).toList());
    }

    @Test
    @DisplayName("R4 with since the missing frames follow resumed, from memory")
    void fromMemory() {
        renamed("r4-memory", 20);
        try (var client = server.joining("r4-memory").since(5).connect()) {
            isResumed(client, 5, 20);
        }
        try (var client = server.joining("r4-memory").since(20).connect()) {
            isResumed(client, 20, 20);
        }
        try (var client = server.joining("r4-memory").since(0).connect()) {
            isResumed(client, 0, 20);
        }
    }

    @Test
    @DisplayName("R4 with more than 1,000 missing comes welcome, with 1,000 resumed")
    void tooManyMissing() {
        renamed("r4-many", 1_005);
        try (var client = server.joining("r4-many").since(4).connect()) {
            assertThat(client.first().get("type").asText()).isEqualTo("welcome");
            assertThat(client.first().get("rev").asLong()).isEqualTo(1_005);
        }
        try (var client = server.joining("r4-many").since(5).connect()) {
            isResumed(client, 5, 1_005);
        }
    }

    @Test
    @DisplayName("R4 with more than 1 MiB missing, as large plans make, comes welcome; a sync too loses nothing by it")
    void tooMuchMissing() {
        var plans = 250;
        try (var writer = server.join("r4-large")) {
            var fence = writer.lock("l", "plan");
            for (int i = 1; i <= plans; i++) {
                writer.send(Frames.largeReshape("r" + i, 2_000 + i, fence));
                if (i % 25 == 0) {
                    writer.answer("r" + i);
                }
            }
            var rev = plans + 1;
            try (var client = server.joining("r4-large").since(rev - 60).connect()) {
                client.reach(rev);
                assertThat(client.first().get("type").asText()).isEqualTo("resumed");
                assertThat(client.revisions()).isEqualTo(between(rev - 59, rev));

                client.send(Frames.sync(1));
                assertThat(client.next("welcome").get("rev").asLong()).isEqualTo(rev);
                writer.ask(Frames.rename("after", "After it"));
                assertThat(client.next("renamed").get("rev").asLong()).isEqualTo(rev + 1);
            }
            try (var client = server.joining("r4-large").since(1).connect()) {
                assertThat(client.first().get("type").asText()).isEqualTo("welcome");
                assertThat(client.first().get("rev").asLong()).isEqualTo(rev + 1);
            }
        }
    }

    @Test
    @DisplayName("R4 a client ahead of the room gets welcome")
    void ahead() {
        renamed("r4-ahead", 3);
        try (var client = server.joining("r4-ahead").since(4).connect()) {
            assertThat(client.first().get("type").asText()).isEqualTo("welcome");
            assertThat(client.first().get("rev").asLong()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("R4 sync is answered by resumed and the missing frames, or by welcome")
    void sync() {
        renamed("r4-sync", 10);
        try (var client = server.join("r4-sync")) {
            client.send(Frames.sync(7));
            assertThat(client.next("resumed").get("from").asLong()).isEqualTo(7);
            for (long rev = 8; rev <= 10; rev++) {
                assertThat(client.next("renamed").get("rev").asLong()).isEqualTo(rev);
            }
            client.send(Frames.sync(11));
            assertThat(client.next("welcome").get("rev").asLong()).isEqualTo(10);
            client.settle();
            assertThat(client.all("joined")).isEmpty();
        }
    }

    @Test
    @DisplayName("R4 frames that come while one catches up come after what was missed, none lost, none twice")
    void catchingUpWhileOthersWrite() {
        renamed("r4-busy", 200);
        try (var writer = server.join("r4-busy")) {
            for (int i = 201; i <= 400; i++) {
                writer.send(Frames.rename("w" + i, "Title " + i));
            }
            try (var client = server.joining("r4-busy").since(100).connect()) {
                writer.answer("w400");
                client.reach(400);
                assertThat(client.first().get("type").asText()).isEqualTo("resumed");
                assertThat(client.revisions()).isEqualTo(between(101, 400));
            }
        }
    }
}
