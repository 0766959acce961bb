package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.persistence.Notebook.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresJournalTest extends JournalContract {
    private final JournalDatabase database = PostgresServer.shared().newDatabase();

    @Override
    JournalDatabase database() {
        return database;
    }

    @Override
    Credentials credentials() {
        return PostgresServer.ADMIN;
    }

    /** As after a fail-over to a standby that had not got the last changes yet. */
    @Test
    void nothingIsStoredBehindWhatTheDatabaseHasLost() {
        try (var notebooks = Notebooks.on(database)) {
            List.of("one", "two", "three").forEach(line -> notebooks.write("red", line));
            PostgresServer.shared().execute(database.url().replaceAll(".*/", ""), """
                            DELETE FROM event_journal WHERE persistence_id = 'red' AND sequence_number > 1""");

            var behind = notebooks.writing("red", "four");
            var beside = notebooks.writing("blue", "not lost");

            assertThat(behind.toCompletableFuture().join()).isInstanceOf(Answer.Unavailable.class);
            assertThat(beside.toCompletableFuture().join()).isEqualTo(new Answer.Written(1));
            assertThat(notebooks.writeUntilStored("red", "two again")).isEqualTo(2);
            assertThat(notebooks.read("red").text()).isEqualTo("one\ntwo again\n");
        }
    }
}
