package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** M1 and M2: cursors and drags in flight. */
class MotionOnTheWireTest {
    private static final long TICK = 100;

    @RegisterExtension
    static final RunningServer server = RunningServer.with("motion-tick=100ms");

    private static List<String> movers(JsonNode motion) {
        return StreamSupport.stream(motion.get("cursors").spliterator(), false)
                .map(cursor -> cursor.get(0).asText())
                .toList();
    }

    private static boolean shows(JsonNode frame, String client, int x) {
        return StreamSupport.stream(frame.path("cursors").spliterator(), false)
                .anyMatch(cursor ->
                        cursor.get(0).asText().equals(client) && cursor.get(1).asInt() == x);
    }

    @Test
    @DisplayName("M1 motion reaches the others and stores nothing")
    void storesNothing() {
        try (var mover = server.join("m1-room");
                var other = server.join("m1-room")) {
            mover.ask(Frames.place("p", "sofa", 0, 0));
            var fence = mover.lock("l", "sofa");
            for (int i = 1; i <= 100; i++) {
                mover.send(Frames.cursor(i, -i));
                mover.send(Frames.drag("sofa", i, i, fence));
            }
            other.next(
                    "the last drag",
                    frame -> frame.path("drags").path(0).path(2).asInt() == 100);
            assertThat(other.first().get("rev").asLong()).isZero();
            assertThat(other.revisions()).containsExactly(1L, 2L);
            assertThat(server.stored("m1-room")).isEqualTo(2);
            assertThat(server.http().get("/api/rooms/m1-room").json().get("rev").asLong())
                    .isEqualTo(2);
        }
    }

    @Test
    @DisplayName(
            "M5 L2 what the holder of the plan makes of the room, the others see; it stores nothing, and ends as a change")
    void sketchesTheRoom() {
        try (var shaper = server.join("m5-room");
                var other = server.join("m5-room")) {
            var fence = shaper.lock("l", "plan");
            other.reach(fence);
            other.send(Frames.sketch(3_100, fence));
            shaper.send(Frames.sketch(3_200, fence - 1));
            shaper.send(Frames.sketch(3_300, fence));

            var sketch = other.next("motion").get("sketch");
            assertThat(sketch.get("client").asText()).isEqualTo(shaper.id());
            assertThat(sketch.get("outline").toString()).isEqualTo("[[0,0],[3300,0],[3300,3000],[0,3000]]");
            assertThat(server.stored("m5-room")).isEqualTo(fence);

            // What has become a change is no sketch any more.
            shaper.send(Frames.sketch(3_400, fence));
            shaper.send(Frames.reshape("r", 3_500, fence));
            other.reach(fence + 1);
            shaper.send(Frames.cursor(1, 1));
            other.next("the cursor", frame -> shows(frame, shaper.id(), 1));
            assertThat(other.all("motion").getLast().has("sketch")).isFalse();
            assertThat(shaper.all("motion")).isEmpty();
        }
    }

    @Test
    @DisplayName("M1 the last value wins: everybody's last cursor arrives, however fast they came")
    void lastValueWins() {
        try (var mover = server.join("m1-last");
                var other = server.join("m1-last")) {
            for (int i = 1; i <= 500; i++) {
                mover.send(Frames.cursor(i, i));
            }
            other.next("the last cursor", frame -> shows(frame, mover.id(), 500));
            assertThat(other.all("motion")).hasSizeLessThan(100);
        }
    }

    @Test
    @DisplayName("M2 one frame per tick however many move, each client at most once in it, never oneself")
    void oneFramePerTick() {
        var movers = new ArrayList<TestClient>();
        for (int i = 0; i < 10; i++) {
            movers.add(server.join("m2-room"));
        }
        var observer = server.join("m2-room");
        var started = System.nanoTime();
        for (int x = 1; observer.all("motion").size() < 12; x++) {
            for (var mover : movers) {
                mover.send(Frames.cursor(x, 0));
            }
            Pause.of(5);
        }
        for (var client : movers) {
            client.settle();
            var motions = client.all("motion");
            assertThat(motions).hasSizeLessThanOrEqualTo(ticksSince(started) + 2);
            assertThat(motions)
                    .allSatisfy(motion -> assertThat(movers(motion))
                            .doesNotContain(client.id())
                            .doesNotHaveDuplicates());
        }
        var observed = observer.all("motion");
        assertThat(observed).hasSizeLessThanOrEqualTo(ticksSince(started) + 2);
        assertThat(observer.all("motion"))
                .anySatisfy(motion -> assertThat(movers(motion)).hasSize(10));
        assertThat(observer.all("motion"))
                .allSatisfy(motion -> assertThat(movers(motion)).isNotEmpty().doesNotHaveDuplicates());
        movers.forEach(TestClient::close);
        observer.close();
    }

