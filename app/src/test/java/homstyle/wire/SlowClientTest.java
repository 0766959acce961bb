package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** M3: a client that does not read. */
class SlowClientTest {
    /** The system's buffers hold megabytes by themselves; with small ones the server soon feels who does not read. */
    @RegisterExtension
    static final RunningServer server =
            RunningServer.with("motion-tick=5ms", "pekko.http.server.socket-options.so-send-buffer-size=8192");

    @Test
    @DisplayName("M3 who stops reading while others write is cut, disturbs nobody, and can resume without a loss")
    void cutAndResume() throws Exception {
        try (var slow = server.raw();
                var writer = server.join("m3-room");
                var reader = server.join("m3-room")) {
            slow.handshake("m3-room");
            var welcome = slow.next("welcome");
            var id = welcome.get("you").get("client").asText();
            var key = welcome.get("you").get("resume").asText();
            var written = 0;
            while (writer.all("left").isEmpty()) {
                assertThat(written)
                        .as("changes that a client which reads nothing may leave waiting")
                        .isLessThan(5_000);
                for (int i = 0; i < 40; i++) {
                    writer.send(Frames.rename("r" + ++written, "A title that is as long as titles may be " + written));
                }
                writer.reach(written);
                reader.reach(written);
            }
            var last = written;
            assertThat(writer.next("left").get("client").asText()).isEqualTo(id);
            assertThat(server.metrics().value("homstyle_sockets_cut_total{code=\"4408\"}"))
                    .isPositive();
            reader.reach(last);
            assertThat(reader.revisions())
                    .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());

            // What it was sent before it was cut has no gap; from there it resumes.
            var held = 0L;
            for (var frame = slow.receive(); !frame.isClose(); frame = slow.receive()) {
                var change = Inbox.parse(frame.text());
                if (change.get("type").asText().equals("renamed")) {
                    assertThat(change.get("rev").asLong()).isEqualTo(++held);
                } else {
                    assertThat(change.get("type").asText()).isEqualTo("bye");
                    assertThat(change.get("code").asInt()).isEqualTo(4408);
                }
            }
            var from = Math.max(held, last - 1_000);
            try (var again = server.joining("m3-room").resuming(key).since(from).connect()) {
                again.reach(last);
                assertThat(again.id()).isEqualTo(id);
                assertThat(again.revisions())
                        .isEqualTo(
                                LongStream.rangeClosed(from + 1, last).boxed().toList());
            }
        }
    }

    @Test
    @DisplayName("M3 who asks and asks without reading the answers is cut as well")
    void askingWithoutReading() throws Exception {
        try (var slow = server.raw();
                var other = server.join("m3-asking")) {
            slow.handshake("m3-asking");
            for (int i = 0; i < 4_000; i++) {
                slow.text(Frames.ping("a-long-name-for-a-ping-" + i));
            }
            other.next("left");
        }
    }

    @Test
    @DisplayName("M3 motion is merged for a client that does not read, and it is not cut for it")
    void motionIsMerged() throws Exception {
        try (var slow = server.raw()) {
            slow.handshake("m3-motion");
            slow.next("welcome");
            var movers = new ArrayList<TestClient>();
            for (int i = 0; i < 20; i++) {
                movers.add(server.join("m3-motion"));
            }
            var reader = server.join("m3-motion");
            var x = 0;
            while (reader.all("motion").size() < 250) {
                x++;
                for (var mover : movers) {
                    mover.send(Frames.cursor(x, 0));
                }
                reader.settle();
            }
            movers.getFirst().ask(Frames.rename("end", "The end"));
            var frames = 0;
            for (var frame = slow.next(); !frame.path("type").asText().equals("renamed"); frame = slow.next()) {
                frames += frame.path("type").asText().equals("motion") ? 1 : 0;
            }
            assertThat(frames).isLessThan(reader.all("motion").size());
            assertThat(server.metrics().value("homstyle_motion_dropped_total")).isPositive();
            assertThat(reader.all("left")).isEmpty();
            reader.close();
            movers.forEach(TestClient::close);
        }
    }
}
