package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** R5 and R6: being the same client again. */
class ResumeTest {
    @RegisterExtension
    static final RunningServer server = RunningServer.with();

    @Test
    @DisplayName("R5 a request repeated on the same connection is answered accepted with its first revision")
    void repeatedAtOnce() {
        try (var client = server.join("r5-same")) {
            var placed = client.ask(Frames.place("p", "sofa", 0, 0));
            client.send(Frames.place("p", "sofa", 0, 0));
            assertThat(client.next("accepted").get("rev").asLong())
                    .isEqualTo(placed.get("rev").asLong());
            assertThat(server.stored("r5-same")).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("R5 a request repeated within the same burst is applied once")
    void repeatedInOneBurst() {
        try (var client = server.join("r5-burst")) {
            for (int i = 0; i < 20; i++) {
                client.send(Frames.rename("r", "Once"));
            }
            client.until(
                    "20 answers",
                    _ -> client.all("accepted").size() + client.all("renamed").size() == 20);
            assertThat(client.all("renamed")).hasSize(1);
            assertThat(server.stored("r5-burst")).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("R5 a request repeated after a reconnect is applied once")
    void repeatedAfterReconnect() {
        var first = server.join("r5-again");
        first.ask(Frames.place("p", "sofa", 0, 0));
        first.ask(Frames.rename("r", "Once"));
        first.cut();
        try (var again = server.joining("r5-again").resuming(first).since(2).connect()) {
            assertThat(again.ask(Frames.place("p", "sofa", 0, 0)).get("rev").asLong())
                    .isEqualTo(1);
            var accepted = again.ask(Frames.rename("r", "Once"));
            assertThat(accepted.get("type").asText()).isEqualTo("accepted");
            assertThat(accepted.get("rev").asLong()).isEqualTo(2);
            assertThat(server.stored("r5-again")).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("R5 the same id of another client is another request")
    void idsBelongToTheirClient() {
        try (var one = server.join("r5-two");
                var two = server.join("r5-two")) {
            assertThat(one.ask(Frames.rename("r", "One")).get("rev").asLong()).isEqualTo(1);
            assertThat(two.ask(Frames.rename("r", "Two")).get("rev").asLong()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("R5 at least the last 64 ids are remembered")
    void sixtyFour() {
        try (var client = server.join("r5-many")) {
            for (int i = 1; i <= 64; i++) {
                client.send(Frames.rename("r" + i, "Title " + i));
            }
            client.answer("r64");
            for (int i = 1; i <= 64; i++) {
                client.send(Frames.rename("r" + i, "Title " + i));
            }
            client.until("64 repeats", _ -> client.all("accepted").size() == 64);
            assertThat(server.stored("r5-many")).isEqualTo(64);
        }
    }

    @Test
    @DisplayName("R6 with its key one is the same client again, and its locks are kept")
    void sameClientAgain() {
        var first = server.joining("r6-room").as("Guest 1").connect();
        first.ask(Frames.place("p", "sofa", 0, 0));
        var fence = first.lock("l", "sofa");
        first.cut();
        try (var again = server.joining("r6-room").as("Guest 1").resuming(first).connect()) {
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(again.you().get("user")).isEqualTo(first.you().get("user"));
            assertThat(again.you().get("color")).isEqualTo(first.you().get("color"));
            var lock = again.first().get("locks").get(0);
            assertThat(lock.get("by").asText()).isEqualTo(first.id());
            assertThat(lock.get("fence").asLong()).isEqualTo(fence);
            assertThat(again.ask(Frames.move("m", "sofa", 9, 9, fence))
                            .get("type")
                            .asText())
                    .isEqualTo("moved");
        }
    }

    @Test
    @DisplayName("R6 an old socket that still lives gets bye 4409 and is closed, and its end changes nothing")
    void oldSocketIsReplaced() {
        try (var watcher = server.join("r6-replace")) {
            var old = server.join("r6-replace");
            old.ask(Frames.place("p", "sofa", 0, 0));
            var fence = old.lock("l", "sofa");
            try (var again = server.joining("r6-replace").resuming(old).connect()) {
                assertThat(old.next("bye").get("code").asInt()).isEqualTo(4409);
                assertThat(old.awaitEnd()).isEqualTo("closed with 1000");
                assertThat(again.ask(Frames.move("m", "sofa", 9, 9, fence))
                                .get("type")
                                .asText())
                        .isEqualTo("moved");
                watcher.until("the move", _ -> watcher.all("moved").size() == 1);
                watcher.settle();
                assertThat(watcher.all("left")).isEmpty();
                assertThat(again.clientsAtFirst()).containsExactlyInAnyOrder(watcher.id(), old.id());
            }
        }
    }

    @Test
    @DisplayName("R6 late frames of the old socket change nothing")
    void lateFramesOfTheOldSocket() throws Exception {
        try (var old = server.raw()) {
            old.handshake("r6-late");
            var key = old.next("welcome").get("you").get("resume").asText();
            try (var again = server.joining("r6-late").resuming(key).connect()) {
                old.text(Frames.rename("late", "Late"));
                old.text(Frames.sync(0));
                assertThat(old.next("bye").get("code").asInt()).isEqualTo(4409);
                for (int i = 0; i < 10; i++) {
                    var renamed = again.ask(Frames.rename("r" + i, "In time " + i));
                    assertThat(renamed.get("type").asText()).isEqualTo("renamed");
                }
                assertThat(again.all("renamed"))
                        .extracting(renamed -> renamed.get("title").asText())
                        .doesNotContain("Late");
            }
        }
    }

    @Test
    @DisplayName("R6 a bad key, or that of another room, is no error: one becomes a new client")
    void badKeys() {
        var elsewhere = server.join("r6-elsewhere");
        var key = elsewhere.resumeKey();
        var tampered = key.substring(0, key.length() - 6) + (key.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
        for (var bad : new String[] {key, tampered, "x", "a.b.c"}) {
            try (var client = server.joining("r6-bad").resuming(bad).connect()) {
                assertThat(client.first().get("type").asText()).isEqualTo("welcome");
                assertThat(client.id()).isNotEqualTo(elsewhere.id());
            }
        }
        elsewhere.settle();
        elsewhere.close();
    }

    @Test
    @DisplayName("R6 many sockets of one client one after the other leave one client")
    void resumedManyTimes() {
        try (var watcher = server.join("r6-often")) {
            var client = server.join("r6-often");
            client.ask(Frames.place("p", "sofa", 0, 0));
            var fence = client.lock("l", "sofa");
            for (int i = 0; i < 20; i++) {
                var before = client;
                client = server.joining("r6-often").resuming(before).connect();
                assertThat(client.id()).isEqualTo(before.id());
                assertThat(client.ask(Frames.move("m" + i, "sofa", i, 0, fence))
                                .get("type")
                                .asText())
                        .isEqualTo("moved");
            }
            watcher.settle();
            assertThat(watcher.all("left")).isEmpty();
            assertThat(watcher.all("unlocked")).isEmpty();
            client.close();
            assertThat(watcher.next("left").get("client").asText()).isEqualTo(client.id());
        }
    }
}
