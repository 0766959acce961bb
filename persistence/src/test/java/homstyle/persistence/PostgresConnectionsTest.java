package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Asserted on the connections the plugins really use. */
class PostgresConnectionsTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "synchronous_commit", "on",
            "idle_in_transaction_session_timeout", "10s",
            "application_name", "homstyle-rooms");

    private final JournalDatabase database = PostgresServer.shared().newDatabase();

    @Test
    void everyPooledConnectionCommitsToTheDiskWhateverTheDatabasesDefaultIs() throws Exception {
        forgetfulByDefault();
        try (var notebooks = Notebooks.on(database)) {
            assertThat(notebooks.withEveryConnection(PostgresConnectionsTest::settings))
                    .isEqualTo(Collections.nCopies(10, SETTINGS));
        }
    }

    @Test
    void aSilentServerIsGivenUpWithinSeconds() throws Exception {
        try (var notebooks = Notebooks.on(database)) {
            assertThat(notebooks.withEveryConnection(Connection::getNetworkTimeout))
                    .isEqualTo(Collections.nCopies(10, 5000));
            var pool = notebooks.pool();
            assertThat(Duration.ofMillis(pool.getConnectionTimeout())).isEqualTo(Duration.ofSeconds(3));
            assertThat(pool.getMaximumPoolSize()).isEqualTo(10);
        }
    }

    @Test
    void whatReadsPastTheRoomsCannotWrite() throws Exception {
        database.migrate();
        database.reader().persistenceIds("");
        try (var connection = Dialect.of(database.url(), PostgresServer.ADMIN).openForReading(new Properties())) {
            assertThat(connection.isReadOnly()).isTrue();
        }
    }

    @Test
    void theJournalStoresOnItsOwnThreadsAndGivesEveryConnectionBack() {
        try (var notebooks = Notebooks.on(database)) {
            IntStream.range(0, 200)
                    .mapToObj(n -> notebooks.writing("notebook " + n % 50, Notebook.SNAPSHOT))
                    .toList()
                    .forEach(answer -> answer.toCompletableFuture().join());

            var system = notebooks.system().name();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .filteredOn(name -> name.startsWith(system))
                    .anyMatch(name -> name.contains("homstyle.journal-dispatcher"))
                    .noneMatch(name -> name.contains("plugin-dispatcher"));
            assertThat(notebooks.pool().getHikariPoolMXBean().getActiveConnections())
                    .isZero();
        }
    }

    private void forgetfulByDefault() {
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        PostgresServer.shared().execute("postgres", "ALTER DATABASE " + name + " SET synchronous_commit = off");
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (var name : SETTINGS.keySet()) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SHOW " + name)) {
                rows.next();
                values.put(name, rows.getString(1));
            }
        }
        return values;
    }
}
