package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal names the file, what is wrong with it and what to do. */
class SqliteRefusalTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "journal.db",
                "jdbc:mysql://localhost/rooms",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:journal.db",
                "jdbc:sqlite:journal.db?cache=shared"
            })
    void anotherUrl(String url) {
        assertThatThrownBy(() -> JournalDatabase.at(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"" + url + "\"", "expected jdbc:sqlite:PATH");
    }

    @Test
    void aUserWhereNobodyIsAsked() {
        assertThatThrownBy(() -> JournalDatabase.at("jdbc:sqlite:journal.db", new Credentials("anna", "secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("jdbc:sqlite:journal.db", "no user")
                .hasMessageNotContaining("secret");
    }

    @Test
    void tablesOfANewerProgram() throws SQLException {
        var file = folder.resolve("journal.db");
        database(file).migrate();
        execute(file, """
                INSERT INTO flyway_schema_history
                  (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (2, '7', 'of tomorrow', 'SQL', 'V7__of_tomorrow.sql', '', 1, 1)""");

        refused(file, "version 7", "version 1", "newer program");
    }

    @Test
    void tablesOfAnotherProgram() throws SQLException {
        var file = folder.resolve("journal.db");
        execute(file, "CREATE TABLE songs (title TEXT)");

        refused(file, "another program's tables");
    }

    @Test
    void aFileThatIsNoDatabase() throws Exception {
        var file = Files.writeString(folder.resolve("journal.db"), "Dear diary, ".repeat(1000));

        refused(file, "not an SQLite database");
        assertThat(file).content().startsWith("Dear diary");
        assertThatThrownBy(() -> database(file).reader().highest("red"))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContainingAll(file.toString(), "not an SQLite database");
    }

    @Test
    void aFolderThatDoesNotExist() {
        refused(folder.resolve("nowhere/journal.db"), "folder does not exist");
    }

    @Test
    void aPathBelowAFile() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        refused(file.resolve("journal.db"), "folder does not exist");
    }

    @Test
    void aFolderInPlaceOfTheFile() {
        refused(folder, "it is a folder");
    }

    /** Nobody can create a file there, not even the superuser, whom permissions do not bind. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWritten() {
        refused(Path.of("/proc/journal.db"), "let this user write");
    }

    @Test
    void readingCreatesNothing() {
        var file = folder.resolve("journal.db");
        assertThatThrownBy(() -> database(file).reader().persistenceIds(""))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContainingAll(file.toString(), "no such file");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void migratingTwiceIsHarmless() {
        var file = folder.resolve("journal.db");
        database(file).migrate();
        database(file).migrate();
        assertThat(database(file).reader().persistenceIds("")).isEmpty();
    }

    private static void refused(Path file, String... expected) {
        assertThatThrownBy(() -> database(file).migrate())
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(expected);
    }

    private static JournalDatabase database(Path file) {
        return JournalDatabase.at("jdbc:sqlite:" + file);
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
