package homstyle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import homstyle.persistence.JournalDatabase;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Starting: what keeps the server from it is said in a line, and what it was told is what it does. */
class StartUpTest {
    private final int port = Program.freePort();

    @TempDir
    private Path data;

    @Test
    void aPortInUse() throws Exception {
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            refused(serve(), "port " + taken.getLocalPort() + " on 127.0.0.1", "in use", "--port");
        }
    }

    @Test
    void aHostThatIsNotThisMachine() throws Exception {
        // An address for documentation, which no machine has.
        refused(serve("--access", "signed", "--host", "192.0.2.1"), "192.0.2.1", "expected an address", "--host");
    }

    @Test
    void aFileInPlaceOfTheDataFolder() throws Exception {
        var file = Files.createFile(data.resolve("file"));
        refused(new Program().run("serve", "--data", file.toString()), file.toString(), "is not a folder");
    }

    /** Nobody can create a folder there, not even the superuser, whom permissions do not bind. */
    @Test
    void aDataFolderThatCannotBeWritten() throws Exception {
        refused(
                new Program().run("serve", "--data", "/proc/data"),
                "/proc/data",
                "cannot be written",
                "choose another");
    }

    @Test
    void aJournalThatIsNoDatabase() throws Exception {
        var journal = Files.writeString(data.resolve("journal.db"), "Dear diary, ".repeat(1_000));
        refused(serve(), journal.toString(), "not an SQLite database", "name another file");
        assertThat(journal).content().startsWith("Dear diary");
    }

    @Test
    void aJournalOfANewerProgram() throws Exception {
        var url = "jdbc:sqlite:" + data.resolve("journal.db");
        JournalDatabase.at(url).migrate();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO flyway_schema_history
                      (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    VALUES (99, '99', 'of tomorrow', 'SQL', 'V99__of_tomorrow.sql', '', 1, 1)""");
        }
        refused(serve(), "journal.db", "version 99", "up to version 1", "start the newer program");
    }

    @Test
    void keysThatAreNone() throws Exception {
        var keys = Files.writeString(data.resolve("keys.json"), "{\"keys\":");
        refused(serve(), keys.toString(), "JSON", "expected a JWK set", "from a backup");
        assertThat(keys).hasContent("{\"keys\":");
    }

    @Test
    void aSecondServerOnTheSameData() throws Exception {
        try (var first = new Program().serve(data, 0)) {
            var itsPort = first.awaitAddress().replaceFirst(".*:", "");
            refused(
                    new Program().run("serve", "--data", data.toString(), "--port", "0"),
                    data.toRealPath().toString(),
                    "process id " + first.pid(),
                    "port " + itsPort,
                    "stop that one");
            assertThat(first.service().get("/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSettingThatMakesNoSense() throws Exception {
        var ended = new Program().with("HOMSTYLE_ACCESS", "nonsense").in(data).run("serve");
        refused(ended, "access is \"nonsense\"", "expected open or signed");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aJournalOfAnUnknownKind() throws Exception {
        var ended = new Program()
                .with("HOMSTYLE_JOURNAL", "jdbc:mysql://rooms")
                .in(data)
                .run("serve");
        refused(ended, "\"jdbc:mysql://rooms\" is not supported", "expected jdbc:sqlite:PATH");
    }

    @ParameterizedTest
    @MethodSource
    void optionsThatMakeNoSense(List<String> options, List<String> expected) throws Exception {
        var ended = new Program().in(data).run(options.toArray(String[]::new));
        assertThat(ended.code()).isNotZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(expected).doesNotContain("\tat ");
        assertThat(data).isEmptyDirectory();
    }

    static Stream<Arguments> optionsThatMakeNoSense() {
        return Stream.of(
                arguments(List.of("serve", "--port", "70000"), List.of("port is \"70000\"", "from 0 to 65535")),
                arguments(List.of("serve", "--port", "-1"), List.of("port is \"-1\"", "from 0 to 65535")),
                arguments(List.of("serve", "--port", "abc"), List.of("--port", "'abc'", "Usage: homstyle serve")),
                arguments(List.of("serve", "--access", "none"), List.of("\"none\"", "expected open or signed")),
                arguments(List.of("serve", "--colour", "red"), List.of("'--colour'", "Usage: homstyle serve")),
                arguments(List.of("sevre"), List.of("'sevre'", "serve")),
                arguments(List.of(), List.of("Usage: homstyle", "serve", "replay", "token")));
    }

    @Test
    @DisplayName("C4 Open access is refused where others can reach it, unless that is meant")
    void openToTheNetwork() throws Exception {
        refused(serve("--host", "0.0.0.0"), "0.0.0.0", "everybody", "--access signed", "HOMSTYLE_OPEN_TO_NETWORK=true");
        var meant = new Program().with("HOMSTYLE_OPEN_TO_NETWORK", "true");
        try (var server = meant.serve(data, port, "--host", "0.0.0.0")) {
            assertThat(server.awaitAddress()).isEqualTo("http://localhost:" + port);
            assertThat(server.service().get("/api/rooms/vardagsrum").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theAddressIsAllItPrints() throws Exception {
        try (var server = new Program().serve(data, port)) {
            assertThat(server.out()).isEqualTo("HÖMSTYLE Rooms is open on http://localhost:%d\n".formatted(port));
            assertThat(server.service().get("/ready").statusCode()).isEqualTo(200);
            assertThat(Program.withoutStalls(server.err())).doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    void everythingByEnvironment() throws Exception {
        var program = new Program()
                .with("HOMSTYLE_PORT", Integer.toString(port))
                .with("HOMSTYLE_HOST", "localhost")
                .with("HOMSTYLE_DATA", data.resolve("here").toString())
                .with("HOMSTYLE_JOURNAL", "jdbc:sqlite:" + data.resolve("there.db"))
                .with("HOMSTYLE_ACCESS", "signed")
                .with("HOMSTYLE_LOCK_LEASE", "5 s");
        try (var server = program.launch("serve")) {
            assertThat(server.awaitAddress()).endsWith(":" + port);
            assertThat(server.service().get("/api/rooms/vardagsrum").statusCode())
                    .isEqualTo(401);
            assertThat(data.resolve("here")).isDirectoryContaining(file -> file.endsWith("keys.json"));
            assertThat(data.resolve("there.db")).isRegularFile();
        }
    }

    @Test
    void otherNodesMayReachItByAnotherPortThanWhereItListens() throws Exception {
        var proxy = Program.freePort();
        var listening = Program.freePort();
        var program = new Program()
                .with("HOMSTYLE_CLUSTER_PORT", Integer.toString(proxy))
                .with("HOMSTYLE_CLUSTER_BIND_PORT", Integer.toString(listening));
        try (var _ = program.serve(data, port);
                var socket = new Socket(InetAddress.getLoopbackAddress(), listening)) {
            assertThat(socket.isConnected()).isTrue();
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), proxy))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void optionsGoAboveTheEnvironment() throws Exception {
        var program = new Program().with("HOMSTYLE_PORT", "1").with("HOMSTYLE_ACCESS", "signed");
        try (var server = program.serve(data, port, "--access", "open")) {
            assertThat(server.service().get("/api/rooms/vardagsrum").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theDataIsBesideTheLauncherOrWhereItWasStarted() throws Exception {
        var home = Files.createDirectory(data.resolve("home"));
        var options = new String[] {"serve", "--port", "0"};
        try (var server = new Program().in(data).launch(options)) {
            server.awaitAddress();
            assertThat(data.resolve("data/journal.db")).exists();
        }
        try (var server =
                new Program().in(data).with("HOMSTYLE_HOME", home.toString()).launch(options)) {
            server.awaitAddress();
            assertThat(home.resolve("data/journal.db")).exists();
        }
    }

    @ParameterizedTest
    @MethodSource
    void help(List<String> command, List<String> expected) throws Exception {
        var ended = new Program().in(data).run(command.toArray(String[]::new));
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains(expected);
        assertThat(data).isEmptyDirectory();
    }

    static Stream<Arguments> help() {
        var serve = List.of("--port", "8080", "--host", "127.0.0.1", "--data", "--access", "signed");
        return Stream.of(
                arguments(List.of("--help"), List.of("Usage: homstyle", "serve", "replay", "token")),
                arguments(List.of("help", "serve"), serve),
                arguments(List.of("serve", "--help"), serve),
                arguments(List.of("replay", "--help"), List.of("ROOM", "--json", "--from", "--to", "--state")),
                arguments(List.of("token", "--help"), List.of("ROOM", "--role", "viewer", "--user", "--days")),
                arguments(List.of("--version"), List.of("HÖMSTYLE Rooms, build ")));
    }

    private Program.Ended serve(String... more) throws Exception {
        return new Program()
                .run(Stream.concat(
                                Stream.of("serve", "--data", data.toString(), "--port", Integer.toString(port)),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** One line for people after what the log says, and no stack trace. */
    private static void refused(Program.Ended ended, String... expected) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).doesNotContain("\tat ", "ERROR");
        assertThat(ended.err().lines().toList())
                .last()
                .asString()
                .startsWith("homstyle: ")
                .contains(expected);
    }
}