    /** Asked after the frames were taken: a server that is behind goes on sending them. */
    private static int ticksSince(long started) {
        return (int) ((System.nanoTime() - started) / 1_000_000 / TICK);
    }

    @Test
    @DisplayName("M2 a frame holds only what changed since the last one")
    void onlyWhatChanged() {
        try (var one = server.join("m2-changed");
                var two = server.join("m2-changed");
                var observer = server.join("m2-changed")) {
            one.send(Frames.cursor(1, 1));
            two.send(Frames.cursor(2, 2));
            observer.until(
                    "both",
                    frames -> frames.stream().anyMatch(frame -> shows(frame, one.id(), 1))
                            && frames.stream().anyMatch(frame -> shows(frame, two.id(), 2)));
            for (int x = 10; x < 15; x++) {
                var here = x;
                one.send(Frames.cursor(x, 0));
                var motion = observer.next("the next cursor", frame -> shows(frame, one.id(), here));
                assertThat(movers(motion)).containsExactly(one.id());
                assertThat(motion.get("drags")).isEmpty();
            }
            assertThat(one.all("motion"))
                    .allSatisfy(motion -> assertThat(movers(motion)).containsExactly(two.id()));
        }
    }

    @Test
    @DisplayName("M1 a drag in flight is overtaken by the stored drop")
    void dropOvertakesDrag() {
        try (var mover = server.join("m1-drop");
                var other = server.join("m1-drop")) {
            mover.ask(Frames.place("p", "sofa", 0, 0));
            for (int i = 0; i < 10; i++) {
                var fence = mover.lock("l" + i, "sofa");
                for (int x = 1; x <= 20; x++) {
                    mover.send(Frames.drag("sofa", x, x, fence));
                }
                mover.ask(Frames.drop("m" + i, "sofa", 500 + i, 0, fence));
                other.next("unlocked");
            }
            // Two ticks with a cursor: a drag that was still in flight would have come by now.
            for (int x = 1; x <= 2; x++) {
                var here = x;
                mover.send(Frames.cursor(x, 0));
                other.next("the cursor", frame -> shows(frame, mover.id(), here));
            }
            var held = false;
            for (var frame : other.all()) {
                switch (frame.get("type").asText()) {
                    case "locked" -> held = true;
                    case "unlocked" -> held = false;
                    case "motion" ->
                        assertThat(held || frame.get("drags").isEmpty())
                                .as("%s", frame)
                                .isTrue();
                    default -> assertThat(frame.has("type")).isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("M1 the cursor of a client that has left does not come after its going")
    void cursorOfOneWhoLeft() {
        try (var observer = server.join("m1-left")) {
            for (int i = 0; i < 10; i++) {
                var mover = server.join("m1-left");
                for (int x = 1; x <= 5; x++) {
                    mover.send(Frames.cursor(x, 0));
                }
                mover.close();
                observer.next("left");
            }
            try (var last = server.join("m1-left")) {
                last.send(Frames.cursor(9, 9));
                observer.next("the last one's cursor", frame -> shows(frame, last.id(), 9));
            }
            var here = new ArrayList<String>();
            for (var frame : observer.all()) {
                switch (frame.get("type").asText()) {
                    case "joined" -> here.add(frame.get("client").asText());
                    case "left" -> here.remove(frame.get("client").asText());
                    case "motion" -> assertThat(here).containsAll(movers(frame));
                    default -> assertThat(frame.get("type").asText()).isEqualTo("welcome");
                }
            }
        }
    }
}
