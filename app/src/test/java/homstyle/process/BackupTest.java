package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ServerFrame.Renamed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code homstyle backup}, beside a server in which somebody goes on working. */
class BackupTest {
    private static final String ROOM = "red-room";

    @TempDir
    private static Path data;

    private static Program.Running server;

    @TempDir
    private Path elsewhere;

    @BeforeAll
    static void start() throws Exception {
        server = new Program().serve(data, 0);
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @Test
    void whatIsWrittenMeanwhileIsThereUpToSomeMomentAndAServerStartsOnIt() throws Exception {
        var before = work(1);
        var backup = elsewhere.resolve("journal.db");
        try (var running = new Program().launch("backup", backup.toString(), "--data", data.toString())) {
            var n = 2;
            do {
                work(n++);
            } while (running.isAlive());
            var ended = running.awaitEnd();
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).contains(backup.toString(), "keys.json");
        }

        var original = replay(data);
        var copied = replay(elsewhere);
        assertThat(original).startsWith(copied);
        assertThat(copied.lines().count()).isGreaterThanOrEqualTo(before);
        try (var restored = new Program().serve(elsewhere, 0)) {
            assertThat(restored.service()
                            .get("/api/rooms/%s/events".formatted(ROOM))
                            .body())
                    .isEqualTo(copied);
        }
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws Exception {
        var there = Files.writeString(elsewhere.resolve("backup.db"), "");
        failing(new Program().run("backup", there.toString(), "--data", data.toString()), there + " exists already");
        assertThat(there).isEmptyFile();
    }

    @Test
    void aFolderThatIsNot() throws Exception {
        var nowhere = elsewhere.resolve("nowhere/backup.db");
        failing(
                new Program().run("backup", nowhere.toString(), "--data", data.toString()),
                nowhere + " cannot be made");
    }

    @Test
    void noJournal() throws Exception {
        var backup = elsewhere.resolve("backup.db");
        failing(
                new Program().run("backup", backup.toString(), "--data", elsewhere.toString()),
                elsewhere + "/journal.db: there is no such file");
        assertThat(elsewhere).isEmptyDirectory();
    }

    /** What was begun is no backup, and does not stand in the way of the next one. */
    @Test
    void aJournalThatIsNone() throws Exception {
        Files.writeString(elsewhere.resolve("journal.db"), "Dear diary, ".repeat(1_000));
        var backup = elsewhere.resolve("backup.db");
        failing(
                new Program().run("backup", backup.toString(), "--data", elsewhere.toString()),
                "journal.db: it is not an SQLite database");
        assertThat(backup).doesNotExist();
    }

    @Test
    void postgresHasToolsOfItsOwn() throws Exception {
        var backup = elsewhere.resolve("backup.db");
        failing(
                new Program()
                        .with("HOMSTYLE_JOURNAL", "jdbc:postgresql://db.example/homstyle")
                        .with("HOMSTYLE_JOURNAL_USER", "homstyle")
                        .with("HOMSTYLE_JOURNAL_PASSWORD", "secret")
                        .run("backup", backup.toString()),
                "use pg_dump");
        assertThat(backup).doesNotExist();
    }

    /** Changes the room a few times, and returns how many events it had when it was last seen. */
    private static long work(int round) throws Exception {
        try (var socket = Socket.open(server.service().socket(ROOM, ""), List.of())) {
            var rev = 0L;
            for (var n = 0; n < 20; n++) {
                socket.send(Frames.rename("r-%d-%d".formatted(round, n), "Round %d, %d".formatted(round, n)));
                rev = socket.await(Renamed.class).rev();
            }
            return rev;
        }
    }

    private static String replay(Path folder) throws Exception {
        var ended = new Program().run("replay", ROOM, "--json", "--data", folder.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    private static void failing(Program.Ended ended, String expected) {
        assertThat(ended.code()).isNotZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(expected).doesNotContain("\tat ");
    }
}
