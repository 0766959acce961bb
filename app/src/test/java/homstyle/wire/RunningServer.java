package homstyle.wire;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.typesafe.config.ConfigFactory;
import homstyle.Server;
import homstyle.TestFolders;
import homstyle.access.SigningKeys;
import homstyle.access.Tokens;
import homstyle.metrics.Samples;
import homstyle.persistence.JournalDatabase;
import homstyle.persistence.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** The whole service on a free port and a data folder of its own, for all tests of a class. */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback {
    private final Map<String, Object> settings = new HashMap<>();
    private Path data;
    private Server server;

    private RunningServer() {}

    /**
     * @param settings what differs from the defaults, by its key below {@code homstyle}: {@code lock-lease=1s}; keys
     *     below {@code pekko} as they are
     */
    public static RunningServer with(String... settings) {
        var running = new RunningServer();
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            running.settings.put(parts[0].startsWith("pekko.") ? parts[0] : "homstyle." + parts[0], parts[1]);
        }
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        // The service tells of every client's mistake, and tests make many.
        ((Logger) LoggerFactory.getLogger("homstyle")).setLevel(Level.WARN);
        data = Files.createTempDirectory("homstyle-wire");
        settings.put("homstyle.port", 0);
        settings.put("homstyle.data", data.toString());
        settings.put("homstyle.warm-up", "0s");
        settings.putIfAbsent("homstyle.limits.rates", "off");
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (server != null) {
            server.stop();
        }
        TestFolders.delete(data);
    }

    private void start() {
        server = Server.start(ConfigFactory.parseMap(settings, "test"));
    }

    /** Stops the service and starts it on the same data, on another port. */
    public void restart() {
        server.stop();
        start();
    }

    public int port() {
        return server.address().getPort();
    }

    /** Begins to join a room; nothing is sent before {@link Joining#connect}. */
    public Joining joining(String room) {
        return new Joining(port(), room);
    }

    /** A client in the room that has had its welcome. */
    public TestClient join(String room) {
        return joining(room).connect();
    }

    public RawSocket raw() throws IOException {
        return new RawSocket(port());
    }

    public Http http() {
        return new Http(port());
    }

    /** What the server says of itself now. */
    public Samples metrics() {
        return Samples.of(http().get("/metrics").text());
    }

    /** Reads the journal's file beside the server. */
    public JournalReader journal() {
        return JournalDatabase.at(journalUrl()).reader();
    }

    /** The room's last stored revision. */
    public long stored(String room) {
        return journal().highest("room|" + room);
    }

    /** Keeps the journal from writing until closed, as another program does that holds the file. */
    public Connection blockJournal() throws SQLException {
        var connection = DriverManager.getConnection(journalUrl());
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("BEGIN IMMEDIATE");
        }
        return connection;
    }

    /** Tokens of the server's own keys. */
    public Tokens tokens() {
        return new Tokens(SigningKeys.in(data.resolve(SigningKeys.FILE)), Clock.systemUTC());
    }

    private String journalUrl() {
        return "jdbc:sqlite:" + data.resolve("journal.db");
    }
}
