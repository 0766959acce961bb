package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ServerFrame;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms that move to another journal; that the other may be PostgreSQL is proven where journals are. */
class MigrateTest {
    @TempDir
    private Path data;

    @TempDir
    private Path other;

    @Test
    void theRoomsAreThereWithTheirHistory() throws Exception {
        var journal = "jdbc:sqlite:" + other.resolve("journal.db");
        try (var server = new Program().serve(data, 0);
                var socket = Socket.open(server.service().socket("den", ""), List.of())) {
            socket.await(ServerFrame.Welcome.class);
            socket.send(Frames.rename("r1", "Hall"));
            socket.await(ServerFrame.Renamed.class);
            assertThat(migrate(journal).err()).contains("process id " + server.pid());
            server.terminate();
            server.awaitEnd();
        }

        var copied = migrate(journal);
        assertThat(copied.code()).isZero();
        assertThat(copied.out()).contains("0 were there already, 0 left as they are");
        assertThat(migrate(journal).out()).startsWith("0 rooms copied");
        var replayed = new Program().with("HOMSTYLE_JOURNAL", journal).in(other).run("replay", "den");
        assertThat(replayed.out()).contains("Hall");
    }

    @Test
    void withoutATargetItSaysWhatIsMissing() throws Exception {
        var ended = new Program().in(data).run("migrate", "--data", data.toString());
        assertThat(ended.code()).isNotZero();
        assertThat(ended.err()).contains("HOMSTYLE_JOURNAL is not set, expected");
    }

    private Program.Ended migrate(String journal) throws Exception {
        return new Program().with("HOMSTYLE_JOURNAL", journal).run("migrate", "--data", data.toString());
    }
}
