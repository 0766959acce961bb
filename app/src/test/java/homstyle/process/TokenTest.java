package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homstyle.protocol.RejectionCode;
import homstyle.protocol.Role;
import homstyle.protocol.ServerFrame.Placed;
import homstyle.protocol.ServerFrame.Rejected;
import homstyle.protocol.ServerFrame.Welcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code homstyle token}, made before and beside a server that asks for tokens. */
class TokenTest {
    private static final String ROOM = "red-room";
    private static final String TOKEN = "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\n";

    @TempDir
    private static Path data;

    private static String madeBefore;
    private static Program.Running server;
    private static Service service;

    @BeforeAll
    static void start() throws Exception {
        madeBefore = token("--role", "editor", "--user", "guest-1");
        server = new Program().serve(data, Program.freePort(), "--access", "signed");
        service = server.service();
        assertThat(service.post("/api/rooms", "{\"room\":\"red-room\",\"title\":\"Red room\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @Test
    @DisplayName("C4 L7 A viewer's token opens the room and changes nothing")
    void viewer() throws Exception {
        try (var editor = open(madeBefore);
                var viewer = open(token("--role", "viewer"))) {
            editor.send(Frames.place("e1", "chair", "HS-CHAIR-48", 0, 0));
            var rev = editor.await(Placed.class).rev();
            viewer.await(Placed.class);

            for (var request : requests()) {
                viewer.send(request);
                assertThat(viewer.await(Rejected.class).code()).as(request).isEqualTo(RejectionCode.FORBIDDEN);
            }
            assertThat(service.get("/api/rooms/" + ROOM, madeBefore).body()).contains("\"rev\":" + rev);
        }
    }

    private static List<String> requests() {
        return List.of(
                Frames.place("v1", "lamp", "HS-LAMP-45", 0, 0),
                Frames.lock("v2", "chair"),
                Frames.move("v3", "chair", 1, 1, 1),
                "{\"type\":\"remove\",\"id\":\"v4\",\"item\":\"chair\",\"fence\":1}",
                "{\"type\":\"unlock\",\"id\":\"v5\",\"items\":[\"chair\"],\"force\":true}",
                "{\"type\":\"reshape\",\"id\":\"v6\",\"outline\":[[0,0],[3000,0],[3000,3000],[0,3000]],"
                        + "\"height\":2500,\"openings\":[],\"fence\":1}",
                Frames.rename("v7", "Mine"));
    }

    @ParameterizedTest
    @CsvSource({"viewer", "editor", "owner"})
    void eachRole(String role) throws Exception {
        try (var socket = Socket.open(service.socket(ROOM, ""), credentials(token("--role", role)))) {
            assertThat(socket.await(Welcome.class).you().role()).isEqualTo(Role.of(role));
        }
    }

    @Test
    void aTokenMadeBeforeTheFirstStartIsGoodAndNamesItsUser() throws Exception {
        try (var socket = Socket.open(service.socket(ROOM, ""), credentials(madeBefore))) {
            assertThat(socket.await(Welcome.class).you().user().value()).isEqualTo("guest-1");
        }
    }

    @Test
    void theKeysAreTheirOwnersOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("C4 C5 Without a good token for the room there is no way in")
    void noWayIn() throws Exception {
        assertThat(service.get("/api/rooms/" + ROOM).statusCode()).isEqualTo(401);
        assertThat(service.get("/api/rooms/" + ROOM, "no.good.token").statusCode())
                .isEqualTo(401);
        assertThat(service.get("/api/rooms/blue-room", madeBefore).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> Socket.open(service.socket(ROOM, ""), List.of()))
                .isInstanceOf(Socket.Closed.class);
    }

    @Test
    void aTokenOfOtherKeysIsNoGood(@TempDir Path elsewhere) throws Exception {
        var foreign = run(elsewhere, ROOM, "--role", "owner").out().strip();
        assertThat(service.get("/api/rooms/" + ROOM, foreign).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "red-room, --role boss, 'role is boss, expected owner, editor or viewer'",
        "red-room, --role viewer --days 0, 'days is 0, expected 1 or more'",
        "red-room, --role viewer --days soon, 'Invalid value for option ''--days'': ''soon'' is not an int'",
        "red-room, --days 3, 'Missing required option: ''--role=<role>'''",
        "Red_Room, --role viewer, 'room is Red_Room, expected 2 to 63 of a-z'",
        "'', --role viewer, 'Missing required parameter: ''ROOM'''",
    })
    void whatMakesNoToken(String room, String options, String expected) throws Exception {
        var arguments =
                Stream.concat(Stream.of(room), Stream.of(options.split(" "))).filter(part -> !part.isEmpty());
        var ended = run(data, arguments.toArray(String[]::new));
        assertThat(ended.code()).isNotZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(expected).doesNotContain("\tat ");
    }

    private static String token(String... options) throws Exception {
        var ended = run(data, Stream.concat(Stream.of(ROOM), Stream.of(options)).toArray(String[]::new));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).matches(TOKEN);
        return ended.out().strip();
    }

    private static Program.Ended run(Path folder, String... arguments) throws Exception {
        return new Program()
                .run(Stream.concat(Stream.of("token", "--data", folder.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static Socket open(String token) throws Exception {
        var socket = Socket.open(service.socket(ROOM, ""), credentials(token));
        socket.await(Welcome.class);
        return socket;
    }

    private static List<String> credentials(String token) {
        return List.of("homstyle.token." + token);
    }
}
