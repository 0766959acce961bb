package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homstyle.protocol.ByeCode;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.ServerFrame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes, a process each: any of them takes any socket, and a room outlives the node that it lives on. */
class ClusterTest {
    @TempDir
    static Path folder;

    private static LocalCluster cluster;

    /** 50 requests a second, fewer than a client may send for as long as it likes (E5). */
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(20);

    /** Two tabs in one room by different nodes, one of which holds the lock of its sofa. */
    private record Pair(String room, Socket here, Socket there, ServerFrame.Welcome welcome, long fence) {
        static Pair in(String room, LocalCluster.Node here, LocalCluster.Node there) throws Exception {
            var first = Socket.open(here.service().socket(room, ""), List.of());
            var welcome = first.await(ServerFrame.Welcome.class);
            var second = Socket.open(there.service().socket(room, ""), List.of());
            second.await(ServerFrame.Welcome.class);
            first.stores(Frames.place("p", "sofa", "HS-SOFA-220", 2_000, 2_000), ServerFrame.Placed.class);
            var locked = first.stores(Frames.lock("l", "sofa"), ServerFrame.Locked.class);
            return new Pair(room, first, second, welcome, locked.rev());
        }

        /** Why the other tab does not get the sofa; it asks again whenever the room is out of reach (E4). */
        RejectionCode refusal() throws Exception {
            while (true) {
                there.send(Frames.lock("l2", "sofa"));
                var code = there.await(ServerFrame.Rejected.class).code();
                if (code != RejectionCode.UNAVAILABLE) {
                    return code;
                }
            }
        }

        /** Moves the sofa, again with the same id whenever the room is out of reach (R5). */
        ServerFrame.Moved moves(String id, int x) throws Exception {
            while (true) {
                here.send(Frames.move(id, "sofa", x, 1_000, fence));
                for (var frame = here.poll(Wait.LONG); ; frame = here.poll(Wait.LONG)) {
                    switch (frame.orElseThrow(() -> new AssertionError(room + " does not answer"))) {
                        case ServerFrame.Moved moved
                        when moved.id() != null && moved.id().value().equals(id) -> {
                            return moved;
                        }
                        case ServerFrame.Rejected rejected -> {
                            assertThat(rejected.code()).isEqualTo(RejectionCode.UNAVAILABLE);
                        }
                        default -> {
                            continue;
                        }
                    }
                    break;
                }
            }
        }
    }

