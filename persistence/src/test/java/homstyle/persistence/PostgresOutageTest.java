package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.persistence.Notebook.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to entities while their database is away, and after. */
class PostgresOutageTest {
    /** The pool asks a connection whether it still works when it was not used for half a second. */
    private static final Duration TRUSTED = Duration.ofMillis(500);

    @TempDir
    Path folder;

    private PostgresServer server;
    private JournalDatabase database;

    @BeforeEach
    void start() {
        server = PostgresServer.in(folder.resolve("postgres"));
        database = server.newDatabase();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aRestartIsOverWhenTheServerIsBack() {
        try (var notebooks = Notebooks.on(database)) {
            notebooks.write("red", "before");
            server.stop();
            assertThat(notebooks.write("red", "meanwhile")).isInstanceOf(Answer.Unavailable.class);
            server.start();

            assertThat(notebooks.writeUntilStored("red", "after")).isEqualTo(2);
            assertThat(notebooks.writeUntilStored("blue", "first")).isEqualTo(1);
        }
        try (var notebooks = Notebooks.on(database)) {
            assertThat(notebooks.read("red").text()).isEqualTo("before\nafter\n");
        }
    }

    @Test
    void aRestartThatNobodyMetIsNotNoticed() throws Exception {
        try (var notebooks = Notebooks.on(database)) {
            notebooks.write("red", "before");
            server.stop();
            Thread.sleep(TRUSTED);
            server.start();

            assertThat(notebooks.write("red", "after")).isEqualTo(new Answer.Written(2));
        }
    }

    /** As when a name still leads to the primary of before, which has come back as a standby. */
    @Test
    void connectionsByWhichNothingCanBeStoredAreGivenUp() throws Exception {
        var name = database.url().replaceAll(".*/", "");
        try (var notebooks = Notebooks.on(database)) {
            notebooks.write("red", "before");
            server.execute("postgres", "ALTER DATABASE " + name + " SET default_transaction_read_only = on");
            server.execute(
                    "postgres",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            notebooks.pool().getHikariPoolMXBean().softEvictConnections();
            assertThat(notebooks.withEveryConnection(PostgresOutageTest::canStore))
                    .containsOnly(false);
            server.execute("postgres", "ALTER DATABASE " + name + " RESET default_transaction_read_only");

            assertThat(notebooks.writeUntilStored("red", "after")).isEqualTo(2);
        }
    }

    private static boolean canStore(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var setting = statement.executeQuery("SHOW transaction_read_only")) {
            return setting.next() && setting.getString(1).equals("off");
        }
    }

    /** Its connections stay open and nothing answers, as when a machine or the way to it is gone. */
    @Test
    void aSilentServerIsNoticedWithinSeconds() {
        try (var notebooks = Notebooks.on(database)) {
            notebooks.write("red", "before");
            server.pause();
            try {
                var begun = System.nanoTime();
                assertThat(notebooks.write("red", "meanwhile")).isInstanceOf(Answer.Unavailable.class);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            } finally {
                server.resume();
            }

            notebooks.writeUntilStored("red", "after");
            // The server may have received what it could not answer.
            assertThat(notebooks.read("red").text()).matches("before\n(meanwhile\n)?after\n");
        }
    }
}
