package homstyle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import homstyle.persistence.JournalCopy.Copied;
import homstyle.persistence.JournalCopy.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalCopyTest {
    private static final int LONG = 600;

    @TempDir
    Path folder;

    private final JournalDatabase postgres = PostgresServer.shared().newDatabase();

    enum Direction {
        TO_POSTGRES,
        TO_SQLITE
    }

    @ParameterizedTest
    @EnumSource
    void everythingArrivesAndGoesOnThere(Direction direction) {
        write(from(direction), "short", "ö", Notebook.SNAPSHOT + " 2", "three");
        write(from(direction), "long", lines(LONG));

        assertThat(copy(direction))
                .containsExactly(new Copied("long", LONG, Outcome.COPIED), new Copied("short", 3, Outcome.COPIED));

        try (var notebooks = Notebooks.on(to(direction))) {
            assertThat(notebooks.read("short")).isEqualTo(new Notebook.Contents("ö\nsnapshot 2\nthree\n", 3, 1));
            assertThat(notebooks.read("long").text()).isEqualTo(String.join("\n", lines(LONG)) + "\n");
            assertThat(notebooks.write("short", "four")).isEqualTo(new Notebook.Answer.Written(4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondCopyAddsWhatCameSince(Direction direction) {
        write(from(direction), "grows", "one");
        write(from(direction), "stays", "one");
        copy(direction);
        write(from(direction), "grows", "two", Notebook.SNAPSHOT + " 3");
        write(from(direction), "new", "one");

        assertThat(copy(direction))
                .containsExactly(
                        new Copied("grows", 3, Outcome.COPIED),
                        new Copied("new", 1, Outcome.COPIED),
                        new Copied("stays", 1, Outcome.ALREADY_THERE));
        assertThat(copy(direction)).extracting(Copied::outcome).containsOnly(Outcome.ALREADY_THERE);
        try (var notebooks = Notebooks.on(to(direction))) {
            assertThat(notebooks.read("grows")).isEqualTo(new Notebook.Contents("one\ntwo\nsnapshot 3\n", 3, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTargetWithAnotherHistoryIsLeftAsItIs(Direction direction) {
        write(from(direction), "ahead", "one");
        write(from(direction), "other", "one", "two");
        write(to(direction), "other", "another one");
        copy(direction);
        write(to(direction), "ahead", "two");

        assertThat(copy(direction))
                .containsExactly(new Copied("ahead", 1, Outcome.DIFFERENT), new Copied("other", 2, Outcome.DIFFERENT));
        try (var notebooks = Notebooks.on(to(direction))) {
            assertThat(notebooks.read("ahead").text()).isEqualTo("one\ntwo\n");
            assertThat(notebooks.read("other").text()).isEqualTo("another one\n");
        }
    }

    private List<Copied> copy(Direction direction) {
        var copied = new ArrayList<Copied>();
        new JournalCopy(from(direction), to(direction)).run(copied::add);
        return copied;
    }

    private JournalDatabase from(Direction direction) {
        return direction == Direction.TO_POSTGRES ? sqlite() : postgres;
    }

    private JournalDatabase to(Direction direction) {
        return direction == Direction.TO_POSTGRES ? postgres : sqlite();
    }

    private JournalDatabase sqlite() {
        return JournalDatabase.at("jdbc:sqlite:" + folder.resolve("journal.db"));
    }

    private static String[] lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "line " + n).toArray(String[]::new);
    }

    private static void write(JournalDatabase database, String id, String... lines) {
        try (var notebooks = Notebooks.on(database)) {
            for (var line : lines) {
                notebooks.write(id, line);
            }
        }
    }
}