    @BeforeAll
    static void start() throws Exception {
        cluster = LocalCluster.start(folder, 3);
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static List<Pair> pairs(String prefix, LocalCluster.Node here, LocalCluster.Node there) throws Exception {
        var pairs = new ArrayList<Pair>();
        for (var room : LocalCluster.rooms(prefix)) {
            pairs.add(Pair.in(room, here, there));
        }
        return pairs;
    }

    @Test
    @DisplayName(
            "R1 R2 L3 M1: tabs of different nodes see each other's changes, locks and cursors, wherever the room lives")
    void together() throws Exception {
        for (var pair : pairs("together", cluster.node(0), cluster.node(1))) {
            assertThat(pair.there().await(ServerFrame.Locked.class).rev()).isEqualTo(2);
            assertThat(pair.refusal()).isEqualTo(RejectionCode.LOCKED);

            var moved = pair.moves("m", 3_000);
            assertThat(pair.there().await(ServerFrame.Moved.class)).isEqualTo(moved);

            pair.there().send(Frames.cursor(120, 340));
            assertThat(pair.here()
                            .await(ServerFrame.Motion.class)
                            .cursors()
                            .getFirst()
                            .x())
                    .isEqualTo(120);
        }
    }

    @Test
    @DisplayName("R4 R6: a client that comes back by another node takes its place over from its old socket")
    void replaced() throws Exception {
        var old = Socket.open(cluster.node(0).service().socket("replaced", ""), List.of());
        var you = old.await(ServerFrame.Welcome.class).you();
        old.stores(Frames.place("p", "sofa", "HS-SOFA-220", 2_000, 2_000), ServerFrame.Placed.class);

        var anew = Socket.open(
                cluster.node(2).service().socket("replaced", "?since=1"), List.of("homstyle.resume." + you.resume()));

        assertThat(anew.await(ServerFrame.Resumed.class).you().client()).isEqualTo(you.client());
        assertThat(old.await(ServerFrame.Bye.class).code()).isEqualTo(ByeCode.REPLACED);
        assertThat(anew.stores(Frames.lock("l", "sofa"), ServerFrame.Locked.class)
                        .by())
                .isEqualTo(you.client());
    }

    @Test
    @DisplayName(
            "R4 L6: when a node is killed, its rooms go on elsewhere with their locks, and nobody else notices more than a pause")
    void killed() throws Exception {
        var pairs = pairs("killed", cluster.node(0), cluster.node(1));

        cluster.node(2).process().kill();
        for (var pair : pairs) {
            var moved = pair.moves("m", 3_000);
            assertThat(moved.rev()).isEqualTo(3);
            assertThat(pair.there().await(ServerFrame.Moved.class)).isEqualTo(moved);
        }
        cluster.node(2).start();
    }

    @Test
    @DisplayName(
            "E7 R4: a node that is told to stop sends its tabs to the others, where they resume with what they missed")
    void stopped() throws Exception {
        var pairs = pairs("stopped", cluster.node(0), cluster.node(1));

        cluster.node(1).process().terminate();
        for (var pair : pairs) {
            var bye = pair.there().await(ServerFrame.Bye.class);
            assertThat(bye.code()).isEqualTo(ByeCode.DRAINING);
            assertThat(bye.retryAfterMs()).isBetween(0L, 50L);
            assertThatThrownBy(() -> pair.there().poll(Wait.LONG)).isInstanceOf(Socket.Closed.class);
            pair.moves("m", 3_000);
            var anew = Socket.open(cluster.node(2).service().socket(pair.room(), "?since=2"), List.of());
            assertThat(anew.await(ServerFrame.Resumed.class).from()).isEqualTo(2);
            assertThat(anew.await(ServerFrame.Moved.class).rev()).isEqualTo(3);
        }
        var said = cluster.node(1).process().awaitEnd().err();
        cluster.node(1).start();
        assertThat(said.lines().filter(line -> line.contains("ERROR"))).isEmpty();
    }

    @Test
    @DisplayName("E7 R2: the tabs of a node that is told to stop go a few at a time, and miss nothing until they go")
    void fewAtATime() throws Exception {
        var author = Socket.open(cluster.node(0).service().socket("few", ""), List.of());
        author.await(ServerFrame.Welcome.class);
        var tabs = new ArrayList<Future<Long>>();
        try (var listening = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 150; i++) {
                var tab = Socket.open(cluster.node(1).service().socket("few", ""), List.of());
                var rev = tab.await(ServerFrame.Welcome.class).rev();
                tabs.add(listening.submit(() -> lastSeen(tab, rev)));
            }
            cluster.node(1).process().terminate();
            // Not one after the other, so that there is enough to tell them by also where a commit takes long.
            for (int i = 0; tabs.stream().anyMatch(tab -> !tab.isDone()); i++) {
                author.send(Frames.rename("r" + i, "Title " + i));
                LockSupport.parkNanos(BETWEEN_REQUESTS.toNanos());
            }
        }
        var last = tabs.stream().mapToLong(Future::resultNow).summaryStatistics();
        assertThat(last.getMax() - last.getMin()).isGreaterThan(5);
        cluster.node(1).process().awaitEnd();
        cluster.node(1).start();
    }

    /** Reads to the end of the connection: no revision may be missing, and the end is a farewell. */
    private static long lastSeen(Socket tab, long welcomed) throws Exception {
        var rev = welcomed;
        while (true) {
            switch (tab.poll(Wait.LONG).orElseThrow(() -> new AssertionError("neither a change nor a farewell"))) {
                case ServerFrame.Renamed renamed -> {
                    assertThat(renamed.rev()).isEqualTo(rev + 1);
                    rev = renamed.rev();
                }
                case ServerFrame.Bye bye -> {
                    assertThat(bye.code()).isEqualTo(ByeCode.DRAINING);
                    return rev;
                }
                default -> {}
            }
        }
    }

    @Test
    @DisplayName("Health and metrics are on the management port alone")
    void management() throws Exception {
        var node = cluster.node(0);
        for (var path : List.of("/ready", "/alive", "/metrics")) {
            assertThat(node.management().get(path).statusCode()).isEqualTo(200);
            assertThat(node.service().get(path).statusCode()).isEqualTo(404);
        }
    }
}
