package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.protocol.ServerFrame.Locked;
import homstyle.protocol.ServerFrame.Placed;
import homstyle.protocol.ServerFrame.Renamed;
import homstyle.protocol.ServerFrame.Unlocked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code homstyle replay}, beside a running server and without one. */
class ReplayTest {
    private static final String ROOM = "red-room";
    private static final String TITLE = "Läshörna “två” 🛋";
    private static final int HEAD = 7;

    @TempDir
    private static Path data;

    private static Program.Running server;
    private static Service service;

    /** Seven revisions: placed, locked, moved and unlocked at once, renamed, two placed at once. */
    @BeforeAll
    static void furnish() throws Exception {
        server = new Program().serve(data, Program.freePort());
        service = server.service();
        try (var socket = Socket.open(service.socket(ROOM, "?name=Guest%201"), List.of())) {
            socket.send(Frames.place("q1", "chair", "HS-CHAIR-48", 1_000, 1_000));
            socket.await(Placed.class);
            socket.send(Frames.lock("q2", "chair"));
            var fence = socket.await(Locked.class).rev();
            socket.send(Frames.move("q3", "chair", 1_200, 2_000, 90, fence, true));
            socket.await(Unlocked.class);
            socket.send(Frames.rename("q4", TITLE));
            socket.await(Renamed.class);
            socket.send(Frames.arrange(
                    "q5",
                    Frames.place("", "lamp", "HS-LAMP-45", 400, 400),
                    Frames.place("", "stool", "HS-CHAIR-48", 2_000, 400)));
            socket.await(Placed.class);
        }
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @Test
    void aLineAnEventWithRevisionTimeWhoAndWhat() throws Exception {
        var lines = succeeding(ROOM).lines().toList();
        var who = "  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}  Guest 1 \\([a-z0-9]+\\)  ";
        assertThat(lines).hasSize(HEAD);
        assertThat(lines.get(0)).matches(" +1" + who + "placed chair \\(HS-CHAIR-48\\) at 1000,1000, 0°  \\[q1]");
        assertThat(lines.get(1)).matches(" +2" + who + "locked chair until .*  \\[q2]");
        assertThat(lines.get(2)).matches(" +3" + who + "moved chair to 1200,2000, 90°  \\[q3]");
        assertThat(lines.get(3)).matches(" +4" + who + "unlocked chair \\(released\\)");
        assertThat(lines.get(4)).matches(" +5" + who + "renamed the room \"" + TITLE + "\"  \\[q4]");
        assertThat(lines.get(5)).matches(" +6" + who + "placed lamp \\(HS-LAMP-45\\) at 400,400, 0°  \\[q5]");
        assertThat(lines.get(6)).matches(" +7" + who + "placed stool .*  \\[same request]");
    }

    @Test
    void asJsonItIsWhatTheServiceStreams() throws Exception {
        var streamed = service.get("/api/rooms/%s/events".formatted(ROOM)).body();
        assertThat(streamed.lines()).hasSize(HEAD);
        assertThat(succeeding(ROOM, "--json")).isEqualTo(streamed);
    }

    @Test
    void aPartOfIt() throws Exception {
        assertThat(succeeding(ROOM, "--json", "--from", "2", "--to", "4"))
                .isEqualTo(service.get("/api/rooms/%s/events?from=2&to=4".formatted(ROOM))
                        .body());
    }

    @Test
    void theStateAtEachRevisionIsWhatTheServiceAnswers() throws Exception {
        for (int rev : IntStream.rangeClosed(0, HEAD).toArray()) {
            assertThat(succeeding(ROOM, "--to", Integer.toString(rev), "--state", "--json"))
                    .isEqualTo(service.get("/api/rooms/%s?rev=%d".formatted(ROOM, rev))
                                    .body()
                            + "\n");
        }
        assertThat(succeeding(ROOM, "--state", "--json"))
                .isEqualTo(service.get("/api/rooms/" + ROOM).body() + "\n");
    }

    @Test
    void theStateForPeople() throws Exception {
        assertThat(succeeding(ROOM, "--to", "2", "--state"))
                .startsWith("room red-room \"Untitled room\" at revision 2")
                .containsPattern("chair +HS-CHAIR-48 +1000, +1000 +0°  locked by Guest 1, fence 2\n");
        assertThat(succeeding(ROOM, "--state"))
                .startsWith("room red-room \"%s\" at revision 7".formatted(TITLE))
                .containsPattern("chair +HS-CHAIR-48 +1200, +2000 +90°\n");
    }

    @ParameterizedTest
    @CsvSource({
        "blue-room, '', 'the journal has no room \"blue-room\"'",
        "Red_Room, '', 'room is Red_Room, expected 2 to 63 of a-z'",
        "red-room, --to 8, '--to is 8, expected a revision from 1 to 7'",
        "red-room, --to -1, '--to is -1, expected a revision from 1 to 7'",
        "red-room, --to 8 --state, '--to is 8, expected a revision from 0 to 7'",
        "red-room, --to 3 --from 4, '--from is 4, expected a revision from 1 to 3'",
        "red-room, --to last, 'Invalid value for option ''--to'': ''last'' is not a long'",
        "red-room, --till 3, 'Unknown options: ''--till'', ''3'''",
    })
    void whatIsNotThere(String room, String options, String expected) throws Exception {
        var arguments =
                Stream.concat(Stream.of(room), Stream.of(options.split(" ")).filter(option -> !option.isEmpty()));
        failing(replay(data, arguments.toArray(String[]::new)), expected);
    }

    @Test
    void noJournal(@TempDir Path elsewhere) throws Exception {
        var nowhere = elsewhere.resolve("nowhere");
        failing(replay(nowhere, ROOM), nowhere + "/journal.db: there is no such file");
        assertThat(nowhere).doesNotExist();
        failing(replay(elsewhere, ROOM), elsewhere + "/journal.db: there is no such file");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aJournalThatIsNone(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("journal.db"), "Dear diary, ".repeat(1_000));
        failing(replay(elsewhere, ROOM), "journal.db: it is not an SQLite database");
    }

    /** Serving there would be refused, which is no reason not to read. */
    @Test
    void settingsOfServingDoNotMatter() throws Exception {
        var ended = new Program().with("HOMSTYLE_HOST", "0.0.0.0").run("replay", ROOM, "--data", data.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    @Test
    void aJournalElsewhere() throws Exception {
        var ended = new Program()
                .with("HOMSTYLE_JOURNAL", "jdbc:sqlite:" + data.resolve("journal.db"))
                .run("replay", ROOM, "--json");
        assertThat(ended.out()).isEqualTo(succeeding(ROOM, "--json"));
    }

    /** As somebody finds it who looks for the reason of a crash: with its last events in the log beside the database. */
    @Test
    void theJournalOfAKilledServer(@TempDir Path crashed) throws Exception {
        try (var doomed = new Program().serve(crashed, Program.freePort())) {
            var streamed = doomed.service().get("/api/rooms/vardagsrum/events").body();
            doomed.kill();
            assertThat(crashed.resolve("journal.db-wal")).isNotEmptyFile();
            assertThat(replay(crashed, "vardagsrum", "--json").out()).isEqualTo(streamed);
        }
    }

    @Test
    void theJournalOfAStoppedServer(@TempDir Path stopped) throws Exception {
        try (var leaving = new Program().serve(stopped, Program.freePort())) {
            var streamed = leaving.service().get("/api/rooms/vardagsrum/events").body();
            leaving.terminate();
            leaving.awaitEnd();
            assertThat(replay(stopped, "vardagsrum", "--json").out()).isEqualTo(streamed);
        }
    }

    private static Program.Ended replay(Path folder, String... arguments) throws Exception {
        return new Program()
                .run(Stream.concat(Stream.of("replay", "--data", folder.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static String succeeding(String... arguments) throws Exception {
        var ended = replay(data, arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        return ended.out();
    }

    private static void failing(Program.Ended ended, String expected) {
        assertThat(ended.code()).isNotZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(expected).doesNotContain("\tat ");
    }
}
