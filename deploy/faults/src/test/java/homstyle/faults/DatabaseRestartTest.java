package homstyle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homstyle.cluster.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRestartTest {
    @TempDir
    private Path folder;

    @Test
    void stoppedOrKilledItComesBackWithItsDataOnItsPort() throws Exception {
        try (var database = Database.in(folder.resolve("postgresql"))) {
            try (var connection = open(database);
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept (number int)");
            }
            var restart = new DatabaseRestart(database);
            var random = new Random(1);
            var struck = new HashSet<String>();
            for (int number = 1; struck.size() < 2; number++) {
                store(database, number);
                try (var connection = open(database)) {
                    struck.add(restart.strike(random));
                    assertThat(connection.isValid(1)).isFalse();
                }
                assertThatThrownBy(() -> open(database)).isInstanceOf(SQLException.class);
                restart.heal();
                assertThat(highest(database)).isEqualTo(number);
            }
            assertThat(struck).isEqualTo(Set.of("stopped database", "killed database"));
        }
    }

    private static void store(Database database, int number) throws SQLException {
        try (var connection = open(database);
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO kept VALUES (%d)".formatted(number));
        }
    }

    private static int highest(Database database) throws SQLException {
        try (var connection = open(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT max(number) FROM kept")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static Connection open(Database database) throws SQLException {
        var settings = database.settings();
        return DriverManager.getConnection(
                settings.get("HOMSTYLE_JOURNAL"),
                settings.get("HOMSTYLE_JOURNAL_USER"),
                settings.get("HOMSTYLE_JOURNAL_PASSWORD"));
    }
}
