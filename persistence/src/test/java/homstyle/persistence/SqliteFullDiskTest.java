package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.persistence.Notebook.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit on the file's pages stands in for a full disk: SQLite reports both as SQLITE_FULL. */
class SqliteFullDiskTest {
    private static final long NO_LIMIT = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void writingFailsAtOnceWhileReadingGoesOnAndMendsItselfWhenThereIsSpace() throws Exception {
        var database = JournalDatabase.at("jdbc:sqlite:" + folder.resolve("journal.db"));
        try (var notebooks = Notebooks.on(database)) {
            limitPages(notebooks, 100);
            notebooks.write("asleep", "before");
            notebooks.close("asleep");
            var stored = new ArrayList<String>();
            var refused = fill(notebooks, "red", stored);

            assertThat(notebooks.read("red").text()).isEqualTo(String.join("", stored));
            assertThat(notebooks.read("asleep").text()).isEqualTo("before\n");
            assertThat(database.reader().highest("red")).isEqualTo(stored.size());
            for (var attempt = 0; attempt < 5; attempt++) {
                assertThat(notebooks.write("red", refused)).isInstanceOf(Answer.Unavailable.class);
            }

            limitPages(notebooks, NO_LIMIT);

            assertThat(notebooks.writeUntilStored("red", refused)).isEqualTo(stored.size() + 1);
            assertThat(notebooks.writeUntilStored("asleep", "after")).isEqualTo(2);
        }
        try (var notebooks = Notebooks.on(database)) {
            assertThat(notebooks.read("asleep").text()).isEqualTo("before\nafter\n");
        }
    }

    /** Writes until there is no more space; the line that found none. */
    private static String fill(Notebooks notebooks, String id, List<String> stored) {
        while (true) {
            var line = stored.size() + " ".repeat(2000);
            switch (notebooks.write(id, line)) {
                case Answer.Written _ -> stored.add(line + "\n");
                case Answer.Unavailable(var reason) -> {
                    assertThat(reason).hasMessageContaining("SQLITE_FULL");
                    return line;
                }
            }
        }
    }

    private static void limitPages(Notebooks notebooks, long pages) throws Exception {
        notebooks.withEveryConnection(connection -> limitPages(connection, pages));
    }

    private static long limitPages(Connection connection, long pages) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA max_page_count = " + pages)) {
            return rows.getLong(1);
        }
    }
}
