package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ItemId;
import homstyle.protocol.RejectionCode;
import homstyle.protocol.RequestId;
import homstyle.protocol.ServerFrame.Accepted;
import homstyle.protocol.ServerFrame.Change;
import homstyle.protocol.ServerFrame.Locked;
import homstyle.protocol.ServerFrame.Motion;
import homstyle.protocol.ServerFrame.Moved;
import homstyle.protocol.ServerFrame.Placed;
import homstyle.protocol.ServerFrame.Pong;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.protocol.ServerFrame.Welcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose data folder is a small disk in memory, which only its process sees mounted, and which is filled. */
class FullDiskTest {
    private static final String MOUNT = "mount -t tmpfs -o size=4m tmpfs \"$0\" && exec \"$@\"";
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final RequestId STALLED = new RequestId("stalled");

    @TempDir
    private Path data;

    private Program.Running server;
    private Service service;
    private Socket red;
    private Socket blue;
    private long redFence;
    private long blueFence;

    @BeforeEach
    void start() throws Exception {
        server = new Program().through(onSmallDisk()).serve(data, Program.freePort());
        service = server.service();
        red = open("red-room");
        redFence = placeAndLock(red);
        blue = open("blue-room");
        blueFence = placeAndLock(blue);
    }

    @AfterEach
    void end() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @DisplayName("E4 R5 R7 A full disk stalls changes and nothing else, and a retry counts once when there is space")
    void fullDisk() throws Exception {
        try (var watching = open("red-room")) {
            fillDisk();

            unavailable(red, redFence);
            unavailable(blue, blueFence);
            assertThat(motionFrom(red, watching)).isTrue();
            blue.send("{\"type\":\"ping\"}");
            blue.await(Pong.class);
            try (var newcomer = Socket.open(service.socket("red-room", ""), List.of())) {
                assertThat(newcomer.await(Welcome.class).rev()).isEqualTo(redFence);
            }
            assertThat(service.get("/api/rooms/blue-room").body()).contains("\"rev\":" + blueFence);
            unavailable(red, redFence);

            freeDisk();

            var stored = retry(red, redFence);
            assertThat(stored).isEqualTo(redFence + 1);
            assertThat(retry(blue, blueFence)).isEqualTo(blueFence + 1);
            red.send(move(redFence));
            assertThat(red.await(Accepted.class)).isEqualTo(new Accepted(STALLED, stored));
            red.send(Frames.rename("after", "Room to spare"));
            assertThat(changes(watching, 2)).containsExactly(stored, stored + 1);
            assertThat(service.get("/api/rooms/red-room/events").body()).containsOnlyOnce("\"id\":\"stalled\"");
        }
        assertThat(server.err()).contains("could not be stored", "disk is full").doesNotContain("\tat ");
    }

    private Socket open(String room) throws Exception {
        var socket = Socket.open(service.socket(room, ""), List.of());
        socket.await(Welcome.class);
        return socket;
    }

    /** @return the fence */
    private static long placeAndLock(Socket socket) throws Exception {
        socket.send(Frames.place("place", "chair", "HS-CHAIR-48", 1_000, 1_000));
        socket.await(Placed.class);
        socket.send(Frames.lock("lock", "chair"));
        return socket.await(Locked.class).rev();
    }

    private static void unavailable(Socket socket, long fence) throws Exception {
        var asked = System.nanoTime();
        socket.send(move(fence));
        var refused = socket.await(Rejected.class);
        assertThat(refused.id()).isEqualTo(STALLED);
        assertThat(refused.code()).isEqualTo(RejectionCode.UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(ANSWER);
    }

    private static boolean motionFrom(Socket mover, Socket watching) throws Exception {
        mover.send(Frames.cursor(700, 800));
        return watching.await(Motion.class).cursors().stream().anyMatch(cursor -> cursor.x() == 700);
    }

    /** Sends the same request until it is stored, as clients do. */
    private static long retry(Socket socket, long fence) throws Exception {
        return Wait.forSome("a stored change", () -> {
            socket.send(move(fence));
            var answer = socket.poll(Wait.LONG).orElseThrow();
            return answer instanceof Moved moved ? Optional.of(moved.rev()) : Optional.empty();
        });
    }

    private static List<Long> changes(Socket socket, int count) throws Exception {
        var revisions = new ArrayList<Long>();
        while (revisions.size() < count) {
            revisions.add(socket.await(Change.class).rev());
        }
        return revisions;
    }

    private static String move(long fence) {
        return Frames.move(STALLED.value(), new ItemId("chair").value(), 2_000, 2_000, fence);
    }

    private void fillDisk() throws IOException {
        try (var ballast = Files.newOutputStream(onDisk("ballast"))) {
            var page = new byte[4_096];
            while (true) {
                ballast.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private void freeDisk() throws IOException {
        Files.delete(onDisk("ballast"));
    }

    /** The file as the server's process sees it. */
    private Path onDisk(String file) {
        return Path.of("/proc/%d/root%s".formatted(server.pid(), data.resolve(file)));
    }

    /** A command that mounts the disk for itself alone and then becomes what follows it. */
    private String[] onSmallDisk() throws Exception {
        var ways = List.of(List.of("unshare", "--mount"), List.of("unshare", "--user", "--map-root-user", "--mount"));
        for (var way : ways) {
            var command = new ArrayList<>(way);
            command.addAll(List.of("sh", "-c", MOUNT, data.toString()));
            var attempt = new ArrayList<>(command);
            attempt.add("true");
            if (new ProcessBuilder(attempt).start().waitFor() == 0) {
                return command.toArray(String[]::new);
            }
        }
        throw new AssertionError("This test mounts a small disk, which needs Linux with `unshare`, and either the "
                + "superuser or user namespaces (sysctl kernel.unprivileged_userns_clone=1); here neither works.");
    }
}
