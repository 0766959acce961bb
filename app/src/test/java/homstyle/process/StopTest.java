package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homstyle.protocol.ServerFrame;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Being told to end, as service managers do it. */
class StopTest {
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(8);
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private final int port = Program.freePort();

    @TempDir
    private Path data;

    @Test
    void sigtermEndsItInOrder() throws Exception {
        try (var server = new Program().with("HOMSTYLE_LOG_LEVEL", "DEBUG").serve(data, port);
                var socket = Socket.open(server.service().socket("vardagsrum", ""), List.of())) {
            socket.await(ServerFrame.Welcome.class);
            // A room with live locks does not go to sleep, but it does stop.
            socket.send("{\"type\":\"lock\",\"id\":\"l\",\"items\":[\"sofa\"]}");
            socket.await(ServerFrame.Locked.class);
            var saidBefore = server.err().length();
            var told = Instant.now();

            server.terminate();
            var ended = server.awaitEnd();

            assertThat(Duration.between(told, Instant.now())).isLessThan(A_FEW_SECONDS);
            assertThat(ended.code()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(Program.withoutStalls(ended.err().substring(saidBefore)))
                    .contains("room stopped")
                    .doesNotContain("WARN", "ERROR", "\tat ");
            assertThat(data.resolve("server.lock")).isEmptyFile();
            assertThatThrownBy(() -> socket.await(ServerFrame.Created.class)).isInstanceOf(Socket.Closed.class);
        }
    }

    @Test
    void itsPlaceIsFreeAtOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (var server = new Program().serve(data, port)) {
                assertThat(server.service().get("/ready").statusCode()).isEqualTo(200);
                server.terminate();
                server.awaitEnd();
            }
        }
    }

    /** Nothing it holds is worth waiting for: what it acknowledged is on the disk. */
    @Test
    void sigtermWhileItStarts() throws Exception {
        try (var server = new Program().launch("serve", "--data", data.toString(), "--port", Integer.toString(port))) {
            Wait.until(
                    "the lock file", () -> data.resolve("server.lock").toFile().exists());
            server.terminate();
            assertThat(server.awaitEnd().code()).isEqualTo(ENDED_BY_SIGTERM);
        }
        try (var server = new Program().serve(data, port)) {
            assertThat(server.service().get("/api/rooms/vardagsrum").statusCode())
                    .isEqualTo(200);
        }
    }
}
