package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** L4 and L5 with short leases: when locks end by themselves. */
class LeasesTest {
    /** What is renewed in time must not end where a busy machine stands still for a second or two. */
    private static final long LEASE = 4_000;

    private static final long GRACE = 400;

    @RegisterExtension
    static final RunningServer server = RunningServer.with("lock-lease=4s", "lock-grace=400ms");

    /** For who comes back in time, which takes a busy machine a while. */
    @RegisterExtension
    static final RunningServer patient = RunningServer.with("lock-lease=30s", "lock-grace=5s");

    @Test
    @DisplayName("L4 a lock ends when its lease is over, and its holder cannot change the item any more")
    void leaseEnds() {
        try (var holder = server.join("l4-ends");
                var other = server.join("l4-ends")) {
            holder.ask(Frames.place("p", "sofa", 0, 0));
            holder.ask(Frames.place("q", "stool", 0, 0));
            var locked = holder.ask(Frames.lock("l", "sofa", "stool"));
            var fence = locked.get("rev").asLong();
            var unlocked = other.next("unlocked");
            assertThat(unlocked.get("reason").asText()).isEqualTo("expired");
            assertThat(unlocked.get("by").asText()).isEqualTo(holder.id());
            assertThat(unlocked.get("items")).hasSize(2);
            assertThat(unlocked.has("id")).isFalse();
            assertThat(unlocked.get("at").asLong() - locked.get("at").asLong()).isBetween(LEASE, 3 * LEASE);
            assertThat(holder.ask(Frames.move("m", "sofa", 1, 1, fence))
                            .path("code")
                            .asText())
                    .isEqualTo("not-locked");
            other.lock("o", "sofa");
            assertThat(holder.ask(Frames.move("n", "sofa", 1, 1, fence))
                            .path("code")
                            .asText())
                    .isEqualTo("locked");
        }
    }

    @Test
    @DisplayName("L4 lock, move and drag each renew all that the client holds")
    void renewals() {
        try (var holder = server.join("l4-renew");
                var other = server.join("l4-renew")) {
            holder.ask(Frames.place("p", "sofa", 0, 0));
            holder.ask(Frames.place("q", "stool", 0, 0));
            var sofa = holder.lock("l", "sofa");
            var stool = holder.lock("m", "stool");
            // Longer than a lease, in steps of a sixth of one; what answers each step paces it.
            var start = System.currentTimeMillis();
            for (int i = 0; System.currentTimeMillis() - start < 3 * LEASE / 2; i++) {
                switch (i % 3) {
                    case 0 -> holder.ask(Frames.lock("r" + i, "sofa"));
                    case 1 -> holder.ask(Frames.move("r" + i, "sofa", i % 100, 0, sofa));
                    default -> {
                        holder.send(Frames.drag("sofa", i % 100, 1, sofa));
                        other.next("motion");
                    }
                }
                Pause.of(LEASE / 6);
            }
            assertThat(holder.all("unlocked")).isEmpty();
            assertThat(holder.ask(Frames.move("end", "stool", 5, 5, stool))
                            .get("type")
                            .asText())
                    .isEqualTo("moved");
        }
    }

    @Test
    @DisplayName("L4 dragging alone keeps a lock")
    void draggingRenews() {
        try (var holder = server.join("l4-drag");
                var other = server.join("l4-drag")) {
            holder.ask(Frames.place("p", "sofa", 0, 0));
            var fence = holder.lock("l", "sofa");
            var start = System.currentTimeMillis();
            for (int i = 0; System.currentTimeMillis() - start < 3 * LEASE / 2; i++) {
                holder.send(Frames.drag("sofa", i % 1_000, 1, fence));
                other.next("motion");
                Pause.of(100);
            }
            assertThat(holder.all("unlocked")).isEmpty();
            assertThat(other.next("unlocked").get("reason").asText()).isEqualTo("expired");
        }
    }

    @Test
    @DisplayName("L5 the locks of a client that is gone end after the grace time")
    void gone() {
        var holder = server.join("l5-gone");
        try (var other = server.join("l5-gone")) {
            holder.ask(Frames.place("p", "sofa", 0, 0));
            holder.lock("l", "sofa");
            var leftAt = System.currentTimeMillis();
            holder.close();
            other.next("left");
            var unlocked = other.next("unlocked");
            assertThat(unlocked.get("reason").asText()).isEqualTo("left");
            assertThat(unlocked.get("by").asText()).isEqualTo(holder.id());
            assertThat(unlocked.get("at").asLong() - leftAt).isBetween(GRACE, LEASE);
        }
    }

    @Test
    @DisplayName("L5 who comes back in time keeps his locks")
    void backInTime() {
        try (var other = patient.join("l5-back")) {
            var holder = patient.join("l5-back");
            holder.ask(Frames.place("p", "sofa", 0, 0));
            var fence = holder.lock("l", "sofa");
            for (int i = 0; i < 5; i++) {
                holder.cut();
                other.next("left");
                holder = patient.joining("l5-back").resuming(holder).connect();
                assertThat(holder.ask(Frames.move("m" + i, "sofa", i, 0, fence))
                                .get("type")
                                .asText())
                        .isEqualTo("moved");
            }
            assertThat(other.all("unlocked")).isEmpty();
            holder.close();
        }
    }

    @Test
    @DisplayName("L5 a lock granted to a client that is just leaving ends after the grace time, too")
    void leaving() {
        try (var other = server.join("l5-late")) {
            other.ask(Frames.place("p", "sofa", 0, 0));
            for (int i = 0; i < 8; i++) {
                var holder = server.join("l5-late");
                holder.send(Frames.lock("l", "sofa"));
                holder.close();
                assertThat(other.next("unlocked").get("reason").asText()).isEqualTo("left");
            }
        }
    }

    @Test
    @DisplayName(
            "L5 a client that reconnects and is gone again before its welcome loses its locks after the grace time")
    void goneBeforeTheWelcome() throws Exception {
        try (var other = server.join("l5-flapping")) {
            var holder = server.join("l5-flapping");
            holder.ask(Frames.place("p", "sofa", 0, 0));
            holder.lock("l", "sofa");
            var key = holder.resumeKey();
            holder.cut();
            other.next("left");
            try (var raw = server.raw()) {
                raw.handshake("l5-flapping", "Sec-WebSocket-Protocol: homstyle.room.v1, homstyle.resume." + key);
            }
            assertThat(other.next("unlocked").get("reason").asText()).isEqualTo("left");
        }
    }
}
