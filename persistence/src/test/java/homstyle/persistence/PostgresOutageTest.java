package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.persistence.Notebook.Answer;
import java.nio.file.Path;
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
