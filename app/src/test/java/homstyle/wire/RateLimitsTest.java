package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** E5 with small numbers: what becomes of a client that sends too much. */
class RateLimitsTest {
    private static final int PER_SECOND = 20;
    private static final long BEFORE_RETRY = 250;

    @RegisterExtension
    static final RunningServer server = RunningServer.with(
            "limits.rates=on", "limits.requests-per-second=" + PER_SECOND, "limits.motion-per-second=" + PER_SECOND);

    @Test
    @DisplayName("E5 R7 requests beyond the limit are refused, and stored in their order when they are sent again")
    void requests() {
        // More than two bursts: a machine that stands still for a while lets a second one through.
        var titles = IntStream.range(0, 5 * PER_SECOND)
                .mapToObj("Name %d"::formatted)
                .toList();
        try (var hasty = server.join("e5-hasty");
                var other = server.join("e5-hasty")) {
            var left = new ArrayList<>(titles);
            while (true) {
                left.forEach(title -> hasty.send(Frames.rename(title, title)));
                hasty.settle();
                left.removeAll(stored(hasty));
                if (left.isEmpty()) {
                    break;
                }
                Pause.of(BEFORE_RETRY);
            }

            assertThat(hasty.all("rejected"))
                    .isNotEmpty()
                    .allSatisfy(
                            refused -> assertThat(refused.get("code").asText()).isEqualTo("rate-limited"));
            other.reach(titles.size());
            assertThat(stored(other)).isEqualTo(titles);
        }
    }

    private static List<String> stored(TestClient client) {
        return client.all("renamed").stream()
                .map(renamed -> renamed.get("title").asText())
                .toList();
    }

    @Test
    @DisplayName("E5 motion beyond the limit is dropped, and the connection stays")
    void motion() {
        try (var wild = server.join("e5-wild")) {
            var before = server.metrics().value("homstyle_motion_dropped_total");
            for (int i = 0; i < 10 * PER_SECOND; i++) {
                wild.send(Frames.cursor(i, i));
            }
            wild.settle();
            assertThat(server.metrics().value("homstyle_motion_dropped_total") - before)
                    .isGreaterThan(PER_SECOND);
            assertThat(wild.ask(Frames.rename("calm", "Calm")).get("type").asText())
                    .isEqualTo("renamed");
        }
    }

    @Test
    @DisplayName("E5 a flood ends the connection with bye 4429, and nobody else's")
    void flood() {
        try (var flooding = server.join("e5-flood");
                var other = server.join("e5-flood")) {
            for (int i = 0; i < 100 * PER_SECOND; i++) {
                flooding.send(Frames.ping("p" + i));
            }
            var bye = flooding.next("bye");
            assertThat(bye.get("code").asInt()).isEqualTo(4429);
            assertThat(bye.get("retryAfterMs").asLong()).isPositive();
            other.next("left");
            other.settle();
        }
    }
}
