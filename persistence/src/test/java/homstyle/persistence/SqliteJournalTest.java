package homstyle.persistence;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {
    @TempDir
    Path folder;

    @Override
    JournalDatabase database() {
        return JournalDatabase.at("jdbc:sqlite:" + folder.resolve("journal.db"));
    }
}
