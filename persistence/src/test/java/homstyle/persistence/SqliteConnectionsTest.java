package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

/** Asserted on the connections the plugins really use. */
class SqliteConnectionsTest {
    private static final Map<String, String> PRAGMAS = Map.of(
            "journal_mode", "wal",
            "synchronous", "2", // FULL
            "busy_timeout", "3000",
            "wal_autocheckpoint", "1000",
            "journal_size_limit", "67108864",
            "cache_size", "-8000");

    @TempDir
    Path folder;

    @Test
    void everyPooledConnectionCommitsToTheDisk() throws Exception {
        try (var notebooks = Notebooks.on(JournalDatabase.at("jdbc:sqlite:" + folder.resolve("journal.db")))) {
            assertThat(notebooks.withEveryConnection(SqliteConnectionsTest::pragmas))
                    .isEqualTo(Collections.nCopies(6, PRAGMAS));
        }
    }

    @Test
    void transactionsAreDeferredAndNobodyAsksForGeneratedKeys() throws Exception {
        try (var notebooks = Notebooks.on(JournalDatabase.at("jdbc:sqlite:" + folder.resolve("journal.db")))) {
            assertThat(notebooks.withEveryConnection(connection -> {
                        var sqlite = connection.unwrap(SQLiteConnection.class);
                        return List.of(
                                sqlite.getDatabase()
                                        .getConfig()
                                        .getTransactionMode()
                                        .name(),
                                sqlite.getDatabase().getConfig().isGetGeneratedKeys());
                    }))
                    .isEqualTo(Collections.nCopies(6, List.of("DEFERRED", false)));
        }
    }

    @Test
    void thePoolKeepsItsConnectionsAndGivesUpSoon() {
        try (var notebooks = Notebooks.on(JournalDatabase.at("jdbc:sqlite:" + folder.resolve("journal.db")))) {
            var pool = notebooks.pool();
            assertThat(pool.getMaximumPoolSize()).isEqualTo(6);
            assertThat(pool.getMinimumIdle()).isEqualTo(6);
            assertThat(pool.getMaxLifetime()).isZero();
            assertThat(Duration.ofMillis(pool.getConnectionTimeout())).isEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void theJournalRunsOnItsOwnThread() {
        try (var notebooks = Notebooks.on(JournalDatabase.at("jdbc:sqlite:" + folder.resolve("journal.db")))) {
            notebooks.write("red", Notebook.SNAPSHOT);

            var system = notebooks.system().name();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .filteredOn(name -> name.startsWith(system))
                    .anyMatch(name -> name.contains("homstyle.journal-dispatcher"))
                    .noneMatch(name -> name.contains("plugin-dispatcher"));
        }
    }

    private static Map<String, String> pragmas(Connection connection) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (var name : PRAGMAS.keySet()) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("PRAGMA " + name)) {
                values.put(name, rows.getString(1));
            }
        }
        return values;
    }
}
