package homstyle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.metrics.Samples;
import java.util.ArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rooms leave memory while their sockets stay, and nobody on a socket can tell. */
class HibernationTest {
    private static final long PATIENCE = 30_000_000_000L;

    @RegisterExtension
    static final RunningServer server = RunningServer.with("hibernate-after=300ms");

    private static Samples await(String what, Predicate<Samples> wanted) {
        var deadline = System.nanoTime() + PATIENCE;
        while (true) {
            var samples = server.metrics();
            if (wanted.test(samples)) {
                return samples;
            }
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(deadline);
        }
    }

    /** Waits until no room is in memory; so many of them have tabs here. */
    private static Samples awaitSleep(int roomsWithTabs) {
        return await(
                "sleep",
                samples -> samples.value("homstyle_rooms_awake") == 0
                        && samples.value("homstyle_rooms_asleep") == roomsWithTabs);
    }

    @Test
    @DisplayName(
            "L1 R3 a room's entity stops while its sockets stay; a lock wakes it as it was, and the other tab is told")
    void wakesByALock() {
        try (var one = server.join("sleepy");
                var two = server.join("sleepy")) {
            one.ask(Frames.place("p", "sofa", 100, 200));
            var before = awaitSleep(1);
            assertThat(before.value("homstyle_sockets")).isEqualTo(2);

            var locked = one.ask(Frames.lock("l", "sofa"));

            assertThat(locked.get("type").asText()).isEqualTo("locked");
            assertThat(locked.get("rev").asLong()).isEqualTo(2);
            assertThat(two.next("locked").get("rev").asLong()).isEqualTo(2);
            try (var late = server.join("sleepy")) {
                var item = late.first().get("items").get(0);
                assertThat(item.get("x").asInt()).isEqualTo(100);
                assertThat(item.get("y").asInt()).isEqualTo(200);
            }
            // The grant reaches its socket as everybody's change, before the answer that ends the measuring.
            var after =
                    await("the measured wake", samples -> samples.since(before, "homstyle_wake_seconds_count") == 1);
            assertThat(after.value("homstyle_rooms_awake")).isEqualTo(1);
            assertThat(after.value("homstyle_rooms_asleep")).isZero();
            assertThat(after.value("homstyle_locks_held")).isEqualTo(1);
            assertThat(after.since(before, "homstyle_wake_events_count")).isEqualTo(1);
            one.ask(Frames.unlock("u", "sofa"));
        }
        awaitSleep(0);
    }

    @Test
    @DisplayName("what is asked of a room that somebody else has woken is no wake")
    void wokenBySomebodyElse() {
        try (var one = server.join("woken")) {
            one.ask(Frames.place("p", "sofa", 100, 200));
            var before = awaitSleep(1);
            server.http().get("/api/rooms/woken").json();
            await("the gateway knows", samples -> samples.value("homstyle_rooms_asleep") == 0);

            one.ask(Frames.rename("r", "Awake already"));

            assertThat(server.metrics().since(before, "homstyle_wake_seconds_count"))
                    .isZero();
        }
        awaitSleep(0);
    }

    @Test
    @DisplayName("M1 P1 P2 pings, cursors and people who leave go on in a sleeping room and do not wake it")
    void isNotWokenByMotion() {
        try (var one = server.join("undisturbed");
                var two = server.join("undisturbed")) {
            var three = server.join("undisturbed");
            awaitSleep(1);
            var before = server.metrics();

            one.settle();
            one.send(Frames.cursor(10, 20));
            assertThat(two.next("motion").get("cursors").get(0).get(1).asInt()).isEqualTo(10);
            three.close();
            assertThat(two.next("left").get("client").asText()).isEqualTo(three.id());

            var after = server.metrics();
            assertThat(after.value("homstyle_rooms_awake")).isZero();
            assertThat(after.since(before, "homstyle_wake_events_count")).isZero();
        }
        awaitSleep(0);
    }

    @Test
    @DisplayName("R5 R6 a request sent again after the room slept is applied once, by a resumed client, too")
    void remembersInItsSleep() {
        String key;
        long rev;
        try (var one = server.join("memory")) {
            key = one.resumeKey();
            one.ask(Frames.rename("r1", "Den"));
            rev = one.ask(Frames.rename("r2", "Hall")).get("rev").asLong();
        }
        awaitSleep(0);
        try (var again = server.joining("memory").resuming(key).since(rev).connect()) {
            assertThat(again.first().get("type").asText()).isEqualTo("resumed");
            assertThat(again.ask(Frames.rename("r1", "Den")).get("rev").asLong())
                    .isEqualTo(1);
        }
        awaitSleep(0);
    }

    @Test
    @DisplayName("U1 U2 what can be undone and redone outlives the room's sleep, from its snapshot")
    void takesBackAfterItsSleep() {
        try (var one = server.join("taken-back")) {
            one.ask(Frames.rename("r1", "Den"));
            one.ask(Frames.rename("r2", "Hall"));
            awaitSleep(1);
            assertThat(one.ask(Frames.undo("u1")).get("title").asText()).isEqualTo("Den");
            awaitSleep(1);
            assertThat(one.ask(Frames.redo("u2")).get("title").asText()).isEqualTo("Hall");
            assertThat(one.ask(Frames.undo("u3")).get("title").asText()).isEqualTo("Den");
            assertThat(one.ask(Frames.undo("u4")).get("type").asText()).isEqualTo("renamed");
            assertThat(one.ask(Frames.undo("u5")).get("code").asText()).isEqualTo("nothing-to-undo");
        }
        awaitSleep(0);
    }

    @Test
    @DisplayName("R4 a storm of tabs that come back to a room that is awake reads nothing from the journal")
    void stormsFromMemory() {
        try (var editor = server.join("storm")) {
            var fence = 0L;
            editor.ask(Frames.place("p", "sofa", 0, 0));
            fence = editor.lock("l", "sofa");
            for (int i = 0; i < 20; i++) {
                editor.ask(Frames.move("m" + i, "sofa", i, 0, fence));
            }
            var before = server.metrics();
            var tabs = new ArrayList<TestClient>();
            for (int i = 0; i < 100; i++) {
                tabs.add(server.joining("storm").since(i % 20 + 2).connect());
            }

            for (int i = 0; i < tabs.size(); i++) {
                assertThat(tabs.get(i).first().get("type").asText()).isEqualTo("resumed");
                tabs.get(i).reach(22);
                assertThat(tabs.get(i).revisions()).hasSize(20 - i % 20);
            }
            assertThat(server.metrics().since(before, "homstyle_journal_reads_total"))
                    .isZero();
            tabs.forEach(TestClient::close);
            editor.ask(Frames.unlock("u", "sofa"));
        }
        awaitSleep(0);
    }
}
